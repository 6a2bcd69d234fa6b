// CALL { … }: runs queries on each row.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_APPLY_H_
#define NORN_QUERY_EXECUTE_OPERATORS_APPLY_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/execute/row_table.h"

namespace norn::query {

// Pushes a row on for each row that one of its sides gives, with what they return in `targets`;
// where there are no targets, once for each row that comes in.
class Apply : public Operator {
 public:
  struct Side {
    std::unique_ptr<Pipeline> pipeline;
    std::vector<uint32_t> outputs;  // as many as there are targets
  };
  // `distinct`: each row of all sides once. `optional`: where there is none, one of nulls.
  Apply(std::vector<uint32_t> targets, bool distinct, bool optional)
      : targets_(std::move(targets)),
        distinct_(distinct),
        optional_(optional),
        seen_(targets_.size()) {}
  void Add(Side side);  // completes its pipeline
  std::string Describe() const override { return "Subquery"; }
  const Pipeline* Inner() const override {
    return sides_.empty() ? nullptr : sides_.front()->pipeline.get();
  }

 protected:
  bool Process(Execution& execution) override;

 private:
  bool Take(Execution& execution, const std::vector<uint32_t>& outputs);

  std::vector<uint32_t> targets_;
  bool distinct_;
  bool optional_;
  std::vector<std::unique_ptr<Side>> sides_;
  RowTable seen_;  // of distinct, for the row at hand
  int64_t reserved_ = 0;
  bool found_ = false;
  bool wants_more_ = true;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_APPLY_H_
