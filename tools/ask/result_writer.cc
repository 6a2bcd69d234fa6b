#include "tools/ask/result_writer.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "query/output/format.h"
#include "tools/console/colour.h"

namespace norn::tools {

namespace {

// 0: as many as it takes.
size_t TerminalColumns(const Streams& streams) {
  winsize size = {};
  if (!streams.out_is_terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace

const std::vector<std::string>& ResultFormatNames() {
  // In the order of ResultFormat.
  static const std::vector<std::string> names = {"table", "jsonl", "csv", "markdown", "records"};
  return names;
}

std::optional<ResultFormat> FindResultFormat(absl::string_view name) {
  const std::vector<std::string>& names = ResultFormatNames();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<ResultFormat>(at - names.begin());
}

void WriteResult(const query::Result& result, ResultFormat format, std::ostream& out) {
  switch (format) {
    case ResultFormat::kTable:
      return query::WriteTable(result, out);
    case ResultFormat::kJsonl:
      return query::WriteJsonl(result, out);
    case ResultFormat::kCsv:
      return query::WriteCsv(result, out);
    case ResultFormat::kMarkdown:
      return query::WriteMarkdown(result, out);
    case ResultFormat::kRecords:
      return query::WriteRecords(result, out);
  }
}

void PrintWarnings(const query::Result& result, absl::string_view query, Streams& streams) {
  for (const query::Diagnostic& warning : result.warnings) {
    // Its code names a mistake, which it is not.
    const std::string shown = query::Render(warning, query);
    const std::string code = absl::StrCat(query::DetailOf(warning.code), ": ");
    streams.err << "warning: " << absl::StripPrefix(shown, code);
  }
}

bool PrintTable(const query::Result& result, Streams& streams) {
  std::ostringstream table;
  std::ostream& out = streams.in_colour ? table : streams.out;
  const size_t columns = TerminalColumns(streams);
  bool is_cut = false;
  if (columns > 0) {
    is_cut = query::WriteTableWithin(result, columns, out);
  } else {
    query::WriteTable(result, out);
  }
  WriteColouredTable(table.str(), streams.out);
  return is_cut;
}

void PrintAnswer(const query::Result& result, ResultFormat format, absl::string_view query,
                 Streams& streams) {
  PrintWarnings(result, query, streams);
  // A plan is the answer.
  if (result.plan.empty() && format == ResultFormat::kTable) {
    if (PrintTable(result, streams)) {
      streams.out.flush();
      streams.err << "norn: shortened to the terminal's width; the format records shows all\n";
    }
  } else if (result.plan.empty()) {
    std::ostringstream records;
    const bool is_coloured = streams.in_colour && format == ResultFormat::kRecords;
    WriteResult(result, format, is_coloured ? records : streams.out);
    WriteColouredTable(records.str(), streams.out);
  }
  PrintEnd(result, streams);
}

void PrintEnd(const query::Result& result, Streams& streams) {
  if (!result.plan.empty()) {
    streams.out << result.plan;
    if (result.plan.back() != '\n') streams.out << "\n";
  }
  if (result.partial) {
    streams.err << "norn: the answer is not whole: " << result.partial_reason << "\n";
  }
}

std::optional<query::RowSink> StreamingSink(ResultFormat format, std::ostream& out) {
  if (format != ResultFormat::kJsonl && format != ResultFormat::kCsv) return std::nullopt;
  struct State {
    std::vector<std::string> columns;
    uint64_t rows = 0;
  };
  const auto state = std::make_shared<State>();
  query::RowSink sink;
  sink.on_columns = [format, state, &out](const std::vector<std::string>& columns) {
    state->columns = columns;
    if (format == ResultFormat::kCsv) query::WriteCsvHeader(columns, out);
  };
  sink.on_row = [format, state, &out](absl::Span<const query::Value> row) {
    if (format == ResultFormat::kCsv) {
      query::WriteCsvRow(row, out);
    } else {
      query::WriteJsonlRow(state->columns, row, out);
    }
    // Who waits sees the first rows at once; many cost no flush each.
    constexpr uint64_t kFirstRows = 16;
    constexpr uint64_t kRowsBetweenFlushes = 1024;
    if (++state->rows <= kFirstRows || state->rows % kRowsBetweenFlushes == 0) out.flush();
    return out.good();
  };
  return sink;
}

ExitCode FailOnQuery(const query::Diagnostic& error, absl::string_view query, Streams& streams,
                     size_t first_line) {
  // Places are counted in the text: with as many line breaks before it they are those of the input.
  const size_t before = first_line - 1;
  query::Diagnostic moved = error;
  moved.span.begin += static_cast<uint32_t>(before);
  moved.span.end += static_cast<uint32_t>(before);
  const std::string text = query::Render(moved, absl::StrCat(std::string(before, '\n'), query));
  if (streams.in_colour && streams.err_is_terminal) {
    WriteColouredError(text, streams.err);
  } else {
    streams.err << text;
  }
  switch (error.code) {
    case query::ErrorCode::kTimeLimit:
    case query::ErrorCode::kStepLimit:
    case query::ErrorCode::kMemoryLimit:
      return ExitCode::kLimit;
    case query::ErrorCode::kCancelled:
      return ExitCode::kInterrupted;
    case query::ErrorCode::kDamagedGraph:
      return ExitCode::kBadData;
    default:  // all others are mistakes in the query
      return ExitCode::kUsage;
  }
}

}  // namespace norn::tools
