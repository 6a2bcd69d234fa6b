#include "tools/export/formats/gexf.h"

#include <map>
#include <set>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "tools/export/registry/export_format.h"
#include "tools/export/text/columns.h"
#include "tools/export/text/escape.h"
#include "tools/export/text/palette.h"
#include "tools/export/text/plain_text.h"
#include "tools/export/text/time_span.h"
#include "tools/export/text/titles.h"

namespace norn::tools {
namespace {

// In small letters: columns of Gephi's tables, and what NetworkX makes of the format's attributes.
const std::set<std::string>& ReservedTitles() {
  static const auto* const titles = new std::set<std::string>{
      "id",         "label",  "weight", "start",        "end",      "kind",      "type",
      "labels",     "source", "target", "timeset",      "interval", "intervals", "timestamp",
      "timestamps", "spells", "viz",    "relationship", "category"};
  return *titles;
}

absl::string_view TypeName(ColumnType type) {
  switch (type) {
    case ColumnType::kBoolean:
      return "boolean";
    case ColumnType::kInteger:
      return "long";
    case ColumnType::kReal:
      return "double";
    case ColumnType::kTextList:
      return "liststring";
    case ColumnType::kText:
      return "string";
  }
  return "string";
}

// As Gephi reads arrays: in brackets, texts in quotes.
template <typename Texts>
std::string ListText(const Texts& texts) {
  return absl::StrCat(
      "[",
      absl::StrJoin(texts, ", ",
                    [](std::string* out, const std::string& text) {
                      absl::StrAppend(out, "\"",
                                      absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"\"", "\\\""}}),
                                      "\"");
                    }),
      "]");
}

std::string ValueText(const graph::Value& value) {
  const auto* list = value.As<graph::Value::List>();
  if (list == nullptr) return PlainText(value);
  std::vector<std::string> texts;
  for (const graph::Value& item : *list) texts.push_back(PlainText(item));
  return ListText(texts);
}

std::string LabelOf(const graph::Node& node) {
  const auto name = node.properties.find("name");
  return name == node.properties.end() ? node.id : PlainText(name->second);
}

// The label that says most, by which Gephi colours: Person and not Actor.
std::string CategoryOf(const graph::Node& node) {
  for (const std::string& label : node.labels) {
    if (label != "Actor" && label != "Event") return label;
  }
  return node.labels.empty() ? "" : node.labels[0];
}

// How often an actor is mentioned counts; every other edge weighs one.
std::string WeightOf(const graph::Edge& edge) {
  const auto count = edge.properties.find("count");
  const int64_t* number = count == edge.properties.end() ? nullptr : count->second.As<int64_t>();
  return absl::StrCat(number == nullptr || *number < 1 ? 1 : *number);
}

class Writer {
 public:
  Writer(const graph::GraphRows& graph, GexfVersion version, std::ostream& out)
      : graph_(graph), version_(version), out_(out) {}

  void Write() {
    const bool is_13 = version_ == GexfVersion::k13;
    const absl::string_view space = is_13 ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" << space
         << "\" xmlns:viz=\"" << space << "/viz\" version=\"" << (is_13 ? "1.3" : "1.2")
         << "\">\n  <graph";
    out_ << (IsDated() ? " mode=\"dynamic\" timeformat=\"date\"" : " mode=\"static\"")
         << " defaultedgetype=\"directed\">\n";
    const Ids node_ids = WriteAttributes(NodeColumns(graph_), "node");
    const Ids edge_ids = WriteAttributes(EdgeColumns(graph_), "edge");
    out_ << "    <nodes>\n";
    for (const graph::Node& node : graph_.nodes()) WriteNode(node, node_ids);
    out_ << "    </nodes>\n    <edges>\n";
    size_t number = 0;
    for (const graph::Edge& edge : graph_.edges()) WriteEdge(edge, number++, edge_ids);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
  }

 private:
  using Ids = std::map<std::string, std::string>;

  bool IsDated() const {
    for (const graph::Node& node : graph_.nodes()) {
      if (SpanOf(node.properties).is_known()) return true;
    }
    for (const graph::Edge& edge : graph_.edges()) {
      if (SpanOf(edge.properties).is_known()) return true;
    }
    return false;
  }

