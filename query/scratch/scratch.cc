#include "query/scratch/scratch.h"

#include <utility>

#include "query/plan/runner.h"
#include "query/runtime/graph_access.h"
#include "query/scratch/writer.h"
#include "query/semantics/checker.h"
#include "query/syntax/ast_walk.h"
#include "query/syntax/parser.h"

namespace norn::query {

namespace {

// The smallest change back: a copy of what was there.
void Restore(ScratchStore& store, std::vector<ScratchStore::Node> nodes,
             std::vector<ScratchStore::Edge> edges) {
  store.nodes() = std::move(nodes);
  store.edges() = std::move(edges);
  store.MarkChanged();
}

}  // namespace

// An empty graph always has a view.
ScratchGraph::ScratchGraph() { store_.Refresh().IgnoreError(); }

std::vector<std::string> ScratchGraph::PropertyKeys() const {
  return GraphAccess(store_.view(), true).KeyNames();
}

Outcome<Result> ScratchGraph::Run(absl::string_view text, const QueryOptions& options) {
  ParseLimits limits;
  limits.max_bytes = options.max_query_bytes;
  limits.max_nesting = options.max_depth;
  Outcome<Query> query = ParseQuery(text, limits);
  if (!query.ok()) return query.error();
  if (absl::Status status = store_.Refresh(); !status.ok()) {
    return MakeError(ErrorCode::kInvalidArgumentValue, {}, std::string(status.message()));
  }
  const bool is_writing = IsWriting(*query);
  if (is_writing && query->mode != QueryMode::kRun) {
    Diagnostic error = MakeError(ErrorCode::kInvalidClauseComposition, {},
                                 "EXPLAIN and PROFILE show plans of queries that only read");
    Locate(error, text);
    return error;
  }
  GraphAccess graph(store_.view(), true);
  Outcome<CheckResult> checked = CheckTree(*query, graph, ProceduresOf(options), options);
  if (!checked.ok()) {
    Diagnostic error = checked.error();
    Locate(error, text);
    return error;
  }
  std::vector<ScratchStore::Node> nodes = store_.nodes();
  std::vector<ScratchStore::Edge> edges = store_.edges();
  Outcome<Result> result = is_writing ? Writer(store_, options).Run(*query)
                                      : RunReading(*query, graph, options, nullptr);
  if (!result.ok()) {
    Restore(store_, std::move(nodes), std::move(edges));
    Diagnostic error = result.error();
    Locate(error, text);
    return error;
  }
  if (absl::Status status = store_.Refresh(); !status.ok()) {
    return MakeError(ErrorCode::kInvalidArgumentValue, {}, std::string(status.message()));
  }
  store_.DropOldViews();
  result->warnings = std::move(checked->warnings);
  for (Diagnostic& warning : result->warnings) Locate(warning, text);
  return result;
}

}  // namespace norn::query
