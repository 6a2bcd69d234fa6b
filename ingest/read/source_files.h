// From what the user names as a source to the files in it.
//
//   std::vector<SourceFile> files = ListSource("news/", problems);
#ifndef NORN_INGEST_READ_SOURCE_FILES_H_
#define NORN_INGEST_READ_SOURCE_FILES_H_

#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/read/format/read_result.h"

namespace norn::ingest {

// The file itself, or all files below a folder, sorted by path, without hidden ones. Links to
// folders are followed, each folder once. Files and folders in it of which `skip` says so are left
// out without a word. What cannot be listed is added to `problems`.
std::vector<std::string> ListSource(const std::string& source, std::vector<ReadProblem>& problems,
                                    const std::function<bool(const std::string&)>& skip = nullptr);

// The file, to be read. kNotFound where it is gone, kInvalidArgument where it is none (a pipe, a
// device), kUnavailable where it cannot be opened.
absl::StatusOr<std::unique_ptr<std::istream>> OpenFile(const std::string& path);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_SOURCE_FILES_H_
