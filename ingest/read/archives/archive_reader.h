// The members of an archive one after the other, each as a stream, out of a stream: nothing is kept
// but a piece at a time, and no more than a limit comes out in all.
//
//   ArchiveReader archive(input.stream(), {});
//   while (true) {
//     NORN_ASSIGN_OR_RETURN(const bool more, archive.Next());
//     if (!more) break;
//     Use(archive.path(), archive.member());
//   }
#ifndef NORN_INGEST_READ_ARCHIVES_ARCHIVE_READER_H_
#define NORN_INGEST_READ_ARCHIVES_ARCHIVE_READER_H_

#include <archive.h>

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

struct ArchiveLimits {
  uint64_t bytes = uint64_t{8} << 30;  // that come out of it, all members together
  size_t members = 200000;
};

class ArchiveReader {
 public:
  // `in` outlives it. Read are zip and tar, either compressed or not, and single compressed files.
  ArchiveReader(std::istream& in, const ArchiveLimits& limits);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // Goes to the next member that is a file; false at the end. kInvalidArgument for what is damaged,
  // encrypted or past a limit: nothing can be read behind it.
  absl::StatusOr<bool> Next();

  // The member's path in the archive; "data" for a single compressed file.
  const std::string& path() const { return path_; }
  // Whether the input is one compressed file, and no archive.
  bool is_single() const;
  // The member's bytes; ends early where they are damaged or past the limit.
  std::istream& member() { return *member_; }
  // Why the member ended early; OK: it did not.
  const absl::Status& member_status() const;

 private:
  class Source;
  class Member;

  struct Free {
    void operator()(archive* it) const { archive_read_free(it); }
  };

  absl::Status Open();
  absl::Status Damaged() const;

  const ArchiveLimits limits_;
  size_t members_ = 0;
  bool is_open_ = false;
  std::string path_;
  std::unique_ptr<Source> source_;
  std::unique_ptr<archive, Free> archive_;
  std::unique_ptr<Member> buffer_;
  std::unique_ptr<std::istream> member_;
};

// The name of a zip's first member, and what stands behind it; empty: `head` begins no zip.
absl::string_view FirstOfZip(absl::string_view head);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARCHIVES_ARCHIVE_READER_H_
