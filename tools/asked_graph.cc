#include "tools/asked_graph.h"

#include <utility>

#include "base/status_macros.h"
#include "query/engine.h"
#include "query/scratch/scratch.h"
#include "tools/open_graph.h"

namespace norn::tools {
namespace {

class StoredGraph : public AskedGraph {
 public:
  explicit StoredGraph(graph::View view) : view_(std::move(view)) {}

  query::Outcome<query::Result> Run(absl::string_view text,
                                    const query::QueryOptions& options) override {
    return query::RunQuery(view_, text, options);
  }
  const graph::View& view() const override { return view_; }
  std::vector<std::string> PropertyKeys() const override {
    return {view_.property_keys().begin(), view_.property_keys().end()};
  }

 private:
  graph::View view_;
};

class GraphInMemory : public AskedGraph {
 public:
  query::Outcome<query::Result> Run(absl::string_view text,
                                    const query::QueryOptions& options) override {
    return graph_.Run(text, options);
  }
  const graph::View& view() const override { return graph_.store().view(); }
  std::vector<std::string> PropertyKeys() const override { return graph_.PropertyKeys(); }

 private:
  query::ScratchGraph graph_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<AskedGraph>> OpenAskedGraph(const std::string& directory) {
  NORN_ASSIGN_OR_RETURN(graph::View view, OpenGraph(directory));
  return AskView(std::move(view));
}

std::unique_ptr<AskedGraph> AskView(graph::View view) {
  return std::make_unique<StoredGraph>(std::move(view));
}

std::unique_ptr<AskedGraph> MakeScratchGraph() { return std::make_unique<GraphInMemory>(); }

}  // namespace norn::tools
