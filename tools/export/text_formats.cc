#include "tools/export/text_formats.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "query/format.h"
#include "query/value.h"
#include "tools/export/columns.h"
#include "tools/export/escape.h"

namespace norn::tools {
namespace {

using graph::Properties;

std::string Json(absl::string_view text) { return query::ToJson(query::Value::Borrowed(text)); }

std::string JsonProperties(const Properties& properties) {
  return absl::StrCat("{",
                      absl::StrJoin(properties, ",",
                                    [](std::string* out, const auto& property) {
                                      absl::StrAppend(
                                          out, Json(property.first), ":",
                                          query::ToJson(query::Value::Of(property.second)));
                                    }),
                      "}");
}

std::string CypherProperties(const std::string* id, const Properties& properties) {
  std::vector<std::string> parts;
  if (id != nullptr) {
    parts.push_back(absl::StrCat("id: ", query::ToLiteral(query::Value::Borrowed(*id))));
  }
  for (const auto& [key, value] : properties) {
    parts.push_back(absl::StrCat(CypherName(key), ": ", query::ToLiteral(query::Value::Of(value))));
  }
  return parts.empty() ? "" : absl::StrCat(" {", absl::StrJoin(parts, ", "), "}");
}

absl::string_view CsvTypeSuffix(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "";
    case ColumnType::kBoolean:
      return ":boolean";
    case ColumnType::kInteger:
      return ":long";
    case ColumnType::kReal:
      return ":double";
    case ColumnType::kTextList:
      return ":string[]";
  }
  return "";
}

std::string CsvValue(const graph::Value& value) {
  const auto* list = value.As<graph::Value::List>();
  if (list == nullptr) return CsvField(PlainText(value));
  return CsvField(absl::StrJoin(*list, ";", [](std::string* out, const graph::Value& item) {
    absl::StrAppend(out, absl::StrReplaceAll(PlainText(item), {{"\\", "\\\\"}, {";", "\\;"}}));
  }));
}

void WriteCsvHeader(std::vector<std::string> fields, const Columns& columns, std::ostream& out) {
  for (const auto& [key, type] : columns) {
    fields.push_back(CsvField(absl::StrCat(key, CsvTypeSuffix(type))));
  }
  out << absl::StrJoin(fields, ",") << "\n";
}

void WriteCsvRow(std::vector<std::string> fields, const Properties& properties,
                 const Columns& columns, std::ostream& out) {
  for (const auto& [key, type] : columns) {
    const auto at = properties.find(key);
    fields.push_back(at == properties.end() ? "" : CsvValue(at->second));
  }
  out << absl::StrJoin(fields, ",") << "\n";
}

}  // namespace

std::string PlainText(const graph::Value& value) {
  if (const auto* text = value.As<std::string>()) return *text;
  if (const auto* list = value.As<graph::Value::List>()) {
    return absl::StrJoin(*list, ", ", [](std::string* out, const graph::Value& item) {
      absl::StrAppend(out, PlainText(item));
    });
  }
  const query::Value plain = query::Value::Of(value);
  // JSON writes dates and times as their ISO text, in quotes that a plain text does without.
  std::string json = query::ToJson(plain);
  return plain.is_temporal() ? json.substr(1, json.size() - 2) : json;
}

void WriteGraphJsonl(const graph::PropertyGraph& graph, std::ostream& out) {
  for (const graph::Node& node : graph.nodes) {
    out << "{\"node\":" << Json(node.id) << ",\"labels\":["
        << absl::StrJoin(node.labels, ",",
                         [](std::string* text, const std::string& label) {
                           absl::StrAppend(text, Json(label));
                         })
        << "],\"properties\":" << JsonProperties(node.properties) << "}\n";
  }
  for (const graph::Edge& edge : graph.edges) {
    out << "{\"edge\":" << Json(edge.type) << ",\"from\":" << Json(edge.from)
        << ",\"to\":" << Json(edge.to) << ",\"key\":" << Json(edge.key)
        << ",\"properties\":" << JsonProperties(edge.properties) << "}\n";
  }
}

void WriteGraphCypher(const graph::PropertyGraph& graph, std::ostream& out) {
  for (const graph::Node& node : graph.nodes) {
    out << "CREATE (";
    for (const std::string& label : node.labels) out << ":" << CypherName(label);
    out << CypherProperties(&node.id, node.properties) << ");\n";
  }
  for (const graph::Edge& edge : graph.edges) {
    out << "MATCH (a {id: " << query::ToLiteral(query::Value::Borrowed(edge.from))
        << "}), (b {id: " << query::ToLiteral(query::Value::Borrowed(edge.to))
        << "}) CREATE (a)-[:" << CypherName(edge.type) << CypherProperties(nullptr, edge.properties)
        << "]->(b);\n";
  }
}

void WriteNodesCsv(const graph::PropertyGraph& graph, std::ostream& out) {
  const Columns columns = NodeColumns(graph);
  WriteCsvHeader({"id:ID", ":LABEL"}, columns, out);
  for (const graph::Node& node : graph.nodes) {
    WriteCsvRow({CsvField(node.id), CsvField(absl::StrJoin(node.labels, ";"))}, node.properties,
                columns, out);
  }
}

void WriteEdgesCsv(const graph::PropertyGraph& graph, std::ostream& out) {
  const Columns columns = EdgeColumns(graph);
  WriteCsvHeader({":START_ID", ":END_ID", ":TYPE", "key"}, columns, out);
  for (const graph::Edge& edge : graph.edges) {
    const std::string key = edge.key.empty() ? "" : CsvField(edge.key);
    WriteCsvRow({CsvField(edge.from), CsvField(edge.to), CsvField(edge.type), key}, edge.properties,
                columns, out);
  }
}

}  // namespace norn::tools
