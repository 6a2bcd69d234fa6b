// Grouping: one row for each combination of the keys' values, with the aggregates of its rows.
#ifndef NORN_QUERY_EXECUTE_OPERATORS_AGGREGATE_H_
#define NORN_QUERY_EXECUTE_OPERATORS_AGGREGATE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "query/execute/operator.h"
#include "query/execute/row_table.h"
#include "query/execute/runs.h"
#include "query/functions/aggregates.h"
#include "query/runtime/evaluator.h"
#include "query/values/value_order.h"

namespace norn::query {

// One call such as count(DISTINCT n.name), and the slot for its result.
struct AggregateCall {
  const AggregateInfo* info = nullptr;
  bool distinct = false;
  std::vector<EvaluatorPtr> args;  // none: count(*)
  uint32_t slot = 0;
  Span span;
};

class GroupBy : public Operator {
 public:
  using Key = std::pair<EvaluatorPtr, uint32_t>;  // what to group by, and the slot for it
  // `runs`: what the keys tell apart, if rows come so; the groups of earlier runs are pushed on
  // before all rows have come then.
  GroupBy(std::vector<Key> keys, std::vector<AggregateCall> calls, std::optional<Runs> runs = {})
      : keys_(std::move(keys)),
        calls_(std::move(calls)),
        runs_(std::move(runs)),
        rows_(keys_.size()),
        only_counts_(!keys_.empty() &&
                     std::all_of(calls_.begin(), calls_.end(),
                                 [](const auto& call) { return call.args.empty(); })) {}
  void Open(Execution& execution) override;
  void Finish(Execution& execution) override;
  bool KeepsOrder() const override { return false; }
  std::string Describe() const override { return keys_.empty() ? "Aggregate" : "GroupBy"; }

 protected:
  bool Process(Execution& execution) override;

 private:
  using ValueSet = absl::flat_hash_set<Value, EquivalentHash, EquivalentEq>;
  // What DISTINCT has met.
  struct Seen {
    ValueSet values;
    std::vector<uint64_t> nodes;  // where there is one group: a bit for each node
  };
  struct State {
    std::unique_ptr<Aggregate> aggregate;
    std::unique_ptr<Seen> seen;  // of DISTINCT
    int64_t rows = 0;            // of count(*)
  };
  struct Waiting {
    size_t hash = 0;     // that the table announced
    uint32_t group = 0;  // where it is known
    bool is_known = false;
  };
  // Where a text of the view is the only key: groups of texts met lately, by where their bytes lie,
  // which is one place for each text. So most rows need neither a hash nor a look at the bytes.
  struct KnownText {
    const char* bytes = nullptr;
    size_t size = 0;
    uint32_t group = 0;
  };
  // Of a new group; gives the bytes that they take, about.
  int64_t AppendStates();
  Value ResultOf(Execution& execution, size_t group, size_t call);
  // Without keys there is one group, even of no rows.
  void AddOnlyGroup();
  // Whether DISTINCT has not met the value yet.
  bool IsNew(Execution& execution, Seen& seen, const Value& value);
  void Add(Execution& execution, const AggregateCall& call, State& state,
           absl::Span<const Value> args);
  bool AddToOnlyGroup(Execution& execution);
  // Null where the row's key is no text of the view.
  KnownText* PlaceOf(const Value& key);
  // Takes the rows that wait into their groups.
  bool Flush(Execution& execution);
  // Pushes the groups on and forgets them. False where no more are wanted.
  bool PushGroups(Execution& execution);
  bool PushEarlierRuns(Execution& execution);

  std::vector<Key> keys_;
  std::vector<AggregateCall> calls_;
  std::optional<Runs> runs_;
  // Rows wait for each other, so that their groups' memory is fetched meanwhile.
  std::vector<Value> waiting_keys_;
  std::vector<Value> waiting_args_;
  std::vector<Waiting> waiting_;
  static constexpr size_t kKnownTexts = 256;
  std::vector<KnownText> known_texts_;
  RowTable rows_;              // of keys, in the order in which they were met
  std::vector<State> states_;  // one for each call and group, a group after the other
  // Instead of them, where rows are only counted.
  bool only_counts_ = false;
  std::vector<int64_t> counts_;
  int64_t reserved_ = 0;
};

}  // namespace norn::query

#endif  // NORN_QUERY_EXECUTE_OPERATORS_AGGREGATE_H_
