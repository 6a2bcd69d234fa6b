#include "tools/commands/repair.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "base/digest.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "graph/store/manifest.h"
#include "graph/store/store.h"
#include "ingest/reading_tools.h"
#include "proto/article.pb.h"
#include "proto/manifest.pb.h"
#include "tools/build/graph_builder.h"

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

// All articles that the manifest names, each from the newest store that still has it.
absl::StatusOr<std::vector<proto::Article>> CollectArticles(const GraphDirectory& directory,
                                                            const proto::Manifest& manifest) {
  if (manifest.articles_size() == 0) return absl::DataLossError("it was imported");
  std::vector<uint64_t> generations = directory.Generations();
  // The one that is to be mended has all of them; others only what was the same then.
  std::stable_partition(generations.rbegin(), generations.rend(),
                        [&](uint64_t number) { return number == manifest.generation(); });
  std::vector<graph::Store> stores;
  for (auto it = generations.rbegin(); it != generations.rend(); ++it) {
    absl::StatusOr<graph::Store> store = directory.OpenStore(*it);
    if (store.ok()) stores.push_back(*std::move(store));
  }
  std::vector<proto::Article> articles;
  for (const proto::Manifest::Source& source : manifest.articles()) {
    for (const graph::Store& store : stores) {
      absl::StatusOr<proto::Article> article = store.ReadArticle(source.name());
      if (!article.ok() || base::Sha256Hex(article->text()) != source.sha256()) continue;
      articles.push_back(*std::move(article));
      break;
    }
  }
  const int missing = manifest.articles_size() - static_cast<int>(articles.size());
  if (missing == 0) return articles;
  return absl::DataLossError(
      absl::StrCat(missing, " of ", manifest.articles_size(), " articles are in no store"));
}

// Why the current generation has to be built again, and of what; nothing where it is sound now.
struct ToBuild {
  std::string damage;
  proto::Manifest manifest;  // of what is damaged
  std::vector<proto::Article> articles;
};

absl::StatusOr<std::optional<ToBuild>> MendGeneration(GraphDirectory& directory, Streams& streams) {
  NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
  const absl::Status damage = directory.Check(current);
  if (damage.ok()) return std::nullopt;
  if (!absl::IsDataLoss(damage)) return damage;
  const absl::StatusOr<proto::Manifest> before = directory.ReadManifest(current);
  absl::StatusOr<graph::GenerationContent> content =
      before.ok() ? directory.ReadContent(current) : ReadWithoutManifest(directory, current);
  if (content.ok()) {
    NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, directory.Publish(*content));
    streams.out << "mended: generation " << manifest.generation() << " is made from the store of "
                << current << " (" << damage.message() << ")\n";
    return std::nullopt;
  }
  absl::Status lost = before.status();
  if (before.ok()) {
    absl::StatusOr<std::vector<proto::Article>> articles = CollectArticles(directory, *before);
    if (articles.ok()) return ToBuild{std::string(damage.message()), *before, *std::move(articles)};
    lost = articles.status();
  }
  const std::optional<uint64_t> sound = directory.NewestSound(current);
  return absl::DataLossError(absl::StrCat(
      content.status().message(), "; it cannot be made from what is there (", lost.message(), ")",
      sound.has_value() ? absl::StrCat(": norn rollback --graph ", directory.path(), " ", *sound,
                                       " goes back to a sound generation")
                        : ""));
}

// From the cache of what was read from each article, and from its text where that has not got it.
absl::Status MendFromArticles(const std::string& graph, ToBuild damaged,
                              const std::vector<std::string>& lexicons, Streams& streams) {
  BuildRequest request;
  request.graph = graph;
  request.min_confidence = damaged.manifest.min_confidence();
  NORN_ASSIGN_OR_RETURN(const ingest::ReadingTools tools, ingest::ReadingTools::With(lexicons));
  NORN_ASSIGN_OR_RETURN(const BuildReport report,
                        BuildOf(std::move(damaged.articles), tools, request, streams));
  if (!report.changed) {
    return absl::DataLossError(absl::StrCat(
        damaged.damage, "; its articles make generation ", report.rolled_back,
        ", which was rolled back: norn rollback --graph ", graph, " ", report.rolled_back));
  }
  streams.out << "mended: generation " << report.manifest.generation()
              << " is made from the articles of " << damaged.manifest.generation() << ", "
              << report.counts.cached << " of them as the cache has them (" << damaged.damage
              << ")\n";
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

absl::Status Repair(const std::string& graph, const std::vector<std::string>& lexicons,
                    Streams& streams) {
  NORN_RETURN_IF_ERROR(GraphDirectory::Open(graph).status());
  std::optional<ToBuild> to_build;
  {
    NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::OpenForWriting(graph));
    NORN_RETURN_IF_ERROR(MendCurrent(directory, streams));
    NORN_ASSIGN_OR_RETURN(to_build, MendGeneration(directory, streams));
  }
  // A build takes the lock itself.
  if (to_build.has_value()) {
    NORN_RETURN_IF_ERROR(MendFromArticles(graph, *std::move(to_build), lexicons, streams));
  }
  NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::OpenForWriting(graph));
  return DiscardDamaged(directory, streams);
}

}  // namespace norn::tools
