#include "query/output/format.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "base/csv_field.h"
#include "base/printable.h"
#include "query/output/display_width.h"
#include "query/printer/printer.h"
#include "query/values/temporal.h"
#include "query/values/value_text.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

void AppendEscape(char32_t c, std::string& out) {
  const auto unit = static_cast<unsigned>(c);
  if (c <= 0xFFFF) {
    absl::StrAppend(&out, absl::StrFormat("\\u%04x", unit));
  } else {
    absl::StrAppend(&out, absl::StrFormat("\\u%04x\\u%04x", 0xD800 + ((unit - 0x10000) >> 10),
                                          0xDC00 + ((unit - 0x10000) & 0x3FF)));
  }
}

// What acts on a terminal or in an editor instead of being shown is escaped, which JSON allows of
// any character.
void AppendJsonString(absl::string_view text, std::string& out) {
  out.push_back('"');
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, size, c);
    const absl::string_view bytes = text.substr(begin, i - begin);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (c >= 0 && base::IsControl(static_cast<char32_t>(c))) {
          AppendEscape(static_cast<char32_t>(c), out);
        } else {
          absl::StrAppend(&out, bytes);
        }
    }
  }
  out.push_back('"');
}

void AppendJson(const Value& value, std::string& out);

void AppendJsonList(const Value::Items& items, std::string& out) {
  out.push_back('[');
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out.push_back(',');
    AppendJson(items[i], out);
  }
  out.push_back(']');
}

void AppendJsonMap(const Value::Entries& entries, std::string& out) {
  out.push_back('{');
  for (size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) out.push_back(',');
    AppendJsonString(entries[i].first, out);
    out.push_back(':');
    AppendJson(entries[i].second, out);
  }
  out.push_back('}');
}

void AppendJsonNode(const NodeRecord& node, std::string& out) {
  out += "{\"id\":";
  AppendJsonString(node.id, out);
  out += ",\"labels\":[";
  for (size_t i = 0; i < node.labels.size(); ++i) {
    if (i > 0) out.push_back(',');
    AppendJsonString(node.labels[i], out);
  }
  out += "],\"properties\":";
  AppendJsonMap(node.properties, out);
  out.push_back('}');
}

void AppendJsonRelationship(const RelationshipRecord& edge, std::string& out) {
  out += "{\"type\":";
  AppendJsonString(edge.type, out);
  out += ",\"from\":";
  AppendJsonString(edge.from, out);
  out += ",\"to\":";
  AppendJsonString(edge.to, out);
  out += ",\"properties\":";
  AppendJsonMap(edge.properties, out);
  out.push_back('}');
}

void AppendJson(const Value& value, std::string& out) {
  switch (value.kind()) {
    case Kind::kNull:
      out += "null";
      return;
    case Kind::kBool:
      out += value.boolean() ? "true" : "false";
      return;
    case Kind::kInteger:
      absl::StrAppend(&out, value.integer());
      return;
    case Kind::kFloat:
      out += std::isfinite(value.real()) ? FloatText(value.real()) : "null";
      return;
    case Kind::kString:
      return AppendJsonString(value.text(), out);
    case Kind::kList:
      return AppendJsonList(value.list(), out);
    case Kind::kMap:
      return AppendJsonMap(value.map(), out);
    case Kind::kNode:
      return AppendJsonNode(value.node(), out);
    case Kind::kRelationship:
      return AppendJsonRelationship(value.relationship(), out);
    case Kind::kPath:
      out += "{\"nodes\":";
      AppendJsonList(value.path().nodes, out);
      out += ",\"relationships\":";
      AppendJsonList(value.path().relationships, out);
      out.push_back('}');
      return;
    default:
      return AppendJsonString(TemporalText(value), out);
  }
}

std::string MapLiteral(const Value::Entries& entries) {
  return absl::StrCat("{",
                      absl::StrJoin(entries, ", ",
                                    [](std::string* out, const auto& entry) {
                                      absl::StrAppend(out, PrintName(entry.first), ": ",
                                                      ToLiteral(entry.second));
                                    }),
                      "}");
}

std::string NodeLiteral(const NodeRecord& node) {
  std::string out = "(";
  for (const std::string& label : node.labels) absl::StrAppend(&out, ":", PrintName(label));
  if (!node.properties.empty()) {
    absl::StrAppend(&out, node.labels.empty() ? "" : " ", MapLiteral(node.properties));
  }
  return out + ")";
}

std::string RelationshipLiteral(const RelationshipRecord& edge) {
  std::string out = absl::StrCat("[:", PrintName(edge.type));
  if (!edge.properties.empty()) absl::StrAppend(&out, " ", MapLiteral(edge.properties));
  return out + "]";
}

