#include "query/values/value_type.h"

#include "gtest/gtest.h"

namespace norn::query {
namespace {

TEST(ValueType, NamesWhatListsHold) {
  const Value one = Value::Int(1);
  const Value text = Value::String("a");
  EXPECT_EQ(ValueTypeText(Value()), "NULL");
  EXPECT_EQ(ValueTypeText(one), "INTEGER NOT NULL");
  EXPECT_EQ(ValueTypeText(Value::List({})), "LIST<NOTHING> NOT NULL");
  EXPECT_EQ(ValueTypeText(Value::List({Value()})), "LIST<NULL> NOT NULL");
  EXPECT_EQ(ValueTypeText(Value::List({one, text, one})),
            "LIST<STRING NOT NULL | INTEGER NOT NULL> NOT NULL");
  EXPECT_EQ(ValueTypeText(Value::List({one, Value()})), "LIST<INTEGER> NOT NULL");
  EXPECT_EQ(ValueTypeText(Value::List({Value::List({one})})),
            "LIST<LIST<INTEGER NOT NULL> NOT NULL> NOT NULL");
}

}  // namespace
}  // namespace norn::query
