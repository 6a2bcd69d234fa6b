#include "tests/conformance/random_patterns.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace norn::conformance {

graph::PropertyGraph Generator::Graph() {
  graph::PropertyGraph g;
  int nodes = Number(1, 6);
  for (int i = 0; i < nodes; ++i) {
    graph::Node node;
    node.id = absl::StrCat("n", i);
    if (Number(0, 1) == 0) node.labels.push_back("A");
    if (Number(0, 2) == 0) node.labels.push_back("B");
    node.properties["x"] = graph::Value(Number(0, 2));
    node.properties["name"] = graph::Value(absl::StrCat("name ", Number(0, 2)));
    g.nodes.push_back(node);
  }
  int edges = Number(0, 9);
  for (int i = 0; i < edges; ++i) {
    graph::Edge edge{absl::StrCat("n", Number(0, nodes - 1)),
                     absl::StrCat("n", Number(0, nodes - 1)),
                     Number(0, 2) == 0 ? "S" : "R",
                     absl::StrCat("e", i),
                     {}};
    if (Number(0, 3) != 0) edge.properties["date"] = graph::Value(Date());
    edge.properties["key"] = graph::Value(edge.key);
    g.edges.push_back(edge);
  }
  return g;
}

Pattern Generator::Shape() {
  Pattern pattern;
  int edges = Number(0, 3);
  for (int i = 0; i <= edges; ++i) {
    NodeShape node;
    node.variable = absl::StrCat("v", Number(0, 4) == 0 ? 0 : i);
    if (Number(0, 3) == 0) node.label = Number(0, 1) == 0 ? "A" : "B";
    if (Number(0, 3) == 0) node.x = Number(0, 2);
    pattern.nodes.push_back(node);
  }
  for (int i = 0; i < edges; ++i) {
    EdgeShape edge;
    if (Number(0, 1) == 0) edge.type = Number(0, 1) == 0 ? "R" : "S";
    edge.direction = Number(-1, 1);
    if (Number(0, 3) == 0) {
      edge.min = Number(0, 2);
      edge.max = edge.min + Number(1, 2);
    } else if (Number(0, 3) == 0) {
      edge.since = Date();
    }
    pattern.edges.push_back(edge);
  }
  return pattern;
}

int Generator::Number(int least, int most) {
  return std::uniform_int_distribution<int>(least, most)(random_);
}

std::string Generator::Date() {
  static constexpr const char* kDates[] = {"2024", "2024-05", "2024-05-07", "2025-01-01"};
  return kDates[Number(0, 3)];
}

namespace {

class Reference {
 public:
  Reference(const graph::PropertyGraph& graph, const Pattern& pattern)
      : graph_(graph), pattern_(pattern) {}

  std::vector<Row> Run() {
    for (const graph::Node& node : graph_.nodes) AtNode(0, node);
    std::sort(rows_.begin(), rows_.end());
    return rows_;
  }

 private:
  void AtNode(size_t i, const graph::Node& node) {
    const NodeShape& shape = pattern_.nodes[i];
    auto bound = bound_.find(shape.variable);
    if (bound != bound_.end() && bound->second != node.id) return;
    const auto& labels = node.labels;
    if (!shape.label.empty() &&
        std::find(labels.begin(), labels.end(), shape.label) == labels.end()) {
      return;
    }
    if (shape.x >= 0 && !(node.properties.at("x") == graph::Value(shape.x))) return;
    auto before = bound_;
    bound_[shape.variable] = node.id;
    row_.push_back(node.id);
    if (i + 1 == pattern_.nodes.size()) {
      rows_.push_back(row_);
    } else {
      Walk(i, node.id, 0);
    }
    row_.pop_back();
    bound_ = before;
  }

  void Walk(size_t i, const std::string& at, int length) {
    const EdgeShape& shape = pattern_.edges[i];
    if (length >= shape.min) {
      for (const graph::Node& node : graph_.nodes) {
        if (node.id == at) AtNode(i + 1, node);
      }
    }
    if (length == shape.max) return;
    for (const graph::Edge& edge : graph_.edges) {
      if (std::find(used_.begin(), used_.end(), edge.key) != used_.end()) continue;
      if (!shape.type.empty() && edge.type != shape.type) continue;
      if (!shape.since.empty()) {
        auto date = edge.properties.find("date");
        if (date == edge.properties.end()) continue;
        if (*date->second.As<std::string>() < shape.since) continue;
      }
      used_.push_back(edge.key);
      row_.push_back(edge.key);
      if (shape.direction >= 0 && edge.from == at) Walk(i, edge.to, length + 1);
      bool loop = edge.from == edge.to && shape.direction == 0;
      if (shape.direction <= 0 && edge.to == at && !loop) Walk(i, edge.from, length + 1);
      row_.pop_back();
      used_.pop_back();
    }
  }

  const graph::PropertyGraph& graph_;
  const Pattern& pattern_;
  std::map<std::string, std::string> bound_;
  std::vector<std::string> used_;
  Row row_;
  std::vector<Row> rows_;
};

}  // namespace

PatternText TextOf(const Pattern& pattern, bool quantified) {
  std::string path;
  std::vector<std::string> where;
  std::vector<std::string> columns;
  for (size_t i = 0; i < pattern.nodes.size(); ++i) {
    if (i > 0) {
      const EdgeShape& edge = pattern.edges[i - 1];
      const bool is_long = edge.max > edge.min;
      const std::string length =
          is_long && !quantified ? absl::StrCat("*", edge.min, "..", edge.max) : "";
      absl::StrAppend(&path, edge.direction < 0 ? "<-" : "-", "[r", i, edge.type.empty() ? "" : ":",
                      edge.type, length, "]", edge.direction > 0 ? "->" : "-");
      if (is_long && quantified) absl::StrAppend(&path, "{", edge.min, ",", edge.max, "}");
      if (!edge.since.empty()) where.push_back(absl::StrCat("r", i, ".date >= '", edge.since, "'"));
      columns.push_back(is_long ? absl::StrCat("[e IN r", i, " | e.key]")
                                : absl::StrCat("[r", i, ".key]"));
    }
    const NodeShape& node = pattern.nodes[i];
    absl::StrAppend(&path, "(", node.variable, node.label.empty() ? "" : ":", node.label);
    if (node.x >= 0) absl::StrAppend(&path, " {x: ", node.x, "}");
    path += ")";
    columns.push_back(absl::StrCat("[", node.variable, ".id]"));
  }
  return {path, absl::StrJoin(where, " AND "), absl::StrJoin(columns, " + ")};
}

std::vector<Row> ReferenceRows(const graph::PropertyGraph& graph, const Pattern& pattern) {
  return Reference(graph, pattern).Run();
}

}  // namespace norn::conformance
