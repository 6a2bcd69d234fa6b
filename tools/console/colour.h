// Colour on a terminal: how text is set off, and tables that are.
//
//   Streams coloured = InColour(options.colour, streams);
//   WriteColouredTable(table, coloured.out);
#ifndef NORN_TOOLS_CONSOLE_COLOUR_H_
#define NORN_TOOLS_CONSOLE_COLOUR_H_

#include <cstdint>
#include <ostream>

#include "absl/strings/string_view.h"
#include "tools/console/streams.h"

namespace norn::tools {

enum class Colour : uint8_t { kAuto, kAlways, kNever };

// The same streams, in colour or not. kAuto leaves it as it is.
Streams InColour(Colour wanted, const Streams& streams);

// A table or records as query/output/format.h writes them: headings bold, lines dim.
void WriteColouredTable(absl::string_view table, std::ostream& out);

// A message about a mistake: its first line bold and red.
void WriteColouredError(absl::string_view message, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_COLOUR_H_
