#include "tools/export/formats/csv.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "base/csv_field.h"
#include "base/status_macros.h"
#include "tools/export/formats/split.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/columns.h"
#include "tools/export/text/plain_text.h"

namespace norn::tools {
namespace {

using graph::Properties;

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
  return base::CsvField(options.for_spreadsheets ? WithoutFormula(std::move(text)) : text);
}

std::string CsvValue(const graph::Value& value, const CsvOptions& options) {
  if (value.As<int64_t>() != nullptr || value.As<double>() != nullptr) {
    return base::CsvField(PlainText(value));
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
    fields.push_back(base::CsvField(absl::StrCat(key, CsvTypeSuffix(type))));
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

using WriteCsv = void (*)(const graph::GraphRows&, std::ostream&, const CsvOptions&);

absl::Status WriteFolder(const graph::GraphRows& graph, const FormatOptions& options,
                         const AddFile& add) {
  const CsvOptions csv = {.for_spreadsheets = options.for_spreadsheets};
  const auto write = [&](const std::string& name, const graph::GraphRows& part, WriteCsv writer) {
    return add(absl::StrCat(name, ".csv"), [&](std::ostream& out) { writer(part, out, csv); });
  };
  if (!options.split) {
    NORN_RETURN_IF_ERROR(write("nodes", graph, WriteNodesCsv));
    return write("edges", graph, WriteEdgesCsv);
  }
  for (const auto& [label, rows] : SplitByLabel(graph)) {
    NORN_RETURN_IF_ERROR(write(absl::StrCat("nodes-", label), graph.Part(rows, {}), WriteNodesCsv));
  }
  for (const auto& [type, rows] : SplitByType(graph)) {
    NORN_RETURN_IF_ERROR(write(absl::StrCat("edges-", type), graph.Part({}, rows), WriteEdgesCsv));
  }
  return absl::OkStatus();
}

const RegisterExportFormat kCsv({.name = "csv", .ending = "/", .write_files = WriteFolder});

}  // namespace

void WriteNodesCsv(const graph::GraphRows& graph, std::ostream& out, const CsvOptions& options) {
  const Columns columns = NodeColumns(graph);
  WriteCsvHeader({"id:ID", ":LABEL"}, columns, out);
  for (const graph::Node& node : graph.nodes()) {
    WriteCsvRow({CsvText(node.id, options), CsvText(absl::StrJoin(node.labels, ";"), options)},
                node.properties, columns, options, out);
  }
}

void WriteEdgesCsv(const graph::GraphRows& graph, std::ostream& out, const CsvOptions& options) {
  const Columns columns = EdgeColumns(graph);
  WriteCsvHeader({":START_ID", ":END_ID", ":TYPE", "key"}, columns, out);
  for (const graph::Edge& edge : graph.edges()) {
    const std::string key = edge.key.empty() ? "" : CsvText(edge.key, options);
    WriteCsvRow(
        {CsvText(edge.from, options), CsvText(edge.to, options), CsvText(edge.type, options), key},
        edge.properties, columns, options, out);
  }
}

}  // namespace norn::tools
