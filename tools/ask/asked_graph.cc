#include "tools/ask/asked_graph.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/status_macros.h"
#include "graph/store/directory.h"
#include "query/engine.h"
#include "query/scratch/scratch.h"
#include "tools/ask/open_graph.h"

namespace norn::tools {
namespace {

using graph::GraphDirectory;

absl::Status NotStored() {
  return absl::FailedPreconditionError("the graph is in memory: it has no generations");
}

class StoredGraph : public AskedGraph {
 public:
  StoredGraph(graph::View view, std::string directory, uint64_t generation)
      : view_(std::move(view)), directory_(std::move(directory)), generation_(generation) {}

  query::Outcome<query::Result> Run(absl::string_view text,
                                    const query::QueryOptions& options) override {
    query::Outcome<query::Result> result = query::RunQuery(view_, text, options);
    // What was read of the view is not what was written: the store is the truth.
    if (view_.Health().ok() || directory_.empty()) return result;
    absl::StatusOr<graph::View> made = OpenGraphFromStore(directory_, generation_);
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
    absl::StatusOr<graph::View> made = OpenGraphFromStore(directory_, generation_);
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
  absl::StatusOr<AskedGeneration> Generation() const override {
    if (directory_.empty()) return NotStored();
    NORN_ASSIGN_OR_RETURN(const GraphDirectory directory, GraphDirectory::Open(directory_));
    NORN_ASSIGN_OR_RETURN(const uint64_t current, directory.Current());
    return AskedGeneration{directory_, generation_, current};
  }
  absl::Status Reload(std::optional<uint64_t> generation) override {
    if (directory_.empty()) return NotStored();
    NORN_ASSIGN_OR_RETURN(const GraphDirectory directory, GraphDirectory::Open(directory_));
    uint64_t wanted = generation.value_or(0);
    if (!generation.has_value()) {
      NORN_ASSIGN_OR_RETURN(wanted, directory.Current());
    }
    NORN_ASSIGN_OR_RETURN(graph::View view, directory.OpenView(wanted));
    view_ = std::move(view);
    generation_ = wanted;
    return absl::OkStatus();
  }

 private:
  graph::View view_;
  std::string directory_;  // empty: it is in no directory
  uint64_t generation_;
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
  absl::StatusOr<AskedGeneration> Generation() const override { return NotStored(); }
  absl::Status Reload(std::optional<uint64_t>) override { return NotStored(); }

 private:
  query::ScratchGraph graph_;
};

// The folders in the current one that are graphs.
std::vector<std::string> GraphsHere() {
  constexpr size_t kMost = 5;
  std::error_code error;
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(".", error)) {
    if (GraphDirectory::Open(entry.path()).ok()) names.insert(entry.path().filename());
  }
  std::vector<std::string> first(names.begin(), names.end());
  first.resize(std::min(first.size(), kMost));
  return first;
}

}  // namespace

absl::StatusOr<std::unique_ptr<AskedGraph>> OpenAskedGraph(const std::string& directory) {
  constexpr char kDefault[] = "graph";
  if (directory.empty()) {
    if (GraphDirectory::Open(kDefault).ok()) return OpenAskedGraph(kDefault);
    const std::string here = absl::StrJoin(GraphsHere(), ", ");
    return absl::InvalidArgumentError(absl::StrCat(
        "name the graph to ask: --graph DIR (",
        here.empty()
            ? absl::StrCat("norn build makes one; there is none called ", kDefault, " here")
            : absl::StrCat("here are ", here),
        "), or --scratch for an empty one"));
  }
  NORN_ASSIGN_OR_RETURN(const GraphDirectory stored, GraphDirectory::Open(directory));
  NORN_ASSIGN_OR_RETURN(const uint64_t generation, stored.Current());
  NORN_ASSIGN_OR_RETURN(graph::View view, stored.OpenView(generation));
  return std::make_unique<StoredGraph>(std::move(view), directory, generation);
}

std::unique_ptr<AskedGraph> AskView(graph::View view) {
  return std::make_unique<StoredGraph>(std::move(view), "", 0);
}

std::unique_ptr<AskedGraph> MakeScratchGraph() { return std::make_unique<GraphInMemory>(); }

}  // namespace norn::tools
