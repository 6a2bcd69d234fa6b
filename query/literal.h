// A literal of the language on its own: 1, 'a', [1, 2], {key: null}, date('2025-07-04').
#ifndef NORN_QUERY_LITERAL_H_
#define NORN_QUERY_LITERAL_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "query/values/value.h"

namespace norn::query {

// Nothing if the text is no literal, or one that has no value (1/0).
std::optional<Value> ParseLiteral(absl::string_view text);

}  // namespace norn::query

#endif  // NORN_QUERY_LITERAL_H_
