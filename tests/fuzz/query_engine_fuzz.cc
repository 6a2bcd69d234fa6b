// Any bytes as a query on a small graph, with narrow limits: it ends, with rows or an error.
#include <cstddef>
#include <cstdint>
#include <sstream>

#include "absl/strings/string_view.h"
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
  auto result = norn::query::RunQuery(*view, text, options);
  if (!result.ok()) {
    static_cast<void>(Render(result.error(), text));
    return 0;
  }
  std::ostringstream out;
  norn::query::WriteTable(*result, out);
  norn::query::WriteJsonl(*result, out);
  return 0;
}
