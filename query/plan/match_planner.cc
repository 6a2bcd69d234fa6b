// The second half of planning a MATCH: in which order to bind.
#include "query/plan/match_planner.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/evaluate/evaluators.h"
#include "query/execute/operators_row.h"
#include "query/execute/operators_scan.h"
#include "query/functions/functions.h"
#include "query/printer/printer.h"
#include "query/syntax/ast_walk.h"
#include "query/traverse/operators_nearest.h"
#include "query/traverse/operators_reach.h"
#include "query/traverse/operators_repeat.h"
#include "query/traverse/operators_shortest_turns.h"

namespace norn::query {

namespace {

constexpr double kEqualitySelects = 0.1;  // of rows that pass n.key = value
constexpr double kRangeSelects = 0.3;     // that pass n.key < value
constexpr double kNodesScanned = 8;       // in a row, for the cost of walking a relationship
constexpr int64_t kLongPath = 4;          // where the growth of path counts is cut off

}  // namespace

EvaluatorPtr EvalPath(uint32_t first, std::vector<uint32_t> edges) {
  return MakeEvaluator([first, edges = std::move(edges)](Execution& execution) {
    PathRecord path;
    path.nodes.push_back(execution.slot(first));
    auto append = [&](const Value& edge) {
      const graph::View& view = execution.view();
      graph::NodeIndex source = view.Source(edge.index());
      graph::NodeIndex at = path.nodes.back().index();
      path.nodes.push_back(Value::Node(source == at ? view.Target(edge.index()) : source));
      path.relationships.push_back(edge);
    };
    if (path.nodes[0].is_null()) return Value();
    for (uint32_t slot : edges) {
      const Value& held = execution.slot(slot);
      if (held.is(Value::Kind::kRelationship)) {
        append(held);
      } else if (held.is(Value::Kind::kList)) {
        for (const Value& edge : held.list()) append(edge);
      } else {
        return Value();
      }
    }
    return Value::Path(std::move(path));
  });
}

VariableExpand::Lengths LengthsOf(const RelationshipPattern& pattern) {
  VariableExpand::Lengths lengths;
  if (!pattern.variable_length) return {1, 1};
  lengths.min = pattern.min.value_or(1);
  if (pattern.max.has_value()) lengths.max = *pattern.max;
  return lengths;
}

void MatchPlanner::Plan(const std::vector<PathPattern>& paths, const Expr* where) {
  for (const PathPattern& path : paths) AddPath(joined_.emplace_back(JoinSteps(path)));
  if (where != nullptr) {
    std::vector<Expr> conjuncts;
    SplitConjuncts(*where, conjuncts);
    for (Expr& conjunct : conjuncts) AddCondition(std::move(conjunct));
  }
  FindSlots();
  CheckBoundNodes();
  Settle();
  while (PlanNext()) {
    Settle();
    PlanSkipRepeated();
  }
  for (const std::string& name : new_names_) {
    if (name[0] == '\x01') scope_.slots.erase(name);
  }
}

// A variable from outside that holds no node (null, after OPTIONAL MATCH) matches no pattern.
void MatchPlanner::CheckBoundNodes() {
  for (const NodeInfo& node : nodes_) {
    if (!node.bound) continue;
    bool walked = std::any_of(edges_.begin(), edges_.end(), [&](const EdgeInfo& edge) {
      return &nodes_[edge.from] == &node || &nodes_[edge.to] == &node;
    });
    if (walked) continue;
    uint32_t slot = node.slot;
    pipeline_.Add(std::make_unique<Filter>(MakeEvaluator([slot](Execution& execution) {
                                             return Value::Bool(
                                                 execution.slot(slot).is(Value::Kind::kNode));
                                           }),
                                           Span{}, absl::StrCat(node.name, " is a node")));
  }
}

void MatchPlanner::Bind(NodeInfo& node) {
  node.bound = true;
  bound_names_.insert(node.name);
}

bool MatchPlanner::DependsOnNothingNew(const Expr& expr) const {
  std::set<std::string> names;
  CollectNames(expr, names);
  return std::none_of(names.begin(), names.end(), [this](const std::string& name) {
    return new_names_.contains(name) && !bound_names_.contains(name);
  });
}

// The expression that a condition says node.property equals, if it is known before the node is.
const Expr* MatchPlanner::SeekKey(const NodeInfo& node, const char* property) const {
  for (const Condition& condition : conditions_) {
    if (condition.planned || condition.expr.kind != ExprKind::kEqual) continue;
    for (size_t side = 0; side < 2; ++side) {
      const Expr& left = condition.expr.children[side];
      const Expr& right = condition.expr.children[1 - side];
      if (left.kind == ExprKind::kProperty && left.text == property &&
          left.children[0].kind == ExprKind::kVariable && left.children[0].text == node.name &&
          DependsOnNothingNew(right)) {
        return &right;
      }
    }
  }
  return nullptr;
}

double MatchPlanner::CountNodes(const NodeInfo& node) const {
  absl::Span<const graph::NodeGroup> groups = planner_.graph().view().node_groups();
  double count = 0;
  for (size_t i = 0; i < groups.size(); ++i) count += node.groups[i] ? groups[i].count : 0;
  return count;
}

double MatchPlanner::NodeCost(const NodeInfo& node) const {
  if (SeekKey(node, "id") != nullptr && !planner_.graph().scratch()) return 1;
  if (SeekKey(node, "name") != nullptr) return 2;
  double count = CountNodes(node);
  for (const Condition& condition : conditions_) {
    if (condition.expr.kind == ExprKind::kEqual && condition.names.size() == 1 &&
        condition.names.contains(node.name)) {
      count *= kEqualitySelects;
    }
  }
  return count + 3;
}

// The part of its nodes that conditions such as n.key >= 1 let through.
double MatchPlanner::PartInRange(const NodeInfo& node) const {
  double part = 1;
  for (const Condition& condition : conditions_) {
    const ExprKind kind = condition.expr.kind;
    const bool is_range = kind == ExprKind::kLess || kind == ExprKind::kLessOrEqual ||
                          kind == ExprKind::kGreater || kind == ExprKind::kGreaterOrEqual;
    if (is_range && condition.names.size() == 1 && condition.names.contains(node.name)) {
      part *= kRangeSelects;
    }
  }
  return part;
}

// What scanning the nodes and the first walk from them touches: many nodes, of which a range lets
// few through, are a better start than fewer nodes that all lead to them.
double MatchPlanner::StartCost(const NodeInfo& node) const {
  const graph::View& view = planner_.graph().view();
  const double nodes = std::max(1.0, CountNodes(node));
  std::optional<double> fan;
  for (const EdgeInfo& edge : edges_) {
    const bool touches = &nodes_[edge.from] == &node || &nodes_[edge.to] == &node;
    if (edge.planned || !touches) continue;
    double edges = 0;
    for (graph::EdgeTypeId type : edge.types) edges += view.CountEdges(type);
    fan = std::min(fan.value_or(edges / nodes), edges / nodes);
  }
  const double rows = NodeCost(node) * PartInRange(node);
  const bool is_scanned = SeekKey(node, "id") == nullptr && SeekKey(node, "name") == nullptr;
  return (is_scanned ? nodes / kNodesScanned : 0) + rows * (1 + fan.value_or(0));
}

// Rows that walking the relationship is expected to give for each row.
double MatchPlanner::EdgeCost(const EdgeInfo& edge) const {
  const graph::View& view = planner_.graph().view();
  const NodeInfo& from = nodes_[edge.from];
  const NodeInfo& to = nodes_[edge.to];
  if (edge.bound) return 0.01;
  if (from.bound && to.bound) return edge.pattern->variable_length ? 0.5 : 0.1;
  double edges = 0;
  for (graph::EdgeTypeId type : edge.types) edges += view.CountEdges(type);
  double nodes = std::max<double>(1, view.node_count());
  double fan = edges / nodes * (edge.pattern->direction == Direction::kBoth ? 2 : 1);
  const NodeInfo& far = from.bound ? to : from;
  double selects = std::min(1.0, NodeCost(far) / nodes);
  if (!edge.pattern->variable_length) return fan * selects + 0.2;
  int64_t longest = std::min(kLongPath, edge.pattern->max.value_or(kLongPath));
  return std::pow(fan + 1, static_cast<double>(longest)) * selects + 1;
}

bool MatchPlanner::PlanNext() {
  EdgeInfo* best = nullptr;
  double best_cost = 0;
  for (EdgeInfo& edge : edges_) {
    if (edge.planned) continue;
    bool from = nodes_[edge.from].bound;
    bool to = nodes_[edge.to].bound;
    bool ready = edge.mode == PathMode::kAll ? from || to || edge.bound : from && to;
    // A group is walked from its beginning.
    if (edge.pattern->group) ready = from && (to || edge.mode == PathMode::kAll);
    if (!ready) continue;
    double cost = EdgeCost(edge);
    if (best == nullptr || cost < best_cost) {
      best = &edge;
      best_cost = cost;
    }
  }
  if (best != nullptr) {
    rows_ *= best_cost;
    PlanEdge(*best);
    return true;
  }
  const bool has_range = std::any_of(nodes_.begin(), nodes_.end(), [this](const NodeInfo& node) {
    return !node.bound && PartInRange(node) < 1;
  });
  NodeInfo* start = nullptr;
  double start_cost = 0;
  for (NodeInfo& node : nodes_) {
    if (node.bound) continue;
    double cost = has_range ? StartCost(node) : NodeCost(node);
    if (start == nullptr || cost < start_cost) {
      start = &node;
      start_cost = cost;
    }
  }
  if (start == nullptr) return false;
  rows_ *= NodeCost(*start) * PartInRange(*start);
  PlanScan(*start);
  return true;
}

void MatchPlanner::PlanScan(NodeInfo& node) {
  std::string what = IsHidden(node.name) ? "()" : absl::StrCat("(", PrintName(node.name), ")");
  const Expr* id = planner_.graph().scratch() ? nullptr : SeekKey(node, "id");
  const Expr* key = id != nullptr ? id : SeekKey(node, "name");
  Operator* added = nullptr;
  if (key != nullptr) {
    absl::StrAppend(&what, " = ", Print(*key));
    auto by = id != nullptr ? NodeSeek::By::kId : NodeSeek::By::kName;
    added = pipeline_.Add(std::make_unique<NodeSeek>(node.slot, by, planner_.Compile(*key, scope_),
                                                     node.groups, what));
  } else {
    added = pipeline_.Add(std::make_unique<NodeScan>(node.slot, node.groups, what));
  }
  added->set_estimate(rows_);
  Bind(node);
}

ExpandSpec MatchPlanner::SpecOf(const EdgeInfo& edge, bool reversed) const {
  ExpandSpec spec;
  const NodeInfo& from = nodes_[reversed ? edge.to : edge.from];
  const NodeInfo& to = nodes_[reversed ? edge.from : edge.to];
  spec.from = from.slot;
  spec.to = to.slot;
  spec.to_bound = to.bound;
  spec.relationship = edge.slot;
  spec.types = edge.types;
  spec.direction = edge.pattern->direction;
  if (reversed && spec.direction != Direction::kBoth) {
    spec.direction = spec.direction == Direction::kOut ? Direction::kIn : Direction::kOut;
  }
  if (!to.all_groups && !to.bound) {
    spec.to_nodes = NodeRanges(planner_.graph().view().node_groups(), to.groups);
  }
  for (const EdgeInfo& other : edges_) {
    if (other.planned && other.slot != kNoSlot && Overlaps(edge, other)) {
      spec.other_slots.push_back(other.slot);
    }
  }
  spec.may_recur = edge.walk != 0;
  auto show = [](const NodeInfo& node) {
    return IsHidden(node.name) ? std::string() : PrintName(node.name);
  };
  RelationshipPattern pattern = *edge.pattern;
  pattern.direction = spec.direction;
  spec.what = absl::StrCat("(", show(from), ")", Print(pattern), "(", show(to), ")");
  return spec;
}

void MatchPlanner::PlanEdge(EdgeInfo& edge) {
  NodeInfo& from = nodes_[edge.from];
  NodeInfo& to = nodes_[edge.to];
  if (edge.bound) {
    auto* added =
        pipeline_.Add(std::make_unique<BoundRelationship>(SpecOf(edge, false), from.bound));
    added->set_estimate(rows_);
  } else if (edge.pattern->group) {
    PlanGroup(edge, SpecOf(edge, false));
  } else {
    PlanWalk(edge, SpecOf(edge, !from.bound));
  }
  for (const auto& [name, slot] : edge.variables) bound_names_.insert(name);
  Bind(from);
  Bind(to);
  edge.planned = true;
  bound_names_.insert(edge.name);
}

// In (a)-->()-->(c), of which only the distinct c matter, each node in the middle needs to be met
// once only. The two relationships could be the same one only if it led from a node to itself,
// which Expand lets through. With more relationships, or without direction, that does not hold.
bool MatchPlanner::SkipsRepeatedMiddle(const EdgeInfo& edge) const {
  if (asked_ == Asked::kAllPaths || edges_.size() != 2 || !paths_.empty()) return false;
  const EdgeInfo& other = &edge == &edges_[0] ? edges_[1] : edges_[0];
  if (other.planned || other.bound || other.pattern->variable_length) return false;
  if (other.mode != PathMode::kAll || edge.mode != PathMode::kAll) return false;
  bool chain = edge.pattern->direction != Direction::kBoth &&
               edge.pattern->direction == other.pattern->direction &&
               edges_[0].to == edges_[1].from;
  size_t middle = edges_[0].to;
  bool ends_apart = edges_[0].from != middle && edges_[1].to != middle;
  auto hidden = [](const std::string& name) { return IsHidden(name); };
  if (!chain || !ends_apart || nodes_[middle].bound || !hidden(nodes_[middle].name) ||
      !hidden(edge.name) || !hidden(other.name)) {
    return false;
  }
  // Conditions on the relationships' properties choose between them.
  return std::none_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
    return condition.names.contains(edge.name) || condition.names.contains(other.name);
  });
}

