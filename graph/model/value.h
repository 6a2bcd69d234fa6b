// A property's value: what a node or an edge of the graph may carry.
//
//   Value v = Value("Oslo");
//   if (const std::string* text = v.As<std::string>()) Use(*text);
//   Value none;                       // null: the property is not there
//
// Values are plain data: copyable, comparable for identity (operator== is structural, so that
// NaN is unlike itself and 1 is not 1.0). The query language's own equality and ordering rules
// live in query/, not here.
#ifndef NORN_GRAPH_MODEL_VALUE_H_
#define NORN_GRAPH_MODEL_VALUE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::graph {

// A calendar day: days since 1970-01-01 in the proleptic Gregorian calendar.
struct Date {
  int64_t days = 0;
  bool operator==(const Date&) const = default;
};

// A time of day without a zone: nanoseconds since midnight.
struct LocalTime {
  int64_t nanoseconds = 0;
  bool operator==(const LocalTime&) const = default;
};

// A time of day with an offset from UTC in seconds.
struct ZonedTime {
  int64_t nanoseconds = 0;  // of the local time
  int32_t offset_seconds = 0;
  bool operator==(const ZonedTime&) const = default;
};

// A date and a time without a zone: seconds since 1970-01-01T00:00:00 on the local clock.
struct LocalDateTime {
  int64_t seconds = 0;
  int32_t nanoseconds = 0;  // 0 to 999,999,999
  bool operator==(const LocalDateTime&) const = default;
};

// An instant with its offset and, where it is known, the IANA name of its zone.
struct ZonedDateTime {
  int64_t seconds = 0;      // since 1970-01-01T00:00:00 UTC
  int32_t nanoseconds = 0;  // 0 to 999,999,999
  int32_t offset_seconds = 0;
  std::string zone;  // "Europe/Oslo", or empty
  bool operator==(const ZonedDateTime&) const = default;
};

// A span of time whose parts do not convert into each other.
struct Duration {
  int64_t months = 0;
  int64_t days = 0;
  int64_t seconds = 0;
  int32_t nanoseconds = 0;
  bool operator==(const Duration&) const = default;
};

class Value {
 public:
  using List = std::vector<Value>;
  using Variant = std::variant<std::monostate, bool, int64_t, double, std::string, List, Date,
                               LocalTime, ZonedTime, LocalDateTime, ZonedDateTime, Duration>;

  Value() = default;
  explicit Value(bool v) : data_(v) {}
  explicit Value(int v) : data_(static_cast<int64_t>(v)) {}
  explicit Value(int64_t v) : data_(v) {}
  explicit Value(double v) : data_(v) {}
  explicit Value(std::string v) : data_(std::move(v)) {}
  explicit Value(absl::string_view v) : data_(std::string(v)) {}
  explicit Value(const char* v) : data_(std::string(v)) {}
  explicit Value(List v) : data_(std::move(v)) {}
  explicit Value(Date v) : data_(v) {}
  explicit Value(LocalTime v) : data_(v) {}
  explicit Value(ZonedTime v) : data_(v) {}
  explicit Value(LocalDateTime v) : data_(v) {}
  explicit Value(ZonedDateTime v) : data_(std::move(v)) {}
  explicit Value(Duration v) : data_(v) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(data_); }

  // The value as a T, or null if it is of another type.
  template <typename T>
  const T* As() const {
    return std::get_if<T>(&data_);
  }
  const Variant& data() const { return data_; }

  bool operator==(const Value&) const = default;

 private:
  Variant data_;
};

// For messages and tests: 1, 1.0, "text", [1, 2], null.
std::string ToString(const Value& value);

}  // namespace norn::graph

#endif  // NORN_GRAPH_MODEL_VALUE_H_
