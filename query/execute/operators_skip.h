// Lets each combination of the slots' values through once, where it does not matter how often a row
// comes: nothing is walked again from where it was walked before. Only a saving, so that it gives
// up where hardly any row is a repeated one, or where it would take much memory.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_SKIP_H_
#define NORN_QUERY_EXECUTE_OPERATORS_SKIP_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/execute/row_table.h"

namespace norn::query {

class SkipRepeated : public Operator {
 public:
  // `what`: the slots' names.
  SkipRepeated(std::vector<uint32_t> slots, std::string what)
      : slots_(std::move(slots)), what_(std::move(what)), seen_(slots_.size()) {}
  void Open(Execution& execution) override;
  std::string Describe() const override { return "SkipRepeated " + what_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  // Whether the row at hand is like an earlier one.
  bool IsRepeated(Execution& execution);
  void Forget(Execution& execution);

  std::vector<uint32_t> slots_;
  std::string what_;
  std::vector<Value> key_;
  RowTable seen_;
  uint64_t rows_ = 0;
  uint64_t next_look_ = 0;  // at how many rows it is looked whether this saves anything
  int64_t reserved_ = 0;
  bool gave_up_ = false;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_SKIP_H_
