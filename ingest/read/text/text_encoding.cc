#include "ingest/read/text/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "ingest/read/text/text_checks.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kWestern = "windows-1252";
// Guesses are made on the beginning.
constexpr size_t kGuessedBytes = size_t{1} << 18;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

absl::StatusOr<std::string> Convert(absl::string_view bytes, const std::string& encoding) {
  if (bytes.size() > static_cast<size_t>(std::numeric_limits<int32_t>::max())) {
    return TooLarge(std::numeric_limits<int32_t>::max());
  }
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error)) {
    return absl::InvalidArgumentError(absl::StrCat("there is no encoding '", encoding,
                                                   "'; windows-1252, ISO-8859-15 and UTF-16 are"));
  }
  // Bytes that the encoding has not are a sign that it is another one.
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                error);
  if (U_FAILURE(error)) {
    return absl::InvalidArgumentError(
        absl::StrCat("not ", encoding, ": it has bytes that this encoding has not"));
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// What a byte order mark says; empty: there is none, or it is UTF-8's.
std::string MarkedEncoding(absl::string_view bytes) {
  constexpr absl::string_view kUtf32Le("\xFF\xFE\0\0", 4);
  constexpr absl::string_view kUtf32Be("\0\0\xFE\xFF", 4);
  if (absl::StartsWith(bytes, kUtf32Le) || absl::StartsWith(bytes, kUtf32Be)) return "UTF-32";
  if (absl::StartsWith(bytes, "\xFF\xFE") || absl::StartsWith(bytes, "\xFE\xFF")) return "UTF-16";
  return "";
}

// UTF-16 without a mark: every other byte of Latin text is a NUL.
std::string UnmarkedUtf16(absl::string_view bytes) {
  bytes = bytes.substr(0, kGuessedBytes);
  size_t nuls[2] = {0, 0};
  for (size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const size_t many = bytes.size() / 4;
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return "";
  if (nuls[1] > many && nuls[0] == 0) return "UTF-16LE";
  if (nuls[0] > many && nuls[1] == 0) return "UTF-16BE";
  return "";
}

// Whether all bytes beyond ASCII are, in windows-1252, what the five languages and names in them
// are written with: letters with marks, quotes, dashes, a few signs. A handful of letters are too
// little for a detector by frequencies, but not for this.
bool IsWestern(absl::string_view bytes) {
  constexpr absl::string_view kSigns =
      "\x80\x84\x85\x8A\x8E\x91\x92\x93\x94\x95\x96\x97\x9A\x9E\xA0\xA3\xA7\xA9\xAB\xAD\xAE\xB0\xB4"
      "\xB7\xBB\xBD";
  size_t letters = 0;
  size_t nordic = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x80) continue;
    const bool is_letter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    if (!is_letter && !absl::StrContains(kSigns, c)) return false;
    letters += is_letter ? 1 : 0;
    nordic += absl::StrContains("\xC4\xC5\xC6\xD6\xD8\xE4\xE5\xE6\xE9\xF6\xF8", c) ? 1 : 0;
  }
  return nordic * 2 >= letters;
}

std::string GuessedEncoding(absl::string_view bytes) {
  if (IsWestern(bytes)) return std::string(kWestern);
  bytes = bytes.substr(0, kGuessedBytes);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  if (U_FAILURE(error)) return "";
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return "";
  constexpr int32_t kSure = 40;  // of 100
  if (ucsdet_getConfidence(match, &error) < kSure || U_FAILURE(error)) return "";
  const char* const name = ucsdet_getName(match, &error);
  if (U_FAILURE(error) || name == nullptr) return "";
  // Pages that say ISO-8859-1 mean windows-1252; the standard of HTML has it so.
  return absl::string_view(name) == "ISO-8859-1" ? std::string(kWestern) : name;
}

absl::StatusOr<DecodedText> DecodeAs(absl::string_view bytes, const std::string& encoding,
                                     bool is_guess) {
  DecodedText decoded;
  decoded.is_guess = is_guess;
  NORN_ASSIGN_OR_RETURN(decoded.text, Convert(bytes, encoding));
  decoded.encoding = encoding;
  return decoded;
}

}  // namespace

absl::StatusOr<DecodedText> ToUtf8(std::string bytes, absl::string_view asked,
                                   absl::string_view declared) {
  if (!asked.empty()) return DecodeAs(bytes, std::string(asked), /*is_guess=*/false);
  const std::string marked = MarkedEncoding(bytes);
  if (!marked.empty()) return DecodeAs(bytes, marked, /*is_guess=*/false);
  const std::string unmarked = UnmarkedUtf16(bytes);
  if (!unmarked.empty()) return DecodeAs(bytes, unmarked, /*is_guess=*/true);
  const absl::Status problem = CheckText(bytes, bytes.size());
  if (problem.ok() || !absl::StartsWith(problem.message(), "not UTF-8")) {
    NORN_RETURN_IF_ERROR(problem);
    return DecodedText{std::move(bytes), ""};
  }
  const bool is_latin1 = absl::EqualsIgnoreCase(declared, "iso-8859-1");
  const std::string told = is_latin1 ? std::string(kWestern) : std::string(declared);
  const std::string guessed = GuessedEncoding(bytes);
  for (const std::string* candidate : {&told, &guessed}) {
    if (candidate->empty() || absl::EqualsIgnoreCase(*candidate, "utf-8")) continue;
    absl::StatusOr<DecodedText> decoded = DecodeAs(bytes, *candidate, candidate == &guessed);
    if (decoded.ok()) return decoded;
  }
  return problem;
}

std::string GuessNote(const DecodedText& decoded) {
  return absl::StrCat("read as ", decoded.encoding, ", by its bytes; --encoding says another one");
}

bool IsMojibake(absl::string_view text) {
  size_t found = 0;
  for (const absl::string_view letter :
       {"Ã¥", "Ã¸", "Ã¦", "Ã¤", "Ã¶", "Ã©", "Ã…", "Ã˜", "â€œ", "â€™", "â€“"}) {
    for (size_t at = text.find(letter); at != absl::string_view::npos;
         at = text.find(letter, at + letter.size())) {
      if (++found > 1) return true;
    }
  }
  return false;
}

}  // namespace norn::ingest
