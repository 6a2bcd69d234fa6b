#include "graph/store/cache.h"

#include <filesystem>
#include <fstream>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

class CacheTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::remove_all(path_); }
  void TearDown() override { fs::remove_all(path_); }
  const std::string path_ = ::testing::TempDir() + "/cache_test";
};

TEST_F(CacheTest, KeepsWhatWasPut) {
  const std::string bytes("any \0 bytes", 11);
  {
    Cache cache = Cache::Open(path_).value();
    EXPECT_EQ(cache.Get("k"), std::nullopt);
    ASSERT_TRUE(cache.Put("k", bytes).ok());
    ASSERT_TRUE(cache.Put("empty", "").ok());
    EXPECT_EQ(cache.Get("k"), bytes);
  }
  const Cache again = Cache::Open(path_).value();
  EXPECT_EQ(again.Get("k"), bytes);
  EXPECT_EQ(again.Get("empty"), "");
  EXPECT_EQ(again.Get("other"), std::nullopt);
}

TEST_F(CacheTest, DamagedCacheIsMadeAnew) {
  { ASSERT_TRUE(Cache::Open(path_)->Put("k", "v").ok()); }
  std::ofstream(path_ + "/CURRENT", std::ios::binary) << "no manifest's name";
  Cache cache = Cache::Open(path_).value();
  EXPECT_EQ(cache.Get("k"), std::nullopt);
  ASSERT_TRUE(cache.Put("k", "v2").ok());
  EXPECT_EQ(cache.Get("k"), "v2");
}

// Whatever byte of whatever file is damaged: it opens, and gives what was put, or nothing.
TEST_F(CacheTest, NeverGivesWhatWasNotPut) {
  { ASSERT_TRUE(Cache::Open(path_)->Put("key", "value").ok()); }
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
      const auto cache = Cache::Open(copy.string());
      ASSERT_TRUE(cache.ok()) << entry.path() << " " << i << " " << cache.status();
      EXPECT_EQ(cache->Get("key").value_or("value"), "value");
    }
  }
  fs::remove_all(copy);
}

}  // namespace
}  // namespace norn::graph
