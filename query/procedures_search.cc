// Procedures that find nodes: norn.find by name, norn.timeline by time.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "graph/fold.h"
#include "query/builtin_procedures.h"

namespace norn::query {

namespace {

using Emit = Procedure::Emit;
using Args = absl::Span<const Value>;

// The nodes of that name or alias, then those whose name begins with it or has it inside.
void Find(Execution& execution, Span, Args args, const Emit& emit) {
  if (args[0].is_null()) return;
  const graph::View& view = execution.view();
  std::vector<graph::NodeIndex> exact = view.FindByName(args[0].text());
  for (graph::NodeIndex node : exact) {
    std::vector<Value> row = {Value::Node(node), Value::Float(1)};
    if (!emit(row)) return;
  }
  std::string wanted = graph::Fold(args[0].text());
  std::vector<std::pair<double, graph::NodeIndex>> partial;
  for (uint32_t i = 0; i < view.name_count() && !wanted.empty(); ++i) {
    if (!execution.Step()) return;
    graph::View::NameEntry entry = view.NameAt(i);
    if (!absl::StrContains(entry.folded, wanted)) continue;
    if (std::find(exact.begin(), exact.end(), entry.node) != exact.end()) continue;
    double share = static_cast<double>(wanted.size()) / static_cast<double>(entry.folded.size());
    partial.emplace_back(share, entry.node);
  }
  // The best name of each node counts.
  std::sort(partial.begin(), partial.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first > b.first;
  });
  partial.erase(std::unique(partial.begin(), partial.end(),
                            [](const auto& a, const auto& b) { return a.second == b.second; }),
                partial.end());
  std::stable_sort(partial.begin(), partial.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [share, node] : partial) {
    std::vector<Value> row = {Value::Node(node), Value::Float(share)};
    if (!emit(row)) return;
  }
}

// The dated relationships of a node, the newest first.
void Timeline(Execution& execution, Span, Args args, const Emit& emit) {
  if (args[0].is_null()) return;
  const GraphAccess& graph = execution.graph();
  const graph::View& view = graph.view();
  std::optional<graph::KeyId> date = graph.FindKey("date");
  if (!date.has_value() || args[0].is_detached()) return;
  struct Entry {
    graph::DateKey key;
    graph::EdgeIndex edge;
    graph::NodeIndex other;
  };
  std::vector<Entry> entries;
  auto take = [&](const graph::HalfEdges& half) {
    for (size_t i = 0; i < half.size() && half.date_keys[i] != graph::kNoDateKey; ++i) {
      entries.push_back({half.date_keys[i], half.edge(i), half.nodes[i]});
    }
  };
  for (graph::EdgeTypeId type = 0; type < view.edge_types().size(); ++type) {
    take(view.Out(args[0].index(), type));
    take(view.In(args[0].index(), type));
    if (!execution.MayAllocate(static_cast<int64_t>(entries.size() * sizeof(Entry)))) return;
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.key > b.key; });
  for (const Entry& entry : entries) {
    std::vector<Value> row = {graph.EdgeProperty(entry.edge, *date),
                              Value::Relationship(entry.edge), Value::Node(entry.other)};
    if (!execution.Step() || !emit(row)) return;
  }
}

}  // namespace

void AddSearchProcedures(ProcedureRegistry& registry) {
  registry.Add({"norn.find",
                {{"name", kStringKind}},
                {{"node", kNodeKind}, {"score", kFloatKind}},
                Find,
                SIZE_MAX,
                "Nodes by name or alias, in any spelling and case; the best match first."});
  registry.Add({"norn.timeline",
                {{"node", kNodeKind}},
                {{"date", kAnyKind}, {"relationship", kRelationshipKind}, {"other", kNodeKind}},
                Timeline,
                SIZE_MAX,
                "The dated relationships of a node, the newest first."});
}

}  // namespace norn::query
