// The columns of a CSV file for import, as its header names them: "name:string[]", ":ID(Person)",
// ":START_ID", "born:date". Types are known in upper and lower case.
#ifndef NORN_TOOLS_IMPORT_CSV_COLUMNS_H_
#define NORN_TOOLS_IMPORT_CSV_COLUMNS_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/model/value.h"

namespace norn::tools {

struct CsvColumn {
  enum class Role : uint8_t { kProperty, kId, kLabel, kStart, kEnd, kType, kKey, kIgnore };
  enum class Type : uint8_t {
    kText,
    kBoolean,
    kInteger,
    kReal,
    kDate,
    kLocalTime,
    kTime,
    kLocalDateTime,
    kDateTime,
    kDuration,
  };
  Role role = Role::kProperty;
  Type type = Type::kText;
  bool is_list = false;
  std::string name;       // of an id: the property that keeps it besides; may be empty
  std::string prefix;     // of ids: their space, with a slash
  std::string time_zone;  // of date-times that have none: {timezone: Europe/Oslo}
};

// kInvalidArgument, without the place, for a type that is not known.
absl::StatusOr<CsvColumn> ParseCsvColumn(absl::string_view header);

// A field's value; null for an empty field of another type than text. Lists are divided by
// `array_delimiter`, which a backslash makes plain.
absl::StatusOr<graph::Value> ParseCsvValue(const std::string& text, const CsvColumn& column,
                                           char array_delimiter);

}  // namespace norn::tools

#endif  // NORN_TOOLS_IMPORT_CSV_COLUMNS_H_
