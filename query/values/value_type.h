// The type of a value as a text, as valueType() gives it: "INTEGER NOT NULL",
// "LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL", "NULL".
#ifndef NORN_QUERY_VALUES_VALUE_TYPE_H_
#define NORN_QUERY_VALUES_VALUE_TYPE_H_

#include <string>

#include "query/values/value.h"

namespace norn::query {

// Goes through the value as a whole.
std::string ValueTypeText(const Value& value);

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_VALUE_TYPE_H_
