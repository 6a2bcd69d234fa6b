#include "gtest/gtest.h"
#include "query/printer/printed.h"

namespace norn::query {
namespace {

TEST(ParserAtomsTest, ReadsLiteralsListsMapsAndLoops) {
  ExpectPrinted({
      {R"(RETURN 'a\u00e6' AS x, 1e3 AS y, 0x1F AS z)", "RETURN 'aæ' AS x, 1000.0 AS y, 31 AS z"},
      {"RETURN {a: 1}.a AS x", "RETURN {a: 1}.a AS x"},
      {"RETURN $p AS x", "RETURN $p AS x"},
      {"RETURN CASE x WHEN 1 THEN 2 END AS y", "RETURN CASE x WHEN 1 THEN 2 END AS y"},
      {"RETURN count(DISTINCT a.b) AS c", "RETURN count(DISTINCT a.b) AS c"},
      {"RETURN exists { (a)-->(b) } AS e", "RETURN EXISTS { MATCH (a)-->(b) } AS e"},
      {"RETURN 'open AS x", "UnexpectedSyntax: this text is not closed with '"},
      {"RETURN 1x AS y", "InvalidNumberLiteral: `1x` is not a number"},
      {"RETURN [1, AS x", "UnexpectedSyntax: expected `]` after the list, not `x`"},
      {"RETURN (1 AS x", "UnexpectedSyntax: expected `)` after the expression, not `AS`"},
  });
}

}  // namespace
}  // namespace norn::query
