#include "tests/conformance/cell.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "query/printer/printer.h"
#include "query/values/temporal.h"

namespace norn::conformance {

namespace {

using query::PrintString;
using query::Value;
using Entries = std::vector<std::pair<std::string, std::string>>;

std::string FloatCell(double value) {
  if (std::isnan(value)) return "float nan";
  return absl::StrFormat("float %.12g", value == 0 ? 0.0 : value);
}

std::string ListCell(std::vector<std::string> items, bool sort_lists) {
  if (sort_lists) std::sort(items.begin(), items.end());
  return absl::StrCat("[", absl::StrJoin(items, ", "), "]");
}

std::string MapCell(Entries entries) {
  std::sort(entries.begin(), entries.end());
  return absl::StrCat("{", absl::StrJoin(entries, ", ", absl::PairFormatter(": ")), "}");
}

std::string NodeCell(std::vector<std::string> labels, Entries properties) {
  std::sort(labels.begin(), labels.end());
  std::string out = "(";
  for (const std::string& label : labels) absl::StrAppend(&out, ":", label);
  return absl::StrCat(out, MapCell(std::move(properties)), ")");
}

std::string EdgeCell(absl::string_view type, Entries properties) {
  return absl::StrCat("[:", type, MapCell(std::move(properties)), "]");
}

class CellParser {
 public:
  CellParser(absl::string_view text, bool sort_lists) : rest_(text), sort_lists_(sort_lists) {}

  std::optional<std::string> Run() {
    std::string value = ParseValue();
    Blanks();
    return ok_ && rest_.empty() ? std::optional<std::string>(value) : std::nullopt;
  }

 private:
  void Blanks() { rest_ = absl::StripLeadingAsciiWhitespace(rest_); }
  bool Eat(absl::string_view text) {
    Blanks();
    if (!absl::StartsWith(rest_, text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  void Need(absl::string_view text) {
    if (!Eat(text)) ok_ = false;
  }

  std::string ParseName() {
    Blanks();
    if (Eat("`")) {
      size_t end = std::min(rest_.find('`'), rest_.size());
      std::string name(rest_.substr(0, end));
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      return name;
    }
    size_t end = std::min(rest_.find_first_of(" \t\r\n:,{}()[]<>'\"-"), rest_.size());
    if (end == 0) ok_ = false;
    std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return name;
  }

  std::string ParseString() {
    char quote = rest_[0];
    rest_.remove_prefix(1);
    std::string out;
    while (!rest_.empty() && rest_[0] != quote) {
      if (rest_[0] == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
      out.push_back(rest_[0]);
      rest_.remove_prefix(1);
    }
    Need(std::string(1, quote));
    return out;
  }

  Entries ParseEntries() {
    Entries entries;
    if (!Eat("{") || Eat("}")) return entries;
    do {
      Blanks();
      std::string key = !rest_.empty() && rest_[0] == '\'' ? ParseString() : ParseName();
      Need(":");
      entries.emplace_back(std::move(key), ParseValue());
    } while (ok_ && Eat(","));
    Need("}");
    return entries;
  }

  std::string ParseNode() {
    Need("(");
    std::vector<std::string> labels;
    while (ok_ && Eat(":")) labels.push_back(ParseName());
    Entries properties = ParseEntries();
    Need(")");
    return NodeCell(std::move(labels), std::move(properties));
  }

  std::string ParseEdge() {
    Need("[");
    Need(":");
    std::string type = ParseName();
    Entries properties = ParseEntries();
    Need("]");
    return EdgeCell(type, std::move(properties));
  }

  std::string ParsePath() {
    Need("<");
    std::string out = absl::StrCat("<", ParseNode());
    while (ok_ && !Eat(">")) {
      bool left = Eat("<-");
      if (!left) Need("-");
      absl::StrAppend(&out, left ? "<-" : "-", ParseEdge());
      Need(left ? "-" : "->");
      absl::StrAppend(&out, left ? "-" : "->", ParseNode());
    }
    return out + ">";
  }

  std::string ParseList() {
    Need("[");
    std::vector<std::string> items;
    if (!Eat("]")) {
      do {
        items.push_back(ParseValue());
      } while (ok_ && Eat(","));
      Need("]");
    }
    return ListCell(std::move(items), sort_lists_);
  }

  std::string ParseValue() {
    Blanks();
    if (rest_.empty()) ok_ = false;
    if (!ok_) return "";
    switch (rest_[0]) {
      case '\'':
      case '"':
        return PrintString(ParseString());
      case '{':
        return MapCell(ParseEntries());
      case '(':
        return ParseNode();
      case '<':
        return ParsePath();
      case '[':
        return absl::StartsWith(absl::StripLeadingAsciiWhitespace(rest_.substr(1)), ":")
                   ? ParseEdge()
                   : ParseList();
      default:
        return ParseWord();
    }
  }

  std::string ParseWord() {
    size_t end = std::min(rest_.find_first_of(" \t\r\n,]})"), rest_.size());
    std::string word(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (word == "null" || word == "true" || word == "false") return word;
    int64_t integer = 0;
    double real = 0;
    if (absl::SimpleAtoi(word, &integer)) return absl::StrCat(integer);
    if (word == "Inf" || word == "-Inf") return FloatCell(word == "Inf" ? HUGE_VAL : -HUGE_VAL);
    if (!absl::SimpleAtod(word, &real)) ok_ = false;
    return FloatCell(real);
  }

  absl::string_view rest_;
  bool sort_lists_;
  bool ok_ = true;
};

Entries EntriesOf(const Value::Entries& entries, bool sort_lists) {
  Entries out;
  for (const auto& [key, value] : entries) {
    out.emplace_back(key, CanonicalValue(value, sort_lists));
  }
  return out;
}

std::string PathCell(const query::PathRecord& path, bool sort_lists) {
  std::string out = absl::StrCat("<", CanonicalValue(path.nodes[0], sort_lists));
  for (size_t i = 0; i < path.relationships.size(); ++i) {
    bool left = path.relationships[i].relationship().from != path.nodes[i].node().id;
    absl::StrAppend(&out, left ? "<-" : "-", CanonicalValue(path.relationships[i], sort_lists),
                    left ? "-" : "->", CanonicalValue(path.nodes[i + 1], sort_lists));
  }
  return out + ">";
}

}  // namespace

std::optional<std::string> CanonicalCell(absl::string_view cell, bool sort_lists) {
  return CellParser(cell, sort_lists).Run();
}

std::string CanonicalValue(const Value& value, bool sort_lists) {
  switch (value.kind()) {
    case Value::Kind::kNull:
      return "null";
    case Value::Kind::kBool:
      return value.boolean() ? "true" : "false";
    case Value::Kind::kInteger:
      return absl::StrCat(value.integer());
    case Value::Kind::kFloat:
      return FloatCell(value.real());
    case Value::Kind::kString:
      return PrintString(value.text());
    case Value::Kind::kList: {
      std::vector<std::string> items;
      for (const Value& item : value.list()) items.push_back(CanonicalValue(item, sort_lists));
      return ListCell(std::move(items), sort_lists);
    }
    case Value::Kind::kMap:
      return MapCell(EntriesOf(value.map(), sort_lists));
    case Value::Kind::kNode:
      return NodeCell(value.node().labels, EntriesOf(value.node().properties, sort_lists));
    case Value::Kind::kRelationship:
      return EdgeCell(value.relationship().type,
                      EntriesOf(value.relationship().properties, sort_lists));
    case Value::Kind::kPath:
      return PathCell(value.path(), sort_lists);
    default:
      return PrintString(query::TemporalText(value));
  }
}

}  // namespace norn::conformance
