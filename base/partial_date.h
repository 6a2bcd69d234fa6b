// Dates in ISO form of the precision that is known: 2025, 2025-07, 2025-07-04.
//
//   ParsePartialDate("2025-07")   // {2025, 7, 0}
#ifndef NORN_BASE_PARTIAL_DATE_H_
#define NORN_BASE_PARTIAL_DATE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::base {

struct PartialDate {
  int year = 0;   // of four digits
  int month = 0;  // 0: not known
  int day = 0;    // 0: not known
  bool operator==(const PartialDate&) const = default;
};

// Whether the text looks like a date, whatever its digits say: 2025-99.
bool HasDateShape(absl::string_view text);

// None for another shape, and for months and days that no calendar has, as 2025-13 and 2025-07-32.
// A day may be one that its month lacks: 2025-02-30.
std::optional<PartialDate> ParsePartialDate(absl::string_view text);

// Whether it is a day of its month, where it has one.
bool IsInCalendar(const PartialDate& date);

std::string ToText(const PartialDate& date);

}  // namespace norn::base

#endif  // NORN_BASE_PARTIAL_DATE_H_
