// The clauses in turn: reading ones through the planner, writing ones on the table of rows.
#include "query/scratch/writer.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "query/scratch/writer_impl.h"
#include "query/syntax/ast_walk.h"
#include "query/values/value_order.h"

namespace norn::query {

namespace {

// Pushes each row of a table, with the plan's input slots set to it.
class TableSource : public Operator {
 public:
  TableSource(const PlanInput& input, std::vector<std::vector<Value>> rows)
      : input_(input), rows_(std::move(rows)) {}
  std::string Describe() const override { return "Rows"; }

 protected:
  bool Process(Execution& execution) override {
    for (const std::vector<Value>& row : rows_) {
      for (size_t i = 0; i < row.size(); ++i) execution.slot(input_.slots[i]) = row[i];
      if (!PushOn(execution)) return false;
    }
    return true;
  }

 private:
  const PlanInput& input_;
  std::vector<std::vector<Value>> rows_;
};

// Every name that the path's properties mention.
std::set<std::string> NamesInProperties(const PathPattern& path) {
  std::set<std::string> names;
  for (const NodePattern& node : path.nodes) {
    if (node.properties) CollectNames(*node.properties, names);
  }
  for (const RelationshipPattern& edge : path.relationships) {
    if (edge.properties) CollectNames(*edge.properties, names);
  }
  return names;
}

}  // namespace

Writer::Writer(ScratchStore& store, const QueryOptions& options)
    : store_(store), options_(options), deadline_(absl::Now() + options.timeout) {}

bool Writer::MayGoOn() {
  if (absl::Now() > deadline_) {
    return Fail(MakeError(
        ErrorCode::kTimeLimit, {},
        absl::StrCat("the query ran longer than ", absl::FormatDuration(options_.timeout)),
        "write less at a time, or raise the time limit"));
  }
  if (options_.cancelled != nullptr && options_.cancelled->load(std::memory_order_relaxed)) {
    return Fail(MakeError(ErrorCode::kCancelled, {}, "the query was cancelled"));
  }
  // A node or relationship takes about so much in the store, in its copy and in the view.
  constexpr int64_t kBytesOfEach = 1000;
  const auto count = static_cast<int64_t>(store_.nodes().size() + store_.edges().size());
  if (count <= options_.max_memory_bytes / kBytesOfEach) return true;
  return Fail(
      MakeError(ErrorCode::kMemoryLimit, {},
                absl::StrCat("a graph in memory holds at most ",
                             options_.max_memory_bytes / kBytesOfEach, " nodes and relationships"),
                "`norn import` makes a stored graph of CSV files"));
}

bool Writer::Fail(Diagnostic error) {
  if (!error_.has_value()) error_ = std::move(error);
  return false;
}

bool Writer::Refresh() {
  absl::Status status = store_.Refresh();
  if (status.ok()) return true;
  return Fail(MakeError(ErrorCode::kInvalidArgumentValue, {}, std::string(status.message())));
}

Outcome<Result> Writer::Run(const Query& query) {
  Result result;
  for (const SingleQuery& part : query.parts) {
    Result side;
    if (!RunPart(part, side)) return *error_;
    if (result.columns.empty()) result.columns = std::move(side.columns);
    for (auto& row : side.rows) {
      auto same = [&row](const auto& other) { return EquivalentEq()(row, other); };
      if (query.parts.size() > 1 && !query.union_all &&
          std::any_of(result.rows.begin(), result.rows.end(), same)) {
        continue;
      }
      result.rows.push_back(std::move(row));
    }
  }
  return result;
}

bool Writer::RunPart(const SingleQuery& query, Result& result) {
  Table table;
  table.rows.emplace_back();
  size_t i = 0;
  while (i < query.clauses.size()) {
    if (IsWriting(query.clauses[i])) {
      if (!Write(query.clauses[i], table)) return false;
      ++i;
      continue;
    }
    size_t end = i;
    while (end < query.clauses.size() && !IsWriting(query.clauses[end])) ++end;
    if (!Read(query, i, end, table, end == query.clauses.size() ? &result : nullptr)) {
      return false;
    }
    i = end;
  }
  return true;
}

// Runs reading clauses over the table. Their rows become the table, or the result.
bool Writer::Read(const SingleQuery& query, size_t begin, size_t end, Table& table,
                  Result* result) {
  if (!Refresh()) return false;
  GraphAccess graph(store_.view(), true);
  Planner planner(graph, options_, ProceduresOf(options_));
  PlanInput input;
  input.names = table.names;
  std::vector<std::vector<Value>> rows;
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const Value& value : row) rows.back().push_back(store_.ToView(value));
  }
  Plan plan = planner.MakePart(query, begin, end, input,
                               std::make_unique<TableSource>(input, std::move(rows)));
  Execution execution(graph, options_);
  execution.ResizeFrame(plan.slots);
  if (result != nullptr) {
    *result = RunPlan(plan, execution, nullptr);
    return !execution.failed() || Fail(execution.error());
  }
  Table out;
  out.names = plan.columns;
  Plan::Branch& branch = plan.branches[0];
  branch.pipeline.Add(std::make_unique<Sink>("Table", [&](Execution&) {
    out.rows.emplace_back();
    for (uint32_t slot : branch.outputs) {
      if (!execution.MayWalk(execution.slot(slot))) return false;
      out.rows.back().push_back(store_.ToSerial(execution.slot(slot)));
    }
    return true;
  }));
  branch.pipeline.Run(execution);
  if (!execution.CheckDepth()) return Fail(execution.error());
  table = std::move(out);
  return true;
}

