#include "tools/import/csv_graph.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "base/utf8.h"

namespace norn::tools {
namespace {

using Role = CsvColumn::Role;

// Of several columns of one role only labels may be.
absl::Status CheckRoles(const std::vector<CsvColumn>& columns) {
  std::set<std::string> names;
  std::set<Role> roles;
  for (const CsvColumn& column : columns) {
    const bool is_property = column.role == Role::kProperty;
    if (is_property && !names.insert(column.name).second) {
      return absl::InvalidArgumentError(absl::StrCat("two columns '", column.name, "'"));
    }
    const bool may_repeat =
        is_property || column.role == Role::kLabel || column.role == Role::kIgnore;
    if (!may_repeat && !roles.insert(column.role).second) {
      return absl::InvalidArgumentError(
          "two columns of ids, ends, types or keys: an id is one column");
    }
  }
  return absl::OkStatus();
}

// A property of a row: a text that stands in the row, or a value.
struct Cell {
  uint32_t key;
  const std::string* text;
  graph::Value value;
};

}  // namespace

// One file: its rows, and its header once that is understood.
class CsvGraphReader::File {
 public:
  File(std::istream& in, const std::string& place, const CsvImportOptions& options)
      : reader_(in, options.dialect), place_(place), array_delimiter_(options.array_delimiter) {}

  const Columns& columns() const { return columns_; }
  void set_columns(Columns columns) { columns_ = std::move(columns); }

  absl::StatusOr<bool> Next(Row& row) {
    absl::StatusOr<bool> more = reader_.Next(row);
    if (!more.ok()) return Error(more.status().message());
    return more;
  }

  absl::Status CheckRow(const Row& row) const {
    if (row.size() != columns_.size()) {
      return Error(absl::StrCat(row.size(), " fields where the header has ", columns_.size()));
    }
    for (const CsvReader::Field& field : row) {
      if (!base::IsUtf8(field.text)) return Error("not UTF-8");
    }
    return absl::OkStatus();
  }

  const CsvColumn* Find(Role role) const {
    const auto at = std::find_if(columns_.begin(), columns_.end(),
                                 [role](const CsvColumn& column) { return column.role == role; });
    return at == columns_.end() ? nullptr : &*at;
  }

  // The text in the column of that role, with its id space; empty if there is none. It lives until
  // `room` is used again.
  absl::string_view Text(const Row& row, Role role, std::string& room) const {
    const CsvColumn* column = Find(role);
    if (column == nullptr) return "";
    const std::string& text = row[static_cast<size_t>(column - columns_.data())].text;
    if (text.empty() || column->prefix.empty()) return text;
    room.assign(column->prefix);
    return room.append(text);
  }

