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

// Whether they name what readers have written below the article: never the article's, however long.
bool NamesComments(absl::string_view names);

// Whether they name an article or its text, among other things or not.
bool NamesArticle(absl::string_view names);
// Whether they name what stands in front of the text and sums it up.
bool NamesStandfirst(absl::string_view names);
// Whether they name a page that is written while something happens, or its entries.
bool NamesLive(absl::string_view names);
// Whether they name its text and nothing else: "article-body".
bool NamesArticleBody(absl::string_view names);

// A paragraph that says that what stands in it, or behind it, is paid for: "Annonse Kjøp to".
bool IsAdvertLabel(absl::string_view paragraph);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_PAGE_FURNITURE_H_
