// norn check: is everything that is stored sound?
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "graph/store/directory.h"
#include "graph/store/graph_folder.h"
#include "graph/store/retention.h"
#include "proto/manifest.pb.h"
#include "tools/commands/repair.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

struct CheckOptions {
  std::string graph;
  std::vector<std::string> lexicons;  // with which articles are read that have to be read again
  bool repair = false;                // first mends what can be mended from what is there
};

// What cannot be read at this moment (a permission, too many open files) says nothing of its bytes.
bool IsDamage(const absl::Status& status) {
  return absl::IsDataLoss(status) || absl::IsFailedPrecondition(status) || absl::IsNotFound(status);
}

ExitCode CheckOne(const GraphDirectory& directory, uint64_t generation, bool is_current,
                  Streams& streams) {
  const absl::Status status = directory.Check(generation);
  if (!status.ok()) {
    const ExitCode code = Fail(streams, status);
    if (!IsDamage(status)) {
      streams.err << "generation " << generation << " could not be checked\n";
      return code;
    }
    streams.err
        << "generation " << generation << " is damaged; "
        << (is_current
                ? "norn check --repair makes it from what is there; or build the graph again "
                  "from its articles: norn build\n"
                : "it is not the current one: the graph can be used\n");
    return code;
  }
  const absl::StatusOr<proto::Manifest> manifest = directory.ReadManifest(generation);
  if (!manifest.ok()) return Fail(streams, manifest.status());
  streams.out << "generation " << generation << (is_current ? " (current)" : "")
              << " is sound: " << manifest->nodes() << " nodes, " << manifest->edges() << " edges, "
              << manifest->articles_size() << " articles; manifest, store and view checked\n";
  return ExitCode::kDone;
}

// Reads all generations that are kept whole. Damage is kBadData: the file is named, and how to mend
// it.
ExitCode RunCheck(const CheckOptions& options, Streams& streams) {
  if (options.repair) {
    const absl::Status repaired = Repair(options.graph, options.lexicons, streams);
    if (!repaired.ok()) return Fail(streams, repaired);
  }
  const absl::StatusOr<GraphDirectory> directory = GraphDirectory::Open(options.graph);
  if (!directory.ok()) return Fail(streams, directory.status());
  const absl::StatusOr<uint64_t> current = directory->Current();
  ExitCode code = current.ok() ? ExitCode::kDone : Fail(streams, current.status());
  if (!current.ok() && !absl::IsDataLoss(current.status())) return code;
  const graph::Retention retention = graph::Retention::Read(options.graph);
  for (const absl::Status& status : {graph::CheckMarker(options.graph), retention.Check()}) {
    if (!status.ok()) code = Fail(streams, status);
  }

  const std::vector<uint64_t> generations = directory->Generations();
  const std::vector<uint64_t> left_over =
      current.ok() ? retention.ToRemove(generations, *current) : std::vector<uint64_t>();
  for (const uint64_t generation : generations) {
    // A build that was killed may have left it, in parts; nobody reads it.
    if (std::binary_search(left_over.begin(), left_over.end(), generation)) {
      streams.out << "generation " << generation << " is left over; the next build removes it\n";
      continue;
    }
    const bool is_current = current.ok() && generation == *current;
    const ExitCode checked = CheckOne(*directory, generation, is_current, streams);
    if (code == ExitCode::kDone) code = checked;
  }
  return code;
}

const RegisterSubcommand kCheck({CommandGroup::kKeep, "check",
                                 "Is everything that is stored sound?", "norn check --graph graph"},
                                [](Subcommand& command) {
                                  CheckOptions& options = command.RunsForPeople(&RunCheck);
                                  command.AddGraph(options.graph);
                                  CLI::Option* repair = command.app().add_flag(
                                      "--repair", options.repair,
                                      "Mend what can be mended from what is there: CURRENT, a view "
                                      "and a manifest from the store, a "
                                      "store from the articles in it");
                                  command.AddLexicons(options.lexicons)->needs(repair);
                                });

}  // namespace
}  // namespace norn::tools
