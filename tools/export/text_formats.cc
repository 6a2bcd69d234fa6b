#include "tools/export/text_formats.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
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

// A spreadsheet takes a text that begins so for a formula, and runs it; after an apostrophe it is a
// text.
std::string WithoutFormula(std::string text) {
  const bool is_formula = !text.empty() && absl::StrContains("=+-@\t\r", text[0]);
  return is_formula ? absl::StrCat("'", text) : text;
}

std::string CsvText(std::string text, const CsvOptions& options) {
  return CsvField(options.for_spreadsheets ? WithoutFormula(std::move(text)) : text);
}

std::string CsvValue(const graph::Value& value, const CsvOptions& options) {
  if (value.As<int64_t>() != nullptr || value.As<double>() != nullptr) {
    return CsvField(PlainText(value));
  }
  const auto* list = value.As<graph::Value::List>();
  if (list == nullptr) return CsvText(PlainText(value), options);
  const std::string items =
      absl::StrJoin(*list, ";", [](std::string* out, const graph::Value& item) {
        absl::StrAppend(out, absl::StrReplaceAll(PlainText(item), {{"\\", "\\\\"}, {";", "\\;"}}));
      });
  return CsvText(items, options);
}

void WriteCsvHeader(std::vector<std::string> fields, const Columns& columns, std::ostream& out) {
  for (const auto& [key, type] : columns) {
    fields.push_back(CsvField(absl::StrCat(key, CsvTypeSuffix(type))));
  }
  out << absl::StrJoin(fields, ",") << "\n";
}

void WriteCsvRow(std::vector<std::string> fields, const Properties& properties,
                 const Columns& columns, const CsvOptions& options, std::ostream& out) {
  for (const auto& [key, type] : columns) {
    const auto at = properties.find(key);
    fields.push_back(at == properties.end() ? "" : CsvValue(at->second, options));
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

void WriteNodesCsv(const graph::PropertyGraph& graph, std::ostream& out,
                   const CsvOptions& options) {
  const Columns columns = NodeColumns(graph);
  WriteCsvHeader({"id:ID", ":LABEL"}, columns, out);
  for (const graph::Node& node : graph.nodes) {
    WriteCsvRow({CsvText(node.id, options), CsvText(absl::StrJoin(node.labels, ";"), options)},
                node.properties, columns, options, out);
  }
}

void WriteEdgesCsv(const graph::PropertyGraph& graph, std::ostream& out,
                   const CsvOptions& options) {
  const Columns columns = EdgeColumns(graph);
  WriteCsvHeader({":START_ID", ":END_ID", ":TYPE", "key"}, columns, out);
  for (const graph::Edge& edge : graph.edges) {
    const std::string key = edge.key.empty() ? "" : CsvText(edge.key, options);
    WriteCsvRow(
        {CsvText(edge.from, options), CsvText(edge.to, options), CsvText(edge.type, options), key},
        edge.properties, columns, options, out);
  }
}

}  // namespace norn::tools
