#include "tools/export/text_formats.h"

#include <cmath>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/columns.h"
#include "tools/export/escape.h"

namespace norn::tools {
namespace {

using graph::Properties;

std::string Json(absl::string_view text) { return query::ToJson(query::Value::Borrowed(text)); }

// JSON writes dates and times as their ISO text, in quotes that a plain text does without.
std::string Unquoted(const std::string& json) { return json.substr(1, json.size() - 2); }

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

// The constructor of a temporal value; empty for others, which have literals.
absl::string_view CypherConstructor(query::Value::Kind kind) {
  switch (kind) {
    case query::Value::Kind::kDate:
      return "date";
    case query::Value::Kind::kLocalTime:
      return "localtime";
    case query::Value::Kind::kTime:
      return "time";
    case query::Value::Kind::kLocalDateTime:
      return "localdatetime";
    case query::Value::Kind::kDateTime:
      return "datetime";
    case query::Value::Kind::kDuration:
      return "duration";
    default:
      return "";
  }
}

std::string CypherValue(const query::Value& value) {
  if (value.is(query::Value::Kind::kList)) {
    return absl::StrCat("[",
                        absl::StrJoin(value.list(), ", ",
                                      [](std::string* out, const query::Value& item) {
                                        absl::StrAppend(out, CypherValue(item));
                                      }),
                        "]");
  }
  if (value.is(query::Value::Kind::kFloat) && !std::isfinite(value.real())) {
    // Cypher has no words for these.
    return std::isnan(value.real()) ? "0.0 / 0.0" : value.real() > 0 ? "1.0 / 0.0" : "-1.0 / 0.0";
  }
  const absl::string_view constructor = CypherConstructor(value.kind());
  if (constructor.empty()) return query::ToLiteral(value);
  return absl::StrCat(constructor, "('", Unquoted(query::ToJson(value)), "')");
}

std::string CypherProperties(const std::string* id, const Properties& properties) {
  std::vector<std::string> parts;
  if (id != nullptr) {
    parts.push_back(absl::StrCat("id: ", CypherValue(query::Value::Borrowed(*id))));
  }
  for (const auto& [key, value] : properties) {
    parts.push_back(absl::StrCat(CypherName(key), ": ", CypherValue(query::Value::Of(value))));
  }
  return parts.empty() ? "" : absl::StrCat("{", absl::StrJoin(parts, ", "), "}");
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
  const std::string json = query::ToJson(plain);
  return plain.is_temporal() ? Unquoted(json) : json;
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
  const auto text = [](const std::string& id) { return CypherValue(query::Value::Borrowed(id)); };
  for (const graph::Node& node : graph.nodes) {
    out << "CREATE (";
    for (const std::string& label : node.labels) out << ":" << CypherName(label);
    out << (node.labels.empty() ? "" : " ") << CypherProperties(&node.id, node.properties)
        << ");\n";
  }
  for (const graph::Edge& edge : graph.edges) {
    const std::string properties = CypherProperties(nullptr, edge.properties);
    out << "MATCH (a {id: " << text(edge.from) << "}), (b {id: " << text(edge.to)
        << "}) CREATE (a)-[:" << CypherName(edge.type) << (properties.empty() ? "" : " ")
        << properties << "]->(b);\n";
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
