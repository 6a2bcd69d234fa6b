#include "tools/export/formats/kuzu.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "base/csv_field.h"
#include "base/status_macros.h"
#include "tools/export/formats/split.h"
#include "tools/export/text/columns.h"
#include "tools/export/text/plain_text.h"
#include "tools/export/text/titles.h"

namespace norn::tools {
namespace {

using graph::Edge;
using graph::GraphRows;
using graph::Node;
using graph::Properties;
using graph::Value;

constexpr absl::string_view kNull = ":null:";
constexpr absl::string_view kItemSeparator = "\x1F";

std::string Quoted(absl::string_view name) {
  return absl::StrCat("`", absl::StrReplaceAll(name, {{"`", "``"}}), "`");
}

std::string Text(absl::string_view text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}}), "'");
}

absl::string_view TypeName(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "STRING";
    case ColumnType::kBoolean:
      return "BOOLEAN";
    case ColumnType::kInteger:
      return "INT64";
    case ColumnType::kReal:
      return "DOUBLE";
    case ColumnType::kTextList:
      return "STRING[]";
  }
  return "STRING";
}

// A value as a literal of its column's type.
std::string Literal(const Value& value, ColumnType type) {
  if (type == ColumnType::kTextList) {
    const auto& items = *value.As<Value::List>();
    return absl::StrCat("[",
                        absl::StrJoin(items, ", ",
                                      [](std::string* out, const Value& item) {
                                        absl::StrAppend(out, Text(PlainText(item)));
                                      }),
                        "]");
  }
  if (type == ColumnType::kText) return Text(PlainText(value));
  const auto* real = value.As<double>();
  if (real != nullptr && !std::isfinite(*real)) {
    return absl::StrCat("CAST('",
                        std::isnan(*real) ? "nan"
                        : *real > 0       ? "inf"
                                          : "-inf",
                        "' AS DOUBLE)");
  }
  return PlainText(value);
}

// Numbers that are not there have a word of their own, whatever NULL_STRINGS says.
std::string NullOf(ColumnType type) {
  const bool is_text = type == ColumnType::kText || type == ColumnType::kTextList;
  return is_text ? std::string(kNull) : "NULL";
}

std::string CsvCell(const Value& value, ColumnType type) {
  if (type == ColumnType::kText) return base::CsvField(PlainText(value));
  if (type != ColumnType::kTextList) {
    const auto* real = value.As<double>();
    if (real == nullptr || std::isfinite(*real)) return PlainText(value);
    return std::isnan(*real) ? "nan" : *real > 0 ? "inf" : "-inf";
  }
  return base::CsvField(absl::StrJoin(
      *value.As<Value::List>(), kItemSeparator,
      [](std::string* out, const Value& item) { absl::StrAppend(out, PlainText(item)); }));
}

// The properties of a table, with their names in it.
struct Table {
  Columns columns;
  Titles titles;

  std::string Definitions() const {
    std::string text;
    for (const auto& [key, type] : columns) {
      absl::StrAppend(&text, ", ", Quoted(titles.at(key)), " ", TypeName(type));
    }
    return text;
  }
  std::string Literals(const Properties& properties) const {
    std::string text;
    for (const auto& [key, value] : properties) {
      absl::StrAppend(&text, ", ", Quoted(titles.at(key)), ": ", Literal(value, columns.at(key)));
    }
    return text;
  }
  std::string Cells(const Properties& properties) const {
    std::string text;
    for (const auto& [key, type] : columns) {
      const auto at = properties.find(key);
      absl::StrAppend(&text, ",",
                      at == properties.end() ? NullOf(type) : CsvCell(at->second, type));
    }
    return text;
  }
};

struct NodeTable : Table {
  std::vector<uint32_t> nodes;  // rows
};

struct EdgeTable : Table {
  // By the tables of its ends.
  std::map<std::pair<std::string, std::string>, std::vector<uint32_t>> ends;
};

struct Tables {
  std::map<std::string, NodeTable> nodes;  // by kind
  std::map<std::string, EdgeTable> edges;  // by type
};

