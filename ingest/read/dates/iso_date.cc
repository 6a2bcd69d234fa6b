#include "ingest/read/dates/iso_date.h"

#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "base/partial_date.h"
#include "base/status_macros.h"

namespace norn::ingest {
namespace {

constexpr int kFirstYear = 1000;

}  // namespace

absl::Status CheckIsoDate(absl::string_view text) {
  const std::optional<base::PartialDate> date = base::ParsePartialDate(text);
  if (date.has_value() && date->year >= kFirstYear && base::IsInCalendar(*date)) {
    return absl::OkStatus();
  }
  constexpr size_t kShown = 40;
  return absl::InvalidArgumentError(absl::StrCat(
      "\"", text.substr(0, kShown), "\" is no date; write it as 2025-07-04, 2025-07 or 2025"));
}

absl::StatusOr<std::string> DateOfTimestamp(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  const absl::string_view date = text.substr(0, text.find_first_of("T "));
  NORN_RETURN_IF_ERROR(CheckIsoDate(date));
  return std::string(date);
}

}  // namespace norn::ingest
