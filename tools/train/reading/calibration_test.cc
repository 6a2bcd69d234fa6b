#include "tools/train/reading/calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "ingest/extract/scoring/linear_model.h"

namespace norn::train {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// So many cases of a share in hundredths, so many of them right.
struct Cases {
  uint32_t hundredths;
  size_t count;
  size_t right;
};

std::vector<JudgedShare> Judged(const std::vector<Cases>& all) {
  std::vector<JudgedShare> judged;
  for (const Cases& one : all) {
    for (size_t i = 0; i < one.count; ++i) {
      judged.push_back({one.hundredths * ingest::kWholeShare / 100, i < one.right});
    }
  }
  return judged;
}

TEST(CalibrationTest, TellsHowManyWereRightAndInterpolates) {
  // (49 + 0.5) / 100, (79 + 0.5) / 100
  EXPECT_THAT(CalibrationTable(Judged({{50, 99, 49}, {75, 99, 79}}), 5),
              ElementsAre(0, 248, 495, 795, 795));
}

TEST(CalibrationTest, JoinsNeighboursWhereTheSurerAreRightLessOften) {
  // 79 of 99, then 49 of 99: together (128 + 0.5) / 199 at 0.625.
  EXPECT_THAT(CalibrationTable(Judged({{25, 99, 9}, {50, 99, 79}, {75, 99, 49}}), 9),
              ElementsAre(0, 48, 95, 279, 462, 646, 646, 646, 646));
}

TEST(CalibrationTest, LooksAtFewCasesTogether) {
  EXPECT_THAT(CalibrationTable(Judged({{20, 10, 0}, {50, 80, 40}, {90, 9, 9}}), 3),
              ElementsAre(0, 489, 495));
  EXPECT_THAT(CalibrationTable(Judged({{50, 39, 20}})), IsEmpty());
  EXPECT_THAT(CalibrationTable({}), IsEmpty());
}

TEST(CalibrationTest, NeverFallsWhateverTheCasesAndTheirOrder) {
  std::vector<JudgedShare> cases;
  uint32_t random = 12345;
  for (int i = 0; i < 2000; ++i) {
    random = random * 1664525 + 1013904223;
    cases.push_back({random >> 16, (random & 0x300) == 0});
  }
  const std::vector<uint32_t> table = CalibrationTable(cases);
  ASSERT_EQ(table.size(), kCalibrationEntries);
  EXPECT_TRUE(std::is_sorted(table.begin(), table.end()));
  EXPECT_LE(table.back(), 1000);
  std::reverse(cases.begin(), cases.end());
  EXPECT_EQ(CalibrationTable(cases), table);
}

}  // namespace
}  // namespace norn::train
