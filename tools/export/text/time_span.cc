#include "tools/export/text/time_span.h"

#include <utility>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "graph/model/date_key.h"

namespace norn::tools {
namespace {

graph::DateKey KeyOf(const graph::Properties& properties, absl::string_view name) {
  const auto at = properties.find(std::string(name));
  return at == properties.end() ? graph::kNoDateKey : graph::DateKeyOf(at->second);
}

std::string Iso(absl::CivilDay day) {
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

// 20250700 is the whole of July, 20250000 the whole of 2025.
std::string FirstDay(graph::DateKey key) {
  const int month = key / 100 % 100;
  const int day = key % 100;
  return Iso(absl::CivilDay(key / 10000, month == 0 ? 1 : month, day == 0 ? 1 : day));
}

std::string LastDay(graph::DateKey key) {
  const int year = key / 10000;
  const int month = key / 100 % 100;
  const int day = key % 100;
  if (month == 0) return Iso(absl::CivilDay(year, 12, 31));
  if (day == 0) return Iso(absl::CivilDay(absl::CivilMonth(year, month) + 1) - 1);
  return Iso(absl::CivilDay(year, month, day));
}

}  // namespace

TimeSpan SpanOf(const graph::Properties& properties) {
  const graph::DateKey date = KeyOf(properties, "date");
  graph::DateKey first = KeyOf(properties, "date_from");
  graph::DateKey last = KeyOf(properties, "date_to");
  if (first == graph::kNoDateKey) first = date != graph::kNoDateKey ? date : last;
  if (last == graph::kNoDateKey) last = date != graph::kNoDateKey ? date : first;
  if (first == graph::kNoDateKey) return {};
  TimeSpan span = {FirstDay(first), LastDay(last)};
  if (span.last < span.first) std::swap(span.first, span.last);
  return span;
}

}  // namespace norn::tools
