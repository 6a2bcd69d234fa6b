// Text escaped as each format wants it. All take any text that is UTF-8.
//
//   out << "<data key=\"name\">" << XmlEscape(name) << "</data>";
#ifndef NORN_TOOLS_EXPORT_TEXT_ESCAPE_H_
#define NORN_TOOLS_EXPORT_TEXT_ESCAPE_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::tools {

// For element content and attributes. Characters that XML 1.0 may not hold at all (control
// characters, U+FFFE, U+FFFF) become U+FFFD; line breaks and tabs become references.
std::string XmlEscape(absl::string_view text);

// A label in DOT, with its quotes. Backslashes, quotes and & stay what they are; control characters
// but line breaks become U+FFFD.
std::string DotLabel(absl::string_view text);

// A node's name in DOT, with its quotes. Control characters and % are percent-encoded, so that
// different ids stay different.
std::string DotName(absl::string_view text);

// The first `limit` code points, with … where something was cut.
std::string Shorten(absl::string_view text, size_t limit);

// Line breaks at spaces, about `width` code points a line.
std::string Wrap(absl::string_view text, size_t width);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_ESCAPE_H_
