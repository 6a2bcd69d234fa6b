// Walks over a parsed HTML page: elements, attributes, and the readable text below a node. Without
// recursion: pages may be deep.
//
//   ForEachElement(root, [](const GumboNode& node) { … return Walk::kInto; });
#ifndef NORN_INGEST_READ_PAGES_HTML_TEXT_H_
#define NORN_INGEST_READ_PAGES_HTML_TEXT_H_

#include <gumbo.h>

#include <cstddef>
#include <functional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

enum class Walk : unsigned char { kInto, kOver };

// In the order of the page; kOver passes over what is inside.
void ForEachElement(const GumboNode& root, const std::function<Walk(const GumboNode&)>& visit);

// Empty where the element does not have it.
absl::string_view Attribute(const GumboNode& element, const char* name);

// Whether the element's class or id do, or what makers of pages call their parts by for tests
// (page_furniture.h).
bool Names(const GumboNode& element, bool (*fit)(absl::string_view names));

// Whether two elements are of one tag and class, and have a class or are both <article>.
bool AreCalledAlike(const GumboNode& a, const GumboNode& b);

// The text that a reader sees below `root`: blanks collapsed, a blank line between paragraphs;
// without scripts, forms, navigation, pictures' captions and hidden parts.
std::string ReadableText(const GumboNode& root);

// Which elements of a page are hidden, or stand beside the article by what their class, id or role
// says. An element with much of the page's prose in it is neither, whatever it is called.
class Furniture {
 public:
  // `root` outlives it.
  explicit Furniture(const GumboNode& root);

  bool Has(const GumboNode& element) const;

  // Bytes of prose in and below the element.
  size_t ProseBelow(const GumboNode& element) const;

 private:
  absl::flat_hash_map<const GumboNode*, size_t> prose_;  // bytes below the element; none: 0
  size_t all_prose_ = 0;
};

// Of the readable text what is the article's: without furniture, without the page's title, and
// without paragraphs that are links and nothing else.
std::string ArticleText(const GumboNode& root, const Furniture& furniture);

// Bytes of the text that stands in the element itself, and how many of them are a link's.
struct OwnText {
  size_t bytes = 0;
  size_t linked = 0;
  size_t commas = 0;
};
OwnText OwnTextOf(const GumboNode& element);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_HTML_TEXT_H_
