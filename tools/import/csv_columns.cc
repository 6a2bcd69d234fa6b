#include "tools/import/csv_columns.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "base/status_macros.h"
#include "query/values/temporal.h"

namespace norn::tools {
namespace {

using graph::Value;
using Role = CsvColumn::Role;
using Type = CsvColumn::Type;

struct NamedType {
  const char* name;
  Type type;
};

// A point is kept as it is written: the graph has none.
constexpr NamedType kTypes[] = {
    {"string", Type::kText},       {"char", Type::kText},
    {"point", Type::kText},        {"boolean", Type::kBoolean},
    {"bool", Type::kBoolean},      {"long", Type::kInteger},
    {"int", Type::kInteger},       {"integer", Type::kInteger},
    {"short", Type::kInteger},     {"byte", Type::kInteger},
    {"double", Type::kReal},       {"float", Type::kReal},
    {"date", Type::kDate},         {"localtime", Type::kLocalTime},
    {"time", Type::kTime},         {"localdatetime", Type::kLocalDateTime},
    {"datetime", Type::kDateTime}, {"duration", Type::kDuration},
};

constexpr std::pair<absl::string_view, Role> kRoles[] = {
    {"ID", Role::kId},      {"LABEL", Role::kLabel}, {"START_ID", Role::kStart},
    {"END_ID", Role::kEnd}, {"TYPE", Role::kType},   {"IGNORE", Role::kIgnore}};

std::optional<Type> TypeNamed(absl::string_view name) {
  const auto* at = std::find_if(std::begin(kTypes), std::end(kTypes), [name](const NamedType& t) {
    return absl::EqualsIgnoreCase(t.name, name);
  });
  return at == std::end(kTypes) ? std::nullopt : std::optional<Type>(at->type);
}

// {timezone: Europe/Oslo, id-type: long}; takes it off the type. False for an option that is not
// known.
bool TakeOptions(absl::string_view& type, CsvColumn& column) {
  const size_t brace = type.find('{');
  if (brace == absl::string_view::npos) return true;
  absl::string_view options = type.substr(brace + 1);
  if (!absl::ConsumeSuffix(&options, "}")) return false;
  type = absl::StripAsciiWhitespace(type.substr(0, brace));
  for (const absl::string_view option : absl::StrSplit(options, ',', absl::SkipWhitespace())) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(option, absl::MaxSplits(':', 1));
    const absl::string_view name = absl::StripAsciiWhitespace(parts.first);
    absl::string_view value = absl::StripAsciiWhitespace(parts.second);
    if (value.size() >= 2 && value.front() == value.back() &&
        (value.front() == '\'' || value.front() == '"')) {
      value = value.substr(1, value.size() - 2);
    }
    if (absl::EqualsIgnoreCase(name, "timezone")) {
      column.time_zone = std::string(value);
    } else if (absl::EqualsIgnoreCase(name, "id-type")) {
      const std::optional<Type> known = TypeNamed(value);
      if (!known.has_value()) return false;
      column.type = *known;
    } else if (!absl::EqualsIgnoreCase(name, "label") && !absl::EqualsIgnoreCase(name, "crs")) {
      return false;
    }
  }
  return true;
}

std::optional<query::Value::Kind> TemporalKindOf(Type type) {
  using Kind = query::Value::Kind;
  switch (type) {
    case Type::kDate:
      return Kind::kDate;
    case Type::kLocalTime:
      return Kind::kLocalTime;
    case Type::kTime:
      return Kind::kTime;
    case Type::kLocalDateTime:
      return Kind::kLocalDateTime;
    case Type::kDateTime:
      return Kind::kDateTime;
    case Type::kDuration:
      return Kind::kDuration;
    case Type::kText:
    case Type::kBoolean:
    case Type::kInteger:
    case Type::kReal:
      break;
  }
  return std::nullopt;
}

// A date-time without an offset or zone gets the column's.
std::string WithTimeZone(absl::string_view text, const CsvColumn& column) {
  const size_t time = text.find('T');
  const bool has_zone = time != absl::string_view::npos &&
                        text.find_first_of("Z+-[", time) != absl::string_view::npos;
  if (column.time_zone.empty() || has_zone) return std::string(text);
  const bool is_offset = column.time_zone[0] == '+' || column.time_zone[0] == '-';
  return is_offset ? absl::StrCat(text, column.time_zone)
                   : absl::StrCat(text, "[", column.time_zone, "]");
}

absl::StatusOr<Value> ParseScalar(absl::string_view field, const CsvColumn& column) {
  const absl::string_view text = absl::StripAsciiWhitespace(field);
  if (text.empty() && column.type != Type::kText) return Value();
  switch (column.type) {
    case Type::kText:
      return Value(field);
    case Type::kBoolean:
      if (absl::EqualsIgnoreCase(text, "true")) return Value(true);
      if (absl::EqualsIgnoreCase(text, "false")) return Value(false);
      break;
    case Type::kInteger:
      if (int64_t number = 0; absl::SimpleAtoi(text, &number)) return Value(number);
      break;
    case Type::kReal:
      if (double number = 0; absl::SimpleAtod(text, &number)) return Value(number);
      break;
    case Type::kDate:
    case Type::kLocalTime:
    case Type::kTime:
    case Type::kLocalDateTime:
    case Type::kDateTime:
    case Type::kDuration: {
      const std::optional<query::Value> value =
          query::ParseTemporal(*TemporalKindOf(column.type), WithTimeZone(text, column));
      if (value.has_value()) return value->ToGraphValue();
    }
  }
  return absl::InvalidArgumentError(
      absl::StrCat("'", text, "' does not fit the type of column '", column.name, "'"));
}

std::vector<std::string> SplitItems(const std::string& text, char delimiter) {
  std::vector<std::string> items(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == delimiter) {
      items.emplace_back();
    } else {
      if (text[i] == '\\' && i + 1 < text.size()) ++i;
      items.back().push_back(text[i]);
    }
  }
  return items;
}

}  // namespace

