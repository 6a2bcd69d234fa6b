#include "graph/model/model.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::HasSubstr;

Node MakeNode(std::string id) { return Node{.id = std::move(id), .labels = {}, .properties = {}}; }

Value Nested(int depth) {
  Value value(1);
  for (int i = 0; i < depth; ++i) value = Value(Value::List{value});
  return value;
}

TEST(NormalizeTest, SortsAndDropsNulls) {
  PropertyGraph g;
  g.nodes = {{"b", {"Person", "Actor", "Person"}, {{"name", Value("B")}, {"none", Value()}}},
             MakeNode("a")};
  g.edges = {
      {"b", "a", "X", "2", {}}, {"b", "a", "X", "1", {{"gone", Value()}}}, {"a", "b", "X", "", {}}};
  ASSERT_TRUE(Normalize(g).ok());
  PropertyGraph expected;
  expected.nodes = {MakeNode("a"), {"b", {"Actor", "Person"}, {{"name", Value("B")}}}};
  expected.edges = {{"a", "b", "X", "", {}}, {"b", "a", "X", "1", {}}, {"b", "a", "X", "2", {}}};
  EXPECT_EQ(g, expected);
}

TEST(NormalizeTest, AcceptsListsUpToTheLimit) {
  PropertyGraph g;
  g.nodes = {{"a", {}, {{"list", Nested(kMaxListDepth)}}}};
  EXPECT_TRUE(Normalize(g).ok());
}

TEST(NormalizeTest, RefusesAndNamesTheFault) {
  const struct {
    const char* what;
    PropertyGraph graph;
    const char* message;
  } cases[] = {
      {"empty id", {{MakeNode("")}, {}}, "empty id"},
      {"repeated id", {{MakeNode("a"), MakeNode("b"), MakeNode("a")}, {}}, "the id \"a\""},
      {"repeated edge",
       {{MakeNode("a")}, {{"a", "a", "X", "k", {}}, {"a", "a", "X", "k", {}}}},
       "edge a -[X k]-> a is there twice"},
      {"no target", {{MakeNode("a")}, {{"a", "z", "X", "", {}}}}, "there is no node \"z\""},
      {"no source", {{MakeNode("a")}, {{"z", "a", "X", "", {}}}}, "there is no node \"z\""},
      {"no type", {{MakeNode("a")}, {{"a", "a", "", "", {}}}}, "has no type"},
      {"bad id", {{MakeNode("\xff")}, {}}, "the id of \\xff is not UTF-8"},
      {"bad label", {{{"a", {"\xff"}, {}}}, {}}, "a label of a is not UTF-8"},
      {"bad text", {{{"a", {}, {{"p", Value("\xff")}}}}, {}}, "a property of a is not UTF-8"},
      {"bad name", {{{"a", {}, {{"\xff", Value(1)}}}}, {}}, "name of a is not UTF-8"},
      {"bad key", {{MakeNode("a")}, {{"a", "a", "X", "\xff", {}}}}, "the key of an edge"},
      {"deep", {{{"a", {}, {{"p", Nested(kMaxListDepth + 1)}}}}, {}}, "nested more than 32"},
  };
  for (const auto& c : cases) {
    PropertyGraph graph = c.graph;
    const absl::Status status = Normalize(graph);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.what;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message)) << c.what;
  }
}

}  // namespace
}  // namespace norn::graph
