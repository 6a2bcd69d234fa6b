// Plans one MATCH: where to start, in which order to walk, how early each condition can be asked.
//
// Starts at what is bound, else at the node that statistics say are fewest (by id, by name, by
// label); then walks the relationship that is expected to give the fewest rows, until all are
// walked. Conditions are asked as soon as what they mention is bound.
#ifndef NORN_QUERY_PLAN_MATCH_PLANNER_H_
#define NORN_QUERY_PLAN_MATCH_PLANNER_H_

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/plan/compile.h"
#include "query/plan/planner.h"
#include "query/syntax/ast.h"
#include "query/traverse/operators_expand.h"
#include "query/traverse/operators_shortest.h"

namespace norn::query {

// A path out of the slots of its nodes and relationships (or lists of them).
EvaluatorPtr EvalPath(uint32_t first, std::vector<uint32_t> edges);

VariableExpand::Lengths LengthsOf(const RelationshipPattern& pattern);

class MatchPlanner {
 public:
  // `scope` gets the pattern's variables; `used` says which of all are mentioned behind it.
  MatchPlanner(Planner& planner, Scope& scope, Pipeline& pipeline, Asked asked,
               UsedNames used = std::nullopt)
      : planner_(planner),
        scope_(scope),
        pipeline_(pipeline),
        asked_(asked),
        used_(std::move(used)) {}

  void Plan(const std::vector<PathPattern>& paths, const Expr* where);

  // Slots of the variables that this MATCH has bound.
  const std::vector<uint32_t>& new_slots() const { return new_slots_; }

 private:
  struct NodeInfo {
    std::string name;
    std::vector<char> groups;  // that it may be in
    bool all_groups = true;
    bool bound = false;
    uint32_t slot = 0;
  };
  struct EdgeInfo {
    std::string name;
    const RelationshipPattern* pattern = nullptr;
    const PathPattern* path = nullptr;  // that it is part of
    PathMode mode = PathMode::kAll;
    // Of a group: its variables, and the slots of the lists that they are outside of it.
    std::vector<std::pair<std::string, uint32_t>> variables;
    size_t walk = 0;  // the WALK it is part of, from 1; its relationships may recur there
    size_t from = 0;  // into nodes_
    size_t to = 0;
    std::vector<graph::EdgeTypeId> types;
    bool needs_slot = false;
    bool bound = false;  // by an earlier clause
    bool planned = false;
    uint32_t slot = kNoSlot;
    std::optional<Expr> each;  // of a variable length: what each relationship must fulfil
  };
  struct PathInfo {
    std::string name;
    std::vector<size_t> nodes;
    std::vector<size_t> edges;
    bool planned = false;
  };
  struct Condition {
    Expr expr;
    std::set<std::string> names;  // of this pattern's, that must be bound
    bool planned = false;
  };

  void AddPath(const PathPattern& path);
  void AddAcyclic(const std::string& path);
  size_t AddNode(const NodePattern& node);
  size_t AddEdge(const RelationshipPattern& edge, const PathPattern& path, size_t from, size_t to,
                 bool in_path);
  size_t AddGroup(const RelationshipPattern& edge, const PathPattern& path, size_t from, size_t to);
  void AddCondition(Expr expr);
  void AddProperties(const std::string& variable, const Box<Expr>& properties,
                     std::vector<Expr>& out) const;
  void FindSlots();
  bool Overlaps(const EdgeInfo& a, const EdgeInfo& b) const;

  bool PlanNext();
  void Settle();  // paths and conditions that are complete by now
  double EdgeCost(const EdgeInfo& edge) const;
  double NodeCost(const NodeInfo& node) const;
  double CountNodes(const NodeInfo& node) const;
  double PartInRange(const NodeInfo& node) const;
  double StartCost(const NodeInfo& node) const;
  const Expr* SeekKey(const NodeInfo& node, const char* property) const;
  bool DependsOnNothingNew(const Expr& expr) const;
  void PlanScan(NodeInfo& node);
  void PlanEdge(EdgeInfo& edge);
  void PlanWalk(EdgeInfo& edge, ExpandSpec spec);
  void PlanGroup(EdgeInfo& edge, ExpandSpec spec);
  // match_shortest.cc
  Operator* PlanShortest(EdgeInfo& edge, ExpandSpec spec);
  // `narrows`, if it is set, takes conditions that are better asked of each relationship.
  ShortestChoice ChoiceOf(const EdgeInfo& edge,
                          const std::function<bool(const Expr&, const std::string&)>& narrows);
  std::vector<Expr> TakeConditionsOn(const EdgeInfo& edge, const std::string& path);
  bool NarrowsEach(const Expr& condition, const EdgeInfo& edge, const std::string& path,
                   uint32_t slot, std::vector<EvaluatorPtr>& filters);
  ExpandSpec SpecOf(const EdgeInfo& edge, bool reversed) const;
  bool SkipsRepeatedMiddle(const EdgeInfo& edge) const;
  // match_repeated.cc
  PathPattern JoinSteps(const PathPattern& path) const;
  void PlanSkipRepeated();
  bool CollectUsed(std::set<std::string>& names) const;
  void AddDateRange(const EdgeInfo& edge, ExpandSpec& spec) const;
  void CheckBoundNodes();
  void Bind(NodeInfo& node);
  std::string Fresh();

  Planner& planner_;
  Scope& scope_;
  Pipeline& pipeline_;
  Asked asked_;
  UsedNames used_;
  std::list<PathPattern> joined_;  // patterns that were made of others; edges point into them
  size_t walks_ = 0;
  const Operator* first_hop_ = nullptr;  // planned by the rule of SkipsRepeatedMiddle
  std::vector<NodeInfo> nodes_;
  std::map<std::string, size_t> node_index_;
  std::vector<EdgeInfo> edges_;
  std::vector<PathInfo> paths_;
  std::vector<Condition> conditions_;
  std::set<std::string> new_names_;    // the pattern's variables that were not bound before
  std::set<std::string> bound_names_;  // those of them that are bound by now
  std::vector<uint32_t> new_slots_;
  double rows_ = 1;  // expected so far
};

}  // namespace norn::query

#endif  // NORN_QUERY_PLAN_MATCH_PLANNER_H_
