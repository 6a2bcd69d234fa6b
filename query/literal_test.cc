#include "query/literal.h"

#include <string>

#include "gtest/gtest.h"
#include "query/values/temporal.h"

namespace norn::query {
namespace {

TEST(LiteralTest, ReadsScalars) {
  EXPECT_TRUE(ParseLiteral("null")->is_null());
  EXPECT_TRUE(ParseLiteral("true")->boolean());
  EXPECT_EQ(ParseLiteral("-7")->integer(), -7);
  EXPECT_EQ(ParseLiteral("2.5")->real(), 2.5);
  EXPECT_EQ(ParseLiteral("'Bodø'")->text(), "Bodø");
}

TEST(LiteralTest, ReadsListsAndMapsOfLiterals) {
  const std::optional<Value> list = ParseLiteral("[1, [-2], {a: 'b'}]");
  ASSERT_TRUE(list.has_value());
  ASSERT_EQ(list->list().size(), 3U);
  EXPECT_EQ(list->list()[1].list()[0].integer(), -2);
  EXPECT_EQ(list->list()[2].Find("a")->text(), "b");
}

TEST(LiteralTest, ReadsTemporalConstructors) {
  EXPECT_EQ(TemporalText(*ParseLiteral("date('2025-07-04')")), "2025-07-04");
  EXPECT_EQ(TemporalText(*ParseLiteral("duration({hours: 2})")), "PT2H");
}

TEST(LiteralTest, WhatDependsOnMoreThanItsTextIsNone) {
  for (const char* text :
       {"", "1 +", "1 + 1", "x", "$x", "date()", "rand()", "toUpper('a')", "size([1])", "[x]",
        "{a: x}", "date(x)", "-x", "1/0", "count(*)", "exists { (a) }"}) {
    EXPECT_FALSE(ParseLiteral(text).has_value()) << text;
  }
}

TEST(LiteralTest, WhatHasNoValueIsNone) {
  for (const char* text : {"date('2025-13-01')", "[date('x')]", "-'a'", "-[1]", "date(7)"}) {
    EXPECT_FALSE(ParseLiteral(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace norn::query
