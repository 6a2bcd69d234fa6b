// A field of a CSV file, as RFC 4180 has it.
//
//   out << CsvField(name) << "," << CsvField(quote) << "\r\n";
#ifndef NORN_BASE_CSV_FIELD_H_
#define NORN_BASE_CSV_FIELD_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::base {

// Quoted where needed. An empty text is "": a field with nothing in it is no value.
std::string CsvField(absl::string_view text);

}  // namespace norn::base

#endif  // NORN_BASE_CSV_FIELD_H_
