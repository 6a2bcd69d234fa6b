// The cache of extraction records: bytes under keys, which may vanish at any time and are then made
// again. Only the holder of the graph directory's lock opens it. It forgets what was not asked for
// in a long time, and the oldest of the rest where it grows too big.
//
//   NORN_ASSIGN_OR_RETURN(Cache cache, Cache::Open(directory.ExtractionsPath(), Today()));
//   if (auto bytes = cache.Get(key)) return *bytes;
//   NORN_RETURN_IF_ERROR(cache.Put(key, bytes));
//   NORN_RETURN_IF_ERROR(cache.Trim());
//
// Get and Put may be called from many threads.
#ifndef NORN_GRAPH_STORE_CACHE_H_
#define NORN_GRAPH_STORE_CACHE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace rocksdb {
class DB;
}  // namespace rocksdb

namespace norn::graph {

struct CacheLimits {
  // What was neither put nor asked for in as many days is forgotten.
  uint32_t max_days = 60;
  // Of keys and values before compression.
  uint64_t max_bytes = uint64_t{16} << 30;
};

class Cache {
 public:
  // Makes the folder if need be. A cache that is damaged is thrown away and made anew. `today` is a
  // number of days since some day; a clock that was set back forgets nothing.
  static absl::StatusOr<Cache> Open(const std::string& path, uint32_t today);

  Cache(Cache&&) noexcept;
  Cache& operator=(Cache&&) noexcept;
  ~Cache();

  // Nothing if it is not there, or not what was put. The key must not be empty.
  std::optional<std::string> Get(absl::string_view key) const;
  // What was put may be lost when the machine stops, never when the program is killed.
  absl::Status Put(absl::string_view key, absl::string_view bytes);

  // Forgets what is beyond the limits. Reads all of the cache, and so only once a day, or where
  // `always`.
  absl::Status Trim(const CacheLimits& limits = {}, bool always = false);

 private:
  Cache(std::string path, std::unique_ptr<rocksdb::DB> db, uint32_t today);

  std::string path_;
  uint32_t today_;
  std::unique_ptr<rocksdb::DB> db_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_CACHE_H_
