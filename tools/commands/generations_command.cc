// norn generations and norn rollback: what a graph was before, and going back to it.
//
//   norn generations --graph graph
//   norn rollback    --graph graph        the newest sound generation before the current one
//   norn rollback    --graph graph 12     that one
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "proto/manifest.pb.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

struct GenerationsOptions {
  std::string graph;
};

struct RollbackOptions {
  std::string graph;
  std::optional<uint64_t> generation;
};

std::string Contents(const proto::Manifest& manifest) {
  const std::string origin = manifest.extractor_version().empty()
                                 ? "imported"
                                 : absl::StrCat(manifest.articles_size(), " articles, extractor ",
                                                manifest.extractor_version());
  return absl::StrCat(manifest.nodes(), " nodes, ", manifest.edges(), " edges, ", origin);
}

// The newest sound one before the current one; where CURRENT is damaged, of all.
absl::StatusOr<uint64_t> WhereTo(const GraphDirectory& directory) {
  const absl::StatusOr<uint64_t> current = directory.Current();
  if (!current.ok() && !absl::IsDataLoss(current.status())) return current;
  const std::optional<uint64_t> sound =
      current.ok() ? directory.NewestSound(*current) : directory.NewestSound();
  if (sound.has_value()) return *sound;
  return absl::NotFoundError(
      absl::StrCat(directory.path(), " has no sound generation to go back to; build it again"));
}

absl::Status RollBack(const RollbackOptions& options, Streams& streams) {
  // First for reading: a folder where there is no graph must not become one.
  NORN_RETURN_IF_ERROR(GraphDirectory::Open(options.graph).status());
  NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::OpenForWriting(options.graph));
  uint64_t generation = options.generation.value_or(0);
  if (!options.generation.has_value()) {
    NORN_ASSIGN_OR_RETURN(generation, WhereTo(directory));
  }
  NORN_RETURN_IF_ERROR(directory.MakeCurrent(generation));
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.ReadManifest(generation));
  streams.err << options.graph << ": generation " << generation
              << " is current: " << Contents(manifest) << "\n";
  return absl::OkStatus();
}

// One line for each, the oldest first: number, whether it is read, what it holds. kBadData if
// CURRENT or a manifest is damaged; the others are listed all the same.
ExitCode RunGenerations(const GenerationsOptions& options, Streams& streams) {
  const absl::StatusOr<GraphDirectory> directory = GraphDirectory::Open(options.graph);
  if (!directory.ok()) return Fail(streams, directory.status());
  const absl::StatusOr<uint64_t> current = directory->Current();
  ExitCode code = current.ok() ? ExitCode::kDone : Fail(streams, current.status());
  if (!current.ok() && !absl::IsDataLoss(current.status())) return code;
  for (const uint64_t generation : directory->Generations()) {
    const absl::StatusOr<proto::Manifest> manifest = directory->ReadManifest(generation);
    if (!manifest.ok()) {
      code = Fail(streams, manifest.status());
      continue;
    }
    streams.out << generation << (current.ok() && generation == *current ? " (current): " : ": ")
                << Contents(*manifest) << "\n";
  }
  return code;
}

// Verifies the generation first. kNoInput if there is none to go back to.
ExitCode RunRollback(const RollbackOptions& options, Streams& streams) {
  const absl::Status status = RollBack(options, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

const RegisterSubcommand kGenerations({CommandGroup::kKeep, "generations",
                                       "What a graph is and was", "norn generations --graph graph"},
                                      [](Subcommand& command) {
                                        command.AddGraph(
                                            command.RunsForPeople(&RunGenerations).graph);
                                      });

const RegisterSubcommand kRollback(
    {CommandGroup::kKeep, "rollback", "Go back to an earlier generation of a graph",
     "norn rollback --graph graph 12"},
    [](Subcommand& command) {
      RollbackOptions& options = command.RunsForPeople(&RunRollback);
      command.AddGraph(options.graph);
      command.app()
          .add_option("generation", options.generation,
                      "Which one (default: the newest sound one before the current one)")
          ->type_name("N");
    });

}  // namespace
}  // namespace norn::tools
