// Runs a query that writes, on a scratch graph: clause by clause, over a table of rows.
#ifndef NORN_QUERY_SCRATCH_WRITER_H_
#define NORN_QUERY_SCRATCH_WRITER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "query/plan/planner.h"
#include "query/runtime/execution.h"
#include "query/runtime/options.h"
#include "query/runtime/result.h"
#include "query/scratch/scratch_store.h"
#include "query/syntax/ast.h"

namespace norn::query {

class Writer {
 public:
  Writer(ScratchStore& store, const QueryOptions& options);

  Outcome<Result> Run(const Query& query);

 private:
  // Rows between two clauses; nodes and relationships are serial numbers of the store.
  struct Table {
    std::vector<std::string> names;
    std::vector<std::vector<Value>> rows;
  };
  // Evaluates expressions on rows of a table, in the view as it is now.
  class RowScope;

  bool RunPart(const SingleQuery& query, Result& result);
  bool Read(const SingleQuery& query, size_t begin, size_t end, Table& table, Result* result);
  bool Write(const Clause& clause, Table& table);
  bool Create(const CreateClause& clause, Table& table);
  bool Merge(const MergeClause& clause, Table& table);
  bool MergeRow(const MergeClause& clause, const Table& in, const std::vector<Value>& row,
                Table& out);
  bool Set(const SetClause& clause, const Table& table);
  bool SetOnRow(const std::vector<SetItem>& items, bool remove, const Table& table,
                const std::vector<Value>& row);
  bool ApplySet(const SetItem& item, bool remove, RowScope& scope);
  bool ApplyProperty(const Expr& target, const Value& value, RowScope& scope);
  bool ApplyMap(const SetItem& item, const Value& entity, const Value& value, RowScope& scope);
  bool ApplyLabels(const SetItem& item, bool remove, const Value& entity, RowScope& scope);
  bool Delete(const DeleteClause& clause, const Table& table);
  void MarkDeleted(const Value& value, std::vector<uint32_t>& nodes, Span span);
  // Makes what of the pattern is not bound yet; `row` gets the new variables.
  bool MakePath(const PathPattern& path, RowScope& scope, std::vector<std::string>& names,
                std::vector<Value>& row);
  uint32_t MakeNode(const NodePattern& node, RowScope& scope, std::vector<std::string>& names,
                    std::vector<Value>& row);
  graph::Properties MakeProperties(const Box<Expr>& properties, RowScope& scope);
  std::optional<graph::Value> ToStored(const Value& value, Span span);
  bool Refresh();
  // False past the time limit, past the memory limit, or once cancelled; fails then.
  bool MayGoOn();
  bool Fail(Diagnostic error);

  ScratchStore& store_;
  const QueryOptions& options_;
  absl::Time deadline_;
  std::optional<Diagnostic> error_;
};

}  // namespace norn::query

#endif  // NORN_QUERY_SCRATCH_WRITER_H_
