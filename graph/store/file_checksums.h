// A checksum of each file of a generation's store, in a file of their own: RocksDB verifies what it
// reads, and it does not read all of its bytes.
//
//   NORN_RETURN_IF_ERROR(WriteFileChecksums("graph/generations/000013.tmp"));
//   NORN_RETURN_IF_ERROR(VerifyFileChecksums("graph/generations/000013"));
#ifndef NORN_GRAPH_STORE_FILE_CHECKSUMS_H_
#define NORN_GRAPH_STORE_FILE_CHECKSUMS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace norn::graph {

// As manifests have it; the file is read in pieces.
absl::StatusOr<std::string> FileChecksum(const std::string& path);

// Of each file in `folder`/store, which nobody may be writing to, into `folder`/CHECKSUMS.
absl::Status WriteFileChecksums(const std::string& folder);
// kDataLoss names the file that has other bytes, kNotFound one that is not there. Files that came
// later are nobody's.
absl::Status VerifyFileChecksums(const std::string& folder);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_FILE_CHECKSUMS_H_
