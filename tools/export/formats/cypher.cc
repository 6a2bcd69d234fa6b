#include "tools/export/formats/cypher.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {
namespace {

using query::Value;

constexpr absl::string_view kUnlabelled = "Node";

// What openCypher, Neo4j, Memgraph, Kùzu or LadybugDB read as a word of the language somewhere.
constexpr absl::string_view kKeywords[] = {
    "ADD",       "ALL",     "ALTER",    "AND",        "ANY",         "AS",       "ASC",
    "ASCENDING", "BY",      "CALL",     "CASE",       "COLUMN",      "COMMENT",  "CONSTRAINT",
    "CONTAINS",  "COPY",    "COUNT",    "CREATE",     "CSV",         "CYCLE",    "DATABASE",
    "DEFAULT",   "DELETE",  "DESC",     "DESCENDING", "DETACH",      "DISTINCT", "DO",
    "DROP",      "ELSE",    "END",      "ENDS",       "EXISTS",      "EXPLAIN",  "EXTENSION",
    "FALSE",     "FILTER",  "FOR",      "FROM",       "GLOB",        "GROUP",    "HEADERS",
    "IMPORT",    "IN",      "INDEX",    "INSTALL",    "IS",          "JOIN",     "KEY",
    "LET",       "LIMIT",   "LOAD",     "MACRO",      "MANDATORY",   "MATCH",    "MERGE",
    "NAN",       "INF",     "INFINITY", "NODE",       "NONE",        "NOT",      "NULL",
    "OF",        "OFFSET",  "ON",       "OPTIONAL",   "OR",          "ORDER",    "PATH",
    "PRIMARY",   "PROFILE", "REL",      "REMOVE",     "RENAME",      "REQUIRE",  "RETURN",
    "SCALAR",    "SET",     "SHORTEST", "SHOW",       "SINGLE",      "SKIP",     "START",
    "STARTS",    "TABLE",   "THEN",     "TO",         "TRANSACTION", "TRUE",     "TYPE",
    "UNION",     "UNIQUE",  "UNWIND",   "USE",        "USING",       "WHEN",     "WHERE",
    "WITH",      "XOR",     "YIELD"};

// The constructor of a temporal value; empty for others, which have literals.
absl::string_view Constructor(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::kDate:
      return "date";
    case Value::Kind::kLocalTime:
      return "localtime";
    case Value::Kind::kTime:
      return "time";
    case Value::Kind::kLocalDateTime:
      return "localdatetime";
    case Value::Kind::kDateTime:
      return "datetime";
    case Value::Kind::kDuration:
      return "duration";
    case Value::Kind::kNull:
    case Value::Kind::kBool:
    case Value::Kind::kInteger:
    case Value::Kind::kFloat:
    case Value::Kind::kString:
    case Value::Kind::kList:
    case Value::Kind::kMap:
    case Value::Kind::kNode:
    case Value::Kind::kRelationship:
    case Value::Kind::kPath:
      break;
  }
  return "";
}

std::string Expression(const Value& value) {
  if (value.is(Value::Kind::kList)) {
    return absl::StrCat("[",
                        absl::StrJoin(value.list(), ", ",
                                      [](std::string* out, const Value& item) {
                                        absl::StrAppend(out, Expression(item));
                                      }),
                        "]");
  }
  if (value.is(Value::Kind::kFloat) && !std::isfinite(value.real())) {
    // Cypher has no words for these.
    return std::isnan(value.real()) ? "0.0 / 0.0" : value.real() > 0 ? "1.0 / 0.0" : "-1.0 / 0.0";
  }
  const absl::string_view constructor = Constructor(value.kind());
  if (constructor.empty()) return query::ToLiteral(value);
  // JSON writes dates and times as their ISO text, in quotes.
  const std::string json = query::ToJson(value);
  return absl::StrCat(constructor, "('", json.substr(1, json.size() - 2), "')");
}

std::string Text(absl::string_view text) { return Expression(Value::Borrowed(text)); }

std::string Map(const graph::Properties& properties, const std::string* id) {
  std::vector<std::string> parts;
  if (id != nullptr) parts.push_back(absl::StrCat("id: ", Text(*id)));
  for (const auto& [key, value] : properties) {
    parts.push_back(absl::StrCat(CypherName(key), ": ", CypherValue(value)));
  }
  return absl::StrCat("{", absl::StrJoin(parts, ", "), "}");
}

// The label by which a node is found again.
std::string LabelOf(const std::vector<std::string>& labels) {
  return CypherName(labels.empty() ? kUnlabelled : absl::string_view(labels[0]));
}

