#include "ingest/shard_file.h"

#include <sstream>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using testing::HasSubstr;

proto::Article ArticleOf(int i) {
  proto::Article article;
  article.set_name(absl::StrCat(i, ".txt"));
  article.set_sha256(absl::StrCat("hash", i));
  article.set_text(absl::StrCat("text ", i));
  return article;
}

std::string ShardOfThree() {
  std::ostringstream out;
  ShardWriter writer(out, {"1.2", 2, 7});
  for (int i = 0; i < 3; ++i) {
    proto::Extraction record;
    *record.mutable_article() = ArticleOf(i);
    EXPECT_TRUE(writer.Add(ArticleOf(i), record).ok());
  }
  EXPECT_TRUE(writer.Finish().ok());
  return out.str();
}

struct Read {
  absl::StatusOr<ShardHeader> header;
  std::vector<std::string> names;
};

Read ReadBytes(const std::string& bytes) {
  std::istringstream in(bytes);
  std::vector<std::string> names;
  auto header = ReadShard(in, "part.shard", [&](proto::Article article, std::string record) {
    proto::Extraction parsed;
    EXPECT_TRUE(parsed.ParseFromString(record) || !record.empty());
    names.push_back(article.name());
  });
  return {std::move(header), names};
}

TEST(ShardFileTest, GivesBackWhatWasWritten) {
  const Read read = ReadBytes(ShardOfThree());
  ASSERT_TRUE(read.header.ok()) << read.header.status();
  EXPECT_EQ(read.header->extractor_version, "1.2");
  EXPECT_EQ(read.header->shard, 2);
  EXPECT_EQ(read.header->of, 7);
  EXPECT_THAT(read.names, testing::ElementsAre("0.txt", "1.txt", "2.txt"));
}

TEST(ShardFileTest, EveryTruncationAndEveryFlippedByteIsFound) {
  const std::string bytes = ShardOfThree();
  for (size_t i = 0; i < bytes.size(); ++i) {
    EXPECT_FALSE(ReadBytes(bytes.substr(0, i)).header.ok()) << i;
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x11);
    const absl::Status status = ReadBytes(damaged).header.status();
    EXPECT_TRUE(absl::IsDataLoss(status) || absl::IsFailedPrecondition(status)) << i << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("part.shard")) << i;
  }
  EXPECT_FALSE(ReadBytes(bytes + "x").header.ok());
}

TEST(ShardFileTest, EachArticleIsInOneShard) {
  std::vector<int> counts(7);
  for (int i = 0; i < 700; ++i) {
    const uint32_t shard = ShardOf(ArticleOf(i), 7);
    ASSERT_GE(shard, 1);
    ASSERT_LE(shard, 7);
    EXPECT_EQ(ShardOf(ArticleOf(i), 7), shard);
    ++counts[shard - 1];
  }
  for (const int count : counts) EXPECT_GT(count, 50);
  EXPECT_EQ(ShardOf(ArticleOf(5), 1), 1);
}

}  // namespace
}  // namespace norn::ingest
