#include "query/execute/row_table.h"

#include <limits>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(RowTableTest, EquivalentRowsHaveOneNumber) {
  RowTable table(2);
  const std::vector<Value> a = {Value::Int(1), Value::String("x")};
  const std::vector<Value> b = {Value::Int(1), Value::String("y")};
  EXPECT_EQ(table.FindOrAdd(a), std::make_pair(0U, true));
  EXPECT_EQ(table.FindOrAdd(b), std::make_pair(1U, true));
  EXPECT_EQ(table.FindOrAdd({Value::Float(1.0), Value::String("x")}), std::make_pair(0U, false));
  EXPECT_EQ(table.row(1)[1].text(), "y");
}

TEST(RowTableTest, NullIsNullAndNotANumberIsItself) {
  RowTable table(1);
  const Value nan = Value::Float(std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(table.FindOrAdd({Value()}).second);
  EXPECT_FALSE(table.FindOrAdd({Value()}).second);
  EXPECT_TRUE(table.FindOrAdd({nan}).second);
  EXPECT_FALSE(table.FindOrAdd({nan}).second);
}

TEST(RowTableTest, KeepsItsNumbersWhileItGrows) {
  RowTable table(1);
  for (int64_t i = 0; i < 10000; ++i) {
    EXPECT_EQ(table.FindOrAdd({Value::Int(i)}).first, static_cast<uint32_t>(i));
  }
  for (int64_t i = 0; i < 10000; ++i) {
    EXPECT_EQ(table.FindOrAdd({Value::Int(i)}), std::make_pair(static_cast<uint32_t>(i), false));
  }
  table.Clear();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_TRUE(table.FindOrAdd({Value::Int(5)}).second);
}

TEST(RowTableTest, ARowOfNothingIsOneRow) {
  RowTable table(0);
  EXPECT_TRUE(table.FindOrAdd({}).second);
  EXPECT_FALSE(table.FindOrAdd({}).second);
}

}  // namespace
}  // namespace norn::query