// UNWIND [row, …] AS row, and what is done with each, a batch at a time.
template <typename Row>
void WriteBatches(const std::vector<uint32_t>& rows, size_t batch_size, const Row& text,
                  absl::string_view action, std::ostream& out) {
  for (size_t begin = 0; begin < rows.size(); begin += batch_size) {
    const size_t end = std::min(rows.size(), begin + batch_size);
    out << "UNWIND [\n";
    for (size_t i = begin; i < end; ++i) {
      out << "  " << text(rows[i]) << (i + 1 < end ? ",\n" : "\n");
    }
    out << "] AS row " << action << ";\n";
  }
}

void WriteNodes(const graph::GraphRows& graph, size_t batch_size, std::ostream& out) {
  std::map<std::vector<std::string>, std::vector<uint32_t>> groups;
  for (uint32_t row = 0; row < graph.node_count(); ++row) {
    groups[graph.NodeAt(row).labels].push_back(row);
  }
  std::set<std::string> indexed;
  for (const auto& [labels, rows] : groups) indexed.insert(LabelOf(labels));
  for (const std::string& label : indexed) {
    out << "CREATE INDEX IF NOT EXISTS FOR (n:" << label << ") ON (n.id);\n";
  }
  for (const auto& [labels, rows] : groups) {
    std::string names;
    for (const std::string& label : labels) absl::StrAppend(&names, ":", CypherName(label));
    if (labels.empty()) names = absl::StrCat(":", LabelOf(labels));
    WriteBatches(
        rows, batch_size,
        [&graph](uint32_t row) {
          const graph::Node node = graph.NodeAt(row);
          return Map(node.properties, &node.id);
        },
        absl::StrCat("CREATE (n", names, ") SET n = row"), out);
  }
}

void WriteEdges(const graph::GraphRows& graph, size_t batch_size, std::ostream& out) {
  std::vector<std::string> labels;
  std::map<std::string, uint32_t> number_of;
  std::vector<uint32_t> label_of;  // by node
  for (const graph::Node& node : graph.nodes()) {
    const std::string label = LabelOf(node.labels);
    const auto [at, is_new] = number_of.emplace(label, labels.size());
    if (is_new) labels.push_back(label);
    label_of.push_back(at->second);
  }
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<uint32_t>> groups;
  for (uint32_t row = 0; row < graph.edge_count(); ++row) {
    groups[{labels[label_of[graph.SourceRow(row)]], std::string(graph.TypeAt(row)),
            labels[label_of[graph.TargetRow(row)]]}]
        .push_back(row);
  }
  for (const auto& [group, rows] : groups) {
    const auto& [from, type, to] = group;
    WriteBatches(
        rows, batch_size,
        [&graph](uint32_t row) {
          const graph::Edge edge = graph.EdgeAt(row);
          return absl::StrCat("{a: ", Text(edge.from), ", b: ", Text(edge.to),
                              ", properties: ", Map(edge.properties, nullptr), "}");
        },
        absl::StrCat("MATCH (a:", from, " {id: row.a}), (b:", to, " {id: row.b}) CREATE (a)-[r:",
                     CypherName(type), "]->(b) SET r = row.properties"),
        out);
  }
}

const RegisterExportFormat kCypher({.name = "cypher",
                                    .ending = ".cypher",
                                    .write = [](const graph::GraphRows& graph, const FormatOptions&,
                                                std::ostream& out, std::ostream&) -> absl::Status {
                                      WriteGraphCypher(graph, out);
                                      return absl::OkStatus();
                                    }});

}  // namespace

void WriteGraphCypher(const graph::GraphRows& graph, std::ostream& out, size_t batch_size) {
  WriteNodes(graph, batch_size, out);
  WriteEdges(graph, batch_size, out);
}

std::string CypherName(absl::string_view name) {
  bool bare = !name.empty() && !absl::ascii_isdigit(name[0]);
  for (const char c : name) bare = bare && (absl::ascii_isalnum(c) || c == '_');
  const std::string upper = absl::AsciiStrToUpper(name);
  bare =
      bare && std::find(std::begin(kKeywords), std::end(kKeywords), upper) == std::end(kKeywords);
  if (bare) return std::string(name);
  return absl::StrCat("`", absl::StrReplaceAll(name, {{"`", "``"}}), "`");
}

std::string CypherValue(const graph::Value& value) { return Expression(Value::Of(value)); }

}  // namespace norn::tools
