#include "query/output/display_width.h"

#include <cstdint>

#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace norn::query {

namespace {

// Of the character at `i`, which is moved behind it.
size_t WidthOfNext(absl::string_view text, int32_t& i) {
  UChar32 c = -1;
  U8_NEXT(text.data(), i, static_cast<int32_t>(text.size()), c);
  if (c < 0) return 1;
  const int8_t type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int32_t east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

size_t DisplayWidth(absl::string_view text) {
  size_t width = 0;
  for (int32_t i = 0; i < static_cast<int32_t>(text.size());) width += WidthOfNext(text, i);
  return width;
}

std::string CutToWidth(absl::string_view text, size_t columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  size_t width = 0;
  int32_t end = 0;
  for (int32_t i = 0; i < static_cast<int32_t>(text.size()); end = i) {
    width += WidthOfNext(text, i);
    if (width + 1 > columns) break;
  }
  return std::string(text.substr(0, static_cast<size_t>(end))) + "…";
}

}  // namespace norn::query
