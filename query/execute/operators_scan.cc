#include "query/execute/operators_scan.h"

#include "base/search_key.h"

namespace norn::query {

bool NodeScan::Process(Execution& execution) {
  absl::Span<const graph::NodeGroup> groups = execution.view().node_groups();
  for (size_t i = 0; i < groups.size(); ++i) {
    if (!groups_[i]) continue;
    graph::NodeIndex end = groups[i].first + groups[i].count;
    for (graph::NodeIndex node = groups[i].first; node < end; ++node) {
      execution.slot(slot_) = Value::Node(node);
      if (!PushOn(execution)) return false;
    }
  }
  return true;
}

bool NodeSeek::Bind(Execution& execution, graph::NodeIndex node) {
  if (!groups_[execution.view().GroupOf(node)]) return true;
  execution.slot(slot_) = Value::Node(node);
  return PushOn(execution);
}

bool NodeSeek::Process(Execution& execution) {
  Value key = key_->Eval(execution);
  if (execution.failed()) return false;
  if (!key.is(Value::Kind::kString)) return true;
  if (by_ == By::kId) {
    auto node = execution.view().FindNode(key.text());
    return !node.has_value() || Bind(execution, *node);
  }
  // Names that folding leaves nothing of are in no index.
  if (base::SearchKey(key.text()).empty()) {
    for (graph::NodeIndex node = 0; node < execution.view().node_count(); ++node) {
      if (!Bind(execution, node)) return false;
    }
    return true;
  }
  for (graph::NodeIndex node : execution.view().FindByName(key.text())) {
    if (!Bind(execution, node)) return false;
  }
  return true;
}

}  // namespace norn::query
