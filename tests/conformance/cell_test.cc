#include "tests/conformance/cell.h"

#include "gtest/gtest.h"
#include "query/values/value.h"

namespace norn::conformance {
namespace {

TEST(Cell, WritingsOfOneValueAreOneText) {
  struct Row {
    const char* a;
    const char* b;
  };
  for (const Row& row : {Row{"(:B:A {y: 1, x: 'a'})", "(:A:B {x: 'a', y: 1})"},
                         Row{"{b: 2, a: [1, null]}", "{a: [1, null], b: 2}"}, Row{"1.50", "1.5"},
                         Row{"0.0", "-0.0"}, Row{"'it\\'s'", "\"it's\""}}) {
    ASSERT_TRUE(CanonicalCell(row.a, false).has_value()) << row.a;
    EXPECT_EQ(CanonicalCell(row.a, false), CanonicalCell(row.b, false)) << row.a;
  }
}

TEST(Cell, DifferentValuesAreDifferentTexts) {
  EXPECT_NE(CanonicalCell("1", false), CanonicalCell("1.0", false));
  EXPECT_NE(CanonicalCell("1", false), CanonicalCell("'1'", false));
  EXPECT_NE(CanonicalCell("[1, 2]", false), CanonicalCell("[2, 1]", false));
  EXPECT_NE(CanonicalCell("<(:A)-[:T]->(:B)>", false), CanonicalCell("<(:A)<-[:T]-(:B)>", false));
}

TEST(Cell, ListsCanBeComparedWithoutOrder) {
  EXPECT_EQ(CanonicalCell("[1, [3, 2]]", true), CanonicalCell("[[2, 3], 1]", true));
}

TEST(Cell, RejectsWhatIsNoValue) {
  for (const char* cell : {"", "[1", "(:A", "{a 1}", "1 2", "<(:A)-[:T]->"}) {
    EXPECT_FALSE(CanonicalCell(cell, false).has_value()) << cell;
  }
}

TEST(Cell, ValuesAndCellsMeet) {
  query::NodeRecord node;
  node.labels = {"A"};
  node.properties = {{"x", query::Value::Float(0.5)}};
  query::Value value =
      query::Value::List({query::Value::Node(node), query::Value(), query::Value::Bool(true)});
  EXPECT_EQ(CanonicalValue(value, false), CanonicalCell("[(:A {x: 0.5}), null, true]", false));
}

}  // namespace
}  // namespace norn::conformance
