// How many letters must be put in, left out or changed to make one text of the other (Levenshtein,
// 1966), counted in bytes: for texts that are folded, or names in programs.
#ifndef NORN_QUERY_DIAGNOSTICS_EDIT_DISTANCE_H_
#define NORN_QUERY_DIAGNOSTICS_EDIT_DISTANCE_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace norn::query {

// `limit` + 1 where it is more than `limit`, which is found out early.
size_t EditDistance(absl::string_view a, absl::string_view b, size_t limit);

// So many that a misspelling is likelier than another word: none in up to three letters.
size_t AllowedEdits(absl::string_view word);

}  // namespace norn::query

#endif  // NORN_QUERY_DIAGNOSTICS_EDIT_DISTANCE_H_