void MatchPlanner::PlanWalk(EdgeInfo& edge, ExpandSpec spec) {
  if (edge.mode != PathMode::kAll) {
    PlanShortest(edge, std::move(spec))->set_estimate(rows_);
    return;
  }
  bool reversed = !nodes_[edge.from].bound;
  uint32_t filter_slot = kNoSlot;
  EvaluatorPtr filter;
  if (edge.each.has_value()) {
    filter_slot = planner_.layout().Add();
    Scope inner = scope_;
    inner.slots[edge.name] = filter_slot;
    filter = planner_.Compile(*edge.each, inner);
  }
  VariableExpand::Lengths lengths = LengthsOf(*edge.pattern);
  bool one = !edge.pattern->variable_length;
  Operator* added = nullptr;
  if (one) {
    AddDateRange(edge, spec);
    spec.distinct_to = SkipsRepeatedMiddle(edge);
    // The second of the two relationships: its ends, too, count once for each start.
    if (first_hop_ != nullptr && !spec.to_bound) spec.distinct_within = first_hop_;
    const bool is_first_hop = spec.distinct_to;
    if (is_first_hop || spec.distinct_within != nullptr) spec.what += " distinct";
    added = pipeline_.Add(std::make_unique<Expand>(std::move(spec)));
    if (is_first_hop) first_hop_ = added;
  } else {
    // A walk may come back over the relationship that it left by.
    const bool is_trail = edge.walk == 0 || lengths.min == 0 ||
                          (lengths.min == 1 && spec.direction != Direction::kBoth);
    const bool reach =
        asked_ == Asked::kDistinctEnds && !edge.needs_slot && is_trail && lengths.max > 1;
    uint32_t list = spec.relationship;
    if (asked_ == Asked::kShortestPaths) {
      added = pipeline_.Add(std::make_unique<NearestExpand>(std::move(spec), lengths, filter_slot,
                                                            std::move(filter)));
    } else if (reach) {
      added = pipeline_.Add(
          std::make_unique<ReachExpand>(std::move(spec), lengths, filter_slot, std::move(filter)));
    } else {
      added = pipeline_.Add(std::make_unique<VariableExpand>(std::move(spec), lengths, filter_slot,
                                                             std::move(filter)));
    }
    if (reversed && list != kNoSlot) {
      // Walked from its end: the list runs the other way.
      std::vector<EvaluatorPtr> args;
      args.push_back(EvalSlot(list));
      std::vector<Project::Item> items;
      items.emplace_back(EvalFunction(*FindFunction("reverse"), std::move(args), Span{}), list);
      pipeline_.Add(std::make_unique<Project>(std::move(items), "the list in its order"));
    }
  }
  added->set_estimate(rows_);
}

