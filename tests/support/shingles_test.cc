#include "tests/support/shingles.h"

#include "gtest/gtest.h"

namespace norn::tests {
namespace {

TEST(ShinglesTest, CountRunsOfFourWords) {
  const ShingleScore same = CompareShingles("Én, to – tre: fire fem.", "Én to tre fire fem");
  EXPECT_EQ(same.precision, 1);
  EXPECT_EQ(same.recall, 1);
  const ShingleScore longer = CompareShingles("a b c d", "a b c d e");
  EXPECT_EQ(longer.precision, 0.5);
  EXPECT_EQ(longer.recall, 1);
  const ShingleScore nothing = CompareShingles("a b c d", "");
  EXPECT_EQ(nothing.recall, 0);
  EXPECT_EQ(F1(nothing), 0);
  EXPECT_EQ(F1(longer), 2.0 / 3);
}

}  // namespace
}  // namespace norn::tests
