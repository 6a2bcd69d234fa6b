#include "ingest/analysis/conllu.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

constexpr char kSentence[] =
    "# text = Eg veit ikkje.\n"
    "1\tEg\teg\tPRON\t_\t_\t2\tnsubj\t_\t_\n"
    "2\tveit\tvite\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3-4\tikkje.\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tikkje\tikkje\tADV\t_\t_\t2\tadvmod\t_\tSpaceAfter=No|name=O\n"
    "4\t.\t$.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
    "\n";

TEST(ConlluTest, WhatIsReadIsWrittenTheSame) {
  const auto sentences = ParseConllu(kSentence);
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 1U);
  EXPECT_EQ((*sentences)[0].rows.size(), 5U);
  EXPECT_FALSE((*sentences)[0].rows[2].is_word());
  EXPECT_EQ(FormatConllu(*sentences), kSentence);
}

TEST(ConlluTest, AcceptsWindowsLinesAndAMissingLastBlankLine) {
  const auto sentences =
      ParseConllu("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n1\tb\t_\t_\t_\t_\t_\t_\t_\t_");
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  EXPECT_EQ(sentences->size(), 2U);
}

TEST(ConlluTest, NamesTheLineThatIsNotOfTheFormat) {
  for (const char* bad : {"1\ta\n", "\n\nx\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"}) {
    const auto sentences = ParseConllu(bad);
    EXPECT_EQ(sentences.status().code(), absl::StatusCode::kInvalidArgument) << bad;
    EXPECT_NE(sentences.status().message().find(": "), absl::string_view::npos) << bad;
  }
}

TEST(ConlluTest, ReadsAndReplacesOneValueOfMisc) {
  std::string misc = "_";
  SetMiscValue("name", "B-PER", misc);
  EXPECT_EQ(misc, "name=B-PER");
  misc = "SpaceAfter=No|name=O";
  SetMiscValue("name", "B-LOC", misc);
  EXPECT_EQ(misc, "SpaceAfter=No|name=B-LOC");
  EXPECT_EQ(MiscValue(misc, "name"), "B-LOC");
  EXPECT_EQ(MiscValue(misc, "nam"), "");
}

}  // namespace
}  // namespace norn::ingest
