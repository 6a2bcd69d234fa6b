#include "ingest/read/dates/iso_date.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "base/status_macros.h"

namespace norn::ingest {
namespace {

constexpr int kFirstYear = 1000;

}  // namespace

bool HasDateShape(absl::string_view text) {
  constexpr absl::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '-' ? text[i] != '-' : !absl::ascii_isdigit(text[i])) return false;
  }
  return true;
}

absl::Status CheckIsoDate(absl::string_view text) {
  int numbers[3] = {0, 1, 1};
  int count = 0;
  if (HasDateShape(text)) {
    for (const absl::string_view part : absl::StrSplit(text, '-')) {
      if (!absl::SimpleAtoi(part, &numbers[count++])) break;
    }
    // CivilDay brings impossible dates to possible ones: then it was none.
    const absl::CivilDay day(numbers[0], numbers[1], numbers[2]);
    if (numbers[0] >= kFirstYear && day.month() == numbers[1] && day.day() == numbers[2]) {
      return absl::OkStatus();
    }
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