std::string PathLiteral(const PathRecord& path) {
  std::string out = ToLiteral(path.nodes[0]);
  for (size_t i = 0; i < path.relationships.size(); ++i) {
    bool left = path.relationships[i].relationship().from != path.nodes[i].node().id;
    absl::StrAppend(&out, left ? "<-" : "-", ToLiteral(path.relationships[i]), left ? "-" : "->",
                    ToLiteral(path.nodes[i + 1]));
  }
  return out;
}

// A text stands without quotes, null is nothing.
std::string Plain(const Value& value) {
  if (value.is_null()) return "";
  if (value.is(Kind::kString)) return std::string(value.text());
  return ToLiteral(value);
}

// A cell for people, on one line. An empty text shows its quotes: it is not null.
std::string Cell(const Value& value) {
  const bool is_empty = value.is(Kind::kString) && value.text().empty();
  return is_empty ? "''" : base::PrintableLine(Plain(value));
}

std::string BriefText(const Value& value);

// Where it leads, as patterns are written; with the ids by which :explain and queries know nodes.
std::string BriefPath(const PathRecord& path) {
  std::string out = BriefText(path.nodes[0]);
  for (size_t i = 0; i < path.relationships.size(); ++i) {
    const bool left = path.relationships[i].relationship().from != path.nodes[i].node().id;
    absl::StrAppend(&out, left ? "<-" : "-", BriefText(path.relationships[i]), left ? "-" : "->",
                    BriefText(path.nodes[i + 1]));
  }
  return out;
}

// Which node or relationship it is, without its properties.
std::string BriefText(const Value& value) {
  switch (value.kind()) {
    case Kind::kNode:
      return absl::StrCat("(", value.node().id, ")");
    case Kind::kRelationship:
      return absl::StrCat("[:", PrintName(value.relationship().type), "]");
    case Kind::kPath:
      return BriefPath(value.path());
    case Kind::kList:
      return absl::StrCat(
          "[",
          absl::StrJoin(value.list(), ", ",
                        [](std::string* out, const Value& item) { out->append(BriefText(item)); }),
          "]");
    default:
      return ToLiteral(value);
  }
}

std::string BriefCell(const Value& value) {
  const bool holds_elements = value.is(Kind::kNode) || value.is(Kind::kRelationship) ||
                              value.is(Kind::kPath) || value.is(Kind::kList);
  return holds_elements ? base::PrintableLine(BriefText(value)) : Cell(value);
}

bool AlignsRight(const Result& result, size_t column) {
  bool numbers = false;
  for (const auto& row : result.rows) {
    if (!row[column].is_number() && !row[column].is_null()) return false;
    numbers |= row[column].is_number();
  }
  return numbers;
}

struct Grid {
  std::vector<std::vector<std::string>> lines;  // the header first
  std::vector<size_t> widths;
};

Grid MakeGrid(const Result& result, std::string (*cell)(const Value& value) = Cell) {
  Grid grid;
  grid.lines.emplace_back();
  for (const std::string& column : result.columns)
    grid.lines[0].push_back(base::PrintableLine(column));
  for (const auto& row : result.rows) {
    grid.lines.emplace_back();
    for (const Value& value : row) grid.lines.back().push_back(cell(value));
  }
  grid.widths.assign(result.columns.size(), 1);
  for (const auto& line : grid.lines) {
    for (size_t i = 0; i < line.size(); ++i) {
      grid.widths[i] = std::max(grid.widths[i], DisplayWidth(line[i]));
    }
  }
  return grid;
}

std::string Padded(const std::string& text, size_t width, bool right) {
  std::string blanks(width - std::min(width, DisplayWidth(text)), ' ');
  return right ? blanks + text : text + blanks;
}

std::string Rule(const std::vector<size_t>& widths, const char* left, const char* middle,
                 const char* right) {
  std::string out = left;
  for (size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) out += middle;
    for (size_t j = 0; j < widths[i] + 2; ++j) out += "─";
  }
  return out + right + "\n";
}

void WriteGrid(const Result& result, const Grid& grid, std::ostream& out) {
  std::vector<bool> right;
  for (size_t i = 0; i < result.columns.size(); ++i) right.push_back(AlignsRight(result, i));
  out << Rule(grid.widths, "┌", "┬", "┐");
  for (size_t l = 0; l < grid.lines.size(); ++l) {
    for (size_t i = 0; i < grid.widths.size(); ++i) {
      out << "│ " << Padded(grid.lines[l][i], grid.widths[i], l > 0 && right[i]) << " ";
    }
    out << "│\n";
    if (l == 0) out << Rule(grid.widths, "├", "┼", "┤");
  }
  out << Rule(grid.widths, "└", "┴", "┘");
}

// With the lines between the columns.
size_t TotalWidth(const std::vector<size_t>& widths) {
  size_t total = 1;
  for (const size_t width : widths) total += width + 3;
  return total;
}

