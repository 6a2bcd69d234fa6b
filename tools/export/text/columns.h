// What types a graph's properties have, for formats that declare them before the data.
//
//   for (const auto& [key, type] : NodeColumns(graph)) out << key << ":" << Name(type);
#ifndef NORN_TOOLS_EXPORT_TEXT_COLUMNS_H_
#define NORN_TOOLS_EXPORT_TEXT_COLUMNS_H_

#include <cstdint>
#include <map>
#include <string>

#include "graph/model/model.h"
#include "graph/view/graph_rows.h"

namespace norn::tools {

// kText also for keys whose values are of several types, and for dates and times.
enum class ColumnType : uint8_t { kText, kBoolean, kInteger, kReal, kTextList };

using Columns = std::map<std::string, ColumnType>;

// Those of one element more.
void AddColumns(const graph::Properties& properties, Columns& columns);

Columns NodeColumns(const graph::GraphRows& graph);
Columns EdgeColumns(const graph::GraphRows& graph);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_COLUMNS_H_
