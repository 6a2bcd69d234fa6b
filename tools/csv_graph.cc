#include "tools/csv_graph.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "base/status_macros.h"
#include "base/utf8.h"
#include "tools/csv_reader.h"

namespace norn::tools {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

using graph::Value;
using Row = std::vector<CsvReader::Field>;

struct Column {
  enum class Role { kProperty, kId, kLabel, kStart, kEnd, kType, kIgnore };
  enum class Type { kText, kBoolean, kInteger, kReal };
  Role role = Role::kProperty;
  Type type = Type::kText;
  bool is_list = false;
  std::string name;
  std::string prefix;  // of ids: their space, with a slash
};

absl::Status Wrong(const std::string& place, size_t line, absl::string_view message) {
  return absl::InvalidArgumentError(absl::StrCat(place, ":", line, ": ", message));
}

std::optional<Column::Type> TypeNamed(absl::string_view name) {
  if (name == "string" || name == "char") return Column::Type::kText;
  if (name == "boolean") return Column::Type::kBoolean;
  if (name == "long" || name == "int" || name == "short" || name == "byte") {
    return Column::Type::kInteger;
  }
  if (name == "double" || name == "float") return Column::Type::kReal;
  return std::nullopt;
}

// "name:string[]", ":START_ID(Person)", "key".
absl::StatusOr<Column> ParseColumn(absl::string_view header) {
  Column column;
  const size_t colon = header.rfind(':');
  column.name = std::string(header.substr(0, colon));
  absl::string_view type = colon == absl::string_view::npos ? "string" : header.substr(colon + 1);
  const size_t space = type.find('(');
  if (space != absl::string_view::npos && type.back() == ')') {
    column.prefix = absl::StrCat(type.substr(space + 1, type.size() - space - 2), "/");
    type = type.substr(0, space);
  }
  static constexpr std::pair<absl::string_view, Column::Role> kRoles[] = {
      {"ID", Column::Role::kId},          {"LABEL", Column::Role::kLabel},
      {"START_ID", Column::Role::kStart}, {"END_ID", Column::Role::kEnd},
      {"TYPE", Column::Role::kType},      {"IGNORE", Column::Role::kIgnore}};
  for (const auto& [name, role] : kRoles) {
    if (type != name) continue;
    column.role = role;
    return column;
  }
  column.is_list = absl::ConsumeSuffix(&type, "[]");
  const std::optional<Column::Type> known = TypeNamed(type);
  if (!known.has_value() || !column.prefix.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("unknown type in the header: '", header, "'"));
  }
  if (column.name.empty()) return absl::InvalidArgumentError("a column of the header has no name");
  column.type = *known;
  return column;
}

absl::StatusOr<Value> ParseScalar(const std::string& text, const Column& column) {
  switch (column.type) {
    case Column::Type::kText:
      return Value(text);
    case Column::Type::kBoolean:
      if (text == "true" || text == "false") return Value(text == "true");
      break;
    case Column::Type::kInteger:
      if (int64_t number = 0; absl::SimpleAtoi(text, &number)) return Value(number);
      break;
    case Column::Type::kReal:
      if (double number = 0; absl::SimpleAtod(text, &number)) return Value(number);
      break;
  }
  return absl::InvalidArgumentError(
      absl::StrCat("'", text, "' does not fit the type of column '", column.name, "'"));
}

// At `;`, but not at `\;`; a backslash makes what follows it plain.
std::vector<std::string> SplitItems(const std::string& text) {
  std::vector<std::string> items(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ';') {
      items.emplace_back();
    } else {
      if (text[i] == '\\' && i + 1 < text.size()) ++i;
      items.back().push_back(text[i]);
    }
  }
  return items;
}

absl::StatusOr<Value> ParseValue(const std::string& text, const Column& column) {
  if (!column.is_list) return ParseScalar(text, column);
  Value::List list;
  if (!text.empty()) {
    for (const std::string& item : SplitItems(text)) {
      NORN_ASSIGN_OR_RETURN(Value value, ParseScalar(item, column));
      list.push_back(std::move(value));
    }
  }
  return Value(std::move(list));
}

// The rows of one file, with the header understood.
class Table {
 public:
  Table(std::istream& in, const std::string& place) : reader_(in), place_(place) {}

  absl::Status ReadHeader(const std::vector<Column::Role>& needed) {
    NORN_ASSIGN_OR_RETURN(const bool more, NextRow());
    if (!more) return Wrong(place_, 1, "the file is empty: a header is missing");
    row_[0].text = std::string(absl::StripPrefix(row_[0].text, kByteOrderMark));
    std::set<std::string> names;
    for (const CsvReader::Field& field : row_) {
      absl::StatusOr<Column> column = ParseColumn(field.text);
      if (!column.ok()) return Wrong(place_, reader_.line(), column.status().message());
      if (column->role == Column::Role::kProperty && !names.insert(column->name).second) {
        return Wrong(place_, reader_.line(), absl::StrCat("two columns '", column->name, "'"));
      }
      columns_.push_back(*std::move(column));
    }
    for (const Column::Role role : needed) {
      if (Find(role) == nullptr) {
        return Wrong(place_, reader_.line(),
                     role == Column::Role::kId
                         ? "the header needs a column :ID"
                         : "the header needs columns :START_ID, :END_ID and :TYPE");
      }
    }
    return absl::OkStatus();
  }

