// Unicode for the text layer, over ICU: decoding, case, quotes and dashes of all kinds.
//
//   Fold("„Nordlands” – I Går")   // "\"nordlands\" – i går"
#ifndef NORN_INGEST_ANALYSIS_UNICODE_H_
#define NORN_INGEST_ANALYSIS_UNICODE_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::ingest {

// The code point at byte `at`, which moves behind it. U+FFFD for a byte that is not UTF-8.
char32_t NextCodePoint(absl::string_view text, size_t& at);
// The same backwards: `at` moves to the code point's first byte.
char32_t PreviousCodePoint(absl::string_view text, size_t& at);

void AppendUtf8(char32_t code_point, std::string& out);

// Lower case, quotes as " and ', dashes as –, hyphens as -, blanks of all kinds as a blank,
// invisible characters (soft hyphens, byte order marks) left out.
std::string Fold(absl::string_view text);

bool IsLetter(char32_t code_point);
bool IsDigit(char32_t code_point);
bool IsUpper(char32_t code_point);  // title case included
bool IsLower(char32_t code_point);
bool IsBlank(char32_t code_point);  // white space that ends no line, no-break ones included
bool IsLineBreak(char32_t code_point);
bool IsDoubleQuote(char32_t code_point);
bool IsSingleQuote(char32_t code_point);  // apostrophes included
bool IsDash(char32_t code_point);         // longer than a hyphen
bool IsHyphen(char32_t code_point);

bool StartsUpper(absl::string_view text);
bool StartsLower(absl::string_view text);
bool HasLetter(absl::string_view text);
bool HasLower(absl::string_view text);
bool HasLetterOrDigit(absl::string_view text);
// At least `min_letters` letters, all of them upper case: "USA", "F-16" (with 1).
bool IsAllUpper(absl::string_view text, size_t min_letters = 2);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_UNICODE_H_
