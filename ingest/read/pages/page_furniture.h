// What stands on a page beside the article, by what its maker calls it in classes and ids:
// advertisements, teasers of other articles, newsletters, comments, banners for cookies.
//
//   IsFurniture(element)   // <div class="article-related">
#ifndef NORN_INGEST_READ_PAGES_PAGE_FURNITURE_H_
#define NORN_INGEST_READ_PAGES_PAGE_FURNITURE_H_

#include "absl/strings/string_view.h"

namespace norn::ingest {

// `names`: an element's class or id, with blanks between several.
bool NamesFurniture(absl::string_view names);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_PAGE_FURNITURE_H_
