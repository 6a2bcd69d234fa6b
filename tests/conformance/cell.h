// The suite's way to write values in tables, brought into one form in which equal values are equal
// texts: labels and keys sorted, floats to twelve digits.
#ifndef NORN_TESTS_CONFORMANCE_CELL_H_
#define NORN_TESTS_CONFORMANCE_CELL_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "query/values/value.h"

namespace norn::conformance {

// Of a table's cell: 1, 'a', [1, 2], {k: null}, (:L {k: 1}), [:T], <(:A)-[:T]->(:B)>. Nothing if it
// cannot be read. `sort_lists`: the order of lists does not count.
std::optional<std::string> CanonicalCell(absl::string_view cell, bool sort_lists);

// Of a value that a query gave.
std::string CanonicalValue(const query::Value& value, bool sort_lists);

}  // namespace norn::conformance

#endif  // NORN_TESTS_CONFORMANCE_CELL_H_
