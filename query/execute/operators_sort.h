// ORDER BY: keeps all rows, or the best few of them where a LIMIT follows.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_SORT_H_
#define NORN_QUERY_EXECUTE_OPERATORS_SORT_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/runtime/evaluator.h"

namespace norn::query {

struct SortKey {
  EvaluatorPtr key;
  bool descending = false;
};

class Sort : public Operator {
 public:
  // `slots` are kept with each row. `limit` and `skip`, where they are set, bound how many rows are
  // of use; they fail elsewhere if they are no numbers.
  Sort(std::vector<SortKey> keys, std::vector<uint32_t> slots, EvaluatorPtr skip,
       EvaluatorPtr limit)
      : keys_(std::move(keys)),
        slots_(std::move(slots)),
        skip_(std::move(skip)),
        limit_(std::move(limit)) {}
  void Open(Execution& execution) override;
  void Finish(Execution& execution) override;
  bool KeepsOrder() const override { return false; }
  std::string Describe() const override { return limit_ ? "Top" : "Sort"; }

 protected:
  bool Process(Execution& execution) override;

 private:
  using Row = std::vector<Value>;  // the keys, then the slots, then the row's number
  bool Before(const Row& a, const Row& b) const;
  bool IsBeforeWorst() const;  // the row at hand, by its keys

  std::vector<SortKey> keys_;
  std::vector<uint32_t> slots_;
  EvaluatorPtr skip_;
  EvaluatorPtr limit_;
  std::vector<Value> row_keys_;  // of the row at hand
  std::vector<Row> rows_;        // a heap, the worst first, once there are most_ of them
  size_t most_ = 0;
  int64_t count_ = 0;
  int64_t reserved_ = 0;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_SORT_H_
