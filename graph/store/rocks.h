// RocksDB's statuses, options and slices in our terms. Internal to store and cache: nothing of
// RocksDB is seen beyond them.
//
//   NORN_RETURN_IF_ERROR(FromRocks(db->Put(options, ToSlice(key), ToSlice(value)), path));
#ifndef NORN_GRAPH_STORE_ROCKS_H_
#define NORN_GRAPH_STORE_ROCKS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "rocksdb/options.h"
#include "rocksdb/slice.h"
#include "rocksdb/status.h"

namespace norn::graph {

// kDataLoss for damage, kUnavailable for a database in use, kResourceExhausted for a full disk,
// kUnknown for other faults of the file system. `where` names the database.
absl::Status FromRocks(const rocksdb::Status& status, absl::string_view where);

// Without a log file, so that reading changes nothing on disk.
rocksdb::Options RocksOptions();

inline rocksdb::Slice ToSlice(absl::string_view text) { return {text.data(), text.size()}; }
inline absl::string_view ToView(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_ROCKS_H_
