#include "graph/store/generation_check.h"

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "graph/store/evidence_check.h"
#include "graph/store/file_checksums.h"
#include "graph/store/store.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"

namespace norn::graph {
namespace {

constexpr uint32_t kFirstWithFileChecksums = 2;

absl::Status Damaged(absl::string_view path, absl::string_view what) {
  return absl::DataLossError(absl::StrCat(path, ": ", what, "; build the graph again"));
}

absl::StatusOr<Store> OpenVerifiedStore(const std::string& path, const proto::Manifest& manifest) {
  NORN_ASSIGN_OR_RETURN(Store store, Store::Open(path));
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, store.Checksum());
  if (ChecksumText(checksum) == manifest.store_checksum()) return store;
  return Damaged(path, "the store's checksum is not the manifest's");
}

absl::Status VerifyView(const std::string& path, const proto::Manifest& manifest) {
  NORN_ASSIGN_OR_RETURN(const std::string checksum, FileChecksum(path));
  if (checksum != manifest.view_checksum()) {
    return Damaged(path, "the view's checksum is not the manifest's");
  }
  const absl::StatusOr<View> view = View::Open(path);
  // As it was written by an older norn: queries are answered from the store.
  if (absl::IsFailedPrecondition(view.status())) return absl::OkStatus();
  return view.ok() ? view->Verify() : view.status();
}

// Also the bytes of its files that nobody reads.
absl::StatusOr<Store> OpenStoreOfSoundFiles(const std::string& folder,
                                            const proto::Manifest& manifest) {
  if (manifest.format_version() >= kFirstWithFileChecksums) {
    NORN_RETURN_IF_ERROR(VerifyFileChecksums(folder));
  }
  return OpenVerifiedStore(absl::StrCat(folder, "/store"), manifest);
}

// Whether the view was written by a norn with another format.
bool IsOfAnotherVersion(const std::string& path) {
  return absl::IsFailedPrecondition(View::Open(path).status());
}

// Another norn may have written the same graph in other bytes.
bool SaysTheSame(const std::string& path, const PropertyGraph& graph) {
  const absl::StatusOr<View> view = View::Open(path);
  return view.ok() && view->ToPropertyGraph() == graph && view->Health().ok();
}

absl::Status CheckAgainstStore(const std::string& folder, const proto::Manifest& manifest) {
  NORN_ASSIGN_OR_RETURN(const Store store, OpenStoreOfSoundFiles(folder, manifest));
  NORN_RETURN_IF_ERROR(VerifyView(absl::StrCat(folder, "/view"), manifest));
  GenerationContent content;
  NORN_ASSIGN_OR_RETURN(content.graph, store.ReadGraph());
  NORN_ASSIGN_OR_RETURN(content.articles, store.ReadArticles());
  content.extractor_version = manifest.extractor_version();
  content.input_checksum = manifest.input_checksum();
  content.left_out = manifest.left_out();
  content.min_confidence = manifest.min_confidence();
  // It is all as it was written: what was written may be wrong.
  const absl::Status evidence = CheckEvidence(content.graph, content.articles);
  if (!evidence.ok()) return Damaged(absl::StrCat(folder, "/store"), evidence.message());
  NORN_ASSIGN_OR_RETURN(const std::string view, BuildView(content.graph));
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, store.Checksum());
  proto::Manifest made = MakeManifest(content, checksum, view);
  made.set_generation(manifest.generation());
  made.set_format_version(manifest.format_version());
  const std::string file = absl::StrCat(folder, "/view");
  if (made.view_checksum() != manifest.view_checksum()) {
    if (!IsOfAnotherVersion(file) && !SaysTheSame(file, content.graph)) {
      return Damaged(file, "the view is not the one that the store makes");
    }
    made.set_view_checksum(manifest.view_checksum());
  }
  if (PrintManifest(made) != PrintManifest(manifest)) {
    return Damaged(absl::StrCat(folder, "/MANIFEST"),
                   "the manifest does not say what the store holds");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MissingIsDamage(absl::Status status) {
  if (!absl::IsNotFound(status)) return status;
  return absl::DataLossError(absl::StrCat(status.message(), "; build the graph again"));
}

absl::Status VerifyGeneration(const std::string& folder, const proto::Manifest& manifest) {
  const absl::Status store = OpenStoreOfSoundFiles(folder, manifest).status();
  if (!store.ok()) return MissingIsDamage(store);
  return MissingIsDamage(VerifyView(absl::StrCat(folder, "/view"), manifest));
}

absl::StatusOr<GenerationContent> ReadVerifiedContent(const std::string& folder,
                                                      const proto::Manifest& manifest) {
  const absl::StatusOr<Store> store = OpenVerifiedStore(absl::StrCat(folder, "/store"), manifest);
  if (!store.ok()) return MissingIsDamage(store.status());
  GenerationContent content;
  NORN_ASSIGN_OR_RETURN(content.graph, store->ReadGraph());
  NORN_ASSIGN_OR_RETURN(content.articles, store->ReadArticles());
  content.extractor_version = manifest.extractor_version();
  content.input_checksum = manifest.input_checksum();
  content.left_out = manifest.left_out();
  content.min_confidence = manifest.min_confidence();
  return content;
}

absl::Status CheckGeneration(const std::string& folder, const proto::Manifest& manifest) {
  return MissingIsDamage(CheckAgainstStore(folder, manifest));
}

}  // namespace norn::graph
