#include "tools/console/colour.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "tools/console/printable_stream.h"

namespace norn::tools {
namespace {

constexpr TerminalSequence kBold = {"\033[1m"};
constexpr TerminalSequence kDim = {"\033[2m"};
constexpr TerminalSequence kRed = {"\033[1;31m"};
constexpr TerminalSequence kPlain = {"\033[0m"};
constexpr absl::string_view kBar = "│";

// A line of cells between bars.
void WriteCells(absl::string_view line, bool is_heading, std::ostream& out) {
  bool is_first = true;
  for (const absl::string_view cell : absl::StrSplit(line, kBar)) {
    if (!is_first) out << kDim << kBar << kPlain;
    is_first = false;
    if (is_heading && !cell.empty()) {
      out << kBold << cell << kPlain;
    } else {
      out << cell;
    }
  }
}

bool IsRule(absl::string_view line) {
  for (const absl::string_view corner : {"┌", "├", "└", "──"}) {
    if (absl::StartsWith(line, corner)) return true;
  }
  return false;
}

}  // namespace

Streams InColour(Colour wanted, const Streams& streams) {
  Streams coloured = streams;
  if (wanted != Colour::kAuto) coloured.in_colour = wanted == Colour::kAlways;
  return coloured;
}

void WriteColouredTable(absl::string_view table, std::ostream& out) {
  bool is_heading = false;
  for (const absl::string_view line : absl::StrSplit(table, '\n')) {
    if (IsRule(line)) {
      out << kDim << line << kPlain;
      is_heading = absl::StartsWith(line, "┌");
    } else {
      WriteCells(line, is_heading, out);
    }
    if (line.end() != table.end()) out << "\n";
  }
}

void WriteColouredError(absl::string_view message, std::ostream& out) {
  const size_t end = std::min(message.find('\n'), message.size());
  out << kRed << message.substr(0, end) << kPlain << message.substr(end);
}

}  // namespace norn::tools
