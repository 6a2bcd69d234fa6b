#include "base/csv_field.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace norn::base {

std::string CsvField(absl::string_view text) {
  // Some programs drop blanks at a field's ends.
  const bool quote = text.empty() || text.find_first_of(",\"\r\n") != absl::string_view::npos ||
                     text.front() == ' ' || text.back() == ' ';
  if (!quote) return std::string(text);
  return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\"", "\"\""}}), "\"");
}

}  // namespace norn::base
