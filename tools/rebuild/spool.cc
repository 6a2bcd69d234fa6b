#include "tools/rebuild/spool.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/files.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;

absl::Status Unreadable(const std::string& folder, const std::error_code& error) {
  return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot read the spool ", folder));
}

// Where nothing of that name is yet.
absl::StatusOr<std::string> FreePlace(const std::string& archive, const std::string& name) {
  std::string folder = archive;
  std::error_code error;
  for (int number = 2; fs::exists(fs::symlink_status(fs::path(folder) / name, error)); ++number) {
    folder = absl::StrCat(archive, "/", number);
    NORN_RETURN_IF_ERROR(base::MakeFolders(folder));
  }
  return folder;
}

}  // namespace

bool IsBeingWritten(absl::string_view name) {
  return absl::StartsWith(name, ".") || absl::EndsWith(name, ".tmp") ||
         absl::EndsWith(name, ".part");
}

absl::StatusOr<size_t> EmptySpool(const std::string& folder, const std::string& archive) {
  std::error_code error;
  std::vector<std::string> names;
  fs::directory_iterator it(folder, error);
  for (const fs::directory_iterator end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (!IsBeingWritten(name)) names.push_back(name);
  }
  if (error) return Unreadable(folder, error);
  if (names.empty()) return 0;
  std::sort(names.begin(), names.end());
  NORN_RETURN_IF_ERROR(base::MakeFolders(archive));
  for (const std::string& name : names) {
    NORN_ASSIGN_OR_RETURN(const std::string place, FreePlace(archive, name));
    const absl::Status moved =
        base::Rename(absl::StrCat(folder, "/", name), absl::StrCat(place, "/", name));
    if (!moved.ok()) {
      return absl::Status(moved.code(), absl::StrCat(moved.message(), "; a spool and its archive ",
                                                     archive, " must be on one file system"));
    }
    NORN_RETURN_IF_ERROR(base::SyncFolder(place));
  }
  NORN_RETURN_IF_ERROR(base::SyncFolder(folder));
  return names.size();
}

}  // namespace norn::tools
