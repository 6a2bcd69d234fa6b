#include "tools/export/text/titles.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace norn::tools {

Titles UniqueTitles(const Columns& columns, const std::set<std::string>& reserved) {
  std::set<std::string> taken;
  for (const auto& [key, type] : columns) taken.insert(key);
  Titles titles;
  for (const auto& [key, type] : columns) {
    std::string title = key;
    if (reserved.contains(absl::AsciiStrToLower(key))) {
      do {
        title = absl::StrCat("property_", title);
      } while (!taken.insert(title).second);
    }
    titles.emplace(key, title);
  }
  return titles;
}

}  // namespace norn::tools
