// Questions of random graphs with norn's answers, for an engine of others to answer too:
//
//   random_questions COUNT | NODE_PATH=node_modules node check_questions.js MODULE
//
// A line a graph: the statements that make it, and questions with the rows that norn found. Only
// what both languages mean alike: nodes of one label, relationships that may recur on a path.
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "nlohmann/json.hpp"
#include "query/engine.h"
#include "query/test_graph.h"
#include "tests/conformance/random_patterns.h"

namespace norn::foreign {
namespace {

using Json = nlohmann::json;

// Labels become properties, as a node of the other engine has one label. Without a direction it
// meets a relationship from a node to itself twice, openCypher once: there are none.
void MakeAlike(graph::PropertyGraph& graph) {
  std::erase_if(graph.edges, [](const graph::Edge& edge) { return edge.from == edge.to; });
  for (graph::Node& node : graph.nodes) {
    const std::set<std::string> labels(node.labels.begin(), node.labels.end());
    node.properties["a"] = graph::Value(labels.contains("A"));
    node.properties["b"] = graph::Value(labels.contains("B"));
    node.labels = {"N"};
  }
}

std::string Literal(const graph::Value& value) {
  if (const auto* text = value.As<std::string>()) return absl::StrCat("'", *text, "'");
  if (const auto* flag = value.As<bool>()) return *flag ? "true" : "false";
  return absl::StrCat(*value.As<int64_t>());
}

std::string Properties(const graph::Properties& properties) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : properties)
    parts.push_back(absl::StrCat(key, ": ", Literal(value)));
  return absl::StrCat("{", absl::StrJoin(parts, ", "), "}");
}

Json StatementsFor(const graph::PropertyGraph& graph) {
  Json statements = {
      "CREATE NODE TABLE N(id STRING PRIMARY KEY, x INT64, name STRING, a BOOL, b BOOL)",
      "CREATE REL TABLE R(FROM N TO N, key STRING, date STRING)",
      "CREATE REL TABLE S(FROM N TO N, key STRING, date STRING)"};
  for (const graph::Node& node : graph.nodes) {
    graph::Properties properties = node.properties;
    properties["id"] = graph::Value(node.id);
    statements.push_back(absl::StrCat("CREATE (:N ", Properties(properties), ")"));
  }
  for (const graph::Edge& edge : graph.edges) {
    statements.push_back(absl::StrCat("MATCH (a:N {id: '", edge.from, "'}), (b:N {id: '", edge.to,
                                      "'}) CREATE (a)-[:", edge.type, " ",
                                      Properties(edge.properties), "]->(b)"));
  }
  return statements;
}

// MATCH's pattern and condition, alike in both languages.
struct Question {
  std::string pattern;
  std::vector<std::string> nodes;
  std::set<std::string> variables;  // of nodes, which may stand for several
  std::vector<std::string> edges;   // of single steps
};

Question QuestionOf(const conformance::Pattern& pattern) {
  Question question;
  std::vector<std::string> where;
  std::string& path = question.pattern;
  for (size_t i = 0; i < pattern.nodes.size(); ++i) {
    const conformance::NodeShape& node = pattern.nodes[i];
    if (i > 0) {
      const conformance::EdgeShape& edge = pattern.edges[i - 1];
      const std::string name = absl::StrCat("r", i);
      const bool is_long = edge.max > edge.min;
      absl::StrAppend(&path, edge.direction < 0 ? "<-[" : "-[", name, ":",
                      edge.type.empty() ? "R|S" : edge.type);
      if (is_long) absl::StrAppend(&path, "*", edge.min, "..", edge.max);
      absl::StrAppend(&path, edge.direction > 0 ? "]->" : "]-");
      if (!is_long) question.edges.push_back(name);
      if (!is_long && !edge.since.empty()) {
        where.push_back(absl::StrCat(name, ".date >= '", edge.since, "'"));
      }
    }
    absl::StrAppend(&path, "(", node.variable, ":N)");
    if (!node.label.empty()) where.push_back(node.variable + (node.label == "A" ? ".a" : ".b"));
    if (node.x >= 0) where.push_back(absl::StrCat(node.variable, ".x = ", node.x));
    question.nodes.push_back(node.variable);
    question.variables.insert(node.variable);
  }
  if (!where.empty()) absl::StrAppend(&path, " WHERE ", absl::StrJoin(where, " AND "));
  return question;
}

std::vector<std::string> ReturnsFor(const Question& question) {
  const std::string& first = question.nodes.front();
  const std::string& last = question.nodes.back();
  std::vector<std::string> columns;
  for (const std::string& node : question.variables) columns.push_back(node + ".id");
  for (const std::string& edge : question.edges) columns.push_back(edge + ".key");
  return {
      absl::StrCat(" RETURN ", absl::StrJoin(columns, ", ")),
      absl::StrCat(" RETURN count(DISTINCT ", last, ".id)"),
      absl::StrCat(" RETURN ", first, ".x, count(*), min(", last, ".name), sum(", last, ".x)"),
      absl::StrCat(" RETURN DISTINCT ", first, ".id, ", last, ".name"),
      absl::StrCat(" WITH ", first, ", count(*) AS c WHERE c > 1 RETURN ", first, ".id, c"),
  };
}

Json JsonOf(const query::Value& value) {
  if (value.is_null()) return nullptr;
  return value.is(query::Value::Kind::kInteger) ? Json(value.integer())
                                                : Json(std::string(value.text()));
}

int Main(int wanted) {
  constexpr int kPatternsOfAGraph = 10;
  int asked = 0;
  for (uint32_t seed = 0; asked < wanted; ++seed) {
    conformance::Generator generator(seed);
    graph::PropertyGraph graph = generator.Graph();
    MakeAlike(graph);
    Json line = {{"statements", StatementsFor(graph)}, {"questions", Json::array()}};
    const graph::View view = query::TestView(graph);
    for (int i = 0; i < kPatternsOfAGraph; ++i) {
      const Question question = QuestionOf(generator.Shape());
      for (const std::string& returns : ReturnsFor(question)) {
        const std::string rest = question.pattern + returns;
        const std::string text = "MATCH REPEATABLE ELEMENTS " + rest;
        auto result = query::RunQuery(view, text, query::QueryOptions());
        if (!result.ok()) {
          std::cerr << Render(result.error(), text);
          return 1;
        }
        Json rows = Json::array();
        for (const auto& row : result->rows) {
          Json cells = Json::array();
          for (const query::Value& cell : row) cells.push_back(JsonOf(cell));
          rows.push_back(std::move(cells));
        }
        line["questions"].push_back({{"text", "MATCH " + rest}, {"rows", std::move(rows)}});
        ++asked;
      }
    }
    std::cout << line.dump() << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace norn::foreign

int main(int argc, char** argv) {
  if (argc == 2) return norn::foreign::Main(std::atoi(argv[1]));
  std::cerr << "usage: random_questions COUNT\n";
  return 64;
}
