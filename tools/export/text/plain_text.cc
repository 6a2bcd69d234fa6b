#include "tools/export/text/plain_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/output/format.h"
#include "query/values/value.h"

namespace norn::tools {
namespace {

// JSON writes dates and times as their ISO text, in quotes that a plain text does without.
std::string Unquoted(const std::string& json) { return json.substr(1, json.size() - 2); }

}  // namespace

std::string PlainText(const graph::Value& value) {
  if (const auto* text = value.As<std::string>()) return *text;
  if (const auto* list = value.As<graph::Value::List>()) {
    return absl::StrJoin(*list, ", ", [](std::string* out, const graph::Value& item) {
      absl::StrAppend(out, PlainText(item));
    });
  }
  const query::Value plain = query::Value::Of(value);
  const std::string json = query::ToJson(plain);
  return plain.is_temporal() ? Unquoted(json) : json;
}

}  // namespace norn::tools
