// Text from outside, made harmless for whoever shows it. What an article says can hold sequences
// that move a terminal's cursor or set its title, and marks that turn the order of letters around.
//
//   out << Printable(quote);        // "a\u001b[2Jb": the escape is seen, not obeyed
//   cells.push_back(PrintableLine(name));
//
// Written as \u001b, beyond U+FFFF as \U000e0001, a byte that is not UTF-8 as \x9b.
#ifndef NORN_BASE_PRINTABLE_H_
#define NORN_BASE_PRINTABLE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::base {

// Control characters (C0, DEL, C1), controls of the writing direction, separators of lines and
// paragraphs, interlinear annotations and invisible tags: whatever acts instead of being shown.
bool IsControl(char32_t c);

// The text with every control character escaped but \n, \t and \r before \n.
std::string Printable(absl::string_view text);

// The same on one line: \n, \r and \t are blanks.
std::string PrintableLine(absl::string_view text);

}  // namespace norn::base

#endif  // NORN_BASE_PRINTABLE_H_
