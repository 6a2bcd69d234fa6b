#include "query/evaluate/label_match.h"

#include <algorithm>
#include <functional>

namespace norn::query {

namespace {

bool Matches(const LabelExpr& labels, const std::function<bool(const std::string&)>& has,
             bool has_any) {
  auto child = [&](const LabelExpr& l) { return Matches(l, has, has_any); };
  switch (labels.kind) {
    case LabelExpr::Kind::kName:
      return has(labels.name);
    case LabelExpr::Kind::kAnd:
      return std::all_of(labels.children.begin(), labels.children.end(), child);
    case LabelExpr::Kind::kOr:
      return std::any_of(labels.children.begin(), labels.children.end(), child);
    case LabelExpr::Kind::kNot:
      return !child(labels.children[0]);
    case LabelExpr::Kind::kAny:
      return has_any;
  }
  return false;
}

}  // namespace

std::vector<char> GroupsMatching(const graph::View& view, const LabelExpr& labels) {
  std::vector<char> out;
  for (const graph::NodeGroup& group : view.node_groups()) {
    auto has = [&](const std::string& name) {
      std::optional<graph::LabelId> id = view.FindLabel(name);
      return id.has_value() && std::binary_search(group.labels.begin(), group.labels.end(), *id);
    };
    out.push_back(Matches(labels, has, !group.labels.empty()) ? 1 : 0);
  }
  return out;
}

std::vector<graph::EdgeTypeId> TypesMatching(const graph::View& view, const LabelExpr& types) {
  std::vector<graph::EdgeTypeId> out;
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    auto has = [&](const std::string& name) { return view.edge_types()[type] == name; };
    if (Matches(types, has, true)) out.push_back(type);
  }
  return out;
}

}  // namespace norn::query
