// HTML's tags as bytes: where they begin and end, by the standard's own rules, so that nothing
// hides in quotes or odd comments.
//
//   HtmlTag tag = ScanTag("<a href='x>y'>z", 0);   // name "a", end 14
#ifndef NORN_INGEST_READ_PAGES_HTML_TAGS_H_
#define NORN_INGEST_READ_PAGES_HTML_TAGS_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

enum class HtmlTagKind : unsigned char {
  kNone,  // a `<` that is text
  kOpen,
  kClose,
  kComment,  // declarations and processing instructions too
};

struct HtmlTag {
  HtmlTagKind kind = HtmlTagKind::kNone;
  std::string name = {};  // lower case
  size_t end = 0;         // past its `>`, or the end of the page
  size_t attributes = 0;
};

// The tag whose `<` is at byte `at`.
HtmlTag ScanTag(absl::string_view html, size_t at);

// Where the `</name` stands that ends an element whose content is text to the parser; the page's
// end where there is none.
size_t FindRawTextEnd(absl::string_view html, size_t from, absl::string_view name);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_HTML_TAGS_H_
