#include "tests/conformance/registered.h"

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "query/literal.h"
#include "query/values/value_order.h"

namespace norn::conformance {

namespace {

using query::KindMask;
using query::Value;

KindMask KindsOf(absl::string_view type) {
  if (!type.empty() && type.back() == '?') type.remove_suffix(1);
  if (type == "STRING") return query::kStringKind;
  if (type == "INTEGER") return query::kIntegerKind;
  if (type == "FLOAT") return query::kFloatKind;
  if (type == "NUMBER") return query::kNumberKinds;
  if (type == "BOOLEAN") return query::kBoolKind;
  if (type == "MAP") return query::kMapKind;
  return query::kAnyKind;
}

// "name :: STRING?, in :: INTEGER?"
std::vector<query::ProcedureField> FieldsOf(absl::string_view text) {
  std::vector<query::ProcedureField> fields;
  for (absl::string_view field : absl::StrSplit(text, ',', absl::SkipWhitespace())) {
    std::vector<absl::string_view> parts = absl::StrSplit(field, "::");
    query::ProcedureField out;
    out.name = std::string(absl::StripAsciiWhitespace(parts[0]));
    if (parts.size() > 1) out.kinds = KindsOf(absl::StripAsciiWhitespace(parts[1]));
    fields.push_back(std::move(out));
  }
  return fields;
}

// What stands between the parenthesis at or after `from` and the one that closes it.
absl::string_view Inside(absl::string_view text, size_t from) {
  size_t open = text.find('(', from);
  size_t close = text.find(')', from);
  if (open == absl::string_view::npos || close == absl::string_view::npos) return "";
  return text.substr(open + 1, close - open - 1);
}

}  // namespace

std::string Register(const nlohmann::json& procedures, query::ProcedureRegistry& registry) {
  for (const nlohmann::json& described : procedures) {
    auto signature = described["signature"].get<std::string>();
    query::Procedure procedure;
    procedure.name = signature.substr(0, signature.find('('));
    procedure.inputs = FieldsOf(Inside(signature, 0));
    procedure.outputs = FieldsOf(Inside(signature, signature.find(')') + 1));
    std::vector<std::vector<Value>> rows;
    for (const nlohmann::json& row : described["rows"]) {
      rows.emplace_back();
      for (const nlohmann::json& cell : row) {
        auto value = query::ParseLiteral(cell.get<std::string>());
        if (!value.has_value()) return absl::StrCat("unreadable cell ", cell.dump());
        rows.back().push_back(*value);
      }
    }
    size_t inputs = procedure.inputs.size();
    // Yields the rows whose first cells are the arguments.
    procedure.body = [rows, inputs](query::Execution&, query::Span, absl::Span<const Value> args,
                                    const query::Procedure::Emit& emit) {
      for (const std::vector<Value>& row : rows) {
        bool matches = true;
        for (size_t i = 0; i < inputs; ++i) matches &= query::Equivalent(row[i], args[i]);
        if (matches && !emit(absl::MakeConstSpan(row).subspan(inputs))) return;
      }
    };
    registry.Add(std::move(procedure));
  }
  return "";
}

}  // namespace norn::conformance
