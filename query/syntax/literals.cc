#include "query/syntax/literals.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "unicode/utf8.h"

namespace norn::query {
namespace {

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

void AppendUtf8(uint32_t code_point, std::string& out) {
  char buffer[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code_point));
  out.append(buffer, static_cast<size_t>(length));
}

// Appends it to the number's text.
bool ReadExponent(TextCursor& cursor, std::string& text) {
  if (cursor.Peek() != 'e' && cursor.Peek() != 'E') return false;
  const size_t sign = cursor.Peek(1) == '+' || cursor.Peek(1) == '-' ? 1 : 0;
  if (!IsDigit(cursor.Peek(1 + sign))) return false;
  absl::StrAppend(&text, "e", cursor.rest().substr(1, sign));
  cursor.Skip(1 + sign);
  absl::StrAppend(&text, cursor.ReadDigits(absl::ascii_isdigit));
  return true;
}

uint32_t HexValue(absl::string_view digits) {
  return static_cast<uint32_t>(std::stoul(std::string(digits), nullptr, 16));
}

// Joins a high surrogate with the low one that is escaped behind its four digits.
bool JoinLowSurrogate(const TextCursor& cursor, uint32_t& code_point) {
  const absl::string_view rest = cursor.rest().substr(4);
  if (code_point > 0xDBFF || rest.size() < 6 || !absl::StartsWith(rest, "\\u")) return false;
  for (const char c : rest.substr(2, 4)) {
    if (!absl::ascii_isxdigit(static_cast<unsigned char>(c))) return false;
  }
  const uint32_t low = HexValue(rest.substr(2, 4));
  if (low < 0xDC00 || low > 0xDFFF) return false;
  code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
  return true;
}

// The cursor stands behind `\u` or `\U`.
std::optional<EscapeError> ReadCodePoint(TextCursor& cursor, size_t digits, std::string& out) {
  const auto is_surrogate = [](uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; };
  if (cursor.CountHexDigits() >= digits) {
    uint32_t code_point = HexValue(cursor.rest().substr(0, digits));
    size_t length = digits;
    if (digits == 4 && is_surrogate(code_point) && JoinLowSurrogate(cursor, code_point)) {
      constexpr size_t kEscapedLow = 6;
      length += kEscapedLow;
    }
    if (code_point <= 0x10FFFF && !is_surrogate(code_point)) {
      cursor.Skip(length);
      AppendUtf8(code_point, out);
      return std::nullopt;
    }
  }
  return EscapeError{ErrorCode::kInvalidUnicodeLiteral,
                     "\\u needs four hexadecimal digits, \\U six or eight, of a Unicode character"};
}

// What the letter behind a backslash stands for; '\0': it is no such letter.
char SimpleEscape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
    case '`':
      return c;
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    default:
      return '\0';
  }
}

}  // namespace

std::optional<NumberLiteral> ReadNumber(TextCursor& cursor) {
  NumberLiteral number;
  const char marker = absl::ascii_tolower(static_cast<unsigned char>(cursor.Peek(1)));
  if (cursor.Peek() == '0' && (marker == 'x' || marker == 'o')) {
    cursor.Skip(2);
    const std::string digits = cursor.ReadDigits(absl::ascii_isxdigit);
    if (digits.empty()) return std::nullopt;
    number.text = absl::StrCat("0", std::string(1, marker), digits);
  } else {
    number.text = cursor.ReadDigits(absl::ascii_isdigit);
    if (cursor.Peek() == '.' && IsDigit(cursor.Peek(1))) {
      number.is_float = true;
      cursor.Skip(1);
      absl::StrAppend(&number.text, ".", cursor.ReadDigits(absl::ascii_isdigit));
    }
    if (ReadExponent(cursor, number.text)) number.is_float = true;
    if (number.is_float && cursor.Peek() != '\0' && absl::StrContains("fFdD", cursor.Peek())) {
      cursor.Skip(1);
    }
  }
  if (!cursor.at_end() && cursor.ContinuesName()) return std::nullopt;
  return number;
}

std::optional<EscapeError> ReadEscape(TextCursor& cursor, std::string& out) {
  const char c = cursor.Peek(1);
  cursor.Skip(2);
  if (const char plain = SimpleEscape(c); plain != '\0') {
    out.push_back(plain);
    return std::nullopt;
  }
  if (c == 'u') return ReadCodePoint(cursor, 4, out);
  if (c == 'U') return ReadCodePoint(cursor, cursor.CountHexDigits() >= 8 ? 8 : 6, out);
  return EscapeError{
      ErrorCode::kUnexpectedSyntax,
      absl::StrCat("`\\", std::string(1, c), "` is no escape; write \\\\ for a backslash")};
}

}  // namespace norn::query