Tables TablesOf(const GraphRows& graph) {
  Tables tables;
  std::vector<const std::string*> kinds;  // by node
  for (uint32_t row = 0; row < graph.node_count(); ++row) {
    const Node node = graph.NodeAt(row);
    const auto table = tables.nodes.try_emplace(KindOf(node)).first;
    table->second.nodes.push_back(row);
    AddColumns(node.properties, table->second.columns);
    kinds.push_back(&table->first);
  }
  for (uint32_t row = 0; row < graph.edge_count(); ++row) {
    const Edge edge = graph.EdgeAt(row);
    EdgeTable& table = tables.edges[edge.type];
    table.ends[{*kinds[graph.SourceRow(row)], *kinds[graph.TargetRow(row)]}].push_back(row);
    AddColumns(edge.properties, table.columns);
  }
  for (auto& [kind, table] : tables.nodes) {
    table.titles = UniqueTitles(table.columns, {"id", "labels"});
  }
  for (auto& [type, table] : tables.edges) {
    table.titles = UniqueTitles(table.columns, {"from", "to", "key"});
  }
  return tables;
}

void WriteDefinitions(const Tables& tables, std::ostream& out) {
  for (const auto& [kind, table] : tables.nodes) {
    out << "CREATE NODE TABLE " << Quoted(kind) << "(`id` STRING, `labels` STRING[]"
        << table.Definitions() << ", PRIMARY KEY(`id`));\n";
  }
  for (const auto& [type, table] : tables.edges) {
    out << "CREATE REL TABLE " << Quoted(type) << "(";
    for (const auto& [ends, edges] : table.ends) {
      out << "FROM " << Quoted(ends.first) << " TO " << Quoted(ends.second) << ", ";
    }
    out << "`key` STRING" << table.Definitions() << ");\n";
  }
}

std::string LabelsLiteral(const Node& node) {
  return absl::StrCat("[",
                      absl::StrJoin(node.labels, ", ",
                                    [](std::string* out, const std::string& label) {
                                      absl::StrAppend(out, Text(label));
                                    }),
                      "]");
}

// COPY of a file by way of its texts: a list is made of one.
void WriteCopy(const std::string& table, const std::string& file,
               const std::vector<std::string>& keys, const Table& columns,
               absl::string_view options, std::ostream& out) {
  std::vector<std::string> read, taken;
  const auto add = [&](const std::string& name, ColumnType type) {
    const bool is_list = type == ColumnType::kTextList;
    read.push_back(absl::StrCat(name, " ", is_list ? "STRING" : TypeName(type)));
    taken.push_back(is_list ? absl::StrCat("CASE WHEN ", name,
                                           " = '' THEN CAST([] AS STRING[]) ELSE string_split(",
                                           name, ", '", kItemSeparator, "') END")
                            : name);
  };
  for (const std::string& key : keys) {
    add(Quoted(key), key == "labels" ? ColumnType::kTextList : ColumnType::kText);
  }
  for (const auto& [key, type] : columns.columns) add(Quoted(columns.titles.at(key)), type);
  out << "COPY " << Quoted(table) << " FROM (LOAD WITH HEADERS (" << absl::StrJoin(read, ", ")
      << ") FROM '" << file << "' (HEADER=true, PARALLEL=false, NULL_STRINGS=['" << kNull
      << "']) RETURN " << absl::StrJoin(taken, ", ") << ")" << options << ";\n";
}

std::string Header(const std::vector<std::string>& keys, const Table& table) {
  std::string header = absl::StrJoin(keys, ",");
  for (const auto& [key, title] : table.titles)
    absl::StrAppend(&header, ",", base::CsvField(title));
  return header + "\n";
}

class TableFiles {
 public:
  TableFiles(const GraphRows& graph, const Tables& tables, const AddFile& add)
      : graph_(graph), tables_(tables), add_(add) {}

