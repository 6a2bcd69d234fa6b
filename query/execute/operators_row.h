// Operators that take a row at a time: filter, project, unwind, distinct, skip, limit, optional.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_ROW_H_
#define NORN_QUERY_EXECUTE_OPERATORS_ROW_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/execute/operator.h"
#include "query/execute/row_table.h"
#include "query/execute/runs.h"
#include "query/runtime/evaluator.h"

namespace norn::query {

class Filter : public Operator {
 public:
  Filter(EvaluatorPtr condition, Span span, std::string what)
      : condition_(std::move(condition)), span_(span), what_(std::move(what)) {}
  std::string Describe() const override { return "Filter " + what_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  EvaluatorPtr condition_;
  Span span_;
  std::string what_;
};

// Computes expressions into slots.
class Project : public Operator {
 public:
  using Item = std::pair<EvaluatorPtr, uint32_t>;
  Project(std::vector<Item> items, std::string what)
      : items_(std::move(items)), what_(std::move(what)) {}
  std::string Describe() const override { return "Project " + what_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  std::vector<Item> items_;
  std::string what_;
};

// A row for each item of a list; null gives none.
class Unwind : public Operator {
 public:
  Unwind(EvaluatorPtr list, uint32_t slot, std::string what)
      : list_(std::move(list)), slot_(slot), what_(std::move(what)) {}
  std::string Describe() const override { return "Unwind " + what_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  EvaluatorPtr list_;
  uint32_t slot_;
  std::string what_;
};

// Lets each combination of the slots' values through once.
class Distinct : public Operator {
 public:
  // `runs`: what the slots tell apart, if rows come so; earlier runs are forgotten then.
  explicit Distinct(std::vector<uint32_t> slots, std::optional<Runs> runs = {})
      : slots_(std::move(slots)), runs_(std::move(runs)), seen_(slots_.size()) {}
  void Open(Execution& execution) override;
  std::string Describe() const override { return "Distinct"; }

 protected:
  bool Process(Execution& execution) override;

 private:
  void ForgetEarlierRuns(Execution& execution);

  std::vector<uint32_t> slots_;
  std::optional<Runs> runs_;
  std::vector<Value> key_;
  RowTable seen_;
  int64_t reserved_ = 0;
};

// SKIP and LIMIT. Either may be null. Their values are computed when the run begins.
class Page : public Operator {
 public:
  Page(EvaluatorPtr skip, EvaluatorPtr limit, Span skip_span, Span limit_span)
      : skip_(std::move(skip)),
        limit_(std::move(limit)),
        skip_span_(skip_span),
        limit_span_(limit_span) {}
  void Open(Execution& execution) override;
  std::string Describe() const override;

 protected:
  bool Process(Execution& execution) override;

 private:
  EvaluatorPtr skip_;
  EvaluatorPtr limit_;
  Span skip_span_;
  Span limit_span_;
  int64_t to_skip_ = 0;
  int64_t to_pass_ = 0;
};

// The whole number, not negative, that SKIP or LIMIT gives; fails otherwise.
int64_t PageSize(Execution& execution, const EvaluatorPtr& size, const char* clause, Span span);

// Runs a pipeline on each row; where that lets nothing through, the slots are set to null.
class Optional : public Operator {
 public:
  explicit Optional(std::vector<uint32_t> slots) : slots_(std::move(slots)) {}
  Pipeline& inner() { return inner_; }
  void Seal();  // once the inner pipeline is complete
  std::string Describe() const override { return "Optional"; }
  const Pipeline* Inner() const override { return &inner_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  Pipeline inner_;
  std::vector<uint32_t> slots_;
  bool found_ = false;
  bool wants_more_ = true;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_ROW_H_
