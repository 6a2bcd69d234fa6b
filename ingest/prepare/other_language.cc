#include "ingest/prepare/other_language.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr char kUndetermined[] = "und";
// More of a text tells no more.
constexpr size_t kMostBytes = size_t{16} << 10;

// The script of most of its letters.
UScriptCode ScriptOf(absl::string_view text) {
  std::map<UScriptCode, size_t> counts;
  UErrorCode error = U_ZERO_ERROR;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) ++counts[script];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? USCRIPT_UNKNOWN : most->first;
}

// Letters that the encoding does not have become a mark.
std::string Encoded(absl::string_view text, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  std::string bytes(text.size() + 1, '\0');
  const int32_t size =
      ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()), text.data(),
                   static_cast<int32_t>(text.size()), &error);
  if (U_FAILURE(error)) return "";
  bytes.resize(static_cast<size_t>(size));
  return bytes;
}

struct Guess {
  std::string language;
  int32_t confidence = 0;
};

// What the detector of encodings takes the bytes for: it tells encodings by languages.
Guess Detect(const std::string& bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                            &ucsdet_close);
  if (U_FAILURE(error)) return {};
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
    const char* language = ucsdet_getLanguage(matches[i], &error);
    if (U_SUCCESS(error) && language != nullptr && *language != '\0') {
      return {language, ucsdet_getConfidence(matches[i], &error)};
    }
  }
  return {};
}

}  // namespace

std::string NameOtherLanguage(absl::string_view text) {
  text = text.substr(0, kMostBytes);
  const UScriptCode script = ScriptOf(text);
  if (script == USCRIPT_UNKNOWN) return kUndetermined;
  if (script != USCRIPT_LATIN)
    return absl::StrCat(kUndetermined, "-", uscript_getShortName(script));
  Guess best;
  for (const char* encoding : {"ISO-8859-1", "ISO-8859-2"}) {
    const Guess guess = Detect(Encoded(text, encoding));
    if (guess.confidence > best.confidence) best = guess;
  }
  constexpr int32_t kSure = 40;
  return best.confidence < kSure ? kUndetermined : best.language;
}

}  // namespace norn::ingest
