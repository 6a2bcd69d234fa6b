#include "graph/store/file_checksums.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "graph/store/sealed_lines.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

TEST(SealedLinesTest, OnlyWhatWasSealedComesBack) {
  for (const char* lines : {"", "keep 2\n", "checksum of what\nkeep 2\n"}) {
    const std::string sealed = SealedLines(lines);
    EXPECT_EQ(LinesOf(sealed), lines);
    EXPECT_EQ(LinesOf(sealed + "\n"), std::nullopt);
    for (size_t i = 0; i < sealed.size(); ++i) {
      std::string damaged = sealed;
      damaged[i] = static_cast<char>(damaged[i] ^ 1);
      EXPECT_EQ(LinesOf(damaged), std::nullopt) << damaged;
      EXPECT_EQ(LinesOf(sealed.substr(0, i)), std::nullopt);
    }
  }
}

class FileChecksumsTest : public ::testing::Test {
 protected:
  FileChecksumsTest() {
    fs::remove_all(folder_);
    fs::create_directories(folder_ + "/store");
    Write("store/a", "one");
    Write("store/b", "two");
    EXPECT_TRUE(WriteFileChecksums(folder_).ok());
  }
  ~FileChecksumsTest() override { fs::remove_all(folder_); }

  void Write(const std::string& file, const std::string& bytes) {
    std::ofstream(folder_ + "/" + file, std::ios::binary) << bytes;
  }
  void ExpectDamage(absl::StatusCode code, const std::string& file) {
    const absl::Status status = VerifyFileChecksums(folder_);
    EXPECT_EQ(status.code(), code) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(folder_ + "/" + file));
  }

  const std::string folder_ = ::testing::TempDir() + "/file_checksums_test";
};

TEST_F(FileChecksumsTest, WhatWasWrittenIsSound) {
  EXPECT_TRUE(VerifyFileChecksums(folder_).ok());
  Write("store/c", "which RocksDB does not know");
  EXPECT_TRUE(VerifyFileChecksums(folder_).ok());
}

TEST_F(FileChecksumsTest, OtherBytesAreFoundAndNamed) {
  Write("store/b", "twO");
  ExpectDamage(absl::StatusCode::kDataLoss, "store/b");
  Write("store/b", "tw");
  ExpectDamage(absl::StatusCode::kDataLoss, "store/b");
  fs::remove(folder_ + "/store/b");
  ExpectDamage(absl::StatusCode::kNotFound, "store/b");
}

TEST_F(FileChecksumsTest, ADamagedListIsFoundAndNamed) {
  Write("CHECKSUMS", "0123456789abcdef store/a\n");
  ExpectDamage(absl::StatusCode::kDataLoss, "CHECKSUMS");
  fs::remove(folder_ + "/CHECKSUMS");
  ExpectDamage(absl::StatusCode::kNotFound, "CHECKSUMS");
}

}  // namespace
}  // namespace norn::graph
