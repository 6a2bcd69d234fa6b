// Results as text for people and for other programs. Each writes the columns and all rows; none
// writes a row count.
//
//   WriteTable(result, std::cout);   // aligned by display width, for terminals
//   WriteJsonl(result, std::cout);   // {"a.name":"Oslo","c":3} a line, keys in column order
//
// JSON: nodes are {"id","labels","properties"}, relationships {"type","from","to","properties"},
// paths {"nodes","relationships"}, temporal values their ISO text; NaN and infinities are null.
#ifndef NORN_QUERY_OUTPUT_FORMAT_H_
#define NORN_QUERY_OUTPUT_FORMAT_H_

#include <cstddef>
#include <ostream>
#include <string>

#include "absl/types/span.h"
#include "query/runtime/result.h"
#include "query/values/value.h"

namespace norn::query {

void WriteTable(const Result& result, std::ostream& out);
// Within so many columns of a terminal, where that is possible: nodes and relationships are shown
// by their ids and types alone, and the widest columns are cut, with … for what is left out. True
// if anything was.
bool WriteTableWithin(const Result& result, size_t columns, std::ostream& out);
// A line for each column of each row, whole, under the row's number.
void WriteRecords(const Result& result, std::ostream& out);
void WriteJsonl(const Result& result, std::ostream& out);
// RFC 4180; null is nothing, an empty text "".
void WriteCsv(const Result& result, std::ostream& out);
void WriteMarkdown(const Result& result, std::ostream& out);  // a table of GitHub's dialect

// One row, for callers that stream. `row` is as long as `columns`.
void WriteJsonlRow(const std::vector<std::string>& columns, absl::Span<const Value> row,
                   std::ostream& out);
void WriteCsvHeader(const std::vector<std::string>& columns, std::ostream& out);
void WriteCsvRow(absl::Span<const Value> row, std::ostream& out);

// A value as JSON, and as a literal of the language ('text', [1, 2], (:Label {key: 'x'})).
std::string ToJson(const Value& value);
std::string ToLiteral(const Value& value);

}  // namespace norn::query

#endif  // NORN_QUERY_OUTPUT_FORMAT_H_
