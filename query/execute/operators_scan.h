// Operators that bind a node out of nothing: all nodes, those with a label, one by id or name.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_SCAN_H_
#define NORN_QUERY_EXECUTE_OPERATORS_SCAN_H_

#include <string>
#include <vector>

#include "query/execute/operator.h"
#include "query/runtime/evaluator.h"

namespace norn::query {

// Does nothing: the begin of a pipeline whose first clause binds no pattern.
class Begin : public Operator {
 public:
  std::string Describe() const override { return "Begin"; }

 protected:
  bool Process(Execution& execution) override { return PushOn(execution); }
};

// The nodes of the groups that `groups` marks.
class NodeScan : public Operator {
 public:
  NodeScan(uint32_t slot, std::vector<char> groups, std::string what)
      : slot_(slot), groups_(std::move(groups)), what_(std::move(what)) {}
  std::string Describe() const override { return "NodeScan " + what_; }
  uint32_t slot() const { return slot_; }
  const std::vector<char>& groups() const { return groups_; }

 protected:
  bool Process(Execution& execution) override;

 private:
  uint32_t slot_;
  std::vector<char> groups_;
  std::string what_;
};

// The nodes whose id or name a value gives (with more, for names: they are folded), if they belong
// to the groups.
class NodeSeek : public Operator {
 public:
  enum class By : uint8_t { kId, kName };
  NodeSeek(uint32_t slot, By by, EvaluatorPtr key, std::vector<char> groups, std::string what)
      : slot_(slot),
        by_(by),
        key_(std::move(key)),
        groups_(std::move(groups)),
        what_(std::move(what)) {}
  std::string Describe() const override {
    return (by_ == By::kId ? "NodeById " : "NodeByName ") + what_;
  }

 protected:
  bool Process(Execution& execution) override;

 private:
  bool Bind(Execution& execution, graph::NodeIndex node);

  uint32_t slot_;
  By by_;
  EvaluatorPtr key_;
  std::vector<char> groups_;
  std::string what_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_SCAN_H_
