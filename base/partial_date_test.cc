#include "base/partial_date.h"

#include <vector>

#include "gtest/gtest.h"

namespace norn::base {
namespace {

TEST(PartialDateTest, ReadsAndWritesWhatIsKnown) {
  struct Case {
    const char* text;
    PartialDate date;
  };
  for (const Case& c : std::vector<Case>{
           {"2025", {2025, 0, 0}},
           {"2025-07", {2025, 7, 0}},
           {"2025-07-04", {2025, 7, 4}},
           {"0000-12-31", {0, 12, 31}},
           {"2025-02-30", {2025, 2, 30}},
       }) {
    EXPECT_EQ(ParsePartialDate(c.text), c.date) << c.text;
    EXPECT_EQ(ToText(c.date), c.text);
  }
}

TEST(PartialDateTest, RefusesAllElse) {
  for (const char* text :
       {"", "soon", "25", "20250704", "2025-7", "2025-13", "2025-00", "2025-07-00", "2025-07-32",
        "2025/07", "2025-07-04T12", "-025", "2025-07-", "２０２５"}) {
    EXPECT_EQ(ParsePartialDate(text), std::nullopt) << text;
  }
}

TEST(PartialDateTest, KnowsShapesWhateverTheySay) {
  for (const char* text : {"2025", "2025-99", "0000-00-00"})
    EXPECT_TRUE(HasDateShape(text)) << text;
  for (const char* text : {"", "202", "2025-7", "2025_07"})
    EXPECT_FALSE(HasDateShape(text)) << text;
}

TEST(PartialDateTest, KnowsTheCalendar) {
  for (const PartialDate& date : {PartialDate{2024, 2, 29}, PartialDate{2025, 2, 0},
                                  PartialDate{2025, 0, 0}, PartialDate{2025, 12, 31}}) {
    EXPECT_TRUE(IsInCalendar(date)) << ToText(date);
  }
  for (const PartialDate& date : {PartialDate{2025, 2, 29}, PartialDate{2025, 4, 31}}) {
    EXPECT_FALSE(IsInCalendar(date)) << ToText(date);
  }
}

}  // namespace
}  // namespace norn::base
