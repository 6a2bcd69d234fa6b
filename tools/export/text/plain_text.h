// A property's value as plain text.
//
//   PlainText(graph::Value(graph::Value::List{"one", "two"}))   // "one, two"
#ifndef NORN_TOOLS_EXPORT_TEXT_PLAIN_TEXT_H_
#define NORN_TOOLS_EXPORT_TEXT_PLAIN_TEXT_H_

#include <string>

#include "graph/model/model.h"

namespace norn::tools {

// List items are parted by ", "; dates and times are in ISO 8601.
std::string PlainText(const graph::Value& value);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_PLAIN_TEXT_H_
