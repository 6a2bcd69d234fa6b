#include "tools/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;

absl::Status CannotCreate(int error, const std::string& path) {
  return absl::PermissionDeniedError(
      absl::StrCat("cannot create ", path, ": ", std::strerror(error)));
}

absl::Status CannotWrite(int error, const std::string& path) {
  return absl::UnknownError(absl::StrCat("writing ", path, " failed: ", std::strerror(error)));
}

// To disk before the rename: otherwise a power cut may leave an empty file under the new name.
int SyncFile(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return errno;
  const int error = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  return error;
}

}  // namespace

struct OutputFile::State {
  std::string path;       // as the user named it
  std::string target;     // what is replaced
  std::string temporary;  // empty: `target` is written directly
  std::ofstream stream;

  ~State() {
    stream.close();
    if (!temporary.empty()) unlink(temporary.c_str());
  }
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

std::ostream& OutputFile::stream() { return state_->stream; }

absl::StatusOr<OutputFile> OutputFile::Create(const std::string& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->target = path;
  std::error_code error;
  const fs::file_status there = fs::status(path, error);
  if (fs::is_directory(there)) return CannotCreate(EISDIR, path);
  if (fs::exists(there) && !fs::is_regular_file(there)) {
    state->stream.open(path, std::ios::binary);
    if (!state->stream) return CannotCreate(errno, path);
    return OutputFile(std::move(state));
  }
  if (fs::exists(there)) state->target = fs::canonical(path, error).string();
  const std::string temporary = absl::StrCat(state->target, ".norn-", getpid(), ".tmp");
  // O_EXCL: never through a link that somebody else has put there.
  unlink(temporary.c_str());
  const int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return CannotCreate(errno, path);
  if (fs::exists(there)) fchmod(fd, static_cast<mode_t>(there.permissions()) & 0777);
  close(fd);
  state->temporary = temporary;
  state->stream.open(temporary, std::ios::binary);
  if (!state->stream) return CannotCreate(errno, path);
  return OutputFile(std::move(state));
}

absl::Status OutputFile::Commit() {
  errno = 0;
  state_->stream.close();
  if (!state_->stream) return CannotWrite(errno != 0 ? errno : EIO, state_->path);
  if (state_->temporary.empty()) return absl::OkStatus();
  if (const int error = SyncFile(state_->temporary); error != 0) {
    return CannotWrite(error, state_->path);
  }
  if (rename(state_->temporary.c_str(), state_->target.c_str()) != 0) {
    return CannotWrite(errno, state_->path);
  }
  state_->temporary.clear();
  return absl::OkStatus();
}

}  // namespace norn::tools