// The most columns of a terminal that one column of the table may have, for all to fit; never so
// few that nothing can be read.
size_t WidestThatFits(const std::vector<size_t>& widths, size_t columns) {
  constexpr size_t kLeast = 8;
  size_t low = kLeast;
  size_t high = std::max(kLeast, *std::max_element(widths.begin(), widths.end()));
  while (low < high) {
    const size_t middle = (low + high + 1) / 2;
    size_t total = 1;
    for (const size_t width : widths) total += std::min(width, middle) + 3;
    if (total <= columns) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

std::string MarkdownCell(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '|' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

}  // namespace

std::string ToJson(const Value& value) {
  std::string out;
  AppendJson(value, out);
  return out;
}

std::string ToLiteral(const Value& value) {
  switch (value.kind()) {
    case Kind::kNull:
      return "null";
    case Kind::kString:
      return PrintString(value.text());
    case Kind::kList:
      return absl::StrCat(
          "[",
          absl::StrJoin(value.list(), ", ",
                        [](std::string* out, const Value& item) { out->append(ToLiteral(item)); }),
          "]");
    case Kind::kMap:
      return MapLiteral(value.map());
    case Kind::kNode:
      return NodeLiteral(value.node());
    case Kind::kRelationship:
      return RelationshipLiteral(value.relationship());
    case Kind::kPath:
      return PathLiteral(value.path());
    default:
      return TextOf(value);
  }
}

void WriteTable(const Result& result, std::ostream& out) {
  if (!result.columns.empty()) WriteGrid(result, MakeGrid(result), out);
}

bool WriteTableWithin(const Result& result, size_t columns, std::ostream& out) {
  if (result.columns.empty()) return false;
  Grid grid = MakeGrid(result);
  bool is_cut = TotalWidth(grid.widths) > columns;
  // Which nodes they are says more than the first of their properties.
  if (is_cut) grid = MakeGrid(result, BriefCell);
  const size_t widest = WidestThatFits(grid.widths, columns);
  for (size_t& width : grid.widths) width = std::min(width, widest);
  for (std::vector<std::string>& line : grid.lines) {
    for (size_t i = 0; i < line.size(); ++i) line[i] = CutToWidth(line[i], grid.widths[i]);
  }
  WriteGrid(result, grid, out);
  return is_cut;
}

void WriteRecords(const Result& result, std::ostream& out) {
  const Grid grid = MakeGrid(result);
  size_t name_width = 0;
  for (const std::string& name : grid.lines[0])
    name_width = std::max(name_width, DisplayWidth(name));
  for (size_t row = 1; row < grid.lines.size(); ++row) {
    out << "── " << row << " ──\n";
    for (size_t i = 0; i < result.columns.size(); ++i) {
      out << Padded(grid.lines[0][i], name_width, false) << " │ " << grid.lines[row][i] << "\n";
    }
  }
}

void WriteJsonlRow(const std::vector<std::string>& columns, absl::Span<const Value> row,
                   std::ostream& out) {
  std::string line = "{";
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) line.push_back(',');
    AppendJsonString(columns[i], line);
    line.push_back(':');
    AppendJson(row[i], line);
  }
  out << line << "}\n";
}

void WriteJsonl(const Result& result, std::ostream& out) {
  for (const auto& row : result.rows) WriteJsonlRow(result.columns, row, out);
}

void WriteCsvHeader(const std::vector<std::string>& columns, std::ostream& out) {
  if (columns.empty()) return;  // of a query that only writes
  auto field = [](std::string* text, const std::string& column) {
    text->append(base::CsvField(column));
  };
  out << absl::StrJoin(columns, ",", field) << "\r\n";
}

void WriteCsvRow(absl::Span<const Value> row, std::ostream& out) {
  out << absl::StrJoin(row, ",", [](std::string* text, const Value& value) {
    // An empty text is "", null nothing at all.
    if (!value.is_null()) text->append(base::CsvField(Plain(value)));
  }) << "\r\n";
}

void WriteCsv(const Result& result, std::ostream& out) {
  WriteCsvHeader(result.columns, out);
  for (const auto& row : result.rows) WriteCsvRow(row, out);
}

void WriteMarkdown(const Result& result, std::ostream& out) {
  if (result.columns.empty()) return;
  Grid grid = MakeGrid(result);
  for (size_t l = 0; l < grid.lines.size(); ++l) {
    for (const std::string& cell : grid.lines[l]) out << "| " << MarkdownCell(cell) << " ";
    out << "|\n";
    if (l > 0) continue;
    for (size_t i = 0; i < grid.widths.size(); ++i) {
      out << (AlignsRight(result, i) ? "| ---: " : "| --- ");
    }
    out << "|\n";
  }
}

}  // namespace norn::query
