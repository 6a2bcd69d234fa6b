#include "query/output/display_width.h"

#include <cstdint>

#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace norn::query {

size_t DisplayWidth(absl::string_view text) {
  size_t width = 0;
  auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c = -1;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) {
      ++width;
      continue;
    }
    int8_t type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    int32_t east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace norn::query
