// Procedures that find nodes: norn.find by name, norn.timeline by time.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "base/search_key.h"
#include "query/diagnostics/edit_distance.h"
#include "query/procedures/builtin_procedures.h"

namespace norn::query {

namespace {

using Emit = Procedure::Emit;
using Args = absl::Span<const Value>;

struct Match {
  double score = 0;
  graph::NodeIndex node = 0;
};

// How well a folded name answers what was asked: its share where the name has it inside; less than
// a half of that where letters differ, the fewer the better; 0 for another name. A single word is
// held against each word of the name as well, so that a family name is enough.
double ScoreOf(absl::string_view wanted, absl::string_view name) {
  const double share = static_cast<double>(std::min(wanted.size(), name.size())) /
                       static_cast<double>(std::max(wanted.size(), name.size()));
  if (absl::StrContains(name, wanted)) return share;
  const size_t allowed = AllowedEdits(wanted);
  size_t edits = EditDistance(wanted, name, allowed);
  if (edits > allowed && !absl::StrContains(wanted, ' ')) {
    for (const absl::string_view word : absl::StrSplit(name, ' ')) {
      edits = std::min(edits, EditDistance(wanted, word, allowed));
    }
  }
  if (edits > allowed) return 0;
  return share / 2 * (1 - static_cast<double>(edits) / static_cast<double>(wanted.size()));
}

// The nodes of that name or alias; then those whose name has it inside; then those that are written
// nearly so.
void Find(Execution& execution, Span, Args args, const Emit& emit) {
  if (args[0].is_null()) return;
  const graph::View& view = execution.view();
  const std::vector<graph::NodeIndex> exact = view.FindByName(args[0].text());
  for (const graph::NodeIndex node : exact) {
    std::vector<Value> row = {Value::Node(node), Value::Float(1)};
    if (!emit(row)) return;
  }
  const std::string wanted = base::SearchKey(args[0].text());
  std::vector<Match> matches;
  for (uint32_t i = 0; i < view.name_count() && !wanted.empty(); ++i) {
    if (!execution.Step()) return;
    const graph::View::NameEntry entry = view.NameAt(i);
    const double score = ScoreOf(wanted, entry.folded);
    if (score == 0 || std::find(exact.begin(), exact.end(), entry.node) != exact.end()) continue;
    matches.push_back({score, entry.node});
  }
  // The best name of each node counts.
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.node != b.node ? a.node < b.node : a.score > b.score;
  });
  matches.erase(std::unique(matches.begin(), matches.end(),
                            [](const Match& a, const Match& b) { return a.node == b.node; }),
                matches.end());
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.score > b.score; });
  for (const Match& match : matches) {
    std::vector<Value> row = {Value::Node(match.node), Value::Float(match.score)};
    if (!emit(row)) return;
  }
}

// A node, or the one that has the id.
std::optional<graph::NodeIndex> NodeOf(const graph::View& view, const Value& value) {
  if (value.is(Value::Kind::kString)) return view.FindNode(value.text());
  if (value.is_detached()) return std::nullopt;
  return value.index();
}

// The dated relationships of a node, the newest first.
void Timeline(Execution& execution, Span, Args args, const Emit& emit) {
  if (args[0].is_null()) return;
  const GraphAccess& graph = execution.graph();
  const graph::View& view = graph.view();
  const std::optional<graph::KeyId> date = graph.FindKey("date");
  const std::optional<graph::NodeIndex> node = NodeOf(view, args[0]);
  if (!date.has_value() || !node.has_value()) return;
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
    take(view.Out(*node, type));
    take(view.In(*node, type));
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
  registry.Add(
      {"norn.find",
       {{"name", kStringKind}},
       {{"node", kNodeKind}, {"score", kFloatKind}},
       Find,
       SIZE_MAX,
       "Nodes by name or alias, in any case, also misspelt or in part; the best match first."});
  registry.Add(
      {"norn.timeline",
       {{"node", kNodeKind | kStringKind}},
       {{"date", kAnyKind}, {"relationship", kRelationshipKind}, {"other", kNodeKind}},
       Timeline,
       SIZE_MAX,
       "The dated relationships of a node (or of the node with that id), the newest first."});
}

}  // namespace norn::query