// A turn has a plan of its own, from the group's first node on.
void MatchPlanner::PlanGroup(EdgeInfo& edge, ExpandSpec spec) {
  PathPattern steps = *edge.pattern->group;
  // Names that the plan of a turn does not forget at its end.
  const auto name_of = [this](std::string& variable) {
    if (variable.empty()) variable = absl::StrCat("\x02", Fresh());
  };
  for (NodePattern& node : steps.nodes) name_of(node.variable);
  for (RelationshipPattern& step : steps.relationships) name_of(step.variable);
  Scope inner = scope_;
  for (const NodePattern& node : steps.nodes) inner.slots.erase(node.variable);
  for (const RelationshipPattern& step : steps.relationships) inner.slots.erase(step.variable);
  RepeatSpec repeat;
  repeat.ends = std::move(spec);
  repeat.turns = LengthsOf(*edge.pattern);
  repeat.left = inner.slots[steps.nodes.front().variable] = planner_.layout().Add();
  Pipeline turn;
  turn.Add(std::make_unique<Begin>());
  const Box<Expr>& where = edge.pattern->where;
  MatchPlanner(planner_, inner, turn, Asked::kAllPaths).Plan({steps}, where ? &*where : nullptr);
  repeat.right = inner.slots.at(steps.nodes.back().variable);
  for (const RelationshipPattern& step : steps.relationships) {
    repeat.relationships.push_back(inner.slots.at(step.variable));
  }
  for (const auto& [name, slot] : edge.variables) {
    repeat.variables.emplace_back(inner.slots.at(name), slot);
  }
  if (edge.mode != PathMode::kAll) {
    auto shortest = std::make_unique<ShortestTurns>(std::move(repeat), ChoiceOf(edge, nullptr));
    shortest->turns().Seal(std::move(turn));
    pipeline_.Add(std::move(shortest))->set_estimate(rows_);
    return;
  }
  auto planned = std::make_unique<Repeat>(std::move(repeat));
  planned->turns().Seal(std::move(turn));
  pipeline_.Add(std::move(planned))->set_estimate(rows_);
}

void MatchPlanner::Settle() {
  for (PathInfo& path : paths_) {
    bool ready = std::all_of(path.nodes.begin(), path.nodes.end(),
                             [this](size_t i) { return nodes_[i].bound; }) &&
                 std::all_of(path.edges.begin(), path.edges.end(),
                             [this](size_t i) { return edges_[i].planned; });
    if (path.planned || !ready) continue;
    std::vector<uint32_t> slots;
    for (size_t i : path.edges) slots.push_back(edges_[i].slot);
    std::vector<Project::Item> items;
    items.emplace_back(EvalPath(nodes_[path.nodes[0]].slot, std::move(slots)),
                       scope_.slots.at(path.name));
    pipeline_.Add(std::make_unique<Project>(std::move(items), PrintName(path.name)));
    path.planned = true;
    bound_names_.insert(path.name);
  }
  for (Condition& condition : conditions_) {
    if (condition.planned || !std::includes(bound_names_.begin(), bound_names_.end(),
                                            condition.names.begin(), condition.names.end())) {
      continue;
    }
    condition.planned = true;
    pipeline_.Add(std::make_unique<Filter>(planner_.Compile(condition.expr, scope_),
                                           condition.expr.span, Print(condition.expr)));
  }
}

}  // namespace norn::query
