#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsShortestTest, FindsAllThatAreShortest) {
  ExpectAnswers({
      {"MATCH p = shortestPath((a {id: 'person/ada'})-[*]-(b {id: 'state/nordland'})) RETURN [n IN "
       "nodes(p) | n.name] AS n",
       R"({"n":["Ada Berg","Bo Dahl","Nordland"]})"},
      {"MATCH p = allShortestPaths((a {id: 'person/ada'})-[*]->(b {id: 'state/nordland'})) RETURN "
       "count(p) AS c",
       R"({"c":2})"},
      {"MATCH p = shortestPath((a {id: 'state/nordland'})-[*]->(b {id: 'person/ada'})) RETURN p",
       ""},
      {"MATCH p = shortestPath((a {id: 'person/ada'})-[*..1]-(b {id: 'state/nordland'})) RETURN p",
       ""},
  });
}

}  // namespace
}  // namespace norn::query
