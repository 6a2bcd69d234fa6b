#include "tools/train/network/exact_math.h"

#include <cmath>

#include "gtest/gtest.h"

namespace norn::train {
namespace {

// The same within one unit in the last place.
bool IsNear(float a, float b) { return a == b || std::nextafter(a, b) == b; }

TEST(ExactMathTest, ExpIsWithinOneUnitOfTheLibrarys) {
  for (float x = -87; x < 88; x += 0.00173F) {
    ASSERT_TRUE(IsNear(Exp(x), static_cast<float>(std::exp(static_cast<double>(x))))) << x;
  }
}

TEST(ExactMathTest, LogIsWithinOneUnitOfTheLibrarys) {
  for (float x = 1e-30F; x < 1e30F; x *= 1.00137F) {
    ASSERT_TRUE(IsNear(Log(x), static_cast<float>(std::log(static_cast<double>(x))))) << x;
  }
}

TEST(ExactMathTest, EndsOfTheRange) {
  EXPECT_EQ(Exp(0), 1);
  EXPECT_EQ(Exp(-1000), 0);
  EXPECT_EQ(Exp(-INFINITY), 0);
  EXPECT_EQ(Exp(1000), INFINITY);
  EXPECT_EQ(Log(1), 0);
}

// Known bits: the machine at hand is one of all.
TEST(ExactMathTest, GivesTheSameBitsEverywhere) {
  EXPECT_EQ(Exp(-40.7F), 0x1.375508p-59F);
  EXPECT_EQ(Log(0.3F), -0x1.34379p+0F);
}

}  // namespace
}  // namespace norn::train
