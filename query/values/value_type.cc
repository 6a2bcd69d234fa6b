#include "query/values/value_type.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace norn::query {

namespace {

using Kind = Value::Kind;

struct NamedKind {
  Kind kind;
  const char* name;
};

// In the order in which the types of a list's items stand.
constexpr NamedKind kNames[] = {
    {Kind::kBool, "BOOLEAN"},
    {Kind::kString, "STRING"},
    {Kind::kInteger, "INTEGER"},
    {Kind::kFloat, "FLOAT"},
    {Kind::kDate, "DATE"},
    {Kind::kLocalTime, "LOCAL TIME"},
    {Kind::kTime, "ZONED TIME"},
    {Kind::kLocalDateTime, "LOCAL DATETIME"},
    {Kind::kDateTime, "ZONED DATETIME"},
    {Kind::kDuration, "DURATION"},
    {Kind::kNode, "NODE"},
    {Kind::kRelationship, "RELATIONSHIP"},
    {Kind::kMap, "MAP"},
    {Kind::kList, "LIST"},
    {Kind::kPath, "PATH"},
};

// Its place in kNames, and its text without NOT NULL.
std::pair<size_t, std::string> NamedType(const Value& value);

std::string ListType(const Value::Items& items) {
  std::set<std::pair<size_t, std::string>> types;
  bool has_null = false;
  for (const Value& item : items) {
    if (item.is_null()) {
      has_null = true;
    } else {
      types.insert(NamedType(item));
    }
  }
  if (types.empty()) return has_null ? "LIST<NULL>" : "LIST<NOTHING>";
  const char* suffix = has_null ? "" : " NOT NULL";
  return absl::StrCat("LIST<",
                      absl::StrJoin(types, " | ",
                                    [suffix](std::string* out, const auto& type) {
                                      absl::StrAppend(out, type.second, suffix);
                                    }),
                      ">");
}

std::pair<size_t, std::string> NamedType(const Value& value) {
  const auto* at = std::find_if(std::begin(kNames), std::end(kNames),
                                [&value](const NamedKind& n) { return n.kind == value.kind(); });
  const auto place = static_cast<size_t>(at - std::begin(kNames));
  return {place, value.is(Kind::kList) ? ListType(value.list()) : at->name};
}

}  // namespace

std::string ValueTypeText(const Value& value) {
  return value.is_null() ? "NULL" : absl::StrCat(NamedType(value).second, " NOT NULL");
}

}  // namespace norn::query
