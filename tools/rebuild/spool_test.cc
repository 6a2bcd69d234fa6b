#include "tools/rebuild/spool.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;

class SpoolTest : public testing::Test {
 protected:
  SpoolTest() : folder_(fs::path(testing::TempDir()) / "spool_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "in");
  }
  void Put(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / "in" / name) << text;
  }
  std::string Archived(const std::string& name) {
    std::ifstream in(folder_ / "archive" / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  size_t Empty() {
    const auto taken = EmptySpool((folder_ / "in").string(), (folder_ / "archive").string());
    EXPECT_TRUE(taken.ok()) << taken.status();
    return taken.value_or(0);
  }
  size_t Left() { return std::distance(fs::directory_iterator(folder_ / "in"), {}); }

  fs::path folder_;
};

TEST_F(SpoolTest, WhatLiesThereIsMovedIntoTheArchive) {
  Put("a.txt", "one");
  fs::create_directories(folder_ / "in/day");
  Put("day/b.txt", "two");
  EXPECT_EQ(Empty(), 2);
  EXPECT_EQ(Archived("a.txt"), "one");
  EXPECT_EQ(Archived("day/b.txt"), "two");
  EXPECT_EQ(Left(), 0);
  EXPECT_EQ(Empty(), 0);
}

TEST_F(SpoolTest, WhatIsBeingWrittenStays) {
  for (const char* const name : {".a.txt", "a.txt.tmp", "a.txt.part"}) Put(name, "half");
  EXPECT_EQ(Empty(), 0);
  EXPECT_EQ(Left(), 3);
}

TEST_F(SpoolTest, NothingInTheArchiveIsReplaced) {
  for (const char* const text : {"one", "two", "three"}) {
    Put("a.txt", text);
    EXPECT_EQ(Empty(), 1);
  }
  EXPECT_EQ(Archived("a.txt"), "one");
  EXPECT_EQ(Archived("2/a.txt"), "two");
  EXPECT_EQ(Archived("3/a.txt"), "three");
}

TEST_F(SpoolTest, ASpoolThatIsNotThereIsNotFound) {
  const auto taken = EmptySpool((folder_ / "nowhere").string(), (folder_ / "archive").string());
  EXPECT_TRUE(absl::IsNotFound(taken.status())) << taken.status();
}

}  // namespace
}  // namespace norn::tools
