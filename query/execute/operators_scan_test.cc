#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(OperatorsScanTest, FindsNodesByLabelIdAndName) {
  ExpectAnswers({
      {"MATCH (p:Person) RETURN p.name AS n ORDER BY n", R"({"n":"Ada Berg"}
{"n":"Bo Dahl"})"},
      {"MATCH (p:Person|Place) RETURN p.name AS n ORDER BY n", R"({"n":"Ada Berg"}
{"n":"Bo Dahl"}
{"n":"Havn"})"},
      {"MATCH (p:!Person) RETURN p.name AS n ORDER BY n", R"({"n":"Havn"}
{"n":"Nordland"})"},
      {"MATCH (p:Actor&State) RETURN p.name AS n", R"({"n":"Nordland"})"},
      {"MATCH (p {id: 'person/bo'}) RETURN p.name AS n", R"({"n":"Bo Dahl"})"},
      {"MATCH (p {id: 'nobody'}) RETURN p.name AS n", ""},
      {"MATCH (p) WHERE p.name = 'Havn' RETURN p.id AS i", R"({"i":"place/havn"})"},
      {"MATCH (p) WHERE p.name STARTS WITH 'Ada' RETURN p.id AS i", R"({"i":"person/ada"})"},
      {"MATCH (p:%) RETURN count(p) AS c", R"({"c":4})"},
  });
}

}  // namespace
}  // namespace norn::query
