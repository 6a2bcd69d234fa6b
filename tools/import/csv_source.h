// A file of rows as a stream, whether it is compressed (.gz, .xz, .zst, .bz2, a .zip of one file)
// or not: its first bytes tell.
//
//   NORN_ASSIGN_OR_RETURN(const std::unique_ptr<CsvSource> source,
//   CsvSource::Open("nodes.csv.gz")); … read source->stream() to its end …
//   NORN_RETURN_IF_ERROR(source->Finish());
#ifndef NORN_TOOLS_IMPORT_CSV_SOURCE_H_
#define NORN_TOOLS_IMPORT_CSV_SOURCE_H_

#include <fstream>
#include <istream>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ingest/read/archives/archive_reader.h"

namespace norn::tools {

class CsvSource {
 public:
  // kNotFound for a folder and for what is not there or cannot be read, kInvalidArgument for a
  // damaged archive.
  static absl::StatusOr<std::unique_ptr<CsvSource>> Open(const std::string& path);

  std::istream& stream() { return archive_ == nullptr ? file_ : archive_->member(); }

  // Whether the stream ended where the file ends: kInvalidArgument for a damaged archive or one of
  // several files, kUnknown if reading failed.
  absl::Status Finish();

 private:
  explicit CsvSource(const std::string& path);
  absl::Status Unpack();

  std::string path_;
  std::ifstream file_;
  std::unique_ptr<ingest::ArchiveReader> archive_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_IMPORT_CSV_SOURCE_H_
