// Files and folders with statuses, and with what survives a loss of power: a file or a name is
// there for certain only after a sync of it and of its folder.
//
//   NORN_RETURN_IF_ERROR(WriteFileSynced(path, bytes));
//   NORN_RETURN_IF_ERROR(SyncFolder(parent));
#ifndef NORN_BASE_FILES_H_
#define NORN_BASE_FILES_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::base {

absl::StatusOr<std::string> ReadFile(const std::string& path);
// The same in pieces of at most a megabyte, in order.
absl::Status ReadPieces(const std::string& path,
                        const std::function<void(absl::string_view piece)>& use);
absl::Status WriteFileSynced(const std::string& path, absl::string_view bytes);
absl::Status SyncFile(const std::string& path);
absl::Status SyncFolder(const std::string& path);
// Every file and folder below `path`, and `path` itself.
absl::Status SyncTree(const std::string& path);
// Nothing to remove is no error.
absl::Status RemoveTree(const std::string& path);
// With the folders above it, synced. It may be there already.
absl::Status MakeFolders(const std::string& path);
absl::Status Rename(const std::string& from, const std::string& to);
// Makes `path` a symbolic link to `target`, in one step for whoever looks.
absl::Status ReplaceLink(const std::string& path, const std::string& target);

}  // namespace norn::base

#endif  // NORN_BASE_FILES_H_
