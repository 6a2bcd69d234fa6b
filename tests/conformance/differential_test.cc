// The planner and executor against a naive reference: random patterns on random graphs, for which
// the reference tries every assignment from left to right.
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::conformance {
namespace {

struct NodeShape {
  std::string variable;
  std::string label;  // empty: any
  int x = -1;         // the property, or -1: any
};

struct EdgeShape {
  std::string type;   // empty: any
  int direction = 0;  // -1 left, 1 right, 0 either
  int min = 1;
  int max = 1;        // beyond min: of variable length
  std::string since;  // r.date >= since
};

struct Pattern {
  std::vector<NodeShape> nodes;
  std::vector<EdgeShape> edges;
};

class Generator {
 public:
  explicit Generator(uint32_t seed) : random_(seed) {}

  graph::PropertyGraph Graph() {
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

  Pattern Shape() {
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

 private:
  int Number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }
  std::string Date() {
    static constexpr const char* kDates[] = {"2024", "2024-05", "2024-05-07", "2025-01-01"};
    return kDates[Number(0, 3)];
  }
  std::mt19937 random_;
};

std::string QueryOf(const Pattern& pattern) {
  std::string path;
  std::vector<std::string> where;
  std::vector<std::string> columns;
  for (size_t i = 0; i < pattern.nodes.size(); ++i) {
    if (i > 0) {
      const EdgeShape& edge = pattern.edges[i - 1];
      std::string length = edge.max > edge.min ? absl::StrCat("*", edge.min, "..", edge.max) : "";
      absl::StrAppend(&path, edge.direction < 0 ? "<-" : "-", "[r", i, edge.type.empty() ? "" : ":",
                      edge.type, length, "]", edge.direction > 0 ? "->" : "-");
      if (!edge.since.empty()) where.push_back(absl::StrCat("r", i, ".date >= '", edge.since, "'"));
      columns.push_back(length.empty() ? absl::StrCat("[r", i, ".key]")
                                       : absl::StrCat("[e IN r", i, " | e.key]"));
    }
    const NodeShape& node = pattern.nodes[i];
    absl::StrAppend(&path, "(", node.variable, node.label.empty() ? "" : ":", node.label);
    if (node.x >= 0) absl::StrAppend(&path, " {x: ", node.x, "}");
    path += ")";
    columns.push_back(absl::StrCat("[", node.variable, ".id]"));
  }
  return absl::StrCat("MATCH ", path, where.empty() ? "" : " WHERE ", absl::StrJoin(where, " AND "),
                      " RETURN ", absl::StrJoin(columns, " + "), " AS row");
}

// Every way to lay the pattern over the graph, as the texts that the query returns.
class Reference {
 public:
  Reference(const graph::PropertyGraph& graph, const Pattern& pattern)
      : graph_(graph), pattern_(pattern) {}

  std::vector<std::string> Run() {
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
      rows_.push_back(absl::StrJoin(row_, " "));
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
  std::vector<std::string> row_;
  std::vector<std::string> rows_;
};

TEST(Differential, PatternsGiveWhatTheReferenceGives) {
  constexpr uint32_t kGraphs = 625;
  constexpr int kPatterns = 8;
  for (uint32_t seed = 0; seed < kGraphs; ++seed) {
    Generator generator(seed);
    graph::PropertyGraph graph = generator.Graph();
    graph::View view = query::TestView(graph);
    for (int i = 0; i < kPatterns; ++i) {
      Pattern pattern = generator.Shape();
      std::string text = QueryOf(pattern);
      auto result = query::RunQuery(view, text, query::QueryOptions());
      ASSERT_TRUE(result.ok()) << Render(result.error(), text);
      std::vector<std::string> got;
      for (const auto& row : result->rows) {
        got.push_back(absl::StrJoin(row[0].list(), " ", [](std::string* out, const auto& item) {
          absl::StrAppend(out, item.text());
        }));
      }
      std::sort(got.begin(), got.end());
      ASSERT_EQ(got, Reference(graph, pattern).Run()) << "seed " << seed << ": " << text;
      // The same ends, with a plan that may use a visited set.
      std::string ends =
          absl::StrCat(text.substr(0, text.find(" RETURN ")), " RETURN count(DISTINCT ",
                       pattern.nodes.back().variable, ") AS ends, count(*) AS all");
      auto counted = query::RunQuery(view, ends, query::QueryOptions());
      ASSERT_TRUE(counted.ok());
      ASSERT_EQ(counted->rows[0][1].integer(), static_cast<int64_t>(got.size())) << ends;
    }
  }
}

// The first column of each row, as a text; sorted.
std::vector<std::string> Answers(const graph::View& view, const std::string& text) {
  auto result = query::RunQuery(view, text, query::QueryOptions());
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : Render(result.error(), text));
  std::vector<std::string> rows;
  if (!result.ok()) return rows;
  for (const auto& row : result->rows) rows.push_back(query::ToLiteral(row[0]));
  std::sort(rows.begin(), rows.end());
  return rows;
}

// What has two forms gives the same in both.
TEST(Differential, NewFormsGiveWhatOldOnesGive) {
  const struct {
    const char* one;
    const char* other;
  } kForms[] = {
      {"MATCH (a) RETURN [a.id, COUNT { (a)-->() }]",
       "MATCH (a) OPTIONAL MATCH (a)-[r]->() WITH a, count(r) AS c RETURN [a.id, c]"},
      {"MATCH (a) CALL (a) { MATCH (a)-[r]->(b) RETURN b, r } RETURN [a.id, b.id]",
       "MATCH (a)-[r]->(b) RETURN [a.id, b.id]"},
      {"MATCH (a) OPTIONAL CALL (a) { MATCH (a)-[:R]->(b) RETURN b.id AS b } RETURN [a.id, b]",
       "MATCH (a) OPTIONAL MATCH (a)-[:R]->(b) RETURN [a.id, b.id]"},
      {"MATCH (a) CALL { WITH a MATCH (a)--(b) RETURN count(b) AS c } RETURN [a.id, c]",
       "MATCH (a) RETURN [a.id, size([(a)--(b) | b])]"},
      {"MATCH (a) RETURN COLLECT { MATCH (a)-->(b) RETURN b.id ORDER BY b.id }",
       "MATCH (a) RETURN coll.sort([(a)-->(b) | b.id])"},
      {"MATCH (a) WHERE COUNT { (a)-->() } > 0 RETURN a.id",
       "MATCH (a) WHERE (a)-->() RETURN a.id"},
      {"MATCH (a) ((x)-[:R]->(y)){1,3} (b) RETURN [a.id, b.id]",
       "MATCH (a)-[:R*1..3]->(b) RETURN [a.id, b.id]"},
      {"MATCH (a) ((x)-[r]-(y)){0,2} (b) RETURN [a.id, b.id, size(r)]",
       "MATCH (a)-[r*0..2]-(b) RETURN [a.id, b.id, size(r)]"},
      {"MATCH (a) ((x)-->(y)<--(z)){1,2} (b) RETURN [a.id, b.id]",
       "MATCH (a)-->()<--(b) RETURN [a.id, b.id] UNION ALL "
       "MATCH (a)-->()<--()-->()<--(b) RETURN [a.id, b.id]"},
      {"MATCH (a), (b) WHERE a.id < b.id MATCH p = SHORTEST 2 (a)-[*1..4]-(b) "
       "WITH a, b, length(p) AS l ORDER BY l RETURN [a.id, b.id, l]",
       "MATCH p = (a)-[*1..4]-(b) WHERE a.id < b.id WITH a, b, length(p) AS l ORDER BY l "
       "WITH a, b, collect(l)[..2] AS ls UNWIND ls AS l RETURN [a.id, b.id, l]"},
      {"MATCH (a), (b) MATCH p = SHORTEST 2 GROUPS (a)-[*1..4]->(b) RETURN [a.id, b.id, length(p)]",
       "MATCH p = (a)-[*1..4]->(b) WITH a, b, length(p) AS l, count(p) AS c ORDER BY l "
       "WITH a, b, collect([l, c])[..2] AS lcs UNWIND lcs AS lc UNWIND range(1, lc[1]) AS i "
       "RETURN [a.id, b.id, lc[0]]"},
      {"MATCH (a), (b) MATCH p = shortestPath((a)-[*1..4]->(b)) WHERE length(p) % 2 = 0 "
       "RETURN [a.id, b.id, length(p)]",
       "MATCH p = (a)-[*1..4]->(b) WITH a, b, length(p) AS l WHERE l % 2 = 0 "
       "WITH a.id AS x, b.id AS y, min(l) AS m RETURN [x, y, m]"},
      {"MATCH (a) LET x = a.x FILTER x > 0 RETURN x", "MATCH (a) WHERE a.x > 0 RETURN a.x"},
      {"MATCH (a) RETURN a NEXT RETURN a.id", "MATCH (a) RETURN a.id"},
      {"MATCH (a) RETURN a.x AS x NEXT WHEN x > 0 THEN RETURN x ELSE RETURN -1 AS x",
       "MATCH (a) RETURN CASE WHEN a.x > 0 THEN a.x ELSE -1 END AS x"},
  };
  for (uint32_t seed = 0; seed < 30; ++seed) {
    Generator generator(seed);
    const graph::View view = query::TestView(generator.Graph());
    for (const auto& form : kForms) {
      EXPECT_EQ(Answers(view, form.one), Answers(view, form.other)) << seed << ": " << form.one;
    }
  }
}

// Variable lengths whose list nobody looks at, where only the distinct ends count.
TEST(Differential, DistinctEndsAreThoseOfAllPaths) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    Generator generator(seed);
    graph::View view = query::TestView(generator.Graph());
    for (const char* arrow : {"-[:R*1..3]->", "<-[*0..2]-", "-[*0..3]-", "-[:R*..2]-", "-[*]->",
                              "-->()-->", "<-[:R]-()<--", "-->()--", "--()<--"}) {
      auto ends = [&](const char* query) {
        auto result =
            query::RunQuery(view, absl::StrCat("MATCH (a)", arrow, query), query::QueryOptions());
        EXPECT_TRUE(result.ok());
        std::vector<std::string> rows;
        for (const auto& row : result->rows) {
          rows.push_back(absl::StrCat(row[0].text(), " ", row[1].text()));
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
      };
      EXPECT_EQ(ends("(b) RETURN DISTINCT a.id, b.id"), ends("(b) RETURN a.id, b.id"))
          << seed << " " << arrow;
    }
  }
}

}  // namespace
}  // namespace norn::conformance
