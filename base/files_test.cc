#include "base/files.h"

#include <filesystem>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::base {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class FilesTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::remove_all(root_); }
  void TearDown() override { fs::remove_all(root_); }
  const std::string root_ = ::testing::TempDir() + "/files_test";
};

TEST_F(FilesTest, WritesReadsAndRemoves) {
  ASSERT_TRUE(MakeFolders(root_ + "/a/b").ok());
  EXPECT_TRUE(MakeFolders(root_ + "/a/b").ok());
  const std::string bytes(200000, '\xff');
  ASSERT_TRUE(WriteFileSynced(root_ + "/a/b/file", bytes).ok());
  EXPECT_EQ(ReadFile(root_ + "/a/b/file").value(), bytes);
  std::string pieces;
  EXPECT_TRUE(ReadPieces(root_ + "/a/b/file", [&](absl::string_view piece) {
                pieces.append(piece.data(), piece.size());
              }).ok());
  EXPECT_EQ(pieces, bytes);
  EXPECT_FALSE(ReadPieces(root_ + "/a/b/none", [](absl::string_view) {}).ok());
  EXPECT_TRUE(SyncTree(root_).ok());
  EXPECT_TRUE(RemoveTree(root_).ok());
  EXPECT_TRUE(RemoveTree(root_).ok());
  EXPECT_FALSE(fs::exists(root_));
}

TEST_F(FilesTest, MakesFoldersBelowLinksAndBesideFolders) {
  ASSERT_TRUE(MakeFolders(root_ + "/a").ok());
  fs::create_directory_symlink("a", root_ + "/link");
  EXPECT_TRUE(MakeFolders(root_ + "/link/./b/../c/").ok());
  EXPECT_TRUE(fs::is_directory(root_ + "/a/c"));
  ASSERT_TRUE(WriteFileSynced(root_ + "/a/file", "x").ok());
  const absl::Status in_file = MakeFolders(root_ + "/a/file/d");
  EXPECT_FALSE(in_file.ok());
  EXPECT_THAT(std::string(in_file.message()), HasSubstr("files_test/a/file"));
}

TEST_F(FilesTest, FaultsNameTheFile) {
  const absl::Status status = ReadFile(root_ + "/none").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr(root_ + "/none"));
  EXPECT_EQ(WriteFileSynced(root_ + "/none/file", "x").code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(SyncTree(root_ + "/none").code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Rename(root_ + "/none", root_ + "/x").code(), absl::StatusCode::kNotFound);
}

TEST_F(FilesTest, ReplacesALinkEvenAfterAFailedTry) {
  ASSERT_TRUE(MakeFolders(root_).ok());
  fs::create_symlink("left over", root_ + "/link.tmp");
  ASSERT_TRUE(ReplaceLink(root_ + "/link", "one").ok());
  ASSERT_TRUE(ReplaceLink(root_ + "/link", "two").ok());
  EXPECT_EQ(fs::read_symlink(root_ + "/link"), "two");
  EXPECT_FALSE(fs::exists(fs::symlink_status(root_ + "/link.tmp")));
}

}  // namespace
}  // namespace norn::base
