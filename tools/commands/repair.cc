#include "tools/commands/repair.h"

#include <cstdint>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/manifest.h"
#include "graph/store/store.h"
#include "proto/manifest.pb.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

// Where the manifest is damaged, the store's own checksums have to do.
absl::StatusOr<graph::GenerationContent> ReadWithoutManifest(const GraphDirectory& directory,
                                                             uint64_t generation) {
  graph::GenerationContent content;
  NORN_ASSIGN_OR_RETURN(const graph::Store store, directory.OpenStore(generation));
  NORN_ASSIGN_OR_RETURN(content.graph, store.ReadGraph());
  NORN_ASSIGN_OR_RETURN(content.articles, store.ReadArticles());
  // Nobody knows any more what extracted it. It is not an import: it has articles.
  if (!content.articles.empty()) content.extractor_version = "unknown";
  return content;
}

absl::Status MendCurrent(GraphDirectory& directory, Streams& streams) {
  const absl::StatusOr<uint64_t> current = directory.Current();
  if (!absl::IsDataLoss(current.status())) return current.status();
  const std::optional<uint64_t> sound = directory.NewestSound();
  if (!sound.has_value()) return current.status();
  NORN_RETURN_IF_ERROR(directory.MakeCurrent(*sound));
  streams.out << "mended: CURRENT points to generation " << *sound << ", the newest sound one\n";
  return absl::OkStatus();
}

absl::Status MendGeneration(GraphDirectory& directory, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  const absl::Status damage = directory.Check(current);
  if (!absl::IsDataLoss(damage)) return damage;
  const bool has_manifest = directory.ReadManifest(current).ok();
  absl::StatusOr<graph::GenerationContent> content =
      has_manifest ? directory.ReadContent(current) : ReadWithoutManifest(directory, current);
  if (!content.ok()) {
    const std::optional<uint64_t> sound = directory.NewestSound(current);
    return absl::DataLossError(absl::StrCat(
        content.status().message(), "; it cannot be made from what is there",
        sound.has_value() ? absl::StrCat(": norn rollback --graph ", directory.path(), " ", *sound,
                                         " goes back to a sound generation")
                          : ""));
  }
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.Publish(*content));
  streams.out << "mended: generation " << manifest.generation() << " is made from the store of "
              << current << " (" << damage.message() << ")\n";
  return absl::OkStatus();
}

// They were kept to go back to; nobody can.
absl::Status DiscardDamaged(GraphDirectory& directory, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  for (const uint64_t generation : directory.Generations()) {
    if (generation == current || !absl::IsDataLoss(directory.Check(generation))) continue;
    NORN_RETURN_IF_ERROR(directory.Discard(generation));
    streams.out << "removed: generation " << generation << ", which was damaged and is not read\n";
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Repair(const std::string& graph, Streams& streams) {
  NORN_RETURN_IF_ERROR(GraphDirectory::Open(graph).status());
  NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::OpenForWriting(graph));
  NORN_RETURN_IF_ERROR(MendCurrent(directory, streams));
  NORN_RETURN_IF_ERROR(MendGeneration(directory, streams));
  return DiscardDamaged(directory, streams);
}

}  // namespace norn::tools
