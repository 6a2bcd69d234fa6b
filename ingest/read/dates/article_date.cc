#include "ingest/read/dates/article_date.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "ingest/read/dates/iso_date.h"

namespace norn::ingest {
namespace {

std::string Folded(const icu::UnicodeString& name) {
  std::string text;
  icu::UnicodeString(name).foldCase().toUTF8String(text);
  return std::string(absl::StripSuffix(text, "."));
}

// The months' names, long and short, in the five languages, folded.
const std::map<std::string, int, std::less<>>& Months() {
  static const auto* const kMonths = [] {
    auto* months = new std::map<std::string, int, std::less<>>;
    for (const char* language : {"nb", "nn", "sv", "da", "en"}) {
      UErrorCode error = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(language), error);
      if (U_FAILURE(error)) continue;
      for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
        for (const auto context :
             {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
          int32_t count = 0;
          const icu::UnicodeString* const names = symbols.getMonths(count, context, width);
          for (int32_t i = 0; i < count; ++i) months->emplace(Folded(names[i]), i + 1);
        }
      }
    }
    return months;
  }();
  return *kMonths;
}

int MonthOf(absl::string_view word) {
  const std::string folded = Folded(icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))));
  const auto month = Months().find(folded);
  return month == Months().end() ? 0 : month->second;
}

std::string IsoDay(int year, int month, int day) {
  const std::string date = absl::StrFormat("%04d-%02d-%02d", year, month, day);
  return CheckIsoDate(date).ok() ? date : "";
}

// Numbers and words, each with the character that stands right behind it.
struct Piece {
  absl::string_view text;
  char behind = ' ';
  bool IsNumber(size_t least, size_t most) const {
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
  }
  int number() const {
    int value = 0;
    return absl::SimpleAtoi(text, &value) ? value : 0;
  }
};

bool IsWordByte(char c) { return absl::ascii_isalnum(c) || (static_cast<uint8_t>(c) & 0x80) != 0; }

// The first `most` of them.
std::vector<Piece> Pieces(absl::string_view text, size_t most) {
  std::vector<Piece> pieces;
  for (size_t at = 0; at < text.size() && pieces.size() < most;) {
    if (!IsWordByte(text[at])) {
      ++at;
      continue;
    }
    const bool is_number = absl::ascii_isdigit(text[at]);
    size_t end = at;
    while (end < text.size() && IsWordByte(text[end]) &&
           absl::ascii_isdigit(text[end]) == is_number) {
      ++end;
    }
    pieces.push_back({text.substr(at, end - at), end < text.size() ? text[end] : ' '});
    at = end;
  }
  return pieces;
}

// 2025-03-05, 2025-03, 2025, 20250305, with a time behind it or none.
std::string IsoDate(absl::string_view text) {
  if (const auto date = DateOfTimestamp(text); date.ok()) return *date;
  const std::vector<Piece> pieces = Pieces(text, 3);
  if (pieces.empty()) return "";
  if (pieces[0].IsNumber(8, 8)) {
    const absl::string_view digits = pieces[0].text;
    int parts[3] = {0, 0, 0};
    if (absl::SimpleAtoi(digits.substr(0, 4), &parts[0]) &&
        absl::SimpleAtoi(digits.substr(4, 2), &parts[1]) &&
        absl::SimpleAtoi(digits.substr(6, 2), &parts[2])) {
      return IsoDay(parts[0], parts[1], parts[2]);
    }
  }
  const bool is_day =
      pieces.size() == 3 && pieces[0].IsNumber(4, 4) && pieces[1].IsNumber(1, 2) &&
      pieces[2].IsNumber(1, 2) && pieces[0].behind == pieces[1].behind &&
      (pieces[0].behind == '/' || pieces[0].behind == '-' || pieces[0].behind == '.');
  return is_day ? IsoDay(pieces[0].number(), pieces[1].number(), pieces[2].number()) : "";
}

// 05.03.2025 and 5/3 2025: the day first, as in the five languages but American English.
std::string NumericDate(const std::vector<Piece>& pieces, size_t at) {
  if (at + 2 >= pieces.size()) return "";
  const Piece& first = pieces[at];
  const Piece& second = pieces[at + 1];
  if (!first.IsNumber(1, 2) || !second.IsNumber(1, 2) || !pieces[at + 2].IsNumber(4, 4)) return "";
  if (first.behind == '.' || first.behind == '-') {
    return IsoDay(pieces[at + 2].number(), second.number(), first.number());
  }
  if (first.behind != '/') return "";
  constexpr int kMonths = 12;
  if (first.number() > kMonths || first.number() == second.number()) {
    return IsoDay(pieces[at + 2].number(), second.number(), first.number());
  }
  if (second.number() > kMonths) {
    return IsoDay(pieces[at + 2].number(), first.number(), second.number());
  }
  return "";
}

