// Temporal values from maps of fields: {year: 2025, week: 10}, {date: other, hour: 12}.
#ifndef NORN_QUERY_VALUES_TEMPORAL_FIELDS_H_
#define NORN_QUERY_VALUES_TEMPORAL_FIELDS_H_

#include <optional>
#include <string>

#include "query/values/temporal.h"
#include "query/values/value.h"

namespace norn::query {

// What date({…}), datetime({…}), … give. Nothing, and why, if a field is unknown, missing or out of
// its range.
std::optional<Value> FromFields(Value::Kind kind, const Value& map, std::string* why);

// `moment` with some of its fields replaced, as truncation takes them. A time zone replaces the
// zone and leaves the clock as it is.
std::optional<Value> WithFields(Value::Kind kind, const Moment& moment, const Value& map,
                                std::string* why);

// What duration({…}) gives.
std::optional<Value> DurationFromFields(const Value& map, std::string* why);

}  // namespace norn::query

#endif  // NORN_QUERY_VALUES_TEMPORAL_FIELDS_H_
