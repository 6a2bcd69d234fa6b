// What a call of algo.* is asked about: `CALL algo.pagerank({labels: ['Actor'], types: […]})`.
#ifndef NORN_QUERY_PROCEDURES_ALGORITHM_SELECTION_H_
#define NORN_QUERY_PROCEDURES_ALGORITHM_SELECTION_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "graph/algorithms/csr_projection.h"
#include "query/runtime/execution.h"
#include "query/values/value.h"

namespace norn::query {

// The first argument of every algorithm: null for the whole graph; a list of relationship types; or
// a map of
//
//   labels  a label or a list of them: only nodes with one of them
//   types   a type or a list of them: only these relationships
//   nodes   a list of nodes: only these
//
// and of what the algorithm itself takes.
class AlgorithmSelection {
 public:
  // Fails, with a message, for names that the graph does not have and for other keys than those and
  // `own_keys`. Then ok() is false.
  AlgorithmSelection(Execution& execution, Span span, const Value& argument,
                     graph::Orientation orientation,
                     absl::Span<const absl::string_view> own_keys = {});

  bool ok() const { return ok_; }
  const graph::GraphSelection& selection() const { return selection_; }
  // What the map has for one of `own_keys`; nothing where it has none.
  std::optional<double> Number(absl::string_view key);
  Value Own(absl::string_view key) const;

 private:
  bool Fail(const std::string& message);
  bool Read(absl::string_view key, const Value& value);
  template <typename Id, typename Find>
  bool ReadNames(const char* what, const Value& value, const Find& find, std::vector<Id>& ids);

  Execution& execution_;
  Span span_;
  Value argument_;
  graph::GraphSelection selection_;
  bool ok_ = true;
};

}  // namespace norn::query

#endif  // NORN_QUERY_PROCEDURES_ALGORITHM_SELECTION_H_
