// norn's query language, openCypher-style: a query's text in, rows out.
//
//   QueryOptions options;
//   options.parameters["name"] = Value::String("Oslo");
//   Outcome<Result> result = RunQuery(view, "MATCH (p:Place {name: $name}) RETURN p", options);
//   if (!result.ok()) std::cerr << Render(result.error(), text);
//   else WriteTable(*result, std::cout);        // query/output/format.h
//
// A stored graph is only read: CREATE, MERGE, SET, DELETE and REMOVE are refused with a sentence
// that says what to do instead. query/scratch/scratch.h has graphs in memory on which they work.
// Safe to call from many threads on one view.
#ifndef NORN_QUERY_ENGINE_H_
#define NORN_QUERY_ENGINE_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/view/view.h"
#include "query/diagnostics/diagnostic.h"
#include "query/runtime/options.h"
#include "query/runtime/result.h"
#include "query/values/value.h"

namespace norn::query {

Outcome<Result> RunQuery(const graph::View& view, absl::string_view text,
                         const QueryOptions& options);

// The same, row by row, without keeping them: the result has the columns and no rows.
Outcome<Result> StreamQuery(const graph::View& view, absl::string_view text,
                            const QueryOptions& options, const RowSink& sink);

// Parses and checks only; nothing runs. The result has warnings and no rows.
Outcome<Result> CheckQuery(const graph::View& view, absl::string_view text,
                           const QueryOptions& options);

// "name=value" of a command line. The value is a literal of the language (1, 'a', [1, 2],
// date('2025-07-04')), else a text as it stands.
absl::StatusOr<std::pair<std::string, Value>> ParseParameterLiteral(absl::string_view argument);

// True once `text` is a whole query: no open quote, comment or bracket, and a semicolon at its end.
// A shell reads lines until then.
bool IsCompleteQuery(absl::string_view text);

// The mistake where the first word of `text` begins no query, however it may go on. A shell says so
// at once, instead of reading on until a semicolon.
std::optional<Diagnostic> MistakenBeginning(absl::string_view text);

// The statements between semicolons; those of blanks alone are left out. A semicolon in a quote or
// a comment divides nothing.
std::vector<absl::string_view> SplitStatements(absl::string_view text);

}  // namespace norn::query

#endif  // NORN_QUERY_ENGINE_H_
