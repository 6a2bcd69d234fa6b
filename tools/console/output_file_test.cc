#include "tools/console/output_file.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "gmock/gmock.h"
#include "graph/store/graph_folder.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class OutputFileTest : public testing::Test {
 protected:
  OutputFileTest() : folder_(fs::path(testing::TempDir()) / "output_file_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  std::string Path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string Read(const std::string& path) {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  size_t Files() const {
    return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
  }
  static void Write(const std::string& path, const std::string& text) {
    auto file = OutputFile::Create(path);
    ASSERT_TRUE(file.ok()) << file.status();
    file->stream() << text;
    ASSERT_TRUE(file->Commit().ok());
  }

  fs::path folder_;
};

TEST_F(OutputFileTest, AppearsWithCommitOnly) {
  {
    auto file = OutputFile::Create(Path("a"));
    ASSERT_TRUE(file.ok()) << file.status();
    file->stream() << "half";
    file->stream().flush();
    EXPECT_FALSE(fs::exists(Path("a")));
  }
  EXPECT_EQ(Files(), 0);
  Write(Path("a"), "whole");
  EXPECT_EQ(Read(Path("a")), "whole");
  EXPECT_EQ(Files(), 1);
}

TEST_F(OutputFileTest, RemovesWhatAKilledProcessLeftAndNothingElse) {
  std::ofstream(Path("a.norn-17.tmp")) << "half";
  std::ofstream(Path("b.norn-17.tmp")) << "half of another";
  std::ofstream(Path("a.norn-notes")) << "somebody's";
  auto other = OutputFile::Create(Path("b"));
  ASSERT_TRUE(other.ok());
  Write(Path("a"), "whole");
  EXPECT_FALSE(fs::exists(Path("a.norn-17.tmp")));
  EXPECT_TRUE(fs::exists(Path("a.norn-notes")));
  ASSERT_TRUE(other->Commit().ok());
  EXPECT_EQ(Files(), 3);
}

TEST_F(OutputFileTest, KnowsItsTemporaryFilesByName) {
  auto mine = OutputFile::Create(Path("a"));
  ASSERT_TRUE(mine.ok());
  const std::string name = fs::directory_iterator(folder_)->path().filename().string();
  EXPECT_TRUE(IsTemporaryOutput(name)) << name;
  EXPECT_FALSE(IsTemporaryOutput("a.tmp"));
  EXPECT_FALSE(IsTemporaryOutput("a.norn-notes"));
}

TEST_F(OutputFileTest, RefusesAPlaceInAGraph) {
  fs::create_directories(folder_ / "graph/generations");
  ASSERT_TRUE(graph::MarkAsGraph(Path("graph")).ok());
  for (const char* name : {"graph/CURRENT", "graph/generations/a.svg", "graph/NORN-GRAPH"}) {
    const absl::Status status = OutputFile::Create(Path(name)).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kPermissionDenied) << name;
    EXPECT_THAT(std::string(status.message()), HasSubstr("lies in the graph")) << name;
  }
}

TEST_F(OutputFileTest, WithoutCommitTheOldFileStays) {
  Write(Path("a"), "old");
  {
    auto file = OutputFile::Create(Path("a"));
    ASSERT_TRUE(file.ok());
    file->stream() << "new";
  }
  EXPECT_EQ(Read(Path("a")), "old");
}

TEST_F(OutputFileTest, KeepsTheOldFilesPermissions) {
  Write(Path("a"), "old");
  ASSERT_EQ(chmod(Path("a").c_str(), 0640), 0);
  Write(Path("a"), "new");
  EXPECT_EQ(fs::status(Path("a")).permissions(), fs::perms(0640));
}

TEST_F(OutputFileTest, ReplacesWhatALinkPointsTo) {
  Write(Path("a"), "old");
  fs::create_symlink("a", Path("link"));
  Write(Path("link"), "new");
  EXPECT_TRUE(fs::is_symlink(Path("link")));
  EXPECT_EQ(Read(Path("a")), "new");
}

TEST_F(OutputFileTest, NeverReplacesADevice) {
  Write("/dev/null", "gone");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(OutputFileTest, SaysWhyItCannotBeMade) {
  for (const std::string& path : {Path("missing/a"), Path("")}) {
    const auto file = OutputFile::Create(path);
    ASSERT_EQ(file.status().code(), absl::StatusCode::kPermissionDenied) << path;
    EXPECT_THAT(std::string(file.status().message()), HasSubstr(path));
  }
}

TEST_F(OutputFileTest, AFailedWriteIsNoticed) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "needs /dev/full";
  auto file = OutputFile::Create("/dev/full");
  ASSERT_TRUE(file.ok());
  file->stream() << "text";
  EXPECT_EQ(file->Commit().code(), absl::StatusCode::kUnknown);
}

}  // namespace
}  // namespace norn::tools
