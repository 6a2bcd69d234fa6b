// Walks over a parsed HTML page: elements, attributes, and the readable text below a node. Without
// recursion: pages may be deep.
//
//   ForEachElement(root, [](const GumboNode& node) { … return Walk::kInto; });
#ifndef NORN_INGEST_READ_HTML_TEXT_H_
#define NORN_INGEST_READ_HTML_TEXT_H_

#include <gumbo.h>

#include <functional>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

enum class Walk : unsigned char { kInto, kOver };

// In the order of the page; kOver passes over what is inside.
void ForEachElement(const GumboNode& root, const std::function<Walk(const GumboNode&)>& visit);

// Empty where the element does not have it.
absl::string_view Attribute(const GumboNode& element, const char* name);

// The text that a reader sees below `root`: blanks collapsed, a blank line between paragraphs;
// without scripts, forms, navigation, pictures' captions and hidden parts.
std::string ReadableText(const GumboNode& root);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_HTML_TEXT_H_
