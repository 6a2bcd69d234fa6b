#include "tools/ask/asked_graph.h"

#include <utility>

#include "base/status_macros.h"
#include "query/engine.h"
#include "query/scratch/scratch.h"
#include "tools/ask/open_graph.h"

namespace norn::tools {
namespace {

class StoredGraph : public AskedGraph {
 public:
  StoredGraph(graph::View view, std::string directory)
      : view_(std::move(view)), directory_(std::move(directory)) {}

  query::Outcome<query::Result> Run(absl::string_view text,
                                    const query::QueryOptions& options) override {
    query::Outcome<query::Result> result = query::RunQuery(view_, text, options);
    // What was read of the view is not what was written: the store is the truth.
    if (view_.Health().ok() || directory_.empty()) return result;
    absl::StatusOr<graph::View> made = OpenGraphFromStore(directory_);
    if (!made.ok()) return result;
    view_ = *std::move(made);
    return query::RunQuery(view_, text, options);
  }
  query::Outcome<query::Result> Stream(absl::string_view text, const query::QueryOptions& options,
                                       const query::RowSink& sink) override {
    size_t given = 0;
    query::RowSink guarded = sink;
    // A row that is given was made of blocks that hold what was written.
    guarded.on_row = [&](const auto& row) {
      if (!view_.Health().ok()) return false;
      ++given;
      return sink.on_row(row);
    };
    query::Outcome<query::Result> result = query::StreamQuery(view_, text, options, guarded);
    if (view_.Health().ok() || directory_.empty()) return result;
    absl::StatusOr<graph::View> made = OpenGraphFromStore(directory_);
    if (!made.ok()) return result;
    view_ = *std::move(made);
    // The store makes the same view, and the same rows in the same order: it goes on behind those
    // that were given. The columns were given before the first row was looked for.
    query::RowSink rest = sink;
    rest.on_columns = [](const auto&) {};
    rest.on_row = [&](const auto& row) {
      if (given == 0) return sink.on_row(row);
      --given;
      return true;
    };
    return query::StreamQuery(view_, text, options, rest);
  }
  const graph::View& view() const override { return view_; }
  std::vector<std::string> PropertyKeys() const override {
    return {view_.property_keys().begin(), view_.property_keys().end()};
  }

 private:
  graph::View view_;
  std::string directory_;  // empty: it is in no directory
};

class GraphInMemory : public AskedGraph {
 public:
  query::Outcome<query::Result> Run(absl::string_view text,
                                    const query::QueryOptions& options) override {
    return graph_.Run(text, options);
  }
  query::Outcome<query::Result> Stream(absl::string_view text, const query::QueryOptions& options,
                                       const query::RowSink& sink) override {
    query::Outcome<query::Result> result = graph_.Run(text, options);
    if (!result.ok() || !result->plan.empty()) return result;
    sink.on_columns(result->columns);
    for (const auto& row : result->rows) {
      if (!sink.on_row(row)) break;
    }
    result->rows.clear();
    return result;
  }
  const graph::View& view() const override { return graph_.store().view(); }
  std::vector<std::string> PropertyKeys() const override { return graph_.PropertyKeys(); }

 private:
  query::ScratchGraph graph_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<AskedGraph>> OpenAskedGraph(const std::string& directory) {
  NORN_ASSIGN_OR_RETURN(graph::View view, OpenGraph(directory));
  return std::make_unique<StoredGraph>(std::move(view), directory);
}

std::unique_ptr<AskedGraph> AskView(graph::View view) {
  return std::make_unique<StoredGraph>(std::move(view), "");
}

std::unique_ptr<AskedGraph> MakeScratchGraph() { return std::make_unique<GraphInMemory>(); }

}  // namespace norn::tools