absl::StatusOr<CsvColumn> ParseCsvColumn(absl::string_view written) {
  const absl::string_view header = absl::StripAsciiWhitespace(written);
  CsvColumn column;
  const absl::Status unknown =
      absl::InvalidArgumentError(absl::StrCat("unknown type in the header: '", header, "'"));
  // Options have colons of their own.
  const size_t colon = header.substr(0, header.find('{')).rfind(':');
  column.name = std::string(absl::StripAsciiWhitespace(header.substr(0, colon)));
  absl::string_view type = colon == absl::string_view::npos
                               ? "string"
                               : absl::StripAsciiWhitespace(header.substr(colon + 1));
  if (!TakeOptions(type, column)) return unknown;
  const size_t space = type.find('(');
  if (space != absl::string_view::npos && type.back() == ')') {
    const absl::string_view name = type.substr(space + 1, type.size() - space - 2);
    if (!name.empty()) column.prefix = absl::StrCat(name, "/");
    type = type.substr(0, space);
  }
  if (colon == absl::string_view::npos && column.name == "key") column.role = Role::kKey;
  for (const auto& [name, role] : kRoles) {
    if (!absl::EqualsIgnoreCase(type, name)) continue;
    column.role = role;
    return column;
  }
  column.is_list = absl::ConsumeSuffix(&type, "[]");
  const std::optional<Type> known = TypeNamed(type);
  if (!known.has_value() || !column.prefix.empty()) return unknown;
  if (column.name.empty()) return absl::InvalidArgumentError("a column of the header has no name");
  column.type = *known;
  return column;
}

absl::StatusOr<Value> ParseCsvValue(const std::string& text, const CsvColumn& column,
                                    char array_delimiter) {
  if (!column.is_list) return ParseScalar(text, column);
  Value::List list;
  if (!text.empty()) {
    for (const std::string& item : SplitItems(text, array_delimiter)) {
      NORN_ASSIGN_OR_RETURN(Value value, ParseScalar(item, column));
      list.push_back(std::move(value));
    }
  }
  return Value(std::move(list));
}

}  // namespace norn::tools
