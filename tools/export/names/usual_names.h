// What known actors and places are called by readers of a language, where it is not the name that
// the lexicons give first. States have theirs in the lexicons themselves.
//
//   UsualNames("en")  // {"organization/fn": "United Nations", …}
#ifndef NORN_TOOLS_EXPORT_NAMES_USUAL_NAMES_H_
#define NORN_TOOLS_EXPORT_NAMES_USUAL_NAMES_H_

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace norn::tools {

// By id; of the embedded table.
absl::flat_hash_map<absl::string_view, absl::string_view> UsualNames(absl::string_view language);

// The whole table, for its test: lines of an id, a language and a name; those with # are comments.
absl::string_view UsualNameTable();

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_NAMES_USUAL_NAMES_H_
