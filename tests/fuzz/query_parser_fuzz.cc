// Any bytes as a query: the parser neither crashes nor hangs, and what it accepts comes back from
// the printer as the same tree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "absl/strings/string_view.h"
#include "query/printer/printer.h"
#include "query/syntax/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  absl::string_view text(reinterpret_cast<const char*>(data), size);
  auto query = norn::query::ParseQuery(text);
  if (!query.ok()) {
    static_cast<void>(Render(query.error(), text));
    return 0;
  }
  std::string printed = Print(*query);
  auto again = norn::query::ParseQuery(printed);
  // Parentheses that the printer adds count as nesting, so a query at the limit may not come back.
  if (!again.ok() && norn::query::ClassOf(again.error().code) == norn::query::ErrorClass::kLimit) {
    return 0;
  }
  if (!again.ok() || Print(*again) != printed) std::abort();
  return 0;
}
