#include "tools/import/csv_source.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

// No text file begins like that: gzip, xz, zstd, bzip2, zip.
bool IsPacked(absl::string_view head) {
  static constexpr std::array<absl::string_view, 5> kSignatures = {"\x1F\x8B",
                                                                   "\xFD"
                                                                   "7zXZ",
                                                                   "\x28\xB5\x2F\xFD", "BZh",
                                                                   "PK\x03\x04"};
  for (const absl::string_view signature : kSignatures) {
    if (absl::StartsWith(head, signature)) return true;
  }
  return false;
}

}  // namespace

CsvSource::CsvSource(const std::string& path) : path_(path), file_(path, std::ios::binary) {}

absl::StatusOr<std::unique_ptr<CsvSource>> CsvSource::Open(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return absl::NotFoundError(absl::StrCat(path, " is a folder, not a CSV file"));
  }
  errno = 0;
  std::unique_ptr<CsvSource> source(new CsvSource(path));
  if (!source->file_) {
    return absl::NotFoundError(absl::StrCat("cannot read ", path, ": ", strerror(errno)));
  }
  NORN_RETURN_IF_ERROR(source->Unpack());
  return source;
}

absl::Status CsvSource::Unpack() {
  // A pipe cannot be wound back, but what was read can be put back into the stream's buffer.
  std::array<char, 6> head = {};
  file_.read(head.data(), head.size());
  const std::streamsize count = file_.gcount();
  file_.clear();
  for (std::streamsize i = 0; i < count; ++i) file_.unget();
  if (!IsPacked({head.data(), static_cast<size_t>(count)})) return absl::OkStatus();
  archive_ = std::make_unique<ingest::ArchiveReader>(
      file_, ingest::ArchiveLimits{.bytes = uint64_t{1} << 40, .members = 2});
  const absl::StatusOr<bool> has_member = archive_->Next();
  if (has_member.ok() && *has_member) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(
      path_, ": ", has_member.ok() ? "there is no file in it" : has_member.status().message()));
}

absl::Status CsvSource::Finish() {
  if (file_.bad()) return absl::UnknownError(absl::StrCat("reading ", path_, " failed"));
  if (archive_ == nullptr) return absl::OkStatus();
  absl::Status status = archive_->member_status();
  if (status.ok()) {
    const absl::StatusOr<bool> more = archive_->Next();
    status = more.status();
    if (more.ok() && *more) {
      status = absl::InvalidArgumentError("several files are in it: unpack them, and name each");
    }
  }
  if (status.ok()) return status;
  return absl::InvalidArgumentError(absl::StrCat(path_, ": ", status.message()));
}

}  // namespace norn::tools
