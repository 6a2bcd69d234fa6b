#include "base/printable.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace norn::base {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kControls[] = {
    {0x00, 0x1F},        // C0
    {0x7F, 0x9F},        // DEL, C1
    {0x061C, 0x061C},    // Arabic letter mark
    {0x200E, 0x200F},    // left-to-right and right-to-left mark
    {0x2028, 0x202E},    // line and paragraph separator, embeddings, overrides
    {0x2066, 0x206F},    // isolates, deprecated formatting
    {0xFFF9, 0xFFFB},    // interlinear annotation
    {0xE0000, 0xE007F},  // tags
};

bool IsPlainAscii(char c) { return c >= 0x20 && c < 0x7F; }

std::string Escaped(UChar32 c) {
  const auto number = static_cast<uint32_t>(c);
  return c > 0xFFFF ? absl::StrFormat("\\U%08x", number) : absl::StrFormat("\\u%04x", number);
}

// What stands for the line breaks and tabs of `text` at `at`; nothing: they are escaped.
absl::string_view Kept(absl::string_view text, size_t at, bool one_line) {
  const char c = text[at];
  if (one_line) return c == '\n' || c == '\r' || c == '\t' ? " " : "";
  const bool ends_line = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
  return c == '\n' || c == '\t' || ends_line ? text.substr(at, 1) : "";
}

std::string Replaced(absl::string_view text, bool one_line) {
  if (std::all_of(text.begin(), text.end(), IsPlainAscii)) return std::string(text);
  std::string out;
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, size, c);
    const absl::string_view bytes = text.substr(begin, i - begin);
    if (c < 0) {
      for (const char byte : bytes) {
        absl::StrAppend(&out, absl::StrFormat("\\x%02x", static_cast<unsigned char>(byte)));
      }
    } else if (!IsControl(c)) {
      out.append(bytes.data(), bytes.size());
    } else {
      const absl::string_view kept = Kept(text, begin, one_line);
      absl::StrAppend(&out, kept.empty() ? Escaped(c) : kept);
    }
  }
  return out;
}

}  // namespace

bool IsControl(char32_t c) {
  return std::any_of(std::begin(kControls), std::end(kControls),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

std::string Printable(absl::string_view text) { return Replaced(text, false); }

std::string PrintableLine(absl::string_view text) { return Replaced(text, true); }

}  // namespace norn::base
