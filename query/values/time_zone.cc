#include "query/values/time_zone.h"

#include <cstdlib>
#include <map>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "unicode/basictz.h"
#include "unicode/timezone.h"

namespace norn::query {

namespace {

// ICU's zone of that name, or null. ICU's objects are not to be shared between threads.
const icu::BasicTimeZone* FindZone(const std::string& name) {
  thread_local std::map<std::string, std::unique_ptr<icu::TimeZone>> cache;
  auto it = cache.find(name);
  if (it == cache.end()) {
    auto id = icu::UnicodeString::fromUTF8(name);
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    icu::UnicodeString found;
    zone->getID(found);
    // What ICU does not know becomes Etc/Unknown; "GMT+2" and the like, its own custom zones.
    if (found != id) zone = nullptr;
    constexpr size_t kMostZones = 1000;
    if (cache.size() > kMostZones) cache.clear();
    it = cache.emplace(name, std::move(zone)).first;
  }
  return dynamic_cast<const icu::BasicTimeZone*>(it->second.get());
}

bool TwoDigits(absl::string_view text, int most, int* out) {
  if (text.size() < 2 || !absl::ascii_isdigit(static_cast<unsigned char>(text[0])) ||
      !absl::ascii_isdigit(static_cast<unsigned char>(text[1]))) {
    return false;
  }
  *out = (text[0] - '0') * 10 + (text[1] - '0');
  return *out <= most;
}

std::optional<TimeZone> ParseOffset(absl::string_view text) {
  int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  constexpr int kMostHours = 18;
  int parts[3] = {0, 0, 0};
  if (!TwoDigits(text, kMostHours, &parts[0])) return std::nullopt;
  text.remove_prefix(2);
  for (int i = 1; i < 3 && !text.empty(); ++i) {
    if (text[0] == ':') text.remove_prefix(1);
    if (!TwoDigits(text, 59, &parts[i])) return std::nullopt;
    text.remove_prefix(2);
  }
  int32_t seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  if (!text.empty() || seconds > kMostHours * 3600) return std::nullopt;
  return TimeZone{"", sign * seconds};
}

}  // namespace

std::optional<TimeZone> ParseTimeZone(absl::string_view text) {
  if (text == "Z" || text == "z") return TimeZone{};
  if (text.empty() || text.size() > 100) return std::nullopt;
  if (text[0] == '+' || text[0] == '-') return ParseOffset(text);
  std::string name(text);
  if (FindZone(name) == nullptr) return std::nullopt;
  return TimeZone{name, 0};
}

std::string FormatOffset(int32_t offset_seconds) {
  if (offset_seconds == 0) return "Z";
  int32_t size = std::abs(offset_seconds);
  std::string out =
      absl::StrFormat("%c%02d:%02d", offset_seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) absl::StrAppend(&out, absl::StrFormat(":%02d", size % 60));
  return out;
}

int32_t OffsetAt(const TimeZone& zone, int64_t utc_seconds) {
  const icu::BasicTimeZone* icu_zone = zone.name.empty() ? nullptr : FindZone(zone.name);
  if (icu_zone == nullptr) return zone.offset_seconds;
  int32_t raw = 0;
  int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_zone->getOffset(static_cast<double>(utc_seconds) * 1000, false, raw, daylight, status);
  return U_SUCCESS(status) ? (raw + daylight) / 1000 : 0;
}

int32_t OffsetAtLocal(const TimeZone& zone, int64_t local_seconds) {
  const icu::BasicTimeZone* icu_zone = zone.name.empty() ? nullptr : FindZone(zone.name);
  if (icu_zone == nullptr) return zone.offset_seconds;
  if (zone.has_offset &&
      OffsetAt(zone, local_seconds - zone.offset_seconds) == zone.offset_seconds) {
    return zone.offset_seconds;
  }
  int32_t raw = 0;
  int32_t daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_zone->getOffsetFromLocal(static_cast<double>(local_seconds) * 1000, UCAL_TZ_LOCAL_FORMER,
                               UCAL_TZ_LOCAL_FORMER, raw, daylight, status);
  return U_SUCCESS(status) ? (raw + daylight) / 1000 : 0;
}

}  // namespace norn::query