  std::vector<std::string> Labels(const Row& row) const {
    std::vector<std::string> labels;
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].role != Role::kLabel) continue;
      for (const absl::string_view part : absl::StrSplit(row[i].text, array_delimiter_)) {
        const absl::string_view label = absl::StripAsciiWhitespace(part);
        if (!label.empty()) labels.emplace_back(label);
      }
    }
    return labels;
  }

  // The tables are looked up anew only where a row has other labels, or another type, than the
  // last.
  graph::NodeTable& Table(const Row& row, graph::ColumnarGraph& graph) {
    bool is_same = nodes_ != nullptr;
    size_t count = 0;
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].role != Role::kLabel) continue;
      if (count == last_.size()) last_.emplace_back();
      is_same = is_same && last_[count] == row[i].text;
      last_[count++] = row[i].text;
    }
    if (!is_same) nodes_ = &graph.Nodes(Labels(row));
    return *nodes_;
  }
  graph::EdgeTable& Table(absl::string_view type, graph::ColumnarGraph& graph) {
    if (edges_ == nullptr || edges_->type != type) edges_ = &graph.Edges(type);
    return *edges_;
  }

  // Understands the properties of a row; nothing of it is in the graph yet.
  absl::Status ReadCells(const Row& row, graph::ColumnarGraph& graph) {
    if (keys_.empty()) {
      for (const CsvColumn& column : columns_) keys_.push_back(graph.Key(column.name));
    }
    cells_.clear();
    for (size_t i = 0; i < columns_.size(); ++i) {
      const CsvColumn& column = columns_[i];
      const bool has_value = row[i].quoted || !row[i].text.empty();
      // A node's id is its property `id` already.
      const bool is_kept =
          column.role == Role::kProperty ||
          (column.role == Role::kId && !column.name.empty() && column.name != "id");
      if (!is_kept || !has_value) continue;
      if (column.type == CsvColumn::Type::kText && !column.is_list) {
        cells_.push_back({keys_[i], &row[i].text, {}});
        continue;
      }
      absl::StatusOr<graph::Value> value = ParseCsvValue(row[i].text, column, array_delimiter_);
      if (!value.ok()) return Error(value.status().message());
      if (!value->is_null()) cells_.push_back({keys_[i], nullptr, *std::move(value)});
    }
    return absl::OkStatus();
  }

  // Puts what was understood into a table's row.
  void WriteCells(graph::PropertyTable& table, uint32_t row, graph::TextTable& texts) const {
    for (const Cell& cell : cells_) {
      if (cell.text != nullptr) {
        table.SetText(row, cell.key, texts.Add(*cell.text), texts);
      } else {
        table.Set(row, cell.key, cell.value, texts);
      }
    }
  }

  // The same as values.
  graph::Properties Properties() const {
    graph::Properties properties;
    for (const Cell& cell : cells_) {
      const auto at = std::find(keys_.begin(), keys_.end(), cell.key) - keys_.begin();
      properties.emplace(columns_[static_cast<size_t>(at)].name,
                         cell.text == nullptr ? cell.value : graph::Value(*cell.text));
    }
    return properties;
  }

  absl::Status Error(absl::string_view message) const {
    const size_t line = std::max<size_t>(1, reader_.line());
    return absl::InvalidArgumentError(absl::StrCat(place_, ":", line, ": ", message));
  }

 private:
  CsvReader reader_;
  const std::string& place_;
  char array_delimiter_;
  Columns columns_;
  std::vector<uint32_t> keys_;     // by column, once there is a row
  std::vector<Cell> cells_;        // of the last row
  std::vector<std::string> last_;  // the last row's labels as they are written
  graph::NodeTable* nodes_ = nullptr;
  graph::EdgeTable* edges_ = nullptr;
};

absl::Status CsvGraphReader::Wrong(absl::Status status) {
  constexpr size_t kMostShown = 10;
  if (status.ok() || !options_.skip_bad_rows) return status;
  if (++skipped_ <= kMostShown) first_skipped_.emplace_back(status.message());
  return absl::OkStatus();
}

absl::Status CsvGraphReader::ReadHeader(File& file, const Needs& needs,
                                        std::optional<Columns>& alone, Row& first) {
  NORN_ASSIGN_OR_RETURN(const bool more, file.Next(first));
  if (!more) {
    return alone.has_value() ? absl::OkStatus()
                             : file.Error("the file is empty: a header is missing");
  }
  Columns columns;
  absl::Status wrong;
  for (const CsvReader::Field& field : first) {
    if (!base::IsUtf8(field.text)) wrong = absl::InvalidArgumentError("not UTF-8");
    if (!wrong.ok()) break;
    absl::StatusOr<CsvColumn> column = ParseCsvColumn(field.text);
    if (!column.ok()) {
      wrong = column.status();
      break;
    }
    // Only edges have keys.
    if (column->role == Role::kKey && needs.roles[0] == Role::kId) column->role = Role::kProperty;
    columns.push_back(*std::move(column));
  }
  file.set_columns(columns);
  const bool has_all =
      wrong.ok() && std::all_of(needs.roles.begin(), needs.roles.end(),
                                [&file](Role role) { return file.Find(role) != nullptr; });
  if (!has_all && alone.has_value() && alone->size() == first.size()) {
    file.set_columns(*alone);  // the first row is one of data
    return absl::OkStatus();
  }
  const char* hint =
      first.size() == 1
          ? "; if something else than a comma divides its fields, name it with --delimiter"
          : "";
  if (!wrong.ok()) return file.Error(absl::StrCat(wrong.message(), hint));
  if (!has_all) return file.Error(absl::StrCat("the header needs ", needs.columns, hint));
  const absl::Status roles = CheckRoles(columns);
  if (!roles.ok()) return file.Error(roles.message());
  first.clear();
  return absl::OkStatus();
}

