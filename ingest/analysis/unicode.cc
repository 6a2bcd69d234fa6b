#include "ingest/analysis/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace norn::ingest {
namespace {

const uint8_t* Bytes(absl::string_view text) {
  return reinterpret_cast<const uint8_t*>(text.data());
}

bool IsInvisible(char32_t c) {
  return c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x2060 || c == 0xFEFF;
}

// What stands for `c` in folded text; 0: nothing does.
char32_t FoldCodePoint(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') ? c + ('a' - 'A') : c;
  if (IsInvisible(c)) return 0;
  if (IsDoubleQuote(c)) return '"';
  if (IsSingleQuote(c)) return '\'';
  if (IsDash(c)) return 0x2013;
  if (IsHyphen(c)) return '-';
  if (IsBlank(c)) return ' ';
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

template <typename Predicate>
bool AnyCodePoint(absl::string_view text, Predicate predicate) {
  for (size_t at = 0; at < text.size();) {
    if (predicate(NextCodePoint(text, at))) return true;
  }
  return false;
}

}  // namespace

char32_t NextCodePoint(absl::string_view text, size_t& at) {
  const uint8_t* data = Bytes(text);
  auto index = static_cast<int64_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(data, index, static_cast<int64_t>(text.size()), c);
  at = static_cast<size_t>(index);
  return static_cast<char32_t>(c);
}

char32_t PreviousCodePoint(absl::string_view text, size_t& at) {
  // U8_PREV takes 32-bit offsets: look only at the bytes that can matter.
  const size_t start = at < 4 ? 0 : at - 4;
  const uint8_t* data = Bytes(text) + start;
  auto index = static_cast<int32_t>(at - start);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(data, 0, index, c);
  at = start + static_cast<size_t>(index);
  return static_cast<char32_t>(c);
}

void AppendUtf8(char32_t code_point, std::string& out) {
  char buffer[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  out.append(buffer, static_cast<size_t>(length));
}

std::string Fold(absl::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char32_t folded = FoldCodePoint(NextCodePoint(text, at));
    if (folded != 0) AppendUtf8(folded, out);
  }
  return out;
}

bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool IsDigit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }
bool IsUpper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool IsLower(char32_t c) { return u_islower(static_cast<UChar32>(c)); }

bool IsBlank(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t';
  return u_isUWhiteSpace(static_cast<UChar32>(c)) && !IsLineBreak(c);
}

bool IsLineBreak(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x2028 || c == 0x2029; }

bool IsDoubleQuote(char32_t c) {
  return c == '"' || c == 0x00AB || c == 0x00BB || (c >= 0x201C && c <= 0x201F);
}

bool IsSingleQuote(char32_t c) {
  return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x00B4 || c == 0x2039 ||
         c == 0x203A;
}

bool IsDash(char32_t c) {
  return (c >= 0x2012 && c <= 0x2015) || c == 0x2212 || c == 0x2E3A || c == 0x2E3B;
}

bool IsHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool StartsUpper(absl::string_view text) {
  size_t at = 0;
  return !text.empty() && IsUpper(NextCodePoint(text, at));
}

bool StartsLower(absl::string_view text) {
  size_t at = 0;
  return !text.empty() && IsLower(NextCodePoint(text, at));
}

bool HasLetter(absl::string_view text) { return AnyCodePoint(text, IsLetter); }
bool HasLower(absl::string_view text) { return AnyCodePoint(text, IsLower); }
bool HasLetterOrDigit(absl::string_view text) {
  return AnyCodePoint(text, [](char32_t c) { return IsLetter(c) || IsDigit(c); });
}

bool IsAllUpper(absl::string_view text, size_t min_letters) {
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    if (!IsLetter(c)) continue;
    if (!IsUpper(c)) return false;
    ++letters;
  }
  return letters >= min_letters;
}

}  // namespace norn::ingest
