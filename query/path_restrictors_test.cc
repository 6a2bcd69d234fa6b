// TRAIL, ACYCLIC and WALK on a ring of three: what may recur on a path.
#include <string>

#include "graph/view/view_builder.h"
#include "gtest/gtest.h"
#include "query/engine.h"

namespace norn::query {
namespace {

graph::View Ring() {
  graph::PropertyGraph g;
  for (const char* id : {"a", "b", "c"}) g.nodes.push_back({id, {}, {}});
  g.edges.push_back({"a", "b", "R", "", {}});
  g.edges.push_back({"b", "c", "R", "", {}});
  g.edges.push_back({"c", "a", "R", "", {}});
  EXPECT_TRUE(graph::Normalize(g).ok());
  return graph::View::FromBytes(graph::BuildView(g).value()).value();
}

// How many paths match, or the error.
std::string Count(const std::string& pattern) {
  const graph::View view = Ring();
  const std::string text = "MATCH " + pattern + " RETURN count(*)";
  const Outcome<Result> result = RunQuery(view, text, {});
  if (!result.ok()) return result.error().message;
  return std::to_string(result.value().rows[0][0].integer());
}

TEST(PathRestrictorsTest, SayWhatMayRecur) {
  const struct {
    const char* pattern;
    const char* count;
  } kCases[] = {
      {"({id: 'a'})-[:R*1..6]->()", "3"},
      {"TRAIL ({id: 'a'})-[:R*1..6]->()", "3"},
      {"ACYCLIC ({id: 'a'})-[:R*1..6]->()", "2"},
      {"WALK ({id: 'a'})-[:R*1..6]->()", "6"},
      {"p = WALK PATH ({id: 'a'})-[:R]->{1,6}()", "6"},
      {"({id: 'a'})-[:R]-()-[:R]-()", "2"},
      {"ACYCLIC PATHS ({id: 'a'})-[:R]-()-[:R]-()", "2"},
      {"ACYCLIC ({id: 'a'})-[:R]-()-[:R]-()-[:R]-()", "0"},
      {"WALK ({id: 'a'})-[:R]-()-[:R]-()", "4"},
      {"WALK ({id: 'a'})-[:R*]->()", "a WALK may go round for ever: it needs a longest length"},
      {"ANY SHORTEST WALK ({id: 'a'})-[:R*]->({id: 'c'})",
       "a shortest path is neither ACYCLIC nor a WALK by choice"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Count(c.pattern), c.count) << c.pattern;
}

}  // namespace
}  // namespace norn::query
