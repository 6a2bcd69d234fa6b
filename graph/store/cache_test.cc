#include "graph/store/cache.h"

#include <filesystem>
#include <fstream>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kToday = 20000;

class CacheTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::remove_all(path_); }
  void TearDown() override { fs::remove_all(path_); }
  const std::string path_ = ::testing::TempDir() + "/cache_test";
};

TEST_F(CacheTest, KeepsWhatWasPut) {
  const std::string bytes("any \0 bytes", 11);
  {
    Cache cache = Cache::Open(path_, kToday).value();
    EXPECT_EQ(cache.Get("k"), std::nullopt);
    ASSERT_TRUE(cache.Put("k", bytes).ok());
    ASSERT_TRUE(cache.Put("empty", "").ok());
    EXPECT_EQ(cache.Get("k"), bytes);
  }
  const Cache again = Cache::Open(path_, kToday).value();
  EXPECT_EQ(again.Get("k"), bytes);
  EXPECT_EQ(again.Get("empty"), "");
  EXPECT_EQ(again.Get("other"), std::nullopt);
}

TEST_F(CacheTest, DamagedCacheIsMadeAnew) {
  { ASSERT_TRUE(Cache::Open(path_, kToday)->Put("k", "v").ok()); }
  std::ofstream(path_ + "/CURRENT", std::ios::binary) << "no manifest's name";
  Cache cache = Cache::Open(path_, kToday).value();
  EXPECT_EQ(cache.Get("k"), std::nullopt);
  ASSERT_TRUE(cache.Put("k", "v2").ok());
  EXPECT_EQ(cache.Get("k"), "v2");
}

TEST_F(CacheTest, ForgetsWhatWasNotAskedForInALongTime) {
  const CacheLimits limits = {.max_days = 60};
  {
    Cache cache = Cache::Open(path_, kToday).value();
    ASSERT_TRUE(cache.Put("used", "v").ok());
    ASSERT_TRUE(cache.Put("unused", "v").ok());
  }
  {
    Cache later = Cache::Open(path_, kToday + 50).value();
    EXPECT_EQ(later.Get("used"), "v");
    ASSERT_TRUE(later.Trim(limits).ok());
    EXPECT_EQ(later.Get("unused"), "v") << "asked for, and so kept";
    ASSERT_TRUE(later.Put("new", "v").ok());
  }
  Cache cache = Cache::Open(path_, kToday + 111).value();
  ASSERT_TRUE(cache.Put("today", "v").ok());
  ASSERT_TRUE(cache.Trim(limits).ok());
  for (const char* key : {"used", "unused", "new"}) EXPECT_EQ(cache.Get(key), std::nullopt) << key;
  EXPECT_EQ(cache.Get("today"), "v");
}

TEST_F(CacheTest, ForgetsTheOldestWhereItIsTooBig) {
  const std::string bytes(1000, 'x');
  for (uint32_t day = 0; day < 10; ++day) {
    ASSERT_TRUE(Cache::Open(path_, kToday + day)->Put(std::to_string(day), bytes).ok());
  }
  Cache cache = Cache::Open(path_, kToday + 10).value();
  ASSERT_TRUE(cache.Trim({.max_days = 60, .max_bytes = 4100}).ok());
  for (uint32_t day = 0; day < 10; ++day) {
    EXPECT_EQ(cache.Get(std::to_string(day)).has_value(), day >= 6) << day;
  }
}

TEST_F(CacheTest, TrimsOnceADayAndNothingWhenTheClockWasSetBack) {
  { ASSERT_TRUE(Cache::Open(path_, kToday)->Put("k", "v").ok()); }
  Cache cache = Cache::Open(path_, 100).value();
  ASSERT_TRUE(cache.Trim({.max_days = 0}).ok());
  EXPECT_EQ(cache.Get("k"), "v");
  ASSERT_TRUE(cache.Trim({.max_days = 60, .max_bytes = 0}).ok());
  EXPECT_EQ(cache.Get("k"), "v") << "it was trimmed today";
  ASSERT_TRUE(cache.Trim({.max_days = 60, .max_bytes = 0}, true).ok());
  EXPECT_EQ(cache.Get("k"), std::nullopt);
}

// Whatever byte of whatever file is damaged: it opens, and gives what was put, or nothing.
TEST_F(CacheTest, NeverGivesWhatWasNotPut) {
  { ASSERT_TRUE(Cache::Open(path_, kToday)->Put("key", "value").ok()); }
  const fs::path copy = path_ + "_damaged";
  for (const auto& entry : fs::directory_iterator(path_)) {
    for (uintmax_t i = 0; i < entry.file_size(); i += 11) {
      fs::remove_all(copy);
      fs::copy(path_, copy, fs::copy_options::recursive);
      std::fstream file(copy / entry.path().filename(),
                        std::ios::binary | std::ios::in | std::ios::out);
      file.seekg(static_cast<std::streamoff>(i));
      const int byte = file.get();
      file.seekp(static_cast<std::streamoff>(i));
      file.put(static_cast<char>(byte ^ 0x5a));
      file.close();
      const auto cache = Cache::Open(copy.string(), kToday);
      ASSERT_TRUE(cache.ok()) << entry.path() << " " << i << " " << cache.status();
      EXPECT_EQ(cache->Get("key").value_or("value"), "value");
    }
  }
  fs::remove_all(copy);
}

}  // namespace
}  // namespace norn::graph
