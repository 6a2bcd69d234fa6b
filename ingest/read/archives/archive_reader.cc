#include "ingest/read/archives/archive_reader.h"

#include <archive_entry.h>

#include <streambuf>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"

namespace norn::ingest {
namespace {

constexpr size_t kPieceBytes = size_t{1} << 16;

}  // namespace

// The packed bytes.
class ArchiveReader::Source {
 public:
  explicit Source(std::istream& in) : in_(in), piece_(kPieceBytes, '\0') {}

  static la_ssize_t Read(archive* /*archive*/, void* self, const void** piece) {
    auto* source = static_cast<Source*>(self);
    source->in_.read(source->piece_.data(), static_cast<std::streamsize>(source->piece_.size()));
    *piece = source->piece_.data();
    source->read_ += static_cast<uint64_t>(source->in_.gcount());
    return source->in_.gcount();
  }

  uint64_t read() const { return read_; }

 private:
  uint64_t read_ = 0;
  std::istream& in_;
  std::string piece_;
};

// The unpacked bytes of the member that the archive stands at.
class ArchiveReader::Member : public std::streambuf {
 public:
  Member(archive* archive, const Source& source, uint64_t limit)
      : archive_(archive), source_(source), limit_(limit), piece_(kPieceBytes, '\0') {}

  void StartNext() {
    setg(nullptr, nullptr, nullptr);
    status_ = absl::OkStatus();
  }

  const absl::Status& status() const { return status_; }

 protected:
  int_type underflow() override {
    if (!status_.ok()) return traits_type::eof();
    const la_ssize_t got = archive_read_data(archive_, piece_.data(), piece_.size());
    if (got < 0) {
      const char* const why = archive_error_string(archive_);
      status_ = absl::InvalidArgumentError(
          absl::StrCat("the archive is damaged or encrypted: ", why == nullptr ? "unknown" : why));
      return traits_type::eof();
    }
    given_ += static_cast<uint64_t>(got);
    if (given_ > limit_ || IsBomb()) {
      status_ = absl::InvalidArgumentError(
          "more comes out of the archive than the limit; unpack it, and name "
          "what you need");
      return traits_type::eof();
    }
    if (got == 0) return traits_type::eof();
    setg(piece_.data(), piece_.data(), piece_.data() + got);
    return traits_type::to_int_type(piece_[0]);
  }

 private:
  // No text is packed so tightly.
  bool IsBomb() const {
    constexpr uint64_t kHarmless = uint64_t{64} << 20;
    constexpr uint64_t kTightest = 250;
    return given_ > kHarmless && given_ / kTightest > source_.read();
  }

  archive* archive_;
  const Source& source_;
  const uint64_t limit_;
  uint64_t given_ = 0;
  std::string piece_;
  absl::Status status_;
};

ArchiveReader::ArchiveReader(std::istream& in, const ArchiveLimits& limits)
    : limits_(limits),
      source_(std::make_unique<Source>(in)),
      archive_(archive_read_new()),
      buffer_(std::make_unique<Member>(archive_.get(), *source_, limits.bytes)),
      member_(std::make_unique<std::istream>(buffer_.get())) {}

ArchiveReader::~ArchiveReader() = default;

absl::Status ArchiveReader::Damaged() const {
  const char* const why = archive_error_string(archive_.get());
  return absl::InvalidArgumentError(
      absl::StrCat("the archive is damaged: ", why == nullptr ? "unknown" : why));
}

absl::Status ArchiveReader::Open() {
  archive* const it = archive_.get();
  for (const auto support : {&archive_read_support_filter_gzip, &archive_read_support_filter_xz,
                             &archive_read_support_filter_zstd, &archive_read_support_filter_bzip2,
                             &archive_read_support_format_zip, &archive_read_support_format_tar,
                             &archive_read_support_format_raw}) {
    support(it);
  }
  is_open_ = true;
  const int opened = archive_read_open(it, source_.get(), nullptr, &Source::Read, nullptr);
  return opened == ARCHIVE_OK ? absl::OkStatus() : Damaged();
}

bool ArchiveReader::is_single() const {
  return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW;
}

const absl::Status& ArchiveReader::member_status() const { return buffer_->status(); }

absl::StatusOr<bool> ArchiveReader::Next() {
  if (!is_open_) NORN_RETURN_IF_ERROR(Open());
  while (true) {
    archive_entry* entry = nullptr;
    const int found = archive_read_next_header(archive_.get(), &entry);
    if (found == ARCHIVE_EOF) return false;
    if (found < ARCHIVE_WARN) return Damaged();
    // Neither an archive nor compressed: what is left of a damaged one.
    if (is_single() && archive_filter_code(archive_.get(), 0) == ARCHIVE_FILTER_NONE) {
      return absl::InvalidArgumentError("the archive is damaged: its beginning is not one's");
    }
    if (++members_ > limits_.members) {
      return absl::InvalidArgumentError(
          absl::StrCat("the archive has more than ", limits_.members,
                       " members; unpack it, and name what you need"));
    }
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* const path = archive_entry_pathname_utf8(entry);
    const char* const bytes = path == nullptr ? archive_entry_pathname(entry) : path;
    path_ = bytes == nullptr ? "" : bytes;
    buffer_->StartNext();
    member_->clear();
    return true;
  }
}

absl::string_view FirstOfZip(absl::string_view head) {
  constexpr size_t kName = 30;
  if (!absl::StartsWith(head, "PK\x03\x04") || head.size() < kName) return {};
  return head.substr(kName);
}

}  // namespace norn::ingest
