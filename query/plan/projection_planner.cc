#include "query/plan/projection_planner.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_join.h"
#include "query/evaluate/evaluators.h"
#include "query/execute/operators_aggregate.h"
#include "query/execute/operators_row.h"
#include "query/execute/operators_scan.h"
#include "query/execute/operators_sort.h"
#include "query/printer/printer.h"
#include "query/semantics/resolved_calls.h"
#include "query/syntax/ast_walk.h"

namespace norn::query {

namespace {

std::string Names(const std::vector<ProjectionItem>& items) {
  return absl::StrJoin(
      items, ", ", [](std::string* out, const ProjectionItem& item) { out->append(item.name); });
}

// The scan that the pipeline begins with, where nothing behind it changes the order of rows: all
// rows of one of its nodes come one after the other.
const NodeScan* ScanOfRuns(const Pipeline& pipeline) {
  const auto& operators = pipeline.operators();
  if (operators.size() < 2 || dynamic_cast<const Begin*>(operators[0].get()) == nullptr) {
    return nullptr;
  }
  const bool keeps_order = std::all_of(operators.begin(), operators.end(),
                                       [](const auto& op) { return op->KeepsOrder(); });
  return keeps_order ? dynamic_cast<const NodeScan*>(operators[1].get()) : nullptr;
}

}  // namespace

std::optional<Runs> ProjectionPlanner::RunsOfItems() const {
  const NodeScan* scan = ScanOfRuns(pipeline_);
  if (scan == nullptr) return std::nullopt;
  const auto is_scanned = [&](const Expr& expr) {
    if (expr.kind != ExprKind::kVariable) return false;
    const auto slot = flow_.scope.slots.find(expr.text);
    return slot != flow_.scope.slots.end() && slot->second == scan->slot();
  };
  std::vector<graph::KeyId> keys;
  for (const ProjectionItem& item : items_) {
    if (is_scanned(item.expr)) return Runs(scan->slot(), {}, scan->groups());
    if (item.expr.kind != ExprKind::kProperty || !is_scanned(item.expr.children[0])) continue;
    if (const auto key = planner_.graph().FindKey(item.expr.text)) keys.push_back(*key);
  }
  if (keys.empty()) return std::nullopt;
  return Runs(scan->slot(), std::move(keys), scan->groups());
}

// * stands for all variables, by name.
void ProjectionPlanner::ExpandStar(const ProjectionClause& clause) {
  if (clause.star) {
    std::vector<std::string> names;
    for (const auto& [name, slot] : flow_.scope.slots) {
      if (!flow_.constants.contains(name)) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      ProjectionItem item;
      item.expr.kind = ExprKind::kVariable;
      item.expr.text = item.name = name;
      items_.push_back(std::move(item));
    }
  }
  items_.insert(items_.end(), clause.items.begin(), clause.items.end());
}

void ProjectionPlanner::PlanPlain() {
  std::vector<Project::Item> computed;
  for (const ProjectionItem& item : items_) {
    if (item.expr.kind == ExprKind::kVariable) {
      outputs_.push_back(flow_.scope.slots.at(item.expr.text));
      continue;
    }
    outputs_.push_back(planner_.layout().Add());
    computed.emplace_back(planner_.Compile(item.expr, flow_.scope), outputs_.back());
  }
  if (computed.empty()) return;
  pipeline_.Add(std::make_unique<Project>(std::move(computed), Names(items_)));
}

void ProjectionPlanner::CollectAggregates(const Expr& expr) {
  if (!IsAggregate(expr)) {
    for (const Expr& child : expr.children) CollectAggregates(child);
    return;
  }
  auto same = [&expr](const auto& entry) { return entry.first == expr; };
  if (std::any_of(aggregates_.begin(), aggregates_.end(), same)) return;
  aggregates_.emplace_back(expr, planner_.layout().Add());
}

void ProjectionPlanner::PlanGrouped(const ProjectionClause& clause) {
  std::vector<GroupBy::Key> keys;
  outputs_.assign(items_.size(), 0);
  for (size_t i = 0; i < items_.size(); ++i) {
    if (HasAggregate(items_[i].expr)) {
      CollectAggregates(items_[i].expr);
      continue;
    }
    outputs_[i] = planner_.layout().Add();
    keys.emplace_back(planner_.Compile(items_[i].expr, flow_.scope), outputs_[i]);
    ready_.emplace_back(items_[i].expr, outputs_[i]);
  }
  for (const SortItem& item : clause.order) CollectAggregates(item.expr);
  std::vector<AggregateCall> calls;
  for (const auto& [expr, slot] : aggregates_) {
    AggregateCall call;
    call.slot = slot;
    call.span = expr.span;
    if (expr.kind == ExprKind::kFunction) {
      call.info = expr.aggregate;
      call.distinct = expr.boolean;
      for (const Expr& arg : expr.children) {
        call.args.push_back(planner_.Compile(arg, flow_.scope));
      }
    }
    calls.push_back(std::move(call));
  }
  pipeline_.Add(std::make_unique<GroupBy>(std::move(keys), std::move(calls), RunsOfItems()));
  ready_.insert(ready_.end(), aggregates_.begin(), aggregates_.end());
  // What is left of each expression is computed from keys and aggregates.
  Scope grouped;
  grouped.ready = ready_;
  std::vector<Project::Item> computed;
  for (size_t i = 0; i < items_.size(); ++i) {
    if (!HasAggregate(items_[i].expr)) continue;
    outputs_[i] = planner_.layout().Add();
    computed.emplace_back(planner_.Compile(items_[i].expr, grouped), outputs_[i]);
    ready_.emplace_back(items_[i].expr, outputs_[i]);
  }
  pipeline_.Add(std::make_unique<Project>(std::move(computed), Names(items_)));
}

EvaluatorPtr ProjectionPlanner::CompileConstant(const Box<Expr>& expr) {
  return expr ? planner_.Compile(*expr, Scope()) : nullptr;
}

void ProjectionPlanner::PlanOrder(const ProjectionClause& clause, const Scope& scope) {
  if (clause.order.empty()) return;
  std::vector<SortKey> keys;
  for (const SortItem& item : clause.order) {
    keys.push_back({planner_.Compile(item.expr, scope), item.descending});
  }
  std::vector<uint32_t> kept = outputs_;
  if (clause.where) {
    for (const auto& entry : scope.slots) kept.push_back(entry.second);
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  pipeline_.Add(std::make_unique<Sort>(std::move(keys), std::move(kept),
                                       CompileConstant(clause.skip),
                                       CompileConstant(clause.limit)));
}

void ProjectionPlanner::PlanPage(const ProjectionClause& clause) {
  if (!clause.skip && !clause.limit) return;
  pipeline_.Add(std::make_unique<Page>(CompileConstant(clause.skip), CompileConstant(clause.limit),
                                       clause.skip ? clause.skip->span : Span{},
                                       clause.limit ? clause.limit->span : Span{}));
}

void ProjectionPlanner::Plan(const ProjectionClause& clause) {
  ExpandStar(clause);
  bool grouped = std::any_of(items_.begin(), items_.end(),
                             [](const ProjectionItem& item) { return HasAggregate(item.expr); });
  std::optional<Runs> runs = clause.distinct && !grouped ? RunsOfItems() : std::nullopt;
  if (grouped) {
    PlanGrouped(clause);
  } else {
    PlanPlain();
  }
  // ORDER BY and WHERE see the columns, and what was there before unless rows were merged.
  Scope scope;
  if (!grouped && !clause.distinct) scope = flow_.scope;
  if (!grouped && clause.distinct) {
    for (size_t i = 0; i < items_.size(); ++i) ready_.emplace_back(items_[i].expr, outputs_[i]);
  }
  scope.ready = ready_;
  Scope columns;
  for (size_t i = 0; i < items_.size(); ++i) {
    scope.slots[items_[i].name] = columns.slots[items_[i].name] = outputs_[i];
  }
  if (clause.distinct) pipeline_.Add(std::make_unique<Distinct>(outputs_, std::move(runs)));
  PlanOrder(clause, scope);
  PlanPage(clause);
  if (clause.where) {
    pipeline_.Add(std::make_unique<Filter>(planner_.Compile(*clause.where, scope),
                                           clause.where->span, Print(*clause.where)));
  }
  flow_.scope = std::move(columns);
  if (!clause.is_return) flow_.scope.slots.insert(flow_.constants.begin(), flow_.constants.end());
  flow_.columns.clear();
  for (const ProjectionItem& item : items_) flow_.columns.push_back(item.name);
  flow_.outputs = outputs_;
}

}  // namespace norn::query