  absl::StatusOr<bool> NextRow() {
    absl::StatusOr<bool> more = reader_.Next(row_);
    if (!more.ok()) return Wrong(place_, reader_.line(), more.status().message());
    if (!*more) return false;
    if (!columns_.empty() && row_.size() != columns_.size()) {
      return Wrong(place_, reader_.line(),
                   absl::StrCat(row_.size(), " fields where the header has ", columns_.size()));
    }
    for (const CsvReader::Field& field : row_) {
      if (!graph::IsUtf8(field.text)) return Wrong(place_, reader_.line(), "not UTF-8");
    }
    return true;
  }

  // The text in the column of that role, with its id space; empty if there is none.
  std::string Text(Column::Role role) const {
    const Column* column = Find(role);
    if (column == nullptr) return "";
    const std::string& text = row_[static_cast<size_t>(column - columns_.data())].text;
    return text.empty() ? "" : absl::StrCat(column->prefix, text);
  }

  absl::StatusOr<graph::Properties> Properties() const {
    graph::Properties properties;
    for (size_t i = 0; i < columns_.size(); ++i) {
      const bool has_value = row_[i].quoted || !row_[i].text.empty();
      if (columns_[i].role != Column::Role::kProperty || !has_value) continue;
      absl::StatusOr<Value> value = ParseValue(row_[i].text, columns_[i]);
      if (!value.ok()) return Error(value.status().message());
      properties.emplace(columns_[i].name, *std::move(value));
    }
    return properties;
  }

  absl::Status Error(absl::string_view message) const {
    return Wrong(place_, reader_.line(), message);
  }

 private:
  const Column* Find(Column::Role role) const {
    const auto at = std::find_if(columns_.begin(), columns_.end(),
                                 [role](const Column& column) { return column.role == role; });
    return at == columns_.end() ? nullptr : &*at;
  }

  CsvReader reader_;
  const std::string& place_;
  std::vector<Column> columns_;
  Row row_;
};

std::string TakeKey(graph::Properties& properties) {
  const auto at = properties.find("key");
  if (at == properties.end()) return "";
  const std::string* text = at->second.As<std::string>();
  std::string key = text == nullptr ? graph::ToString(at->second) : *text;
  properties.erase(at);
  return key;
}

// Parallel edges without a key of their own are told apart by their number.
void NumberParallelEdges(graph::PropertyGraph& graph) {
  std::set<std::tuple<std::string, std::string, std::string, std::string>> taken;
  for (graph::Edge& edge : graph.edges) {
    const std::string key = edge.key;
    for (int number = 2; !taken.emplace(edge.from, edge.type, edge.to, edge.key).second; ++number) {
      edge.key = absl::StrCat(key, key.empty() ? "" : "#", number);
    }
  }
}

}  // namespace

absl::Status ReadNodesCsv(std::istream& in, const std::string& place, graph::PropertyGraph& graph) {
  Table table(in, place);
  NORN_RETURN_IF_ERROR(table.ReadHeader({Column::Role::kId}));
  absl::flat_hash_set<std::string> ids;
  for (const graph::Node& node : graph.nodes) ids.insert(node.id);
  while (true) {
    NORN_ASSIGN_OR_RETURN(const bool more, table.NextRow());
    if (!more) return absl::OkStatus();
    graph::Node node;
    node.id = table.Text(Column::Role::kId);
    if (node.id.empty()) return table.Error("a node without an id");
    if (!ids.insert(node.id).second) {
      return table.Error(absl::StrCat("a second node with the id '", node.id, "'"));
    }
    node.labels = absl::StrSplit(table.Text(Column::Role::kLabel), ';', absl::SkipEmpty());
    NORN_ASSIGN_OR_RETURN(node.properties, table.Properties());
    graph.nodes.push_back(std::move(node));
  }
}

absl::Status ReadEdgesCsv(std::istream& in, const std::string& place, graph::PropertyGraph& graph) {
  Table table(in, place);
  NORN_RETURN_IF_ERROR(
      table.ReadHeader({Column::Role::kStart, Column::Role::kEnd, Column::Role::kType}));
  absl::flat_hash_set<std::string> ids;
  for (const graph::Node& node : graph.nodes) ids.insert(node.id);
  while (true) {
    NORN_ASSIGN_OR_RETURN(const bool more, table.NextRow());
    if (!more) break;
    graph::Edge edge;
    edge.from = table.Text(Column::Role::kStart);
    edge.to = table.Text(Column::Role::kEnd);
    edge.type = table.Text(Column::Role::kType);
    for (const std::string* end : {&edge.from, &edge.to}) {
      if (!ids.contains(*end)) return table.Error(absl::StrCat("there is no node '", *end, "'"));
    }
    if (edge.type.empty()) return table.Error("an edge without a type");
    NORN_ASSIGN_OR_RETURN(edge.properties, table.Properties());
    edge.key = TakeKey(edge.properties);
    graph.edges.push_back(std::move(edge));
  }
  NumberParallelEdges(graph);
  return absl::OkStatus();
}

}  // namespace norn::tools
