// What other dialects and libraries have and norn has not: what to write instead, as a sentence.
//
//   InsteadOfFunction("apoc.coll.toSet")   // "write coll.distinct(list)"
//
// Each answers an empty text for a name that it does not know.
#ifndef NORN_QUERY_SYNTAX_INSTEAD_OF_H_
#define NORN_QUERY_SYNTAX_INSTEAD_OF_H_

#include "absl/strings/string_view.h"

namespace norn::query {

absl::string_view InsteadOfClause(absl::string_view first_word);
absl::string_view InsteadOfShow(absl::string_view what);
absl::string_view InsteadOfFunction(absl::string_view name);
absl::string_view InsteadOfProcedure(absl::string_view name);

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_INSTEAD_OF_H_
