// norn diff: what changed between two generations of a graph.
#ifndef NORN_TOOLS_DIFF_COMMAND_H_
#define NORN_TOOLS_DIFF_COMMAND_H_

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "graph/model/model.h"
#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct DiffStyle {
  bool json = false;  // a JSON object in each line
  bool why = false;   // which articles came, changed or went
};

struct DiffOptions {
  std::string graph;
  std::optional<uint64_t> older;  // default: the one before `newer`
  std::optional<uint64_t> newer;  // default: the current one
  DiffStyle style;
};

// A line for each difference on streams.out, their number on streams.err.
ExitCode RunDiff(const DiffOptions& options, Streams& streams);

// Both normalized. "+ node ID", "- edge FROM -[TYPE]-> TO", "~ node ID: KEY: OLD -> NEW", with the
// reasons "  because a.txt is new" behind them; gives how many lines it wrote.
size_t WriteDiff(const graph::PropertyGraph& older, const graph::PropertyGraph& newer,
                 const DiffStyle& style, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_DIFF_COMMAND_H_
