// A graph in memory that a query may write: for experiments, for tests, never for what is stored.
//
//   ScratchGraph graph;
//   graph.Run("CREATE (:Person {name: 'Ada'})-[:KNOWS]->(:Person {name: 'Eva'})", options);
//   Outcome<Result> result = graph.Run("MATCH (p:Person) RETURN p.name", options);
//
// Each writing clause takes all rows in, changes the graph, and makes the view anew, so that all
// reading goes through the one executor. That is for small graphs. A query that fails has changed
// nothing.
#ifndef NORN_QUERY_SCRATCH_SCRATCH_H_
#define NORN_QUERY_SCRATCH_SCRATCH_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "query/diagnostics/diagnostic.h"
#include "query/runtime/options.h"
#include "query/runtime/result.h"
#include "query/scratch/scratch_store.h"

namespace norn::query {

class ScratchGraph {
 public:
  ScratchGraph();

  Outcome<Result> Run(absl::string_view text, const QueryOptions& options);

  // The names of properties, as queries write them.
  std::vector<std::string> PropertyKeys() const;

  // What is there, by serial number, with what was deleted marked so.
  const ScratchStore& store() const { return store_; }

 private:
  ScratchStore store_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SCRATCH_SCRATCH_H_
