#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(LabelMatchTest, ReadsLabelExpressions) {
  ExpectAnswers({
      {"MATCH (p) WHERE p:Person RETURN count(p) AS c", R"({"c":2})"},
      {"MATCH (p) WHERE p:Person|Place RETURN count(p) AS c", R"({"c":3})"},
      {"MATCH (p) WHERE NOT p:Actor RETURN p.name AS n", R"({"n":"Havn"})"},
      {"MATCH (p) WHERE p:Actor&!Person RETURN p.name AS n", R"({"n":"Nordland"})"},
      {"MATCH ()-[r:SPOKE_WITH|VISITED]->() RETURN count(r) AS c", R"({"c":4})"},
      {"MATCH ()-[r:!SPOKE_WITH]->() RETURN count(r) AS c", R"({"c":1})"},
  });
}

}  // namespace
}  // namespace norn::query
