#include "tools/export/names/usual_names.h"

#include <cstddef>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

extern "C" const char norn_usual_names_begin[];
extern "C" const char norn_usual_names_end[];

namespace norn::tools {

absl::string_view UsualNameTable() {
  return absl::string_view(norn_usual_names_begin,
                           static_cast<size_t>(norn_usual_names_end - norn_usual_names_begin));
}

absl::flat_hash_map<absl::string_view, absl::string_view> UsualNames(absl::string_view language) {
  absl::flat_hash_map<absl::string_view, absl::string_view> names;
  for (const absl::string_view line : absl::StrSplit(UsualNameTable(), '\n')) {
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    if (fields.size() == 3 && fields[1] == language) names.emplace(fields[0], fields[2]);
  }
  return names;
}

}  // namespace norn::tools
