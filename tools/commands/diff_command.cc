// norn diff: what changed between two generations of a graph.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/store.h"
#include "tools/commands/graph_difference.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

struct DiffOptions {
  std::string graph;
  std::optional<uint64_t> older;  // default: the one before `newer`
  std::optional<uint64_t> newer;  // default: the current one
  DiffStyle style;
};

// The generation before `newer`.
absl::StatusOr<uint64_t> Previous(const GraphDirectory& directory, uint64_t newer) {
  const std::vector<uint64_t> generations = directory.Generations();
  const auto at = std::lower_bound(generations.begin(), generations.end(), newer);
  if (at != generations.begin()) return *(at - 1);
  return absl::NotFoundError(absl::StrCat(directory.path(), " has no generation before ", newer,
                                          ": there is nothing to compare it with"));
}

absl::StatusOr<graph::PropertyGraph> Read(const GraphDirectory& directory, uint64_t generation) {
  NORN_ASSIGN_OR_RETURN(const graph::Store store, directory.OpenStore(generation));
  return store.ReadGraph();
}

absl::Status Diff(const DiffOptions& options, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const GraphDirectory directory, GraphDirectory::Open(options.graph));
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  const uint64_t newer = options.newer.value_or(current);
  absl::StatusOr<uint64_t> older = options.older.has_value()
                                       ? absl::StatusOr<uint64_t>(*options.older)
                                       : Previous(directory, newer);
  NORN_RETURN_IF_ERROR(older.status());
  NORN_ASSIGN_OR_RETURN(const graph::PropertyGraph before, Read(directory, *older));
  NORN_ASSIGN_OR_RETURN(const graph::PropertyGraph after, Read(directory, newer));
  const size_t lines = WriteDiff(before, after, options.style, streams.out);
  streams.err << options.graph << ": " << lines << " differences from generation " << *older
              << " to " << newer << "\n";
  return absl::OkStatus();
}

// A line for each difference on streams.out, their number on streams.err.
ExitCode RunDiff(const DiffOptions& options, Streams& streams) {
  const absl::Status status = Diff(options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

const RegisterSubcommand kDiff(
    {CommandGroup::kKeep, "diff", "What changed between two generations of a graph",
     "norn diff --graph graph 11 12"},
    [](Subcommand& command) {
      DiffOptions& options = command.RunsForPeople(&RunDiff);
      command.AddGraph(options.graph);
      command.AddChoice(
          "--format", "How differences are written", {"text", "jsonl"},
          [&options](const std::string& name) { options.style.json = name == "jsonl"; });
      CLI::App& app = command.app();
      app.add_flag("--why", options.style.why, "With the articles that came, changed or went");
      app.add_option("older", options.older, "A generation (default: the one before)")
          ->type_name("OLD");
      app.add_option("newer", options.newer, "Another (default: the current one)")
          ->type_name("NEW");
    });

}  // namespace
}  // namespace norn::tools
