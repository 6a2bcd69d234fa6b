#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"

namespace norn::base {
namespace {

namespace fs = std::filesystem;

absl::Status Failed(absl::string_view what, const std::string& path, int error) {
  return absl::ErrnoToStatus(error, absl::StrCat("cannot ", what, " ", path));
}

absl::Status Failed(absl::string_view what, const std::string& path, std::error_code error) {
  return error ? Failed(what, path, error.value()) : absl::OkStatus();
}

absl::Status Sync(const std::string& path, int flags) {
  const int fd = open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return Failed("open", path, errno);
  const int result = fsync(fd);
  const int error = errno;
  close(fd);
  return result == 0 ? absl::OkStatus() : Failed("sync", path, error);
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::string bytes;
  std::error_code unknown;  // as of a pipe
  const uintmax_t size = fs::file_size(path, unknown);
  if (!unknown) bytes.reserve(size);
  NORN_RETURN_IF_ERROR(ReadPieces(
      path, [&bytes](absl::string_view piece) { bytes.append(piece.data(), piece.size()); }));
  return bytes;
}

absl::Status ReadPieces(const std::string& path,
                        const std::function<void(absl::string_view piece)>& use) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Failed("open", path, errno);
  const absl::Cleanup close_file = [fd] { close(fd); };
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = read(fd, buffer, sizeof(buffer));
    if (got == 0) return absl::OkStatus();
    if (got < 0 && errno != EINTR) return Failed("read", path, errno);
    if (got > 0) use({buffer, static_cast<size_t>(got)});
  }
}

absl::Status WriteFileSynced(const std::string& path, absl::string_view bytes) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return Failed("create", path, errno);
  absl::Cleanup close_file = [fd] { close(fd); };
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return Failed("write", path, errno);
    if (written > 0) bytes.remove_prefix(static_cast<size_t>(written));
  }
  if (fsync(fd) != 0) return Failed("sync", path, errno);
  std::move(close_file).Cancel();
  return close(fd) == 0 ? absl::OkStatus() : Failed("close", path, errno);
}

absl::Status SyncFile(const std::string& path) { return Sync(path, O_RDONLY); }

absl::Status SyncFolder(const std::string& path) { return Sync(path, O_RDONLY | O_DIRECTORY); }

absl::Status SyncTree(const std::string& path) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    const bool folder = it->is_directory(error);
    if (error) break;
    NORN_RETURN_IF_ERROR(Sync(it->path().string(), folder ? O_RDONLY | O_DIRECTORY : O_RDONLY));
  }
  NORN_RETURN_IF_ERROR(Failed("list", path, error));
  return SyncFolder(path);
}

absl::Status RemoveTree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  return Failed("remove", path, error);
}

absl::Status MakeFolders(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::absolute(path, error);
  if (error) return Failed("find", path, error);
  // Each one's name is an entry of the folder above it, and on disk only when that is synced.
  fs::path at;
  for (const fs::path& part : folder) {
    const fs::path above = at;
    at /= part;
    if (fs::create_directory(at, error)) NORN_RETURN_IF_ERROR(SyncFolder(above.string()));
    if (error) return Failed("create the folder", at.string(), error);
  }
  return absl::OkStatus();
}

absl::Status Rename(const std::string& from, const std::string& to) {
  return rename(from.c_str(), to.c_str()) == 0 ? absl::OkStatus() : Failed("rename", from, errno);
}

absl::Status ReplaceLink(const std::string& path, const std::string& target) {
  const std::string temporary = absl::StrCat(path, ".tmp");
  NORN_RETURN_IF_ERROR(RemoveTree(temporary));
  if (symlink(target.c_str(), temporary.c_str()) != 0) return Failed("link", temporary, errno);
  return Rename(temporary, path);
}

}  // namespace norn::base
