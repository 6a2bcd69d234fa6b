#include "query/diagnostics/edit_distance.h"

#include <algorithm>

#include "absl/container/inlined_vector.h"

namespace norn::query {

size_t EditDistance(absl::string_view a, absl::string_view b, size_t limit) {
  const size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  constexpr size_t kUsualLength = 64;
  absl::InlinedVector<size_t, kUsualLength> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

size_t AllowedEdits(absl::string_view word) {
  constexpr size_t kShort = 4;
  constexpr size_t kLong = 8;
  if (word.size() < kShort) return 0;
  return word.size() < kLong ? 1 : 2;
}

}  // namespace norn::query
