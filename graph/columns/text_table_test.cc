#include "graph/columns/text_table.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using testing::ElementsAre;

TEST(TextTable, GivesEqualTextsOneNumber) {
  TextTable texts;
  EXPECT_EQ(texts.Add("b"), 0);
  EXPECT_EQ(texts.Add(""), 1);
  EXPECT_EQ(texts.Add("b"), 0);
  EXPECT_EQ(texts.size(), 2);
  EXPECT_EQ(texts.Find("b"), 0);
  EXPECT_EQ(texts.Find("c"), std::nullopt);
  const std::string zero("b\0", 2);
  EXPECT_EQ(texts.Add(zero), 2);
  EXPECT_EQ(texts[2], zero);
}

TEST(TextTable, SortsByBytesAndLeavesOutWhatIsNotUsed) {
  TextTable texts;
  for (const char* text : {"ø", "b", "unused", "", "a"}) texts.Add(text);
  EXPECT_THAT(texts.Sort({true, true, false, true, true}), ElementsAre(3, 2, kNoText, 0, 1));
  ASSERT_EQ(texts.size(), 4);
  EXPECT_EQ(texts[0], "");
  EXPECT_EQ(texts[3], "ø");
}

TEST(TextTable, KeepsTextsWhileManyMoreCome) {
  TextTable texts;
  for (int i = 0; i < 50000; ++i) ASSERT_EQ(texts.Add("text " + std::to_string(i)), i);
  ASSERT_EQ(texts.Add(std::string(1 << 20, 'x')), 50000);
  for (int i = 0; i < 50000; ++i) ASSERT_EQ(texts.Add("text " + std::to_string(i)), i);
  EXPECT_EQ(texts[49999], "text 49999");
}

}  // namespace
}  // namespace norn::graph
