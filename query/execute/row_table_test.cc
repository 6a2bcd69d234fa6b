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

// Rows of numbers are kept packed until one comes that is not like them.
TEST(RowTableTest, RowsKeepTheirNumbersWhenAnotherKindComes) {
  const Value many = Value::Int(int64_t{1} << 40);
  const std::vector<std::vector<Value>> others = {
      {Value::Float(0.5), Value::Int(1)}, {Value::Int(1), Value()},
      {Value::String("a"), many},         {Value::Int(-1), Value::Relationship(1)},
      {Value::Node(1), Value::Int(1)},    {many, Value::Int(-1)}};
  for (const std::vector<Value>& other : others) {
    RowTable table(2);
    for (int64_t i = -50; i < 50; ++i) {
      ASSERT_TRUE(table.FindOrAdd({Value::Int(i), Value::Node(7)}).second);
    }
    EXPECT_EQ(table.FindOrAdd(other), std::make_pair(100U, true));
    EXPECT_EQ(table.FindOrAdd(other), std::make_pair(100U, false));
    EXPECT_EQ(table.FindOrAdd({Value::Int(-50), Value::Node(7)}), std::make_pair(0U, false));
    EXPECT_EQ(table.FindOrAdd({Value::Float(49.0), Value::Node(7)}), std::make_pair(99U, false));
    EXPECT_EQ(table.row(3)[0].integer(), -47);
    EXPECT_EQ(table.row(3)[1].index(), 7);
  }
}

TEST(RowTableTest, GivesBackPackedRows) {
  RowTable table(2);
  table.FindOrAdd({Value::Int(-1), Value::Relationship(4000000000U)});
  table.FindOrAdd({Value::Int(2147483647), Value::Relationship(0)});
  EXPECT_EQ(table.FindOrAdd({Value::Float(-1.0), Value::Relationship(4000000000U)}).first, 0U);
  EXPECT_EQ(table.row(0)[0].integer(), -1);
  EXPECT_EQ(table.row(0)[1].index(), 4000000000U);
  EXPECT_EQ(table.row(1)[0].integer(), 2147483647);
  table.Clear();
  EXPECT_TRUE(table.FindOrAdd({Value::String("x"), Value()}).second);
}

TEST(RowTableTest, ARowOfNothingIsOneRow) {
  RowTable table(0);
  EXPECT_TRUE(table.FindOrAdd({}).second);
  EXPECT_FALSE(table.FindOrAdd({}).second);
}

}  // namespace
}  // namespace norn::query
