#include "tools/export/text/human_number.h"

#include <cstdint>
#include <limits>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

TEST(HumanNumberTest, WritesNumbersAsPeopleDo) {
  struct Row {
    double number;
    const char* text;
  };
  for (const Row& row :
       {Row{0, "0"}, Row{7, "7"}, Row{999, "999"}, Row{1645, "1,645"}, Row{-1645, "-1,645"},
        Row{-999, "-999"}, Row{123456, "123,456"}, Row{6e8, "600 million"},
        Row{1.5e6, "1.5 million"}, Row{1.25e9, "1.25 billion"}, Row{1234567, "1,234,567"},
        Row{2e12, "2 trillion"}, Row{2.5, "2.5"}, Row{0.125, "0.12"}, Row{1e18, "1e+18"}}) {
    EXPECT_EQ(HumanNumber(row.number), row.text);
  }
  EXPECT_EQ(HumanNumber(std::numeric_limits<double>::infinity()), "inf");
}

TEST(HumanNumberTest, OtherValuesStandAsTheyAre) {
  EXPECT_EQ(HumanNumber(graph::Value(40000)), "40,000");
  EXPECT_EQ(HumanNumber(graph::Value(3e6)), "3 million");
  EXPECT_EQ(HumanNumber(graph::Value("some")), "some");
  EXPECT_EQ(HumanNumber(graph::Value(std::numeric_limits<int64_t>::max())),
            "9,223,372,036,854,775,807");
}

}  // namespace
}  // namespace norn::tools
