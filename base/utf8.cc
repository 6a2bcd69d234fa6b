#include "base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace norn::base {
namespace {

// Whether the eight bytes at `p` are all below 0x80.
bool AsciiWord(const char* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof(word));
  return (word & 0x8080808080808080) == 0;
}

}  // namespace

size_t Utf8Length(absl::string_view bytes) {
  size_t i = 0;
  while (i < bytes.size()) {
    if (i + 8 <= bytes.size() && AsciiWord(bytes.data() + i)) {
      i += 8;
      continue;
    }
    const size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(bytes.data()), i, bytes.size(), c);
    if (c < 0) return begin;
  }
  return bytes.size();
}

size_t CountCodePoints(absl::string_view text) {
  return text.size() - static_cast<size_t>(std::count_if(text.begin(), text.end(), IsContinuation));
}

absl::string_view Utf8Prefix(absl::string_view text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && IsContinuation(text[most])) --most;
  return text.substr(0, most);
}

}  // namespace norn::base
