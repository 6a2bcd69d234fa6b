#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserPatternsTest, ReadsNodesRelationshipsAndLengths) {
  ExpectPrinted({
      {"MATCH (a:A|B {x: 1})-[r:T*2..3]->(b) RETURN a",
       "MATCH (a:(A|B) {x: 1})-[r:T*2..3]->(b) RETURN a"},
      {"MATCH (a)<-[:T]-(b)--(c) RETURN a", "MATCH (a)<-[:T]-(b)--(c) RETURN a"},
      {"MATCH p = shortestPath((a)-[*]-(b)) RETURN p",
       "MATCH p = shortestPath((a)-[*]-(b)) RETURN p"},
      {"MATCH (a)-[r*..4]->(b) RETURN r", "MATCH (a)-[r*..4]->(b) RETURN r"},
      {"MATCH (a)-[r*2]->(b) RETURN r", "MATCH (a)-[r*2]->(b) RETURN r"},
      {"MATCH (a:!A&(B|C)) RETURN a", "MATCH (a:(!A&(B|C))) RETURN a"},
      {"MATCH (a)-[:T]->+(b) RETURN a", "MATCH (a)-[:T*]->(b) RETURN a"},
      {"MATCH (a-->(b) RETURN a", "UnexpectedSyntax: expected `)` after the node, not `-`"},
      {"MATCH (a)-[r:]->(b) RETURN a", "UnexpectedSyntax: expected a label or type, not `]`"},
      {"MATCH a RETURN a", "UnexpectedSyntax: expected `(` of a node, not `a`"},
  });
}

}  // namespace
}  // namespace norn::query
