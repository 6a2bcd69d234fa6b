#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(AlgorithmSelectionTest, SelectsByLabelAndTypeAndRefusesWhatIsNotThere) {
  ExpectAnswers({
      {"CALL algo.degree('Person') YIELD node, degree RETURN node.name AS n, degree ORDER BY n",
       "InvalidArgumentValue: the graph has no relationship type `Person`"},
      {"CALL algo.degree({labels: ['Person', 'Place']}) YIELD node, degree RETURN node.name AS n, "
       "degree ORDER BY n",
       R"({"n":"Ada Berg","degree":3}
{"n":"Bo Dahl","degree":2}
{"n":"Havn","degree":1})"},
      {"CALL algo.degree({types: ['VISITED']}) YIELD node, degree WHERE degree > 0 RETURN "
       "node.name AS n, degree ORDER BY n",
       R"({"n":"Ada Berg","degree":1}
{"n":"Havn","degree":1})"},
      {"CALL algo.degree({nonsense: 1}) YIELD node RETURN node",
       "InvalidArgumentValue: `nonsense` is nothing that the procedure takes"},
      {"CALL algo.degree('Nobody') YIELD node RETURN node",
       "InvalidArgumentValue: the graph has no relationship type `Nobody`"},
      {"CALL algo.components() YIELD node, component RETURN count(DISTINCT component) AS c",
       R"({"c":1})"},
  });
}

}  // namespace
}  // namespace norn::query
