// Graph algorithms as procedures, over graph/algorithms/algorithms.h: algo.pagerank,
// algo.components, …
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "graph/algorithms/algorithms.h"
#include "graph/algorithms/communities.h"
#include "query/procedures/algorithm_selection.h"
#include "query/procedures/builtin_procedures.h"

namespace norn::query {

namespace {

using Emit = Procedure::Emit;
using Args = absl::Span<const Value>;
using graph::CsrProjection;
using graph::Orientation;

base::KeepGoing KeepGoingIn(Execution& execution) {
  return [&execution] { return execution.CheckNow(); };
}

// One row for each vertex, with the algorithm's number for it.
template <typename T>
void EmitNumbers(Execution& execution, const CsrProjection& graph, const std::vector<T>& numbers,
                 const Emit& emit) {
  std::vector<Value> row(2);
  for (size_t v = 0; v < numbers.size() && !execution.failed(); ++v) {
    row[0] = Value::Node(graph.nodes()[v]);
    row[1] = std::is_floating_point_v<T> ? Value::Float(static_cast<double>(numbers[v]))
                                         : Value::Int(static_cast<int64_t>(numbers[v]));
    if (!execution.Step() || !emit(row)) return;
  }
}

// An algorithm that takes nothing but the selection.
template <auto algorithm, Orientation orientation>
void Plain(Execution& execution, Span span, Args args, const Emit& emit) {
  const AlgorithmSelection asked(execution, span, args[0], orientation);
  if (!asked.ok()) return;
  const CsrProjection graph(execution.view(), asked.selection(), KeepGoingIn(execution));
  if constexpr (std::is_invocable_v<decltype(algorithm), const CsrProjection&>) {
    EmitNumbers(execution, graph, algorithm(graph), emit);
  } else {
    EmitNumbers(execution, graph, algorithm(graph, KeepGoingIn(execution)), emit);
  }
}

// One for which parallel relationships count once, unless {parallel: true} is asked for.
template <auto algorithm>
void PlainOnSimple(Execution& execution, Span span, Args args, const Emit& emit) {
  const AlgorithmSelection asked(execution, span, args[0], Orientation::kUndirected, {"parallel"});
  if (!asked.ok()) return;
  graph::GraphSelection selection = asked.selection();
  selection.is_simple = !asked.Own("parallel").is_true();
  const CsrProjection graph(execution.view(), selection, KeepGoingIn(execution));
  EmitNumbers(execution, graph, algorithm(graph, KeepGoingIn(execution)), emit);
}

void PageRank(Execution& execution, Span span, Args args, const Emit& emit) {
  AlgorithmSelection asked(execution, span, args[0], Orientation::kDirected,
                           {"iterations", "damping"});
  constexpr double kMostIterations = 1000;
  const graph::PageRankOptions defaults;
  const double iterations = asked.Number("iterations").value_or(defaults.iterations);
  const double damping = asked.Number("damping").value_or(defaults.damping);
  if (!asked.ok()) return;
  if (!(iterations >= 1 && iterations <= kMostIterations && damping >= 0 && damping <= 1)) {
    execution.Fail(ErrorCode::kNumberOutOfRange, span,
                   "`iterations` lies between 1 and 1000, `damping` between 0 and 1");
    return;
  }
  const CsrProjection graph(execution.view(), asked.selection(), KeepGoingIn(execution));
  const graph::PageRankOptions options = {damping, static_cast<int>(iterations)};
  EmitNumbers(execution, graph, graph::PageRank(graph, options, KeepGoingIn(execution)), emit);
}

void Distances(Execution& execution, Span span, Args args, const Emit& emit) {
  if (args[0].is_null() || args[0].is_detached()) return;
  const AlgorithmSelection asked(execution, span, args[1], Orientation::kUndirected);
  if (!asked.ok()) return;
  const CsrProjection graph(execution.view(), asked.selection(), KeepGoingIn(execution));
  const CsrProjection::Vertex start = graph.VertexOf(args[0].index());
  if (start == CsrProjection::kNone) return;
  const std::vector<uint32_t> distances = graph::Distances(graph, start, KeepGoingIn(execution));
  for (size_t v = 0; v < distances.size(); ++v) {
    if (distances[v] == graph::kUnreached) continue;
    const Value row[] = {Value::Node(graph.nodes()[v]), Value::Int(distances[v])};
    if (!execution.Step() || !emit(row)) return;
  }
}

// The number that a relationship has under `key`; 1 where it has none.
graph::EdgeWeight WeightBy(const Execution& execution, const Value& key) {
  std::optional<graph::KeyId> id;
  if (key.is(Value::Kind::kString)) id = execution.graph().FindKey(key.text());
  if (!id) return [](graph::EdgeIndex) { return 1.0; };
  return [&graph = execution.graph(), id = *id](graph::EdgeIndex edge) {
    const Value value = graph.EdgeProperty(edge, id);
    return value.is_number() ? value.number() : 1.0;
  };
}

void ShortestPath(Execution& execution, Span span, Args args, const Emit& emit) {
  if (args[0].is_null() || args[1].is_null()) return;
  if (args[0].is_detached() || args[1].is_detached()) return;
  const AlgorithmSelection asked(execution, span, args[2], Orientation::kUndirected,
                                 {"weight", "directed"});
  if (!asked.ok()) return;
  graph::GraphSelection selection = asked.selection();
  if (asked.Own("directed").is_true()) selection.orientation = Orientation::kDirected;
  const graph::Path path =
      graph::LightestPath(execution.view(), selection, args[0].index(), args[1].index(),
                          WeightBy(execution, asked.Own("weight")), KeepGoingIn(execution));
  if (path.nodes.empty() || execution.failed()) return;
  PathRecord record;
  for (const graph::NodeIndex node : path.nodes) record.nodes.push_back(Value::Node(node));
  for (const graph::EdgeIndex edge : path.edges) {
    record.relationships.push_back(Value::Relationship(edge));
  }
  const Value row[] = {Value::Path(std::move(record)), Value::Float(path.weight)};
  emit(row);
}

}  // namespace

void AddAlgorithmProcedures(ProcedureRegistry& registry) {
  const ProcedureField selection{"selection", kListKind | kMapKind | kStringKind};
  const ProcedureField node{"node", kNodeKind};
  const auto add = [&](const char* name, const char* result, KindMask kind, Procedure::Body body,
                       const char* help) {
    registry.Add({name, {selection}, {node, {result, kind}}, std::move(body), 0, help});
  };
  add("algo.components", "component", kIntegerKind,
      Plain<graph::ConnectedComponents, Orientation::kUndirected>,
      "The connected component of each node.");
  add("algo.strong_components", "component", kIntegerKind,
      Plain<graph::StronglyConnectedComponents, Orientation::kDirected>,
      "The strongly connected component of each node.");
  add("algo.communities", "community", kIntegerKind,
      Plain<graph::Communities, Orientation::kUndirected>,
      "The community of each node, by the method of Louvain.");
  add("algo.k_core", "core", kIntegerKind, PlainOnSimple<graph::CoreNumbers>,
      "The core number of each node: how densely its surroundings are woven; relationships between "
      "the same two count once, unless parallel is true.");
  add("algo.triangles", "triangles", kIntegerKind,
      Plain<graph::Triangles, Orientation::kUndirected>,
      "In how many triangles each node is, whatever the relationships' directions and numbers.");
  add("algo.degree", "degree", kIntegerKind, Plain<graph::Degrees, Orientation::kUndirected>,
      "How many relationships each node has.");
  add("algo.betweenness", "score", kFloatKind, PlainOnSimple<graph::Betweenness>,
      "How many shortest paths go through each node; relationships between the same two count "
      "once, "
      "unless parallel is true. For graphs of some thousand nodes.");
  add("algo.closeness", "score", kFloatKind, Plain<graph::Closeness, Orientation::kUndirected>,
      "How near each node is to those it reaches; for graphs of some thousand nodes.");
  add("algo.pagerank", "score", kFloatKind, PageRank,
      "How much the graph points to each node; also takes iterations (20) and damping (0.85).");
  registry.Add({"algo.distances",
                {{"from", kNodeKind}, selection},
                {node, {"distance", kIntegerKind}},
                Distances,
                1,
                "How many relationships away each node is that can be reached."});
  registry.Add(
      {"algo.shortest_path",
       {{"from", kNodeKind}, {"to", kNodeKind}, selection},
       {{"path", kPathKind}, {"weight", kFloatKind}},
       ShortestPath,
       2,
       "The lightest path between two nodes; also takes weight (a property's name; without "
       "one each relationship weighs 1) and directed (false)."});
}

}  // namespace norn::query
