#include "query/syntax/text_cursor.h"

#include "absl/strings/ascii.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace norn::query {

namespace {

// Nearly every query is ASCII, for which the tables of Unicode need not be asked.
constexpr int32_t kFirstBeyondAscii = 0x80;

bool IsInName(int32_t c, bool (*ascii)(unsigned char), UProperty beyond) {
  if (c < 0) return false;
  if (c >= kFirstBeyondAscii) return u_hasBinaryProperty(c, beyond) != 0;
  return c == '_' || ascii(static_cast<unsigned char>(c));
}

}  // namespace

int32_t TextCursor::CodePoint(size_t& length) const {
  int32_t i = 0;
  UChar32 c = -1;
  const absl::string_view rest = text_.substr(at_, U8_MAX_LENGTH);
  if (!rest.empty()) {
    U8_NEXT(rest.data(), i, static_cast<int32_t>(rest.size()), c);
  }
  length = i > 0 ? static_cast<size_t>(i) : 1;
  return c;
}

bool TextCursor::StartsName() const {
  size_t length = 1;
  return IsInName(CodePoint(length), absl::ascii_isalpha, UCHAR_XID_START);
}

bool TextCursor::ContinuesName() const {
  size_t length = 1;
  return IsInName(CodePoint(length), absl::ascii_isalnum, UCHAR_XID_CONTINUE);
}

void TextCursor::SkipName() {
  while (!at_end() && ContinuesName()) {
    size_t length = 1;
    CodePoint(length);
    Skip(length);
  }
}

size_t TextCursor::CountHexDigits() const {
  size_t count = 0;
  while (absl::ascii_isxdigit(static_cast<unsigned char>(Peek(count)))) ++count;
  return count;
}

std::string TextCursor::ReadDigits(bool (*is_digit)(unsigned char)) {
  std::string digits;
  while (is_digit(static_cast<unsigned char>(Peek())) ||
         (Peek() == '_' && is_digit(static_cast<unsigned char>(Peek(1))))) {
    if (Peek() != '_') digits.push_back(Peek());
    Skip(1);
  }
  return digits;
}

}  // namespace norn::query
