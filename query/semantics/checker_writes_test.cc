#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/scratch/scratch.h"

namespace norn::query {
namespace {

// "ok", or what is wrong with the query.
std::string Checked(const char* text) {
  ScratchGraph graph;
  const Outcome<Result> result = graph.Run(text, QueryOptions());
  if (result.ok()) return "ok";
  return absl::StrCat(DetailOf(result.error().code), ": ", result.error().message);
}

TEST(CheckerWritesTest, WritingClausesTakeNodesAndRelationships) {
  struct Case {
    const char* query;
    const char* answer;
  };
  for (const Case& c : {
           Case{"CREATE (a:A)-[r:T]->(b) SET a.x = 1, r.y = 2, b:B REMOVE a:A", "ok"},
           Case{"WITH 1 AS a SET a.x = 1",
                "InvalidArgumentType: SET's owner must be NODE or RELATIONSHIP, not INTEGER"},
           Case{"CREATE (a)-[r:T]->(b) SET r:X",
                "InvalidArgumentType: SET's owner must be NODE, not RELATIONSHIP"},
           Case{"WITH 'x' AS a REMOVE a.x",
                "InvalidArgumentType: REMOVE's owner must be NODE or RELATIONSHIP, not STRING"},
           Case{"CREATE (a) DELETE a:A", "InvalidDelete: DELETE deletes no labels"},
           Case{"WITH 1 AS a DELETE a",
                "InvalidArgumentType: what is deleted must be NODE or RELATIONSHIP or PATH, not "
                "INTEGER"},
           Case{"MERGE (a:A) ON CREATE SET b.x = 1", "UndefinedVariable: `b` is not defined"},
           Case{"CREATE (a {x: b.y}), (b)", "UndefinedVariable: `b` is not defined"},
           Case{"CREATE (b {y: 1}), (a {x: b.y})", "ok"},
       }) {
    EXPECT_EQ(Checked(c.query), c.answer) << c.query;
  }
}

}  // namespace
}  // namespace norn::query
