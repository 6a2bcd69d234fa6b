#include "graph/store/cache.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <vector>

#include "absl/strings/string_view.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/rocks.h"
#include "rocksdb/db.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/table.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

// A day that a record was used on is written anew only after as many: reading must not mean
// writing all of the cache.
constexpr uint32_t kDaysBetweenStamps = 7;

// In front of each value. The empty key has a stamp alone: the day of the last Trim.
struct Stamp {
  uint32_t day;
  uint32_t reserved;
  uint64_t checksum;
};
static_assert(sizeof(Stamp) == 16);

// Of the key too: a value that comes up under another key is as wrong as a damaged one.
uint64_t Checksum(absl::string_view key, absl::string_view bytes) {
  const uint64_t seed = XXH3_64bits(key.data(), key.size());
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string Stamped(absl::string_view key, absl::string_view bytes, uint32_t day) {
  const Stamp stamp = {day, 0, Checksum(key, bytes)};
  std::string stored(reinterpret_cast<const char*>(&stamp), sizeof(stamp));
  stored.append(bytes.data(), bytes.size());
  return stored;
}

std::optional<Stamp> StampOf(absl::string_view stored) {
  Stamp stamp;
  if (stored.size() < sizeof(stamp)) return std::nullopt;
  std::memcpy(&stamp, stored.data(), sizeof(stamp));
  return stamp;
}

// A day in the future is today: the clock was set back.
uint32_t AgeOf(const Stamp& stamp, uint32_t today) { return today - std::min(stamp.day, today); }

absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const std::string& path) {
  rocksdb::Options options = RocksOptions();
  options.create_if_missing = true;
  // Each run adds a small file, which would else be searched for each record of the runs before it:
  // long where what became of all blocks (ingest/pipeline.h) is in it.
  constexpr double kBitsForKey = 10;
  options.table_factory->GetOptions<rocksdb::BlockBasedTableOptions>()->filter_policy.reset(
      rocksdb::NewBloomFilterPolicy(kBitsForKey));
  rocksdb::DB* opened = nullptr;
  NORN_RETURN_IF_ERROR(FromRocks(rocksdb::DB::Open(options, path, &opened), path));
  return std::unique_ptr<rocksdb::DB>(opened);
}

}  // namespace

absl::StatusOr<Cache> Cache::Open(const std::string& path, uint32_t today) {
  auto db = OpenDatabase(path);
  if (absl::IsDataLoss(db.status())) {
    // It is only a cache.
    NORN_RETURN_IF_ERROR(base::RemoveTree(path));
    db = OpenDatabase(path);
  }
  NORN_RETURN_IF_ERROR(db.status());
  return Cache(path, *std::move(db), today);
}

Cache::Cache(std::string path, std::unique_ptr<rocksdb::DB> db, uint32_t today)
    : path_(std::move(path)), today_(today), db_(std::move(db)) {}
Cache::Cache(Cache&&) noexcept = default;
Cache& Cache::operator=(Cache&&) noexcept = default;
Cache::~Cache() = default;

std::optional<std::string> Cache::Get(absl::string_view key) const {
  std::string stored;
  if (!db_->Get(rocksdb::ReadOptions(), ToSlice(key), &stored).ok()) return std::nullopt;
  const std::optional<Stamp> stamp = StampOf(stored);
  if (!stamp) return std::nullopt;
  std::string bytes = stored.substr(sizeof(Stamp));
  if (stamp->checksum != Checksum(key, bytes)) return std::nullopt;
  if (AgeOf(*stamp, today_) >= kDaysBetweenStamps) {
    // Without its new day it is only forgotten earlier.
    db_->Put(rocksdb::WriteOptions(), ToSlice(key), Stamped(key, bytes, today_))
        .PermitUncheckedError();
  }
  return bytes;
}

absl::Status Cache::Put(absl::string_view key, absl::string_view bytes) {
  return FromRocks(db_->Put(rocksdb::WriteOptions(), ToSlice(key), Stamped(key, bytes, today_)),
                   path_);
}

absl::Status Cache::Trim(const CacheLimits& limits, bool always) {
  std::string last;
  const bool is_known = db_->Get(rocksdb::ReadOptions(), "", &last).ok();
  const std::optional<Stamp> trimmed = is_known ? StampOf(last) : std::nullopt;
  if (!always && trimmed && trimmed->day == today_) return absl::OkStatus();

  std::vector<std::tuple<uint32_t, uint64_t, std::string>> kept;  // age, size, key
  std::vector<std::string> gone;
  uint64_t size = 0;
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options));
  for (it->SeekToFirst(); it->Valid(); it->Next()) {
    if (it->key().empty()) continue;
    const std::optional<Stamp> stamp = StampOf(ToView(it->value()));
    if (!stamp || AgeOf(*stamp, today_) > limits.max_days) {
      gone.push_back(it->key().ToString());
      continue;
    }
    const uint64_t bytes = it->key().size() + it->value().size();
    size += bytes;
    kept.emplace_back(AgeOf(*stamp, today_), bytes, it->key().ToString());
  }
  NORN_RETURN_IF_ERROR(FromRocks(it->status(), path_));
  std::sort(kept.begin(), kept.end());
  for (; size > limits.max_bytes; kept.pop_back()) {
    size -= std::get<1>(kept.back());
    gone.push_back(std::get<2>(kept.back()));
  }
  for (const std::string& key : gone) {
    NORN_RETURN_IF_ERROR(FromRocks(db_->Delete(rocksdb::WriteOptions(), key), path_));
  }
  // What is deleted takes space until the files are written anew.
  if (gone.size() > kept.size() / 4) {
    NORN_RETURN_IF_ERROR(
        FromRocks(db_->CompactRange(rocksdb::CompactRangeOptions(), nullptr, nullptr), path_));
  }
  return FromRocks(db_->Put(rocksdb::WriteOptions(), "", Stamped("", "", today_)), path_);
}

}  // namespace norn::graph