bool Writer::Write(const Clause& clause, Table& table) {
  if (!Refresh()) return false;
  if (const auto* create = std::get_if<CreateClause>(&clause.body)) return Create(*create, table);
  if (const auto* merge = std::get_if<MergeClause>(&clause.body)) return Merge(*merge, table);
  if (const auto* set = std::get_if<SetClause>(&clause.body)) return Set(*set, table);
  return Delete(std::get<DeleteClause>(clause.body), table);
}

bool Writer::Create(const CreateClause& clause, Table& table) {
  std::vector<std::string> names = table.names;
  std::vector<std::set<std::string>> mentioned;
  for (const PathPattern& path : clause.paths) mentioned.push_back(NamesInProperties(path));
  for (auto& row : table.rows) {
    names = table.names;
    for (size_t i = 0; i < clause.paths.size(); ++i) {
      // The view is made anew only where a path looks at what an earlier one has made: for each row
      // it would cost as much as the graph is large.
      std::vector<std::string> seen;
      std::vector<Value> values;
      bool looks_at_new = false;
      for (size_t name = 0; name < names.size(); ++name) {
        if (!mentioned[i].contains(names[name])) continue;
        seen.push_back(names[name]);
        values.push_back(row[name]);
        looks_at_new = looks_at_new || name >= table.names.size();
      }
      if (looks_at_new && !Refresh()) return false;
      RowScope scope(store_, options_, seen, values);
      if (!MakePath(clause.paths[i], scope, names, row) || !MayGoOn()) return false;
    }
  }
  if (table.rows.empty()) {
    // The names are needed by later clauses, even without rows.
    for (const PathPattern& path : clause.paths) {
      for (const NodePattern& node : path.nodes) names.push_back(node.variable);
      for (const RelationshipPattern& edge : path.relationships) names.push_back(edge.variable);
      names.push_back(path.variable);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::erase(names, "");
  }
  table.names = std::move(names);
  return true;
}

bool Writer::Merge(const MergeClause& clause, Table& table) {
  Table out;
  for (const auto& row : table.rows) {
    if (!MayGoOn() || !Refresh() || !MergeRow(clause, table, row, out)) return false;
  }
  if (table.rows.empty()) {
    CreateClause create;
    create.paths.push_back(clause.path);
    return Create(create, table);
  }
  table = std::move(out);
  return true;
}

// The rows that match the pattern already, or one for which it is made.
bool Writer::MergeRow(const MergeClause& clause, const Table& in, const std::vector<Value>& row,
                      Table& out) {
  RowScope scope(store_, options_, in.names, row);
  std::vector<const Box<Expr>*> maps;
  for (const NodePattern& node : clause.path.nodes) maps.push_back(&node.properties);
  for (const auto& edge : clause.path.relationships) maps.push_back(&edge.properties);
  for (const Box<Expr>* map : maps) {
    if (!*map) continue;
    for (const Expr& value : (*map)->children) {
      if (!scope.Eval(value).is_null() || scope.execution().failed()) continue;
      return Fail(MakeError(ErrorCode::kMergeReadOwnWrites, value.span,
                            "MERGE cannot look for a property that is null"));
    }
  }
  if (scope.execution().failed()) return Fail(scope.execution().error());
  SingleQuery match;
  MatchClause pattern;
  pattern.paths.push_back(clause.path);
  match.clauses.push_back(Clause{std::move(pattern), {}});
  match.clauses.emplace_back();  // something follows: all variables are handed on
  Table found;
  found.names = in.names;
  found.rows.push_back(row);
  if (!Read(match, 0, 1, found, nullptr)) return false;
  bool is_new = found.rows.empty();
  if (is_new) {
    found.names = in.names;
    found.rows.push_back(row);
    if (!MakePath(clause.path, scope, found.names, found.rows[0])) return false;
  }
  const std::vector<SetItem>& items = is_new ? clause.on_create : clause.on_match;
  for (const auto& match_row : found.rows) {
    if (!items.empty() && (!Refresh() || !SetOnRow(items, false, found, match_row))) return false;
  }
  // Both ways may know the variables in another order.
  if (out.names.empty()) out.names = found.names;
  for (const auto& match_row : found.rows) {
    out.rows.emplace_back();
    for (const std::string& name : out.names) {
      auto at = std::find(found.names.begin(), found.names.end(), name) - found.names.begin();
      out.rows.back().push_back(match_row[static_cast<size_t>(at)]);
    }
  }
  return true;
}

}  // namespace norn::query
