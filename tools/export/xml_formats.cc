#include "tools/export/xml_formats.h"

#include <map>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/export/columns.h"
#include "tools/export/escape.h"
#include "tools/export/palette.h"
#include "tools/export/text_formats.h"

namespace norn::tools {
namespace {

constexpr absl::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// Both formats know these under the same names; lists have no type and are written as text.
absl::string_view XmlType(ColumnType type) {
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

std::string XmlValue(const graph::Value& value) { return XmlEscape(PlainText(value)); }

std::string NameOf(const graph::Node& node) {
  const auto name = node.properties.find("name");
  return name == node.properties.end() ? node.id : PlainText(name->second);
}

// Property keys are any text, XML ids are not: the n-th key is the id n0, n1, … or e0, e1, ….
using Ids = std::map<std::string, std::string>;

Ids WriteGraphmlKeys(const Columns& columns, absl::string_view domain, absl::string_view prefix,
                     std::ostream& out) {
  Ids ids;
  for (const auto& [key, type] : columns) {
    const std::string id = absl::StrCat(prefix, ids.size());
    out << "  <key id=\"" << id << "\" for=\"" << domain << "\" attr.name=\"" << XmlEscape(key)
        << "\" attr.type=\"" << XmlType(type) << "\"/>\n";
    ids.emplace(key, id);
  }
  return ids;
}

void WriteGraphmlData(const graph::Properties& properties, const Ids& ids, std::ostream& out) {
  for (const auto& [key, value] : properties) {
    out << "<data key=\"" << ids.at(key) << "\">" << XmlValue(value) << "</data>";
  }
}

Ids WriteGexfAttributes(const Columns& columns, absl::string_view domain, std::ostream& out) {
  Ids ids;
  out << "    <attributes class=\"" << domain << "\">\n";
  for (const auto& [key, type] : columns) {
    const std::string id = absl::StrCat(ids.size());
    out << "      <attribute id=\"" << id << "\" title=\"" << XmlEscape(key) << "\" type=\""
        << XmlType(type) << "\"/>\n";
    ids.emplace(key, id);
  }
  out << "    </attributes>\n";
  return ids;
}

void WriteGexfValues(const graph::Properties& properties, const Ids& ids, std::ostream& out) {
  if (properties.empty()) return;
  out << "<attvalues>";
  for (const auto& [key, value] : properties) {
    out << "<attvalue for=\"" << ids.at(key) << "\" value=\"" << XmlValue(value) << "\"/>";
  }
  out << "</attvalues>";
}

void WriteGexfColor(absl::string_view color, std::ostream& out) {
  unsigned rgb = 0;
  if (!absl::SimpleHexAtoi(color.substr(1), &rgb)) return;
  out << "<viz:color r=\"" << (rgb >> 16) << "\" g=\"" << (rgb >> 8 & 0xFF) << "\" b=\""
      << (rgb & 0xFF) << "\"/>";
}

}  // namespace

void WriteGraphml(const graph::PropertyGraph& graph, std::ostream& out) {
  out << kDeclaration
      << "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
         " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
         " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
         " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
      << "  <key id=\"labels\" for=\"node\" attr.name=\"labels\" attr.type=\"string\"/>\n"
      << "  <key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n";
  const Ids node_ids = WriteGraphmlKeys(NodeColumns(graph), "node", "n", out);
  const Ids edge_ids = WriteGraphmlKeys(EdgeColumns(graph), "edge", "e", out);
  out << "  <graph id=\"norn\" edgedefault=\"directed\">\n";
  for (const graph::Node& node : graph.nodes) {
    out << "    <node id=\"" << XmlEscape(node.id) << "\"><data key=\"labels\">"
        << XmlEscape(node.labels.empty() ? "" : absl::StrCat(":", absl::StrJoin(node.labels, ":")))
        << "</data>";
    WriteGraphmlData(node.properties, node_ids, out);
    out << "</node>\n";
  }
  for (const graph::Edge& edge : graph.edges) {
    out << "    <edge source=\"" << XmlEscape(edge.from) << "\" target=\"" << XmlEscape(edge.to)
        << "\"><data key=\"label\">" << XmlEscape(edge.type) << "</data>";
    WriteGraphmlData(edge.properties, edge_ids, out);
    out << "</edge>\n";
  }
  out << "  </graph>\n</graphml>\n";
}

void WriteGexf(const graph::PropertyGraph& graph, std::ostream& out) {
  out << kDeclaration
      << "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
         " version=\"1.3\">\n"
      << "  <graph mode=\"static\" defaultedgetype=\"directed\">\n";
  const Ids node_ids = WriteGexfAttributes(NodeColumns(graph), "node", out);
  const Ids edge_ids = WriteGexfAttributes(EdgeColumns(graph), "edge", out);
  out << "    <nodes>\n";
  for (const graph::Node& node : graph.nodes) {
    out << "      <node id=\"" << XmlEscape(node.id) << "\" label=\"" << XmlEscape(NameOf(node))
        << "\">";
    WriteGexfValues(node.properties, node_ids, out);
    WriteGexfColor(StyleOfLabels(node.labels).border, out);
    out << "</node>\n";
  }
  out << "    </nodes>\n    <edges>\n";
  size_t number = 0;
  for (const graph::Edge& edge : graph.edges) {
    out << "      <edge id=\"" << number++ << "\" source=\"" << XmlEscape(edge.from)
        << "\" target=\"" << XmlEscape(edge.to) << "\" label=\"" << XmlEscape(edge.type) << "\">";
    WriteGexfValues(edge.properties, edge_ids, out);
    WriteGexfColor(StyleOfType(edge.type).color, out);
    out << "</edge>\n";
  }
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace norn::tools
