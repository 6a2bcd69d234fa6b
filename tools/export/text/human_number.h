// Numbers as people write them in a text.
//
//   HumanNumber(6e8)   "600 million"
//   HumanNumber(1645)  "1,645"
#ifndef NORN_TOOLS_EXPORT_TEXT_HUMAN_NUMBER_H_
#define NORN_TOOLS_EXPORT_TEXT_HUMAN_NUMBER_H_

#include <string>

#include "graph/model/value.h"

namespace norn::tools {

// Thousands in groups; from a million on in words, with up to two decimals where that is exact to a
// hundredth of what is said, else all digits.
std::string HumanNumber(double number);

// Of a value that is a number; any other value as plain text.
std::string HumanNumber(const graph::Value& value);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_HUMAN_NUMBER_H_
