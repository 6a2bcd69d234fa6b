#include "query/plan/explain.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace norn::query {

namespace {

// Without what the operators behind it took, and those inside.
absl::Duration OwnTime(const Operator& op) {
  absl::Duration own = op.push_time() + op.finish_time();
  if (op.next() != nullptr) own -= op.next()->push_time();
  if (op.Inner() != nullptr) {
    for (const auto& inner : op.Inner()->operators()) own -= OwnTime(*inner);
  }
  return std::max(own, absl::ZeroDuration());
}

void Append(const Pipeline& pipeline, bool with_counts, int indent, std::string& out) {
  for (const auto& op : pipeline.operators()) {
    // Names of our own making begin with a control character, which nobody should see.
    std::string what = absl::StrReplaceAll(op->Describe(), {{"`\x01", "`_"}, {"\x01", "_"}});
    absl::StrAppend(&out, std::string(static_cast<size_t>(indent) * 2, ' '), what);
    if (op->estimate() > 0) {
      absl::StrAppend(&out, "  ~", static_cast<int64_t>(std::min(op->estimate(), 1e18)));
    }
    if (with_counts) {
      absl::StrAppendFormat(&out, "  [%d rows in, %.3f ms]", op->rows_in(),
                            absl::ToDoubleMilliseconds(OwnTime(*op)));
    }
    out += "\n";
    if (op->Inner() != nullptr) Append(*op->Inner(), with_counts, indent + 1, out);
  }
}

}  // namespace

std::string ExplainPlan(const Plan& plan, bool with_counts) {
  std::string out;
  for (size_t i = 0; i < plan.branches.size(); ++i) {
    if (i > 0) out += plan.distinct ? "Union\n" : "Union all\n";
    Append(plan.branches[i].pipeline, with_counts, 0, out);
  }
  return out;
}

}  // namespace norn::query
