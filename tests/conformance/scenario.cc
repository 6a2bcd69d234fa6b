#include "tests/conformance/scenario.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "nlohmann/json.hpp"
#include "query/literal.h"
#include "query/scratch/scratch.h"
#include "tests/conformance/cell.h"
#include "tests/conformance/registered.h"

namespace norn::conformance {

namespace {

using Json = nlohmann::json;
using query::Outcome;
using query::QueryOptions;
using query::Result;
using query::ScratchGraph;

// What a graph holds, for the counts that a query's side effects must have.
struct Inventory {
  std::set<std::string> nodes;
  std::set<std::string> relationships;
  std::set<std::string> labels;
  std::set<std::string> properties;
};

Inventory Take(const query::ScratchStore& store) {
  Inventory out;
  auto add_properties = [&out](const std::string& owner, const graph::Properties& properties) {
    for (const auto& [key, value] : properties) {
      out.properties.insert(absl::StrCat(owner, ".", key, "=", graph::ToString(value)));
    }
  };
  for (size_t i = 0; i < store.nodes().size(); ++i) {
    if (store.nodes()[i].deleted) continue;
    std::string name = absl::StrCat("n", i);
    out.nodes.insert(name);
    out.labels.insert(store.nodes()[i].labels.begin(), store.nodes()[i].labels.end());
    add_properties(name, store.nodes()[i].properties);
  }
  for (size_t i = 0; i < store.edges().size(); ++i) {
    if (store.edges()[i].deleted) continue;
    std::string name = absl::StrCat("e", i);
    out.relationships.insert(name);
    add_properties(name, store.edges()[i].properties);
  }
  return out;
}

int64_t CountMissing(const std::set<std::string>& from, const std::set<std::string>& in) {
  return std::count_if(from.begin(), from.end(),
                       [&in](const std::string& item) { return !in.contains(item); });
}

std::map<std::string, int64_t> Difference(const Inventory& before, const Inventory& after) {
  std::map<std::string, int64_t> out;
  auto add = [&out](const char* what, const std::set<std::string>& b,
                    const std::set<std::string>& a) {
    if (int64_t more = CountMissing(a, b)) out[absl::StrCat("+", what)] = more;
    if (int64_t less = CountMissing(b, a)) out[absl::StrCat("-", what)] = less;
  };
  add("nodes", before.nodes, after.nodes);
  add("relationships", before.relationships, after.relationships);
  add("labels", before.labels, after.labels);
  add("properties", before.properties, after.properties);
  return out;
}

std::string CheckTable(const Json& expect, const Result& result) {
  bool sort_lists = expect.value("ignore_list_order", false);
  if (expect["kind"] == "empty") {
    return result.rows.empty() ? "" : absl::StrCat(result.rows.size(), " rows instead of none");
  }
  auto header = expect["header"].get<std::vector<std::string>>();
  if (header != result.columns) {
    return absl::StrCat("columns ", absl::StrJoin(result.columns, "|"), " instead of ",
                        absl::StrJoin(header, "|"));
  }
  std::vector<std::string> want;
  for (const Json& row : expect["rows"]) {
    std::vector<std::string> cells;
    for (const Json& cell : row) {
      auto canonical = CanonicalCell(cell.get<std::string>(), sort_lists);
      if (!canonical.has_value()) return absl::StrCat("unreadable cell ", cell.dump());
      cells.push_back(*canonical);
    }
    want.push_back(absl::StrJoin(cells, " | "));
  }
  std::vector<std::string> got;
  for (const auto& row : result.rows) {
    got.push_back(absl::StrJoin(row, " | ", [&](std::string* out, const query::Value& value) {
      out->append(CanonicalValue(value, sort_lists));
    }));
  }
  if (expect["kind"] != "table-ordered") {
    std::sort(want.begin(), want.end());
    std::sort(got.begin(), got.end());
  }
  if (want == got) return "";
  return absl::StrCat("rows\n    ", absl::StrJoin(got, "\n    "), "\n  instead of\n    ",
                      absl::StrJoin(want, "\n    "));
}

std::string CheckError(const Json& expect, const Outcome<Result>& outcome) {
  auto field = [&expect](const char* name) { return expect[name].get<std::string>(); };
  std::string want = absl::StrCat(field("type"), ", ", field("phase"), ", ", field("detail"));
  if (outcome.ok()) return absl::StrCat("no error instead of ", want);
  query::ErrorCode code = outcome.error().code;
  bool type = TypeOf(code) == field("type");
  bool phase = field("phase") == "any time" || PhaseOf(code) == field("phase");
  bool detail = field("detail") == "*" || DetailOf(code) == field("detail");
  if (type && phase && detail) return "";
  return absl::StrCat("error ", TypeOf(code), ", ", PhaseOf(code), ", ", DetailOf(code), " (",
                      outcome.error().message, ") instead of ", want);
}

std::string Check(const Json& expect, const Outcome<Result>& outcome) {
  if (expect["kind"] == "error") return CheckError(expect, outcome);
  if (!outcome.ok()) {
    return absl::StrCat("error ", DetailOf(outcome.error().code), ": ", outcome.error().message);
  }
  return CheckTable(expect, outcome.value());
}

std::string SetUp(const Json& scenario, ScratchGraph& graph, QueryOptions& options) {
  std::vector<std::string> statements = scenario["setup"];
  if (scenario["graph_script"].is_string()) {
    statements.insert(statements.begin(), scenario["graph_script"].get<std::string>());
  }
  for (const std::string& statement : statements) {
    Outcome<Result> done = graph.Run(statement, options);
    if (!done.ok()) return absl::StrCat("set-up: ", Render(done.error(), statement));
  }
  for (const auto& [name, literal] : scenario["params"].items()) {
    auto value = query::ParseLiteral(literal.get<std::string>());
    if (!value.has_value()) return absl::StrCat("unreadable parameter ", literal.dump());
    options.parameters[name] = *value;
  }
  return "";
}

std::string RunOn(const Json& scenario, ScratchGraph& graph, QueryOptions& options) {
  std::string why = SetUp(scenario, graph, options);
  if (!why.empty()) return why;
  Inventory before = Take(graph.store());
  why = Check(scenario["expect"], graph.Run(scenario["query"].get<std::string>(), options));
  if (!why.empty()) return why;
  for (const Json& control : scenario["control"]) {
    why = Check(control["expect"], graph.Run(control["query"].get<std::string>(), options));
    if (!why.empty()) return absl::StrCat("afterwards: ", why);
  }
  if (!scenario["side_effects"].is_object()) return "";
  auto want = scenario["side_effects"].get<std::map<std::string, int64_t>>();
  std::map<std::string, int64_t> got = Difference(before, Take(graph.store()));
  if (want == got) return "";
  auto show = [](const std::map<std::string, int64_t>& counts) {
    return absl::StrJoin(counts, " ", absl::PairFormatter(" "));
  };
  return absl::StrCat("side effects ", show(got), " instead of ", show(want));
}

}  // namespace

Verdict RunScenario(const std::string& line) {
  Verdict verdict;
  Json scenario = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!scenario.is_object() || !scenario.contains("id")) {
    verdict.id = line.substr(0, 40);
    verdict.why = "this line is no scenario";
    return verdict;
  }
  verdict.id = scenario["id"];
  verdict.category = scenario.value("category", "");
  verdict.runnable = scenario.value("runnable", "");
  ScratchGraph graph;
  QueryOptions options;
  query::ProcedureRegistry procedures;
  verdict.why = Register(scenario["procedures"], procedures);
  options.procedures = &procedures;
  if (verdict.why.empty()) verdict.why = RunOn(scenario, graph, options);
  verdict.passed = verdict.why.empty();
  return verdict;
}

}  // namespace norn::conformance
