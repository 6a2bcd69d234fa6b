// Dates of any precision as numbers that order like their ISO text: 2025 is 20250000, 2025-07 is
// 20250700, 2025-07-04 is 20250704.
//
//   DateKeyOf(Value("2025-07")) == 20250700
//   DateText(20250700) == "2025-07"
#ifndef NORN_GRAPH_MODEL_DATE_KEY_H_
#define NORN_GRAPH_MODEL_DATE_KEY_H_

#include <cstdint>
#include <limits>
#include <string>

#include "graph/model/value.h"

namespace norn::graph {

using DateKey = int32_t;

// Of an edge without such a date; comes last.
inline constexpr DateKey kNoDateKey = std::numeric_limits<DateKey>::max();

// From the ISO text or a Date value, years 0000 to 9999; kNoDateKey for all else.
DateKey DateKeyOf(const Value& value);

// The text whose key it is; empty for kNoDateKey and for numbers that are no text's key.
std::string DateText(DateKey key);

}  // namespace norn::graph

#endif  // NORN_GRAPH_MODEL_DATE_KEY_H_
