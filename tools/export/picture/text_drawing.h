// A picture drawn with lines of text, for a terminal that shows nothing else and for a mail: every
// line of the picture once, below the node with most of them.
//
//   Kari Dahl
//   ├─ spoke with (2 times, 2024 – 2025) ── Jens Berg
//   └─ spoke with (2025-01-15) ── Per Lund
#ifndef NORN_TOOLS_EXPORT_PICTURE_TEXT_DRAWING_H_
#define NORN_TOOLS_EXPORT_PICTURE_TEXT_DRAWING_H_

#include <string>

#include "tools/export/picture/picture.h"

namespace norn::tools {

std::string DrawWithText(const Picture& picture);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_TEXT_DRAWING_H_
