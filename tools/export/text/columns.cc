#include "tools/export/text/columns.h"

#include <algorithm>

namespace norn::tools {
namespace {

ColumnType TypeOf(const graph::Value& value) {
  if (value.As<bool>() != nullptr) return ColumnType::kBoolean;
  if (value.As<int64_t>() != nullptr) return ColumnType::kInteger;
  if (value.As<double>() != nullptr) return ColumnType::kReal;
  const auto* list = value.As<graph::Value::List>();
  const bool texts =
      list != nullptr && std::all_of(list->begin(), list->end(), [](const graph::Value& item) {
        return item.As<std::string>() != nullptr;
      });
  return texts ? ColumnType::kTextList : ColumnType::kText;
}

}  // namespace

void AddColumns(const graph::Properties& properties, Columns& columns) {
  for (const auto& [key, value] : properties) {
    const ColumnType type = TypeOf(value);
    const auto [at, is_new] = columns.emplace(key, type);
    if (!is_new && at->second != type) at->second = ColumnType::kText;
  }
}

Columns NodeColumns(const graph::GraphRows& graph) {
  Columns columns;
  for (const graph::Node& node : graph.nodes()) AddColumns(node.properties, columns);
  return columns;
}

Columns EdgeColumns(const graph::GraphRows& graph) {
  Columns columns;
  for (const graph::Edge& edge : graph.edges()) AddColumns(edge.properties, columns);
  return columns;
}

}  // namespace norn::tools