// 5. mars 2025, 5 March 2025, March 5, 2025, March 2025.
std::string NamedDate(const std::vector<Piece>& pieces, size_t at) {
  if (at + 1 >= pieces.size()) return "";
  size_t next = at + 1;
  // "5th of March"
  while (pieces[at].IsNumber(1, 2) && next < pieces.size() &&
         (pieces[next].text == "th" || pieces[next].text == "st" || pieces[next].text == "nd" ||
          pieces[next].text == "rd" || pieces[next].text == "of")) {
    ++next;
  }
  if (next >= pieces.size()) return "";
  if (pieces[at].IsNumber(1, 2)) {
    const int month = MonthOf(pieces[next].text);
    const bool has_year = next + 1 < pieces.size() && pieces[next + 1].IsNumber(4, 4);
    return month > 0 && has_year ? IsoDay(pieces[next + 1].number(), month, pieces[at].number())
                                 : "";
  }
  const int month = MonthOf(pieces[at].text);
  if (month == 0) return "";
  if (pieces[next].IsNumber(4, 4))
    return absl::StrFormat("%04d-%02d", pieces[next].number(), month);
  const bool has_year = next + 1 < pieces.size() && pieces[next + 1].IsNumber(4, 4);
  return has_year && pieces[next].IsNumber(1, 2)
             ? IsoDay(pieces[next + 1].number(), month, pieces[next].number())
             : "";
}

// ISO 8601's basic form as its extended one: 20250305T093000+0100.
std::string Extended(absl::string_view text) {
  constexpr size_t kTime = 9;
  constexpr size_t kZone = 15;
  if (text.size() < kZone || text[kTime - 1] != 'T') return std::string(text);
  for (size_t i = 0; i < kZone; ++i) {
    if (i + 1 != kTime && !absl::ascii_isdigit(text[i])) return std::string(text);
  }
  return absl::StrCat(text.substr(0, 4), "-", text.substr(4, 2), "-", text.substr(6, 2), "T",
                      text.substr(kTime, 2), ":", text.substr(kTime + 2, 2), ":",
                      text.substr(kTime + 4, 2), text.substr(kZone));
}

}  // namespace

std::string FindArticleDate(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  if (std::string date = IsoDate(text); !date.empty()) return date;
  constexpr size_t kMostPieces = 8;
  const std::vector<Piece> pieces = Pieces(text, kMostPieces);
  // At the front, or behind a word or two: "Wed, 05 Mar", "onsdag den 5. mars", "Publisert 5.
  // mars".
  constexpr size_t kMostWords = 3;
  for (size_t at = 0; at < pieces.size() && at <= kMostWords; ++at) {
    std::string date = NumericDate(pieces, at);
    if (date.empty()) date = NamedDate(pieces, at);
    if (date.empty() && at > 0 && pieces[at].IsNumber(4, 4)) {
      date = IsoDate(text.substr(static_cast<size_t>(pieces[at].text.data() - text.data())));
      if (date.size() < 10) date.clear();
    }
    if (!date.empty()) return date;
    if (pieces[at].IsNumber(1, SIZE_MAX)) break;
  }
  return "";
}

std::string ToUtcTimestamp(absl::string_view text) {
  const std::string stripped = Extended(absl::StripAsciiWhitespace(text));
  absl::Time time;
  for (const char* format : {absl::RFC3339_full, absl::RFC1123_full, "%d %b %Y %H:%M:%S %z",
                             "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%Ez", "%Y-%m-%d"}) {
    std::string error;
    if (absl::ParseTime(format, stripped, &time, &error)) {
      return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
    }
  }
  // RFC 822's old names of zones.
  for (const absl::string_view zone : {"GMT", "UTC", "UT", "Z"}) {
    absl::string_view front = stripped;
    if (!absl::ConsumeSuffix(&front, zone)) continue;
    const std::string numeric = absl::StrFormat("%s +0000", absl::StripAsciiWhitespace(front));
    std::string error;
    for (const char* format : {absl::RFC1123_full, "%d %b %Y %H:%M:%S %z"}) {
      if (absl::ParseTime(format, numeric, &time, &error)) {
        return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
      }
    }
  }
  return "";
}

std::string DateOfFileName(absl::string_view name) {
  constexpr size_t kExtended = 10;
  constexpr size_t kBasic = 8;
  for (const size_t size : {kExtended, kBasic}) {
    if (name.size() < size) continue;
    if (name.size() > size && absl::ascii_isdigit(name[size])) continue;
    const std::string date = IsoDate(name.substr(0, size));
    if (date.size() == kExtended) return date;
  }
  return "";
}

}  // namespace norn::ingest
