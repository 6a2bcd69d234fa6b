#include "graph/store/file_checksums.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/manifest.h"
#include "graph/store/sealed_lines.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

constexpr absl::string_view kStore = "store/";

std::string ListPath(const std::string& folder) { return absl::StrCat(folder, "/CHECKSUMS"); }

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

// Sorted, so that the same files give the same text.
absl::StatusOr<std::vector<std::string>> FilesOf(const std::string& store) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(store, error), end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  if (error) return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot read ", store));
  std::sort(names.begin(), names.end());
  return names;
}

absl::Status Damaged(absl::string_view path, absl::string_view what) {
  return absl::DataLossError(absl::StrCat(path, " is damaged: ", what, "; build the graph again"));
}

}  // namespace

absl::StatusOr<std::string> FileChecksum(const std::string& path) {
  const std::unique_ptr<XXH3_state_t, FreeState> checksum(XXH3_createState());
  XXH3_64bits_reset(checksum.get());
  NORN_RETURN_IF_ERROR(base::ReadPieces(path, [&checksum](absl::string_view piece) {
    XXH3_64bits_update(checksum.get(), piece.data(), piece.size());
  }));
  return ChecksumText(XXH3_64bits_digest(checksum.get()));
}

absl::Status WriteFileChecksums(const std::string& folder) {
  NORN_ASSIGN_OR_RETURN(const std::vector<std::string> names,
                        FilesOf(absl::StrCat(folder, "/", kStore)));
  std::string lines;
  for (const std::string& name : names) {
    const std::string file = absl::StrCat(kStore, name);
    NORN_ASSIGN_OR_RETURN(const std::string checksum,
                          FileChecksum(absl::StrCat(folder, "/", file)));
    absl::StrAppend(&lines, checksum, " ", file, "\n");
  }
  return base::WriteFileSynced(ListPath(folder), SealedLines(lines));
}

absl::Status VerifyFileChecksums(const std::string& folder) {
  NORN_ASSIGN_OR_RETURN(const std::string text, base::ReadFile(ListPath(folder)));
  const std::optional<absl::string_view> lines = LinesOf(text);
  if (!lines.has_value()) return Damaged(ListPath(folder), "its own checksum does not fit");
  for (const absl::string_view line : absl::StrSplit(*lines, '\n', absl::SkipEmpty())) {
    const std::pair<absl::string_view, absl::string_view> entry =
        absl::StrSplit(line, absl::MaxSplits(' ', 1));
    const std::string file = absl::StrCat(folder, "/", entry.second);
    NORN_ASSIGN_OR_RETURN(const std::string checksum, FileChecksum(file));
    if (checksum != entry.first) return Damaged(file, "its bytes are not those that were written");
  }
  return absl::OkStatus();
}

}  // namespace norn::graph
