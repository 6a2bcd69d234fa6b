#include "query/values/value_order.h"

#include <cmath>
#include <vector>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

Value L(Value::Items items) { return Value::List(std::move(items)); }
Value I(int64_t v) { return Value::Int(v); }
Value F(double v) { return Value::Float(v); }
Value S(const char* v) { return Value::String(v); }

TEST(Equals, FollowsThreeValuedLogic) {
  struct Row {
    Value a, b;
    Truth truth;
  };
  const std::vector<Row> rows = {
      {I(1), F(1.0), Truth::kTrue},
      {I(1), S("1"), Truth::kFalse},
      {Value(), Value(), Truth::kUnknown},
      {F(NAN), F(NAN), Truth::kFalse},
      {L({I(1), Value()}), L({I(1), I(2)}), Truth::kUnknown},
      {L({I(1), Value()}), L({I(2), I(2)}), Truth::kFalse},
      {L({I(1)}), L({I(1), Value()}), Truth::kFalse},
      {Value::Map({{"a", I(1)}}), Value::Map({{"a", Value()}}), Truth::kUnknown},
      {Value::Map({{"a", I(1)}}), Value::Map({{"b", I(1)}}), Truth::kFalse},
      {I(9007199254740993), F(9007199254740992.0), Truth::kFalse},
      {Value::Node(1), Value::Node(1), Truth::kTrue},
  };
  for (size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(Equals(rows[i].a, rows[i].b), rows[i].truth) << i;
    EXPECT_EQ(Equals(rows[i].b, rows[i].a), rows[i].truth) << i;
  }
}

TEST(Less, IsUnknownBetweenKinds) {
  EXPECT_EQ(Less(I(1), F(1.5)), Truth::kTrue);
  EXPECT_EQ(Less(I(1), S("a")), Truth::kUnknown);
  EXPECT_EQ(Less(F(NAN), I(1)), Truth::kFalse);
  EXPECT_EQ(Less(L({I(1), I(2)}), L({I(1), I(3)})), Truth::kTrue);
  EXPECT_EQ(LessOrEqual(L({I(1)}), L({I(1)})), Truth::kTrue);
  EXPECT_EQ(Less(Value(), I(1)), Truth::kUnknown);
}

TEST(Compare, OrdersAllKinds) {
  const std::vector<Value> ascending = {Value::Map({}),
                                        Value::Node(0),
                                        Value::Relationship(0),
                                        L({}),
                                        L({I(1)}),
                                        Value::Path({{Value::Node(0)}, {}}),
                                        Value::Of(graph::Date{0}),
                                        Value::Of(graph::Duration{}),
                                        S("a"),
                                        S("b"),
                                        Value::Bool(false),
                                        Value::Bool(true),
                                        F(-INFINITY),
                                        I(1),
                                        F(1.5),
                                        I(2),
                                        F(INFINITY),
                                        F(NAN),
                                        Value()};
  for (size_t i = 0; i < ascending.size(); ++i) {
    for (size_t j = 0; j < ascending.size(); ++j) {
      int order = Compare(ascending[i], ascending[j]);
      EXPECT_EQ(order < 0, i < j) << i << " " << j;
      EXPECT_EQ(order == 0, i == j) << i << " " << j;
    }
  }
}

TEST(Hash, IsEqualForEquivalentValues) {
  const std::pair<Value, Value> equivalent[] = {
      {I(1), F(1.0)},         {F(NAN), F(-NAN)}, {Value(), Value()}, {S("a"), Value::Borrowed("a")},
      {L({I(1)}), L({F(1)})}, {F(0.0), F(-0.0)}};
  for (const auto& [a, b] : equivalent) {
    EXPECT_TRUE(Equivalent(a, b));
    EXPECT_EQ(Hash(a), Hash(b));
  }
}

}  // namespace
}  // namespace norn::query
