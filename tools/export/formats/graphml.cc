#include "tools/export/formats/graphml.h"

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/output/format.h"
#include "query/values/value.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/columns.h"
#include "tools/export/text/escape.h"
#include "tools/export/text/plain_text.h"
#include "tools/export/text/titles.h"

namespace norn::tools {
namespace {

absl::string_view TypeName(ColumnType type) {
  switch (type) {
    case ColumnType::kBoolean:
      return "boolean";
    case ColumnType::kInteger:
      return "long";
    case ColumnType::kReal:
      return "double";
    case ColumnType::kText:
    case ColumnType::kTextList:
      return "string";
  }
  return "string";
}

std::string ValueText(const graph::Value& value) {
  const bool is_list = value.As<graph::Value::List>() != nullptr;
  return XmlEscape(is_list ? query::ToJson(query::Value::Of(value)) : PlainText(value));
}

void WriteKey(absl::string_view id, absl::string_view domain, absl::string_view title,
              ColumnType type, absl::string_view description, std::ostream& out) {
  out << "  <key id=\"" << id << "\" for=\"" << domain << "\" attr.name=\"" << XmlEscape(title)
      << "\" attr.type=\"" << TypeName(type) << "\"";
  if (description.empty()) {
    out << "/>\n";
  } else {
    out << "><desc>" << XmlEscape(description) << "</desc></key>\n";
  }
}

std::string DescriptionOf(absl::string_view key, absl::string_view title, ColumnType type) {
  std::vector<std::string> parts;
  if (key != title) parts.push_back(absl::StrCat("the property `", key, "`"));
  if (type == ColumnType::kTextList) parts.push_back("a list of texts, as JSON");
  return absl::StrJoin(parts, ": ");
}

// Property keys are any text, XML ids and names are not: the n-th key is the id n0, n1, … or e0,
// e1, ….
using Ids = std::map<std::string, std::string>;

Ids WriteKeys(const Columns& columns, absl::string_view domain, absl::string_view prefix,
              std::ostream& out) {
  const Titles titles = UniqueNameTokens(columns, {"id", "label", "labels"});
  Ids ids;
  for (const auto& [key, type] : columns) {
    const std::string id = absl::StrCat(prefix, ids.size());
    const std::string& title = titles.at(key);
    WriteKey(id, domain, title, type, DescriptionOf(key, title, type), out);
    ids.emplace(key, id);
  }
  return ids;
}

void WriteData(absl::string_view id, absl::string_view escaped, std::ostream& out) {
  out << "<data key=\"" << id << "\">" << escaped << "</data>";
}

void WriteProperties(const graph::Properties& properties, const Ids& ids, std::ostream& out) {
  for (const auto& [key, value] : properties) WriteData(ids.at(key), ValueText(value), out);
}

std::string LabelOf(const graph::Node& node) {
  const auto name = node.properties.find("name");
  return name == node.properties.end() ? node.id : PlainText(name->second);
}

const RegisterExportFormat kGraphml({.name = "graphml",
                                     .ending = ".graphml",
                                     .write = [](const graph::GraphRows& graph,
                                                 const FormatOptions&, std::ostream& out,
                                                 std::ostream&) -> absl::Status {
                                       WriteGraphml(graph, out);
                                       return absl::OkStatus();
                                     }});

}  // namespace

void WriteGraphml(const graph::GraphRows& graph, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
         " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
         " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
         " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  WriteKey("id", "node", "id", ColumnType::kText, "", out);
  WriteKey("labels", "node", "labels", ColumnType::kText, "", out);
  WriteKey("name", "node", "label", ColumnType::kText, "", out);
  WriteKey("type", "edge", "label", ColumnType::kText, "", out);
  const Ids node_ids = WriteKeys(NodeColumns(graph), "node", "n", out);
  const Ids edge_ids = WriteKeys(EdgeColumns(graph), "edge", "e", out);
  out << "  <graph id=\"norn\" edgedefault=\"directed\">\n";
  size_t number = 0;
  for (const graph::Node& node : graph.nodes()) {
    out << "    <node id=\"node" << number++ << "\">";
    WriteData("id", XmlEscape(node.id), out);
    if (!node.labels.empty()) {
      WriteData("labels", XmlEscape(absl::StrCat(":", absl::StrJoin(node.labels, ":"))), out);
    }
    WriteData("name", XmlEscape(LabelOf(node)), out);
    WriteProperties(node.properties, node_ids, out);
    out << "</node>\n";
  }
  for (size_t row = 0; row < graph.edge_count(); ++row) {
    const graph::Edge edge = graph.EdgeAt(row);
    out << "    <edge source=\"node" << graph.SourceRow(row) << "\" target=\"node"
        << graph.TargetRow(row) << "\">";
    WriteData("type", XmlEscape(edge.type), out);
    WriteProperties(edge.properties, edge_ids, out);
    out << "</edge>\n";
  }
  out << "  </graph>\n</graphml>\n";
}

}  // namespace norn::tools
