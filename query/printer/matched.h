// All that a query's patterns find, whatever it makes of it: so that an answer of names and counts
// can be drawn.
//
//   QueryOfMatched("MATCH (a)-[:SPOKE_WITH]-(b) RETURN a.name, count(*)")
//   // "MATCH `matched 1` = (a)-[:SPOKE_WITH]-(b) RETURN *"
#ifndef NORN_QUERY_PRINTER_MATCHED_H_
#define NORN_QUERY_PRINTER_MATCHED_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::query {

// Of the clauses before the first WITH or RETURN. Empty where there is no MATCH among them, and
// for what does not parse or joins queries by UNION.
std::string QueryOfMatched(absl::string_view text);

}  // namespace norn::query

#endif  // NORN_QUERY_PRINTER_MATCHED_H_
