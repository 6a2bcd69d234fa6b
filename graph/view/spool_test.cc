#include "graph/view/spool.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

std::string Content(const Spool& spool) {
  std::string content;
  EXPECT_TRUE(
      spool
          .Read([&content](absl::string_view piece) { content.append(piece.data(), piece.size()); })
          .ok());
  return content;
}

TEST(Spool, GivesBackWhatWasAppendedFromMemoryAndFromAFile) {
  for (const std::string& folder : {std::string(), testing::TempDir()}) {
    Spool spool(folder);
    std::string expected;
    for (uint32_t i = 0; i < 700000; ++i) {
      spool.AppendNumber(i);
      expected.append(reinterpret_cast<const char*>(&i), sizeof(i));
    }
    spool.Append("end");
    expected += "end";
    EXPECT_EQ(spool.size(), expected.size());
    EXPECT_TRUE(Content(spool) == expected) << folder;
    const Spool moved(std::move(spool));
    EXPECT_TRUE(Content(moved) == expected) << folder;
  }
}

TEST(Spool, AlignsWithZeros) {
  Spool spool;
  spool.Align();
  EXPECT_EQ(spool.size(), 0);
  spool.Append("abc");
  spool.Align();
  spool.Align();
  EXPECT_EQ(Content(spool), std::string("abc\0\0\0\0\0", 8));
}

TEST(Spool, LeavesNoFileAndTellsWhenItCannotWrite) {
  const std::string folder = testing::TempDir() + "/spool";
  std::filesystem::create_directories(folder);
  Spool spool(folder);
  spool.Append(std::string(3 << 20, 'x'));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  Spool nowhere(folder + "/missing");
  nowhere.Append(std::string(3 << 20, 'x'));
  EXPECT_FALSE(nowhere.Read([](absl::string_view) {}).ok());
}

}  // namespace
}  // namespace norn::graph
