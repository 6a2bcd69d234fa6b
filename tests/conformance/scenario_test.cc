#include "tests/conformance/scenario.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::conformance {
namespace {

// A scenario of our own, with an expectation and side effects put in.
std::string Line(const std::string& query, const std::string& expect,
                 const std::string& effects = "{}") {
  return R"({"id": "x", "category": "c", "runnable": "read", "graph_script": null, "setup": )"
         R"(["CREATE (:Ship {name: 'Fram'})-[:SAILS]->(:Sea)"], "procedures": [], "params": )"
         R"({"n": "'Fram'"}, "control": [], "query": ")" +
         query + R"(", "expect": )" + expect + R"(, "side_effects": )" + effects + "}";
}

TEST(Scenario, PassesWhatIsAsExpected) {
  const std::string table =
      R"({"kind": "table", "header": ["s"], "rows": [["(:Ship {name: 'Fram'})"]]})";
  EXPECT_EQ(RunScenario(Line("MATCH (s:Ship {name: $n}) RETURN s", table)).why, "");
  EXPECT_EQ(RunScenario(Line("CREATE (:Sea)", R"({"kind": "empty"})", R"({"+nodes": 1})")).why,
            "");
  const std::string error =
      R"({"kind": "error", "type": "SyntaxError", "phase": "compile time", )"
      R"("detail": "UndefinedVariable"})";
  EXPECT_EQ(RunScenario(Line("RETURN x", error)).why, "");
}

TEST(Scenario, FailsWhatIsNot) {
  struct Row {
    const char* query;
    const char* expect;
    const char* effects;
  };
  const char* one = R"({"kind": "table", "header": ["n"], "rows": [["1"]]})";
  for (const Row& row : {Row{"RETURN 2 AS n", one, "{}"},           // another value
                         Row{"RETURN 1 AS m", one, "{}"},           // another column
                         Row{"RETURN 1/0 AS n", one, "{}"},         // an error
                         Row{"RETURN 1 AS n", one, R"({"+nodes": 1})"},
                         Row{"CREATE (:Sea) RETURN 1 AS n", one, "{}"},
                         Row{"RETURN 1 AS n", R"({"kind": "empty"})", "{}"},
                         Row{"RETURN 1 AS n",
                             R"({"kind": "error", "type": "T", "phase": "p", "detail": "d"})",
                             "{}"}}) {
    Verdict verdict = RunScenario(Line(row.query, row.expect, row.effects));
    EXPECT_FALSE(verdict.passed) << row.query;
    EXPECT_NE(verdict.why, "") << row.query;
  }
}

TEST(Scenario, ALineThatIsNoScenarioFails) {
  EXPECT_FALSE(RunScenario("not json").passed);
  EXPECT_FALSE(RunScenario("{}").passed);
}

}  // namespace
}  // namespace norn::conformance
