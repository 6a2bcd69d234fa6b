#include "query/values/value.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

using Kind = Value::Kind;

TEST(ValueTest, KeepsWhatItIsMadeOf) {
  EXPECT_TRUE(Value().is_null());
  EXPECT_TRUE(Value::Bool(true).is_true());
  EXPECT_FALSE(Value::Int(1).is_true());
  EXPECT_EQ(Value::Int(INT64_MIN).integer(), INT64_MIN);
  EXPECT_EQ(Value::Int(2).number(), 2.0);
  EXPECT_EQ(Value::Float(0.5).number(), 0.5);
  EXPECT_EQ(Value::String("Fram").text(), "Fram");
  EXPECT_EQ(Value::String("").text(), "");
  EXPECT_EQ(Value::Node(7u).index(), 7);
  EXPECT_EQ(Value::Of(graph::Date{3}).date().days, 3);
}

TEST(ValueTest, MapsAreSortedAndTheLastOfAKeyCounts) {
  const Value map = Value::Map({{"b", Value::Int(1)}, {"a", Value()}, {"b", Value::Int(2)}});
  ASSERT_EQ(map.map().size(), 2);
  EXPECT_EQ(map.map()[0].first, "a");
  EXPECT_EQ(map.Find("b")->integer(), 2);
  EXPECT_TRUE(map.Find("a")->is_null());
  EXPECT_EQ(map.Find("c"), nullptr);
}

TEST(ValueTest, CopiesShareAndTheLastOneFrees) {
  const int64_t before = LiveValueBytes();
  {
    const Value list = Value::List({Value::String("Fram"), Value::Int(1892)});
    const int64_t with_one = LiveValueBytes();
    EXPECT_GT(with_one, before);
    Value copy = list;
    EXPECT_EQ(LiveValueBytes(), with_one);
    copy = Value();
    const Value moved = std::move(copy);
    EXPECT_TRUE(moved.is_null());
    EXPECT_EQ(list.list()[0].text(), "Fram");
  }
  EXPECT_EQ(LiveValueBytes(), before);
}

TEST(ValueTest, KnowsWhetherItNeedsTheViewOfItsNumbersAndTexts) {
  const std::string pool = "Fram";
  NodeRecord record;
  record.id = "ship/fram";
  for (const Value& alone : {Value::Int(1), Value::String("Fram"), Value::Node(record),
                             Value::List({Value::Node(record)})}) {
    EXPECT_FALSE(alone.needs_view());
  }
  for (const Value& leaning :
       {Value::Node(1u), Value::Borrowed(pool), Value::List({Value::Borrowed(pool)}),
        Value::Map({{"a", Value::Relationship(1u)}})}) {
    EXPECT_TRUE(leaning.needs_view());
  }
}

TEST(ValueTest, NothingIsMadeThatIsNestedTooDeep) {
  const uint64_t before = ValuesTooDeep();
  Value value;
  for (uint32_t level = 1; level <= kMaxValueDepth; ++level) {
    value = Value::List({value});
    ASSERT_EQ(value.depth(), level);
  }
  EXPECT_EQ(ValuesTooDeep(), before);
  EXPECT_TRUE(Value::List({value}).is_null());
  EXPECT_TRUE(Value::Map({{"a", value}}).is_null());
  EXPECT_EQ(ValuesTooDeep(), before + 2);
}

TEST(ValueTest, WhatIsSharedIsWrittenAsOftenAsItStandsThere) {
  Value doubled = Value::String(std::string(100, 'x'));
  const int64_t once = doubled.written_bytes();
  for (int i = 0; i < 20; ++i) doubled = Value::List({doubled, doubled});
  EXPECT_GE(doubled.written_bytes(), once << 20);
}

TEST(ValueTest, IsAPropertyWhereAGraphCanHoldIt) {
  for (const graph::Value& stored :
       {graph::Value(), graph::Value(true), graph::Value(7), graph::Value(0.5),
        graph::Value("Fram"), graph::Value(graph::Date{3}), graph::Value(graph::LocalTime{1}),
        graph::Value(graph::Value::List{graph::Value(1), graph::Value("x")})}) {
    EXPECT_EQ(Value::Of(stored).ToGraphValue(), stored);
  }
  EXPECT_TRUE(Value::Map({}).ToGraphValue().is_null());
  EXPECT_TRUE(Value::Node(1u).ToGraphValue().is_null());
}

TEST(ValueTest, KindsHaveTheLanguagesNames) {
  EXPECT_EQ(KindName(Kind::kNull), "NULL");
  EXPECT_EQ(KindName(Kind::kLocalDateTime), "LOCAL DATETIME");
}

}  // namespace
}  // namespace norn::query
