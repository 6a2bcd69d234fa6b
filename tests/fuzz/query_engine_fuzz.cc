// Any bytes as a query on a small graph, with narrow limits: it ends, with rows or an error, soon,
// and neither keeps nor says more than the limits allow.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto* view = new norn::graph::View(norn::query::TestView());
  norn::query::QueryOptions options;
  options.max_steps = 20'000;
  options.max_memory_bytes = 16 << 20;
  options.max_rows = 1'000;
  options.timeout = absl::Seconds(5);
  absl::string_view text(reinterpret_cast<const char*>(data), size);
  const absl::Time begin = absl::Now();
  auto result = norn::query::RunQuery(*view, text, options);
  // Twice the limit, for a sanitizer's slowness between two looks at the clock.
  if (absl::Now() - begin > 2 * options.timeout) std::abort();
  constexpr size_t kLongestError = 2000;
  if (!result.ok()) {
    if (Render(result.error(), text).size() > kLongestError) std::abort();
    return 0;
  }
  if (result->warnings.size() > 10) std::abort();
  std::ostringstream out;
  norn::query::WriteTable(*result, out);
  norn::query::WriteJsonl(*result, out);
  // What is written is what the limit allowed, with its punctuation.
  constexpr int64_t kMostPerByte = 20;
  if (static_cast<int64_t>(out.str().size()) > kMostPerByte * options.max_memory_bytes)
    std::abort();
  return 0;
}
