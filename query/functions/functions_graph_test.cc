#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(FunctionsGraphTest, SeesNodesEdgesAndPaths) {
  ExpectAnswers({
      {"MATCH (a {id: 'person/ada'}) RETURN id(a) AS i, labels(a) AS l, keys(a) AS k",
       R"({"i":"person/ada","l":["Actor","Person"],"k":["id","mentions","name"]})"},
      {"MATCH (a {id: 'person/ada'})-[r:VISITED]->(b) RETURN type(r) AS t, startNode(r).name AS s, "
       "endNode(r).name AS e",
       R"({"t":"VISITED","s":"Ada Berg","e":"Havn"})"},
      {"MATCH p = (:State)<--(b) RETURN length(p) AS l, [n IN nodes(p) | n.name] AS n, "
       "size(relationships(p)) AS r",
       R"({"l":1,"n":["Nordland","Bo Dahl"],"r":1})"},
      {"MATCH (a {id: 'person/bo'}) RETURN properties(a) AS p",
       R"({"p":{"id":"person/bo","mentions":1,"name":"Bo Dahl"}})"},
      {"MATCH (a:Person) RETURN a.name AS n, degree(a) AS d ORDER BY n", R"({"n":"Ada Berg","d":3}
{"n":"Bo Dahl","d":3})"},
      {"MATCH ()-[r:VISITED]->() RETURN exists(r.date) AS e", R"({"e":true})"},
  });
}

}  // namespace
}  // namespace norn::query
