#include "graph/store/graph_folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "base/files.h"
#include "base/status_macros.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

constexpr absl::string_view kMarkerText =
    "A knowledge graph of norn's. What is in this folder is written by norn alone.\n";

absl::Status CannotLook(const std::string& path, std::error_code error) {
  return absl::ErrnoToStatus(error.value(),
                             absl::StrCat("cannot read ", path, "; check its permissions"));
}

std::string Join(const std::string& folder, absl::string_view name) {
  return absl::StrCat(folder, "/", name);
}

// The marker as it is, or as much of it as a killed build wrote.
bool IsMarkerBegun(const std::string& file) {
  const absl::StatusOr<std::string> text = base::ReadFile(file);
  return text.ok() && absl::StartsWith(kMarkerText, *text);
}

bool IsMarked(const std::string& path) {
  const absl::StatusOr<std::string> text = base::ReadFile(Join(path, kMarkerFile));
  return text.ok() && *text == kMarkerText;
}

// A link to a numbered generation, or a generation with a manifest: nobody else has those.
bool LooksLikeOldGraph(const std::string& path) {
  std::error_code error;
  const std::string target = fs::read_symlink(Join(path, "CURRENT"), error).string();
  absl::string_view name = target;
  if (!error && absl::ConsumePrefix(&name, absl::StrCat(kGenerationsFolder, "/")) &&
      ParseGenerationName(name).has_value()) {
    return true;
  }
  for (fs::directory_iterator it(Join(path, kGenerationsFolder), error), end; !error && it != end;
       it.increment(error)) {
    if (!ParseGenerationName(it->path().filename().string()).has_value()) continue;
    const absl::StatusOr<std::string> manifest = base::ReadFile((it->path() / "MANIFEST").string());
    if (manifest.ok() && absl::StartsWith(*manifest, "format_version: ")) return true;
  }
  return false;
}

absl::StatusOr<bool> IsAsGoodAsEmpty(const std::string& path) {
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    std::error_code ignored;
    const bool is_ours =
        name == "LOCK" ||
        (name == std::string(kMarkerFile) && IsMarkerBegun(it->path().string())) ||
        (name == std::string(kGenerationsFolder) && fs::is_empty(it->path(), ignored) && !ignored);
    if (!is_ours) return false;
  }
  if (error) return CannotLook(path, error);
  return true;
}

}  // namespace

absl::StatusOr<FolderKind> KindOfFolder(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return FolderKind::kMissing;
  if (error) return CannotLook(path, error);
  if (status.type() != fs::file_type::directory) return FolderKind::kOther;
  if (IsMarked(path)) return FolderKind::kGraph;
  NORN_ASSIGN_OR_RETURN(const bool is_empty, IsAsGoodAsEmpty(path));
  if (is_empty) return FolderKind::kEmpty;
  return LooksLikeOldGraph(path) ? FolderKind::kGraph : FolderKind::kOther;
}

std::optional<std::string> GraphAround(const std::string& path) {
  std::error_code error;
  fs::path at = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) return std::nullopt;
  for (; !at.empty(); at = at.parent_path()) {
    const absl::StatusOr<FolderKind> kind = KindOfFolder(at.string());
    if (kind.ok() && *kind == FolderKind::kGraph) return at.string();
    if (at == at.parent_path()) break;
  }
  return std::nullopt;
}

absl::Status MarkAsGraph(const std::string& path) {
  if (IsMarked(path)) return absl::OkStatus();
  NORN_RETURN_IF_ERROR(base::WriteFileSynced(Join(path, kMarkerFile), kMarkerText));
  return base::SyncFolder(path);
}

absl::Status CheckMarker(const std::string& path) {
  std::error_code error;
  if (IsMarked(path) || !fs::exists(Join(path, kMarkerFile), error)) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(Join(path, kMarkerFile),
                                          " has not the text of norn's; the next build mends it"));
}

std::string GenerationName(uint64_t generation) { return absl::StrFormat("%06d", generation); }

std::optional<uint64_t> ParseGenerationName(absl::string_view name) {
  uint64_t number = 0;
  if (!std::all_of(name.begin(), name.end(), absl::ascii_isdigit) ||
      !absl::SimpleAtoi(name, &number) || GenerationName(number) != std::string(name)) {
    return std::nullopt;
  }
  return number;
}

}  // namespace norn::graph
