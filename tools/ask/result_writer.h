// The formats of query results, by the names that the command line and the shell give them.
//
//   if (std::optional<ResultFormat> format = FindResultFormat("csv")) WriteResult(r, *format, out);
#ifndef NORN_TOOLS_ASK_RESULT_WRITER_H_
#define NORN_TOOLS_ASK_RESULT_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "query/diagnostics/diagnostic.h"
#include "query/runtime/result.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {

enum class ResultFormat : uint8_t { kTable, kJsonl, kCsv, kMarkdown, kRecords };

const std::vector<std::string>& ResultFormatNames();
std::optional<ResultFormat> FindResultFormat(absl::string_view name);

void WriteResult(const query::Result& result, ResultFormat format, std::ostream& out);

void PrintWarnings(const query::Result& result, absl::string_view query, Streams& streams);

// The rows to streams.out as a table, on a terminal within its width: whether that cut something
// off.
bool PrintTable(const query::Result& result, Streams& streams);

// The rows or the plan to streams.out, on a terminal within its width; warnings, and that a limit
// cut the answer off, to streams.err.
void PrintAnswer(const query::Result& result, ResultFormat format, absl::string_view query,
                 Streams& streams);

// What stands behind the rows: of EXPLAIN and PROFILE the plan, that a limit cut the answer off.
void PrintEnd(const query::Result& result, Streams& streams);

// Writes rows to `out` as they come, where the format allows it: JSON Lines and CSV. The others
// need all rows before the first one can be laid out.
std::optional<query::RowSink> StreamingSink(ResultFormat format, std::ostream& out);

// Shows what is wrong with a query on streams.err, with its place, where the query's first line is
// line `first_line` of the input. Gives the exit code: a limit has another than a mistake.
ExitCode FailOnQuery(const query::Diagnostic& error, absl::string_view query, Streams& streams,
                     size_t first_line = 1);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_RESULT_WRITER_H_
