#include "ingest/read/format/collecting_output.h"

#include <sstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::SizeIs;

// A format whose files begin with "#" or are called so, and hold one inner file.
const Format& HashFormat() {
  static constexpr Format kFormat = {
      "hash",
      [](const Input& input) {
        if (absl::StartsWith(input.head(), "#")) return Fit::kSignature;
        return absl::EndsWith(input.name().name, ".hash") ? Fit::kName : Fit::kNone;
      },
      [](Input& input, const FormatOptions& options, FormatOutput& output) {
        const auto bytes = input.ReadAll(options.max_file_bytes);
        if (!bytes.ok()) return output.AddProblem(input.name().place, bytes.status());
        std::istringstream stream(*bytes);
        Input inner({"a!b", "b", input.name().origin + "!b"}, stream);
        output.Read(inner);
        output.AddNote("a!b", "is inside");
      }};
  return kFormat;
}

TEST(CollectingOutputTest, KeepsWhatAReaderFinds) {
  CollectingOutput output;
  EXPECT_EQ(output.Problem(), "");
  proto::Article article;
  article.set_text("Moe");
  output.Add(std::move(article));
  output.AddProblem("a:1", absl::InvalidArgumentError("no text"));
  output.AddProblem("a:2", absl::InvalidArgumentError("no date"));
  output.AddNote("a", "by its bytes");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].text(), "Moe");
  EXPECT_EQ(output.Problem(), "a:1: no text; a:2: no date");
  ASSERT_THAT(output.notes, SizeIs(1));
  EXPECT_EQ(output.notes[0].place, "a");
  EXPECT_EQ(output.notes[0].text, "by its bytes");
}

TEST(CollectingOutputTest, KeepsWhatLiesInsideAsAnArticleOfItsBytes) {
  const CollectingOutput output = ReadBytes(HashFormat(), "a", "#1");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].name(), "b");
  EXPECT_EQ(output.articles[0].origin(), "/n/a!b");
  EXPECT_EQ(output.articles[0].text(), "#1");
  EXPECT_THAT(output.notes, SizeIs(1));
}

TEST(CollectingOutputTest, ReadsUnderTheLimitsThatAreGiven) {
  FormatOptions options;
  options.max_file_bytes = 2;
  EXPECT_THAT(ReadBytes(HashFormat(), "a", "#12", options).articles, SizeIs(0));
  EXPECT_THAT(ReadBytes(HashFormat(), "a", "#12", options).problems, SizeIs(1));
}

TEST(CollectingOutputTest, FitsByContentOrByName) {
  EXPECT_TRUE(Fits(HashFormat(), "a", "#"));
  EXPECT_TRUE(Fits(HashFormat(), "a.hash", ""));
  EXPECT_FALSE(Fits(HashFormat(), "a", "b#"));
}

}  // namespace
}  // namespace norn::ingest
