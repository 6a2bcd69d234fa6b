#include "query/procedures/algorithm_selection.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "query/diagnostics/diagnostic.h"

namespace norn::query {

AlgorithmSelection::AlgorithmSelection(Execution& execution, Span span, const Value& argument,
                                       graph::Orientation orientation,
                                       absl::Span<const absl::string_view> own_keys)
    : execution_(execution), span_(span), argument_(argument) {
  selection_.orientation = orientation;
  if (argument.is_null()) return;
  if (!argument.is(Value::Kind::kMap)) {
    ok_ = Read("types", argument);
    return;
  }
  for (const auto& [key, value] : argument.map()) {
    if (std::find(own_keys.begin(), own_keys.end(), key) != own_keys.end()) continue;
    if (!value.is_null() && !Read(key, value)) {
      ok_ = false;
      return;
    }
  }
}

bool AlgorithmSelection::Fail(const std::string& message) {
  execution_.Fail(ErrorCode::kInvalidArgumentValue, span_, message);
  return false;
}

bool AlgorithmSelection::Read(absl::string_view key, const Value& value) {
  const graph::View& view = execution_.view();
  if (key == "types") {
    return ReadNames<graph::EdgeTypeId>(
        "relationship type", value, [&](absl::string_view name) { return view.FindEdgeType(name); },
        selection_.types);
  }
  if (key == "labels") {
    return ReadNames<graph::LabelId>(
        "label", value, [&](absl::string_view name) { return view.FindLabel(name); },
        selection_.labels);
  }
  if (key != "nodes") {
    return Fail(absl::StrCat("`", key, "` is nothing that the procedure takes"));
  }
  if (!value.is(Value::Kind::kList)) return Fail("`nodes` must be a list of nodes");
  selection_.nodes.emplace();
  for (const Value& node : value.list()) {
    if (!node.is(Value::Kind::kNode) || node.is_detached()) {
      return Fail("`nodes` must be a list of nodes of this graph");
    }
    selection_.nodes->push_back(node.index());
  }
  return true;
}

template <typename Id, typename Find>
bool AlgorithmSelection::ReadNames(const char* what, const Value& value, const Find& find,
                                   std::vector<Id>& ids) {
  const std::vector<Value> one = {value};
  for (const Value& name : value.is(Value::Kind::kList) ? value.list() : one) {
    const absl::string_view text = name.is(Value::Kind::kString) ? name.text() : "";
    const auto id = find(text);
    if (!id.has_value()) return Fail(absl::StrCat("the graph has no ", what, " `", text, "`"));
    ids.push_back(*id);
  }
  // An empty list selects nothing, which the algorithms would take for everything.
  return !ids.empty() ||
         Fail(absl::StrCat("the list of ", what, "s is empty; leave it out for all"));
}

Value AlgorithmSelection::Own(absl::string_view key) const {
  if (!argument_.is(Value::Kind::kMap)) return Value();
  const Value* value = argument_.Find(key);
  return value == nullptr ? Value() : *value;
}

std::optional<double> AlgorithmSelection::Number(absl::string_view key) {
  const Value value = Own(key);
  if (value.is_null()) return std::nullopt;
  if (value.is_number()) return value.number();
  ok_ = Fail(absl::StrCat("`", key, "` must be a number"));
  return std::nullopt;
}

}  // namespace norn::query
