#include "graph/store/cache.h"

#include <cstdint>
#include <cstring>

#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/rocks.h"
#include "rocksdb/db.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

// Of the key too: a value that comes up under another key is as wrong as a damaged one.
std::string Checksum(absl::string_view key, absl::string_view bytes) {
  const uint64_t seed = XXH3_64bits(key.data(), key.size());
  const uint64_t checksum = XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
  return std::string(reinterpret_cast<const char*>(&checksum), sizeof(checksum));
}

absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const std::string& path) {
  rocksdb::Options options = RocksOptions();
  options.create_if_missing = true;
  rocksdb::DB* opened = nullptr;
  NORN_RETURN_IF_ERROR(FromRocks(rocksdb::DB::Open(options, path, &opened), path));
  return std::unique_ptr<rocksdb::DB>(opened);
}

}  // namespace

absl::StatusOr<Cache> Cache::Open(const std::string& path) {
  auto db = OpenDatabase(path);
  if (absl::IsDataLoss(db.status())) {
    // It is only a cache.
    NORN_RETURN_IF_ERROR(RemoveTree(path));
    db = OpenDatabase(path);
  }
  NORN_RETURN_IF_ERROR(db.status());
  return Cache(path, *std::move(db));
}

Cache::Cache(std::string path, std::unique_ptr<rocksdb::DB> db)
    : path_(std::move(path)), db_(std::move(db)) {}
Cache::Cache(Cache&&) noexcept = default;
Cache& Cache::operator=(Cache&&) noexcept = default;
Cache::~Cache() = default;

std::optional<std::string> Cache::Get(absl::string_view key) const {
  std::string stored;
  if (!db_->Get(rocksdb::ReadOptions(), ToSlice(key), &stored).ok()) return std::nullopt;
  if (stored.size() < sizeof(uint64_t)) return std::nullopt;
  std::string bytes = stored.substr(sizeof(uint64_t));
  if (stored.compare(0, sizeof(uint64_t), Checksum(key, bytes)) != 0) return std::nullopt;
  return bytes;
}

absl::Status Cache::Put(absl::string_view key, absl::string_view bytes) {
  const std::string stored = Checksum(key, bytes) + std::string(bytes);
  return FromRocks(db_->Put(rocksdb::WriteOptions(), ToSlice(key), stored), path_);
}

}  // namespace norn::graph
