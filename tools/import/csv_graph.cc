#include "tools/import/csv_graph.h"

#include <algorithm>
#include <set>
#include <tuple>
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
      if (!graph::IsUtf8(field.text)) return Error("not UTF-8");
    }
    return absl::OkStatus();
  }

  const CsvColumn* Find(Role role) const {
    const auto at = std::find_if(columns_.begin(), columns_.end(),
                                 [role](const CsvColumn& column) { return column.role == role; });
    return at == columns_.end() ? nullptr : &*at;
  }

  // The text in the column of that role, with its id space; empty if there is none.
  std::string Text(const Row& row, Role role) const {
    const CsvColumn* column = Find(role);
    if (column == nullptr) return "";
    const std::string& text = row[static_cast<size_t>(column - columns_.data())].text;
    return text.empty() ? "" : absl::StrCat(column->prefix, text);
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

  absl::StatusOr<graph::Properties> Properties(const Row& row) const {
    graph::Properties properties;
    for (size_t i = 0; i < columns_.size(); ++i) {
      const CsvColumn& column = columns_[i];
      const bool has_value = row[i].quoted || !row[i].text.empty();
      // A node's id is its property `id` already.
      const bool is_kept =
          column.role == Role::kProperty ||
          (column.role == Role::kId && !column.name.empty() && column.name != "id");
      if (!is_kept || !has_value) continue;
      absl::StatusOr<graph::Value> value = ParseCsvValue(row[i].text, column, array_delimiter_);
      if (!value.ok()) return Error(value.status().message());
      if (!value->is_null()) properties.emplace(column.name, *std::move(value));
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
                                      absl::Status (CsvGraphReader::*add)(const File&,
                                                                          const Row&)) {
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

absl::Status CsvGraphReader::AddNode(const File& file, const Row& row) {
  graph::Node node;
  node.id = file.Text(row, Role::kId);
  if (node.id.empty()) return file.Error("a node without an id");
  node.labels = file.Labels(row);
  NORN_ASSIGN_OR_RETURN(node.properties, file.Properties(row));
  const auto [at, is_new] = ids_.try_emplace(node.id, graph_.nodes.size());
  if (is_new) {
    graph_.nodes.push_back(std::move(node));
    return absl::OkStatus();
  }
  if (graph_.nodes[at->second] == node) return absl::OkStatus();
  return file.Error(absl::StrCat("a second node with the id '", node.id, "', unlike the first"));
}

absl::Status CsvGraphReader::AddEdge(const File& file, const Row& row) {
  graph::Edge edge;
  edge.from = file.Text(row, Role::kStart);
  edge.to = file.Text(row, Role::kEnd);
  edge.type = std::string(absl::StripAsciiWhitespace(file.Text(row, Role::kType)));
  for (const std::string* end : {&edge.from, &edge.to}) {
    if (!ids_.contains(*end)) return file.Error(absl::StrCat("there is no node '", *end, "'"));
  }
  if (edge.type.empty()) return file.Error("an edge without a type");
  NORN_ASSIGN_OR_RETURN(edge.properties, file.Properties(row));
  edge.key = file.Text(row, Role::kKey);
  graph_.edges.push_back(std::move(edge));
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

void CsvGraphReader::NumberParallelEdges() {
  std::set<std::tuple<absl::string_view, absl::string_view, absl::string_view, std::string>> taken;
  for (graph::Edge& edge : graph_.edges) {
    const std::string key = edge.key;
    for (int number = 2; !taken.emplace(edge.from, edge.type, edge.to, edge.key).second; ++number) {
      edge.key = absl::StrCat(key, key.empty() ? "" : "#", number);
    }
  }
}

}  // namespace norn::tools
