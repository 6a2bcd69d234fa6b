#include "tools/console/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/files.h"
#include "graph/store/graph_folder.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;

absl::Status CannotCreate(int error, const std::string& path) {
  return absl::PermissionDeniedError(
      absl::StrCat("cannot create ", path, ": ", std::strerror(error)));
}

absl::Status CannotWrite(absl::string_view why, const std::string& path) {
  return absl::UnknownError(absl::StrCat("writing ", path, " failed: ", why));
}

// "calls.svg.norn-4711.tmp", beside calls.svg.
std::string TemporaryStem(const std::string& name) { return absl::StrCat(name, ".norn-"); }

// Temporary files of this place that nobody holds any more.
void RemoveLeftOvers(const std::string& target) {
  const fs::path folder = fs::path(target).has_parent_path() ? fs::path(target).parent_path() : ".";
  const std::string stem = TemporaryStem(fs::path(target).filename().string());
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (!absl::StartsWith(name, stem) || !IsTemporaryOutput(name)) continue;
    const int fd = open(it->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) continue;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) unlink(it->path().c_str());
    close(fd);
  }
}

}  // namespace

bool IsTemporaryOutput(absl::string_view name) {
  return absl::EndsWith(name, ".tmp") && absl::StrContains(name, ".norn-");
}

struct OutputFile::State {
  std::string path;       // as the user named it
  std::string target;     // what is replaced
  std::string temporary;  // empty: `target` is written directly
  int lock = -1;          // on the temporary file: its writer is alive
  std::ofstream stream;

  ~State() {
    stream.close();
    if (!temporary.empty()) unlink(temporary.c_str());
    if (lock >= 0) close(lock);
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
  if (const auto graph = graph::GraphAround(state->target)) {
    return absl::PermissionDeniedError(
        absl::StrCat(path, " lies in the graph ", *graph, "; name a file elsewhere"));
  }
  RemoveLeftOvers(state->target);
  const std::string temporary = absl::StrCat(TemporaryStem(state->target), getpid(), ".tmp");
  // O_EXCL: never through a link that somebody else has put there.
  unlink(temporary.c_str());
  const int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return CannotCreate(errno, path);
  if (fs::exists(there)) fchmod(fd, static_cast<mode_t>(there.permissions()) & 0777);
  flock(fd, LOCK_EX | LOCK_NB);
  state->lock = fd;
  state->temporary = temporary;
  state->stream.open(temporary, std::ios::binary);
  if (!state->stream) return CannotCreate(errno, path);
  return OutputFile(std::move(state));
}

absl::Status OutputFile::Commit() {
  errno = 0;
  state_->stream.close();
  if (!state_->stream) return CannotWrite(std::strerror(errno != 0 ? errno : EIO), state_->path);
  if (state_->temporary.empty()) return absl::OkStatus();
  // To disk before the rename: otherwise a power cut may leave an empty file under the new name.
  if (const absl::Status synced = base::SyncFile(state_->temporary); !synced.ok()) {
    return CannotWrite(synced.message(), state_->path);
  }
  if (rename(state_->temporary.c_str(), state_->target.c_str()) != 0) {
    return CannotWrite(std::strerror(errno), state_->path);
  }
  state_->temporary.clear();
  return absl::OkStatus();
}

}  // namespace norn::tools
