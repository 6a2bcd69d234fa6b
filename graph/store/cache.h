// The cache of extraction records: bytes under keys, which may vanish at any time and are then made
// again. Only the holder of the graph directory's lock opens it.
//
//   ASSIGN_OR_RETURN(Cache cache, Cache::Open(directory.ExtractionsPath()));
//   if (auto bytes = cache.Get(key)) return *bytes;
//   NORN_RETURN_IF_ERROR(cache.Put(key, bytes));
//
// Get and Put may be called from many threads.
#ifndef NORN_GRAPH_STORE_CACHE_H_
#define NORN_GRAPH_STORE_CACHE_H_

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

class Cache {
 public:
  // Makes the folder if need be. A cache that is damaged is thrown away and made anew.
  static absl::StatusOr<Cache> Open(const std::string& path);

  Cache(Cache&&) noexcept;
  Cache& operator=(Cache&&) noexcept;
  ~Cache();

  // Nothing if it is not there, or not what was put.
  std::optional<std::string> Get(absl::string_view key) const;
  // What was put may be lost when the machine stops, never when the program is killed.
  absl::Status Put(absl::string_view key, absl::string_view bytes);

 private:
  Cache(std::string path, std::unique_ptr<rocksdb::DB> db);

  std::string path_;
  std::unique_ptr<rocksdb::DB> db_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_CACHE_H_
