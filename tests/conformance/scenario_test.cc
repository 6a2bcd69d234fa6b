#include "tests/conformance/scenario.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::conformance {
namespace {

// A scenario of our own, with an expectation and side effects put in.
std::string Line(const std::string& query, const std::string& expect,
                 const std::string& effects = "{}") {
  return R"json({"id": "x", "category": "c", "runnable": "read", "graph_script": null,
      "setup": ["CREATE (:Ship {name: 'Fram'})-[:SAILS]->(:Sea)"], "procedures": [],
      "params": {"n": "'Fram'"}, "control": [], "query": ")json" +
         query + R"json(", "expect": )json" + expect + R"json(, "side_effects": )json" + effects +
         "}";
}

TEST(Scenario, PassesWhatIsAsExpected) {
  const std::string table =
      R"json({"kind": "table", "header": ["s"], "rows": [["(:Ship {name: 'Fram'})"]]})json";
  EXPECT_EQ(RunScenario(Line("MATCH (s:Ship {name: $n}) RETURN s", table)).why, "");
  EXPECT_EQ(
      RunScenario(Line("CREATE (:Sea)", R"json({"kind": "empty"})json", R"json({"+nodes": 1})json"))
          .why,
      "");
  const std::string error =
      R"json({"kind": "error", "type": "SyntaxError", "phase": "compile time", )json"
      R"json("detail": "UndefinedVariable"})json";
  EXPECT_EQ(RunScenario(Line("RETURN x", error)).why, "");
}

TEST(Scenario, FailsWhatIsNot) {
  struct Row {
    const char* query;
    const char* expect;
    const char* effects;
  };
  const char* one = R"json({"kind": "table", "header": ["n"], "rows": [["1"]]})json";
  for (const Row& row :
       {Row{"RETURN 2 AS n", one, "{}"},    // another value
        Row{"RETURN 1 AS m", one, "{}"},    // another column
        Row{"RETURN 1/0 AS n", one, "{}"},  // an error
        Row{"RETURN 1 AS n", one, R"json({"+nodes": 1})json"},
        Row{"CREATE (:Sea) RETURN 1 AS n", one, "{}"},
        Row{"RETURN 1 AS n", R"json({"kind": "empty"})json", "{}"},
        Row{"RETURN 1 AS n",
            R"json({"kind": "error", "type": "T", "phase": "p", "detail": "d"})json", "{}"}}) {
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
