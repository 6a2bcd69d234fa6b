#include "query/plan/runner.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "query/plan/explain.h"
#include "query/procedures/builtin_procedures.h"
#include "query/values/value_order.h"

namespace norn::query {

namespace {

constexpr int64_t kMostBytes = int64_t{1} << 60;

// Where all sides' rows end: detached, counted, and told apart for UNION.
class RowCollector {
 public:
  RowCollector(const Plan& plan, Execution& execution, const RowSink* sink, Result& result)
      : distinct_(plan.distinct), execution_(execution), sink_(sink), result_(result) {}

  bool Take(const std::vector<uint32_t>& outputs) {
    if (outputs.empty()) return true;  // a query without columns has no rows
    if (count_ >= execution_.options().max_rows) {
      result_.partial = true;
      result_.partial_reason =
          absl::StrCat("only the first ", count_, " rows; raise the row limit or add a LIMIT");
      return false;
    }
    // What is written out, or detached, is no longer shared: the whole of it is counted.
    int64_t written = 0;
    for (uint32_t slot : outputs) {
      written = std::min(kMostBytes, written + execution_.slot(slot).written_bytes());
      if (!execution_.MayWalk(execution_.slot(slot))) return false;
    }
    if (!execution_.CheckDepth() || !execution_.MayAllocate(written)) return false;
    const int64_t live = LiveValueBytes();
    std::vector<Value> row;
    row.reserve(outputs.size());
    for (uint32_t slot : outputs) row.push_back(execution_.graph().Detach(execution_.slot(slot)));
    const int64_t made = LiveValueBytes() - live;
    if (distinct_ && !seen_.insert(row).second) return true;
    ++count_;
    const int64_t kept = static_cast<int64_t>(sizeof(row)) + std::max(written - made, int64_t{0});
    if ((distinct_ || sink_ == nullptr) && !execution_.Reserve(kept)) return false;
    if (sink_ != nullptr) return sink_->on_row(row);
    result_.rows.push_back(std::move(row));
    return true;
  }

 private:
  bool distinct_;
  Execution& execution_;
  const RowSink* sink_;
  Result& result_;
  uint64_t count_ = 0;
  absl::flat_hash_set<std::vector<Value>, EquivalentHash, EquivalentEq> seen_;
};

void KeepPartial(const Diagnostic& error, Result& result) {
  result.partial = true;
  result.partial_reason = error.message;
}

}  // namespace

const ProcedureRegistry& ProceduresOf(const QueryOptions& options) {
  return options.procedures != nullptr ? *options.procedures : BuiltInProcedures();
}

Result RunPlan(Plan& plan, Execution& execution, const RowSink* sink) {
  Result result;
  result.columns = plan.columns;
  if (sink != nullptr && sink->on_columns) sink->on_columns(result.columns);
  RowCollector collector(plan, execution, sink, result);
  for (Plan::Branch& branch : plan.branches) {
    branch.pipeline.Add(std::make_unique<Sink>(
        "Result", [&](Execution&) { return collector.Take(branch.outputs); }));
    branch.pipeline.Run(execution);
    if (!execution.CheckDepth() || result.partial) break;
  }
  return result;
}

Outcome<Result> RunReading(const Query& query, const GraphAccess& graph,
                           const QueryOptions& options, const RowSink* sink) {
  Planner planner(graph, options, ProceduresOf(options));
  PlanInput input;
  Plan plan = planner.Make(query, input);
  if (query.mode == QueryMode::kExplain) {
    Result result;
    result.plan = ExplainPlan(plan, false);
    return result;
  }
  Execution execution(graph, options);
  execution.ResizeFrame(plan.slots);
  if (query.mode == QueryMode::kProfile) execution.Profile();
  // Of PROFILE the plan is the answer.
  Result result = RunPlan(plan, execution, query.mode == QueryMode::kProfile ? nullptr : sink);
  result.steps = execution.steps();
  if (query.mode == QueryMode::kProfile) result.plan = ExplainPlan(plan, true);
  if (absl::Status health = graph.view().Health(); !health.ok()) {
    return MakeError(ErrorCode::kDamagedGraph, {}, std::string(health.message()),
                     "run `norn check`, and build the graph anew");
  }
  if (!execution.failed()) return result;
  bool limit = ClassOf(execution.error().code) == ErrorClass::kLimit;
  if (!limit || !options.keep_partial) return execution.error();
  KeepPartial(execution.error(), result);
  return result;
}

}  // namespace norn::query
