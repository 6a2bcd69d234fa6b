#include "query/operator.h"

namespace norn::query {

void Pipeline::Run(Execution& execution) {
  for (const auto& op : operators_) op->Open(execution);
  operators_.front()->Push(execution);
  for (const auto& op : operators_) {
    if (execution.failed()) return;
    op->Finish(execution);
  }
}

}  // namespace norn::query