  absl::Status Write() {
    for (const auto& [kind, table] : tables_.nodes) NORN_RETURN_IF_ERROR(WriteNodes(kind, table));
    for (const auto& [type, table] : tables_.edges) NORN_RETURN_IF_ERROR(WriteEdges(type, table));
    return add_("load.cypher", [this](std::ostream& out) {
      WriteDefinitions(tables_, out);
      out << copies_.str();
    });
  }

 private:
  absl::Status WriteNodes(const std::string& kind, const NodeTable& table) {
    const std::vector<std::string> keys = {"id", "labels"};
    const std::string file = absl::StrCat("nodes-", FileName(kind), ".csv");
    WriteCopy(kind, file, keys, table, "", copies_);
    return add_(file, [&](std::ostream& out) {
      out << Header(keys, table);
      for (const uint32_t row : table.nodes) {
        const Node node = graph_.NodeAt(row);
        out << base::CsvField(node.id) << ","
            << base::CsvField(absl::StrJoin(node.labels, kItemSeparator))
            << table.Cells(node.properties) << "\n";
      }
    });
  }
  absl::Status WriteEdges(const std::string& type, const EdgeTable& table) {
    const std::vector<std::string> keys = {"from", "to", "key"};
    for (const auto& [ends, edges] : table.ends) {
      const std::string file = absl::StrCat("edges-", FileName(type), "-", FileName(ends.first),
                                            "-", FileName(ends.second), ".csv");
      WriteCopy(type, file, keys, table,
                absl::StrCat(" (from=", Text(ends.first), ", to=", Text(ends.second), ")"),
                copies_);
      NORN_RETURN_IF_ERROR(add_(file, [&, &rows = edges](std::ostream& out) {
        out << Header(keys, table);
        for (const uint32_t row : rows) {
          const Edge edge = graph_.EdgeAt(row);
          out << base::CsvField(edge.from) << "," << base::CsvField(edge.to) << ","
              << base::CsvField(edge.key) << table.Cells(edge.properties) << "\n";
        }
      }));
    }
    return absl::OkStatus();
  }

  const GraphRows& graph_;
  const Tables& tables_;
  const AddFile& add_;
  std::ostringstream copies_;
};

const RegisterExportFormat kKuzu({.name = "kuzu",
                                  .ending = ".kuzu.cypher",
                                  .write = [](const GraphRows& graph, const FormatOptions&,
                                              std::ostream& out, std::ostream&) -> absl::Status {
                                    WriteKuzuStatements(graph, out);
                                    return absl::OkStatus();
                                  }});

const RegisterExportFormat kKuzuCsv({.name = "kuzu-csv",
                                     .ending = ".kuzu/",
                                     .write_files = [](const GraphRows& graph, const FormatOptions&,
                                                       const AddFile& add) {
                                       return WriteKuzuTables(graph, add);
                                     }});

}  // namespace

void WriteKuzuStatements(const GraphRows& graph, std::ostream& out) {
  const Tables tables = TablesOf(graph);
  WriteDefinitions(tables, out);
  for (const auto& [kind, table] : tables.nodes) {
    for (const uint32_t row : table.nodes) {
      const Node node = graph.NodeAt(row);
      out << "CREATE (:" << Quoted(kind) << " {`id`: " << Text(node.id)
          << ", `labels`: " << LabelsLiteral(node) << table.Literals(node.properties) << "});\n";
    }
  }
  for (const auto& [type, table] : tables.edges) {
    for (const auto& [ends, edges] : table.ends) {
      for (const uint32_t row : edges) {
        const Edge edge = graph.EdgeAt(row);
        out << "MATCH (a:" << Quoted(ends.first) << " {`id`: " << Text(edge.from)
            << "}), (b:" << Quoted(ends.second) << " {`id`: " << Text(edge.to)
            << "}) CREATE (a)-[:" << Quoted(type) << " {`key`: " << Text(edge.key)
            << table.Literals(edge.properties) << "}]->(b);\n";
      }
    }
  }
}

absl::Status WriteKuzuTables(const GraphRows& graph, const AddFile& add) {
  const Tables tables = TablesOf(graph);
  return TableFiles(graph, tables, add).Write();
}

}  // namespace norn::tools
