// norn upgrade: what an older norn wrote, in the formats of this one.
//
//   norn upgrade --graph graph
#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/manifest.h"
#include "proto/manifest.pb.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

struct UpgradeOptions {
  std::string graph;
};

absl::Status Upgrade(const std::string& graph, Streams& streams) {
  // First for reading: a folder where there is no graph must not become one.
  NORN_RETURN_IF_ERROR(GraphDirectory::Open(graph).status());
  uint64_t rolled_back = 0;
  graph::DirectoryOptions options;
  options.on_rolled_back = [&rolled_back](uint64_t generation) { rolled_back = generation; };
  NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::OpenForWriting(graph, options));
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  NORN_ASSIGN_OR_RETURN(const bool is_older, directory.IsOfOlderFormat(current));
  if (!is_older) {
    streams.out << "generation " << current << " has the formats of this norn already\n";
    return absl::OkStatus();
  }
  NORN_ASSIGN_OR_RETURN(const graph::GenerationContent content, directory.ReadContent(current));
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.Publish(content));
  if (rolled_back > 0) {
    return absl::FailedPreconditionError(
        absl::StrCat("generation ", rolled_back, " of ", graph,
                     " says the same and was rolled back: norn rollback --graph ", graph, " ",
                     rolled_back, " makes it the current one, to be upgraded then"));
  }
  streams.out << "generation " << manifest.generation() << " says what generation " << current
              << " says, in the formats of this norn\n";
  return absl::OkStatus();
}

// The older generation stays beside the new one, to go back to.
ExitCode RunUpgrade(const UpgradeOptions& options, Streams& streams) {
  const absl::Status status = Upgrade(options.graph, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

const RegisterSubcommand kUpgrade({CommandGroup::kKeep, "upgrade",
                                   "Write an older norn's graph in the formats of this one",
                                   "norn upgrade --graph graph"},
                                  [](Subcommand& command) {
                                    command.AddGraph(command.RunsForPeople(&RunUpgrade).graph);
                                  });

}  // namespace
}  // namespace norn::tools
