// Graph algorithms as procedures, over graph/algorithms.h: algo.pagerank, algo.components, …
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "graph/algorithms.h"
#include "query/builtin_procedures.h"

namespace norn::query {

namespace {

using Emit = Procedure::Emit;
using Args = absl::Span<const Value>;

// The relationship types that a list names; null for all. False, with a failure, for an unknown
// one.
bool SelectTypes(Execution& execution, Span span, const Value& names,
                 graph::EdgeSelection& selection) {
  if (names.is_null()) return true;
  for (const Value& name : names.list()) {
    absl::string_view text = name.is(Value::Kind::kString) ? name.text() : "";
    auto type = execution.view().FindEdgeType(text);
    if (!type.has_value()) {
      execution.Fail(ErrorCode::kInvalidArgumentValue, span,
                     absl::StrCat("the graph has no relationship type `", text, "`"));
      return false;
    }
    selection.types.push_back(*type);
  }
  // An empty list selects nothing, which the algorithms would take for everything.
  if (selection.types.empty()) {
    execution.Fail(ErrorCode::kInvalidArgumentValue, span,
                   "the list of relationship types is empty; leave it out for all");
    return false;
  }
  return true;
}

// One row for each node, with the algorithm's number for it.
template <typename T>
void EmitNumbers(Execution& execution, const std::vector<T>& numbers, const Emit& emit) {
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (!execution.Step()) return;
    Value number = std::is_floating_point_v<T> ? Value::Float(static_cast<double>(numbers[i]))
                                               : Value::Int(static_cast<int64_t>(numbers[i]));
    std::vector<Value> row = {Value::Node(static_cast<uint32_t>(i)), std::move(number)};
    if (!emit(row)) return;
  }
}

// An algorithm that takes nothing but the selection.
template <auto algorithm, graph::Reading reading>
void Plain(Execution& execution, Span span, Args args, const Emit& emit) {
  graph::EdgeSelection selection;
  selection.reading = reading;
  if (!SelectTypes(execution, span, args[0], selection)) return;
  EmitNumbers(execution, algorithm(execution.view(), selection), emit);
}

void PageRank(Execution& execution, Span span, Args args, const Emit& emit) {
  graph::EdgeSelection selection;
  if (!SelectTypes(execution, span, args[0], selection)) return;
  graph::PageRankOptions options;
  constexpr int64_t kMostIterations = 1000;
  if (!args[1].is_null()) {
    if (args[1].integer() < 1 || args[1].integer() > kMostIterations) {
      execution.Fail(ErrorCode::kNumberOutOfRange, span, "iterations lie between 1 and 1000");
      return;
    }
    options.iterations = static_cast<int>(args[1].integer());
  }
  if (!args[2].is_null()) options.damping = args[2].number();
  EmitNumbers(execution, graph::PageRank(execution.view(), selection, options), emit);
}

// Brandes' algorithm cannot be stopped from outside, so its size is bounded before.
void Betweenness(Execution& execution, Span span, Args args, const Emit& emit) {
  const graph::View& view = execution.view();
  constexpr uint64_t kMostWork = 4'000'000'000;
  if (uint64_t{view.node_count()} * (view.edge_count() + view.node_count()) > kMostWork) {
    execution.Fail(ErrorCode::kInvalidArgumentValue, span,
                   "the graph is too large for betweenness: nodes times edges exceed 4·10^9");
    return;
  }
  Plain<graph::Betweenness, graph::Reading::kUndirected>(execution, span, args, emit);
}

void Distances(Execution& execution, Span span, Args args, const Emit& emit) {
  if (args[0].is_null() || args[0].is_detached()) return;
  graph::EdgeSelection selection;
  selection.reading = graph::Reading::kUndirected;
  if (!SelectTypes(execution, span, args[1], selection)) return;
  std::vector<uint32_t> distances = graph::Distances(execution.view(), selection, args[0].index());
  for (size_t i = 0; i < distances.size(); ++i) {
    if (!execution.Step()) return;
    if (distances[i] == graph::kUnreached) continue;
    std::vector<Value> row = {Value::Node(static_cast<uint32_t>(i)), Value::Int(distances[i])};
    if (!emit(row)) return;
  }
}

}  // namespace

void AddAlgorithmProcedures(ProcedureRegistry& registry) {
  using graph::Reading;
  const ProcedureField types{"types", kListKind};
  const ProcedureField node{"node", kNodeKind};
  auto add = [&](const char* name, const char* result, KindMask kind, Procedure::Body body,
                 const char* help) {
    registry.Add({name, {types}, {node, {result, kind}}, std::move(body), 0, help});
  };
  add("algo.components", "component", kIntegerKind,
      Plain<graph::ConnectedComponents, Reading::kUndirected>,
      "The connected component of each node.");
  add("algo.strong_components", "component", kIntegerKind,
      Plain<graph::StronglyConnectedComponents, Reading::kDirected>,
      "The strongly connected component of each node.");
  add("algo.core", "core", kIntegerKind, Plain<graph::CoreNumbers, Reading::kUndirected>,
      "The core number of each node: how densely its surroundings are woven.");
  add("algo.degree", "degree", kIntegerKind, Plain<graph::Degrees, Reading::kUndirected>,
      "How many relationships each node has.");
  add("algo.betweenness", "score", kFloatKind, Betweenness,
      "How many shortest paths go through each node; for graphs of some thousand nodes.");
  registry.Add({"algo.pagerank",
                {types, {"iterations", kIntegerKind}, {"damping", kFloatKind}},
                {node, {"score", kFloatKind}},
                PageRank,
                0,
                "How much the graph points to each node, 20 iterations with damping 0.85."});
  registry.Add({"algo.distances",
                {{"from", kNodeKind}, types},
                {node, {"distance", kIntegerKind}},
                Distances,
                1,
                "How many relationships away each node is that can be reached."});
}

}  // namespace norn::query