absl::Status CsvGraphReader::ReadRows(std::istream& in, const std::string& place,
                                      const Needs& needs, std::optional<Columns>& alone,
                                      absl::Status (CsvGraphReader::*add)(File&, const Row&)) {
  File file(in, place, options_);
  Row row;
  NORN_RETURN_IF_ERROR(ReadHeader(file, needs, alone, row));
  bool has_rows = !row.empty();
  if (!has_rows) {
    NORN_ASSIGN_OR_RETURN(has_rows, file.Next(row));
    if (!has_rows) alone = file.columns();
  }
  while (has_rows) {
    absl::Status status = file.CheckRow(row);
    if (status.ok()) status = (this->*add)(file, row);
    NORN_RETURN_IF_ERROR(Wrong(std::move(status)));
    NORN_ASSIGN_OR_RETURN(has_rows, file.Next(row));
  }
  return absl::OkStatus();
}

absl::Status CsvGraphReader::AddNode(File& file, const Row& row) {
  std::string room;
  const absl::string_view id = file.Text(row, Role::kId, room);
  if (id.empty()) return file.Error("a node without an id");
  NORN_RETURN_IF_ERROR(file.ReadCells(row, graph_));
  graph::NodeTable& table = file.Table(row, graph_);
  if (const std::optional<uint32_t> at = graph_.AddNode(table, id)) {
    file.WriteCells(table, *at, graph_.texts());
    return absl::OkStatus();
  }
  if (graph_.NodeAt(id) == graph::Node{std::string(id), table.labels, file.Properties()}) {
    return absl::OkStatus();
  }
  return file.Error(absl::StrCat("a second node with the id '", id, "', unlike the first"));
}

absl::Status CsvGraphReader::AddEdge(File& file, const Row& row) {
  std::string from_room, to_room, key_room;
  const absl::string_view from = file.Text(row, Role::kStart, from_room);
  const absl::string_view to = file.Text(row, Role::kEnd, to_room);
  const absl::string_view type = absl::StripAsciiWhitespace(file.Text(row, Role::kType, key_room));
  if (type.empty()) return file.Error("an edge without a type");
  NORN_RETURN_IF_ERROR(file.ReadCells(row, graph_));
  graph::EdgeTable& table = file.Table(type, graph_);
  const absl::StatusOr<uint32_t> at =
      graph_.AddEdge(table, from, to, file.Text(row, Role::kKey, key_room));
  if (!at.ok()) return file.Error(at.status().message());
  file.WriteCells(table, *at, graph_.texts());
  return absl::OkStatus();
}

absl::Status CsvGraphReader::ReadNodes(std::istream& in, const std::string& place) {
  return ReadRows(in, place, {{Role::kId}, "a column :ID"}, node_header_, &CsvGraphReader::AddNode);
}

absl::Status CsvGraphReader::ReadEdges(std::istream& in, const std::string& place) {
  return ReadRows(in, place,
                  {{Role::kStart, Role::kEnd, Role::kType}, "columns :START_ID, :END_ID and :TYPE"},
                  edge_header_, &CsvGraphReader::AddEdge);
}

}  // namespace norn::tools
