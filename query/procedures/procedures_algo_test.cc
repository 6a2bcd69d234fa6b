// What algo.* say of a small graph whose answers were worked out by hand.
#include <string>

#include "gmock/gmock.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"

namespace norn::query {
namespace {

using graph::PropertyGraph;
using testing::HasSubstr;

// Persons a, b, c know each other (KNOWS), c knows d; the event e is SEEN by all; a way a -> d
// costs 10 directly (WAY) and 2 over b.
graph::View MakeView() {
  PropertyGraph g;
  for (const char* id : {"a", "b", "c", "d"}) g.nodes.push_back({id, {"Person"}, {}});
  g.nodes.push_back({"e", {"Event"}, {}});
  for (const char* ends : {"ab", "bc", "ca", "cd"}) {
    g.edges.push_back({std::string(1, ends[0]), std::string(1, ends[1]), "KNOWS", "", {}});
  }
  for (const char* id : {"a", "b", "c", "d"}) g.edges.push_back({"e", id, "SEEN", "", {}});
  g.edges.push_back({"a", "d", "WAY", "", {{"cost", graph::Value(10)}}});
  g.edges.push_back({"a", "b", "WAY", "", {{"cost", graph::Value(1)}}});
  g.edges.push_back({"b", "d", "WAY", "", {{"cost", graph::Value(1.0)}}});
  EXPECT_TRUE(graph::Normalize(g).ok());
  return graph::View::FromBytes(graph::BuildView(g).value()).value();
}

std::string Ask(const std::string& text) {
  const graph::View view = MakeView();
  const Outcome<Result> result = RunQuery(view, text, {});
  if (!result.ok()) return Render(result.error(), text);
  std::string out;
  for (const auto& row : result.value().rows) {
    for (const Value& cell : row) {
      out += (cell.is(Value::Kind::kString) ? std::string(cell.text()) : ToLiteral(cell)) + " ";
    }
  }
  return out;
}

TEST(ProceduresAlgoTest, GiveWhatWasWorkedOutByHand) {
  const struct {
    const char* call;
    const char* result;
    const char* rows;
  } kCases[] = {
      {"algo.triangles({types: 'KNOWS', labels: 'Person'})", "triangles", "a 1 b 1 c 1 d 0 "},
      {"algo.k_core({types: ['KNOWS'], labels: ['Person']})", "core", "a 2 b 2 c 2 d 1 "},
      {"algo.components(['KNOWS'])", "component", "a 1 b 1 c 1 d 1 e 0 "},
      {"algo.strong_components('KNOWS')", "component", "a 1 b 1 c 1 d 2 e 0 "},
      {"algo.communities({types: 'KNOWS', labels: 'Person'})", "community", "a 0 b 0 c 1 d 1 "},
      {"algo.degree({types: 'KNOWS', labels: 'Person'})", "degree", "a 2 b 2 c 3 d 1 "},
      {"algo.betweenness({types: 'KNOWS', labels: 'Person'})", "score", "a 0.0 b 0.0 c 2.0 d 0.0 "},
      // KNOWS and WAY between a and b are two relationships between the same two.
      {"algo.k_core({types: ['KNOWS', 'WAY'], labels: 'Person'})", "core", "a 3 b 3 c 3 d 3 "},
      {"algo.k_core({types: ['KNOWS', 'WAY'], labels: 'Person', parallel: true})", "core",
       "a 3 b 3 c 3 d 3 "},
      {"algo.closeness({types: 'KNOWS', labels: 'Person'})", "score", "a 0.75 b 0.75 c 1.0 d 0.6 "},
      {"algo.pagerank({types: 'SEEN', damping: 0})", "score", "a 1.0 b 1.0 c 1.0 d 1.0 e 1.0 "},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Ask(std::string("CALL ") + c.call + " YIELD node, " + c.result + " RETURN node.id, " +
                  c.result + " ORDER BY node.id"),
              c.rows)
        << c.call;
  }
}

TEST(ProceduresAlgoTest, SeeOnlyTheNodesGiven) {
  EXPECT_EQ(Ask("MATCH (n:Person) WHERE n.id < 'd' WITH collect(n) AS few "
                "CALL algo.triangles({nodes: few}) YIELD triangles RETURN sum(triangles) / 3"),
            "1 ");
}

TEST(ProceduresAlgoTest, TheLightestPathGoesRoundAHeavyRelationship) {
  const std::string from = "MATCH (a {id: 'a'}), (d {id: 'd'}) ";
  const std::string to = " YIELD path, weight RETURN [n IN nodes(path) | n.id], weight";
  EXPECT_EQ(Ask(from + "CALL algo.shortest_path(a, d, {types: 'WAY', weight: 'cost'})" + to),
            "['a', 'b', 'd'] 2.0 ");
  EXPECT_EQ(Ask(from + "CALL algo.shortest_path(a, d, {types: 'WAY'})" + to), "['a', 'd'] 1.0 ");
  EXPECT_EQ(Ask(from + "CALL algo.shortest_path(d, a, {types: 'WAY', directed: true})" + to), "");
}

TEST(ProceduresAlgoTest, NameWhatTheyDoNotTake) {
  const struct {
    const char* selection;
    const char* message;
  } kCases[] = {
      {"{types: ['NOPE']}", "no relationship type `NOPE`"},
      {"{labels: 'Nope'}", "no label `Nope`"},
      {"{colour: 'red'}", "`colour` is nothing that the procedure takes"},
      {"{types: []}", "empty"},
      {"{nodes: [1]}", "list of nodes"},
      {"{iterations: 'x'}", "must be a number"},
      {"{iterations: 0}", "between 1 and 1000"},
  };
  for (const auto& c : kCases) {
    EXPECT_THAT(
        Ask(std::string("CALL algo.pagerank(") + c.selection + ") YIELD score RETURN score"),
        HasSubstr(c.message))
        << c.selection;
  }
}

}  // namespace
}  // namespace norn::query
