// How many columns of a terminal a text takes: two for wide East Asian characters and emoji, none
// for combining marks.
#ifndef NORN_QUERY_OUTPUT_DISPLAY_WIDTH_H_
#define NORN_QUERY_OUTPUT_DISPLAY_WIDTH_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::query {

size_t DisplayWidth(absl::string_view text);

// The text, or as much of its beginning as fits in so many columns with … after it.
std::string CutToWidth(absl::string_view text, size_t columns);

}  // namespace norn::query

#endif  // NORN_QUERY_OUTPUT_DISPLAY_WIDTH_H_
