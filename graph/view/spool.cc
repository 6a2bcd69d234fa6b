#include "graph/view/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"

namespace norn::graph {
namespace {

// A file that is gone as soon as it is closed, also when the process is killed.
int OpenWithoutName(const std::string& folder) {
  const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  // Some file systems have no such files.
  std::string name = absl::StrCat(folder, "/spool-XXXXXX");
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) unlink(name.c_str());
  return named;
}

}  // namespace

Spool::Spool(std::string folder) : folder_(std::move(folder)) {}

Spool::Spool(Spool&& other) noexcept
    : folder_(std::move(other.folder_)),
      buffer_(std::move(other.buffer_)),
      size_(other.size_),
      file_(std::exchange(other.file_, -1)),
      status_(std::move(other.status_)) {}

Spool::~Spool() {
  if (file_ >= 0) close(file_);
}

void Spool::Align() { Append(absl::string_view("\0\0\0\0\0\0\0", (8 - size_ % 8) % 8)); }

void Spool::Flush() {
  if (file_ < 0) file_ = OpenWithoutName(folder_);
  absl::string_view left = buffer_;
  while (!left.empty() && status_.ok()) {
    const ssize_t written = write(file_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      status_ = absl::ErrnoToStatus(errno, absl::StrCat("cannot write into ", folder_));
    } else {
      left.remove_prefix(static_cast<size_t>(written));
    }
  }
  buffer_.clear();
}

absl::Status Spool::Read(const std::function<void(absl::string_view piece)>& use) const {
  NORN_RETURN_IF_ERROR(status_);
  std::string piece(file_ < 0 ? 0 : kMostBuffered, '\0');
  const uint64_t in_file = size_ - buffer_.size();
  for (uint64_t at = 0; at < in_file;) {
    const size_t wanted = std::min<uint64_t>(piece.size(), in_file - at);
    const ssize_t got = pread(file_, piece.data(), wanted, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      return absl::ErrnoToStatus(got == 0 ? EIO : errno,
                                 absl::StrCat("cannot read back ", folder_));
    }
    use({piece.data(), static_cast<size_t>(got)});
    at += static_cast<uint64_t>(got);
  }
  use(buffer_);
  return absl::OkStatus();
}

}  // namespace norn::graph