  Ids WriteAttributes(const Columns& columns, absl::string_view domain) {
    const Titles titles = UniqueTitles(columns, ReservedTitles());
    out_ << "    <attributes class=\"" << domain << "\">\n";
    if (domain == "node") {
      WriteAttribute("labels", "labels", "liststring");
      WriteAttribute("category", "category", "string");
    } else {
      WriteAttribute("relationship", "relationship", "string");
    }
    Ids ids;
    for (const auto& [key, type] : columns) {
      const std::string id = absl::StrCat(ids.size());
      WriteAttribute(id, titles.at(key), TypeName(type));
      ids.emplace(key, id);
    }
    out_ << "    </attributes>\n";
    return ids;
  }

  void WriteAttribute(absl::string_view id, absl::string_view title, absl::string_view type) {
    out_ << "      <attribute id=\"" << id << "\" title=\"" << XmlEscape(title) << "\" type=\""
         << type << "\"/>\n";
  }

  void WriteValue(absl::string_view id, absl::string_view value) {
    out_ << "<attvalue for=\"" << id << "\" value=\"" << XmlEscape(value) << "\"/>";
  }

  void WriteProperties(const graph::Properties& properties, const Ids& ids) {
    for (const auto& [key, value] : properties) WriteValue(ids.at(key), ValueText(value));
  }

  void WriteSpan(const graph::Properties& properties) {
    const TimeSpan span = SpanOf(properties);
    if (!span.is_known()) return;
    out_ << " start=\"" << span.first << "\" end=\"" << span.last << "\"";
  }

  void WriteColor(absl::string_view color) {
    unsigned rgb = 0;
    if (!absl::SimpleHexAtoi(color.substr(1), &rgb)) return;
    out_ << "<viz:color r=\"" << (rgb >> 16) << "\" g=\"" << (rgb >> 8 & 0xFF) << "\" b=\""
         << (rgb & 0xFF) << "\"/>";
  }

  void WriteNode(const graph::Node& node, const Ids& ids) {
    out_ << "      <node id=\"" << XmlEscape(node.id) << "\" label=\"" << XmlEscape(LabelOf(node))
         << "\"";
    WriteSpan(node.properties);
    out_ << "><attvalues>";
    WriteValue("labels", ListText(node.labels));
    WriteValue("category", CategoryOf(node));
    WriteProperties(node.properties, ids);
    out_ << "</attvalues>";
    WriteColor(StyleOfLabels(node.labels).border);
    out_ << "</node>\n";
  }

  void WriteEdge(const graph::Edge& edge, size_t number, const Ids& ids) {
    out_ << "      <edge id=\"" << number << "\" source=\"" << XmlEscape(edge.from)
         << "\" target=\"" << XmlEscape(edge.to) << "\"";
    if (version_ == GexfVersion::k13) {
      // Older readers refuse a graph of both.
      if (!StyleOfType(edge.type).directed) out_ << " type=\"undirected\"";
      // Parallel edges of different kinds stay apart in Gephi.
      out_ << " kind=\"" << XmlEscape(edge.type) << "\"";
    }
    out_ << " label=\"" << XmlEscape(edge.type) << "\" weight=\"" << WeightOf(edge) << "\"";
    WriteSpan(edge.properties);
    out_ << "><attvalues>";
    WriteValue("relationship", edge.type);
    WriteProperties(edge.properties, ids);
    out_ << "</attvalues>";
    WriteColor(StyleOfType(edge.type).color);
    out_ << "</edge>\n";
  }

  const graph::GraphRows& graph_;
  const GexfVersion version_;
  std::ostream& out_;
};

const RegisterExportFormat kGexf(
    {.name = "gexf",
     .ending = ".gexf",
     .write = [](const graph::GraphRows& graph, const FormatOptions& options, std::ostream& out,
                 std::ostream&) -> absl::Status {
       WriteGexf(graph, options.gexf_version == "1.2" ? GexfVersion::k12 : GexfVersion::k13, out);
       return absl::OkStatus();
     }});

}  // namespace

void WriteGexf(const graph::GraphRows& graph, GexfVersion version, std::ostream& out) {
  Writer(graph, version, out).Write();
}

}  // namespace norn::tools
