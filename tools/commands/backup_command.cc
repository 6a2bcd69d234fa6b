// norn backup and norn restore: the current generation of a graph as a generation of another.
//
//   norn backup  --graph graph /mnt/backup/graph
//   norn restore --graph graph /mnt/backup/graph
//
// A backup is a graph: it can be checked and asked like every other. Backing up again into the same
// folder makes a generation there if anything changed, and keeps the one before.
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/graph_folder.h"
#include "proto/manifest.pb.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

struct BackupOptions {
  std::string graph;
  std::string backup;
};

absl::Status CheckPlaces(const std::string& from, const std::string& to) {
  const std::optional<std::string> source = graph::GraphAround(from);
  const std::optional<std::string> around = graph::GraphAround(to);
  if (!source.has_value() || source != around) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(to, " is or lies in ", from, "; name another folder"));
}

absl::Status Copy(const std::string& from, const std::string& to, Streams& streams) {
  NORN_RETURN_IF_ERROR(CheckPlaces(from, to));
  NORN_ASSIGN_OR_RETURN(const GraphDirectory source, GraphDirectory::Open(from));
  NORN_ASSIGN_OR_RETURN(const graph::GenerationContent content, source.ReadContent());
  uint64_t rolled_back = 0;
  graph::DirectoryOptions options;
  options.on_rolled_back = [&rolled_back](uint64_t generation) { rolled_back = generation; };
  absl::StatusOr<GraphDirectory> target = GraphDirectory::OpenForWriting(to, options);
  if (absl::IsFailedPrecondition(target.status()) || absl::IsNotFound(target.status())) {
    return absl::PermissionDeniedError(target.status().message());
  }
  NORN_RETURN_IF_ERROR(target.status());
  NORN_ASSIGN_OR_RETURN(proto::Manifest manifest, target->Publish(content));
  // That somebody once went back from just this content is no reason where it is asked for.
  if (rolled_back > 0) {
    NORN_RETURN_IF_ERROR(target->MakeCurrent(rolled_back));
    NORN_ASSIGN_OR_RETURN(manifest, target->ReadManifest());
  }
  streams.err << to << ": " << manifest.articles_size() << " articles, " << manifest.nodes()
              << " nodes, " << manifest.edges() << " edges, generation " << manifest.generation()
              << ", from " << from << "\n";
  return absl::OkStatus();
}

// Safe while a rebuild runs: what is copied is one generation, verified when it is read and when it
// is written. kBusy where somebody else writes what is written to.
ExitCode RunBackup(const BackupOptions& options, Streams& streams) {
  const absl::Status status = Copy(options.graph, options.backup, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

ExitCode RunRestore(const BackupOptions& options, Streams& streams) {
  const absl::Status status = Copy(options.backup, options.graph, streams);
  return status.ok() ? ExitCode::kDone : Fail(streams, status);
}

void AddBackupOptions(Subcommand& command, ExitCode (*run)(const BackupOptions&, Streams&)) {
  BackupOptions& options = command.RunsForPeople(run);
  command.AddGraph(options.graph);
  command.app()
      .add_option("backup", options.backup, "The backup's folder; it is a graph too")
      ->required()
      ->type_name("BACKUP");
}

const RegisterSubcommand kBackup({CommandGroup::kKeep, "backup",
                                  "Copy a graph's current generation to another folder",
                                  "norn backup --graph graph /mnt/backup/graph"},
                                 [](Subcommand& command) {
                                   AddBackupOptions(command, &RunBackup);
                                 });

const RegisterSubcommand kRestore({CommandGroup::kKeep, "restore",
                                   "Make a backup the current generation of a graph",
                                   "norn restore --graph graph /mnt/backup/graph"},
                                  [](Subcommand& command) {
                                    AddBackupOptions(command, &RunRestore);
                                  });

}  // namespace
}  // namespace norn::tools
