#include "graph/store/generation_writer.h"

#include <malloc.h>

#include <cstdint>
#include <future>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/file_checksums.h"
#include "graph/store/store.h"
#include "graph/view/view_builder.h"

namespace norn::graph {

absl::StatusOr<proto::Manifest> WriteGeneration(const std::string& folder,
                                                const GenerationContent& content,
                                                const StepHook& hook) {
  NORN_RETURN_IF_ERROR(hook("write store"));
  NORN_RETURN_IF_ERROR(base::MakeFolders(folder));
  // Its end is waited for, also where the view's errors end this first.
  std::future<absl::StatusOr<uint64_t>> store = std::async([&content, &folder] {
    return Store::Write(absl::StrCat(folder, "/store"), content.graph, content.articles);
  });
  NORN_RETURN_IF_ERROR(hook("write view"));
  NORN_ASSIGN_OR_RETURN(const std::string view, BuildView(content.graph));
  NORN_RETURN_IF_ERROR(base::WriteFileSynced(absl::StrCat(folder, "/view"), view));
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, store.get());
  NORN_RETURN_IF_ERROR(WriteFileChecksums(folder));
  return MakeManifest(content, checksum, view);
}

absl::StatusOr<proto::Manifest> WriteGeneration(const std::string& folder, ColumnarGraph graph,
                                                const StepHook& hook) {
  NORN_RETURN_IF_ERROR(hook("write store"));
  NORN_RETURN_IF_ERROR(base::MakeFolders(folder));
  // Its end is waited for, also where the view's errors end this first.
  std::future<absl::StatusOr<uint64_t>> store =
      std::async([&graph, &folder] { return Store::Write(absl::StrCat(folder, "/store"), graph); });
  NORN_RETURN_IF_ERROR(hook("write view"));
  const absl::StatusOr<uint64_t> view = BuildViewFile(graph, absl::StrCat(folder, "/view"));
  NORN_ASSIGN_OR_RETURN(const uint64_t store_checksum, store.get());
  NORN_RETURN_IF_ERROR(WriteFileChecksums(folder));
  NORN_RETURN_IF_ERROR(view.status());
  proto::Manifest manifest = MakeManifest(graph, store_checksum, *view);
  { const ColumnarGraph done(std::move(graph)); }
  // Reading back maps the view: the memory that is free now must not count twice.
  malloc_trim(0);
  return manifest;
}

}  // namespace norn::graph
