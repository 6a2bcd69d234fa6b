// A plan's operators. Each takes a row (the frame's slots), changes it, and pushes it on, any
// number of times; so a chain of operators is a nest of loops, and needs no rows in between.
//
//   Pipeline: NodeScan -> Expand -> Filter -> Project -> (the sink)
#ifndef NORN_QUERY_EXECUTE_OPERATOR_H_
#define NORN_QUERY_EXECUTE_OPERATOR_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "query/runtime/execution.h"

namespace norn::query {

class Pipeline;

class Operator {
 public:
  virtual ~Operator() = default;

  // Forgets what was kept from an earlier run.
  virtual void Open(Execution&) {}

  // Takes the row that the frame holds. False: no more rows are wanted, or something has failed.
  bool Push(Execution& execution) {
    ++rows_in_;
    if (execution.is_profiled()) return PushTimed(execution);
    return execution.Step() && Process(execution);
  }

  // No more rows come: pushes on what was kept.
  virtual void Finish(Execution&) {}

  // Whether rows go on in the order in which they came.
  virtual bool KeepsOrder() const { return true; }

  // For EXPLAIN: "Expand (a)-[r:T]->(b)", and pipelines inside.
  virtual std::string Describe() const = 0;
  virtual const Pipeline* Inner() const { return nullptr; }
  uint64_t rows_in() const { return rows_in_; }
  // Of a profiled run: what Push and Finish took, with all that they called.
  absl::Duration push_time() const { return push_time_; }
  absl::Duration finish_time() const { return finish_time_; }
  const Operator* next() const { return next_; }
  double estimate() const { return estimate_; }
  void set_estimate(double rows) { estimate_ = rows; }
  void set_next(Operator* next) { next_ = next; }

 protected:
  virtual bool Process(Execution& execution) = 0;
  bool PushOn(Execution& execution) { return next_->Push(execution); }

 private:
  friend class Pipeline;
  bool PushTimed(Execution& execution);
  void FinishTimed(Execution& execution);

  Operator* next_ = nullptr;
  uint64_t rows_in_ = 0;
  double estimate_ = 0;
  absl::Duration push_time_;
  absl::Duration finish_time_;
};

// Operators in a row. The last one must not push on.
class Pipeline {
 public:
  template <typename T>
  T* Add(std::unique_ptr<T> op) {
    T* added = op.get();
    if (!operators_.empty()) operators_.back()->set_next(added);
    operators_.push_back(std::move(op));
    return added;
  }

  // Runs it once, on the row that the frame holds.
  void Run(Execution& execution);

  const std::vector<std::unique_ptr<Operator>>& operators() const { return operators_; }

 private:
  std::vector<std::unique_ptr<Operator>> operators_;
};

// The end of a pipeline: hands each row to a function, which answers whether it wants more.
class Sink : public Operator {
 public:
  using Take = std::function<bool(Execution&)>;
  Sink(std::string what, Take take) : what_(std::move(what)), take_(std::move(take)) {}
  std::string Describe() const override { return what_; }

 protected:
  bool Process(Execution& execution) override { return take_(execution); }

 private:
  std::string what_;
  Take take_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATOR_H_
