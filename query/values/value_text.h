// Values as texts.
#ifndef NORN_QUERY_VALUES_VALUE_TEXT_H_
#define NORN_QUERY_VALUES_VALUE_TEXT_H_

#include <string>

#include "query/values/value.h"

namespace norn::query {

// A text for a value that + and toString() accept: numbers, booleans, texts, temporal values.
std::string TextOf(const Value& value);
// 1.0, 1.5, 1.0E21, NaN: the shortest text that reads back as the same float.
std::string FloatText(double value);

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_VALUE_TEXT_H_
