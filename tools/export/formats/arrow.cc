#include "tools/export/formats/arrow.h"

#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "tools/export/formats/arrow_file.h"
#include "tools/export/text/columns.h"
#include "tools/export/text/plain_text.h"
#include "tools/export/text/titles.h"

namespace norn::tools {
namespace {

using graph::Value;

ArrowType TypeOf(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return ArrowType::kText;
    case ColumnType::kBoolean:
      return ArrowType::kBoolean;
    case ColumnType::kInteger:
      return ArrowType::kInteger;
    case ColumnType::kReal:
      return ArrowType::kReal;
    case ColumnType::kTextList:
      return ArrowType::kTextList;
  }
  return ArrowType::kText;
}

// A file whose first columns are ours, and the others the properties'.
class PropertyTable {
 public:
  PropertyTable(std::vector<ArrowField> ours, const Columns& properties, std::ostream& out)
      : first_(ours.size()),
        properties_(properties),
        file_(WithProperties(ours, properties), out) {}

  ArrowFile& file() { return file_; }

  void EndRow(const graph::Properties& values) {
    size_t column = first_;
    for (const auto& [key, type] : properties_) {
      const auto at = values.find(key);
      if (at != values.end()) Add(column, at->second, type);
      ++column;
    }
    file_.EndRow();
  }

 private:
  static std::vector<ArrowField> WithProperties(std::vector<ArrowField> fields,
                                                const Columns& properties) {
    std::set<std::string> taken;
    for (const ArrowField& field : fields) taken.insert(field.name);
    const Titles titles = UniqueTitles(properties, taken);
    for (const auto& [key, type] : properties) fields.push_back({titles.at(key), TypeOf(type)});
    return fields;
  }

  void Add(size_t column, const Value& value, ColumnType type) {
    switch (type) {
      case ColumnType::kText:
        return file_.AddText(column, PlainText(value));
      case ColumnType::kBoolean:
        return file_.AddBoolean(column, *value.As<bool>());
      case ColumnType::kInteger:
        return file_.AddInteger(column, *value.As<int64_t>());
      case ColumnType::kReal:
        return file_.AddReal(column, *value.As<double>());
      case ColumnType::kTextList: {
        std::vector<std::string> items;
        for (const Value& item : *value.As<Value::List>()) items.push_back(PlainText(item));
        return file_.AddTexts(column, items);
      }
    }
  }

  const size_t first_;
  const Columns& properties_;
  ArrowFile file_;
};

void WriteNodes(const graph::GraphRows& graph, std::ostream& out) {
  const Columns columns = NodeColumns(graph);
  PropertyTable table({{"id", ArrowType::kText}, {"labels", ArrowType::kTextList}}, columns, out);
  for (const graph::Node& node : graph.nodes()) {
    table.file().AddText(0, node.id);
    table.file().AddTexts(1, node.labels);
    table.EndRow(node.properties);
  }
  table.file().Finish();
}

void WriteEdges(const graph::GraphRows& graph, std::ostream& out) {
  const Columns columns = EdgeColumns(graph);
  PropertyTable table({{"from"}, {"to"}, {"type"}, {"key"}}, columns, out);
  for (const graph::Edge& edge : graph.edges()) {
    size_t column = 0;
    for (const std::string* text : {&edge.from, &edge.to, &edge.type, &edge.key}) {
      table.file().AddText(column++, *text);
    }
    table.EndRow(edge.properties);
  }
  table.file().Finish();
}

const RegisterExportFormat kArrow({.name = "arrow",
                                   .ending = ".arrow/",
                                   .write_files = [](const graph::GraphRows& graph,
                                                     const FormatOptions&, const AddFile& add) {
                                     return WriteArrow(graph, add);
                                   }});

}  // namespace

absl::Status WriteArrow(const graph::GraphRows& graph, const AddFile& add) {
  NORN_RETURN_IF_ERROR(add("nodes.arrow", [&graph](std::ostream& out) { WriteNodes(graph, out); }));
  return add("edges.arrow", [&graph](std::ostream& out) { WriteEdges(graph, out); });
}

}  // namespace norn::tools
