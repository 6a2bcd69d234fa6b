// norn export: a graph, or what a query finds in it, as a picture or for other programs.
#ifndef NORN_TOOLS_EXPORT_COMMAND_H_
#define NORN_TOOLS_EXPORT_COMMAND_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "graph/view/view.h"
#include "tools/exit_code.h"
#include "tools/export/event_filter.h"
#include "tools/export/gexf.h"
#include "tools/streams.h"

namespace norn::tools {

enum class ExportFormat : uint8_t {
  kDot,
  kSvg,
  kPng,
  kHtml,
  kGraphml,
  kGexf,
  kJsonl,
  kCsv,
  kCypher,
  kFollowTheMoney,
  kJsonLd
};

const std::vector<std::string>& ExportFormatNames();
std::optional<ExportFormat> FindExportFormat(absl::string_view name);
// By a file name's ending; nothing where no format has it.
std::optional<ExportFormat> ExportFormatOfFile(absl::string_view path);

struct ExportOptions {
  std::string graph;
  std::optional<ExportFormat> format;  // nothing: by the output's ending
  std::string query;                   // empty: the whole graph
  std::string output;                  // empty: streams.out; of csv, a folder
  std::string layout;                  // of pictures: one of kLayouts; empty: chosen by the size
  std::string title;      // of pictures and pages; empty: the query, or a title of their own
  size_t max_nodes = 60;  // of pictures: the most actors, or with a query the most nodes
  EventFilter filter;     // which events; of the query's answer, if there is a query
  GexfVersion gexf_version = GexfVersion::k13;
  bool split = false;             // of csv: a file for each label and each type
  bool for_spreadsheets = false;  // of csv: no text is taken for a formula
  double timeout_seconds = 60;    // of the query
};

ExitCode RunExport(const ExportOptions& options, Streams& streams);

// The same of a view that is open already. A mistake in the query is shown on streams.err.
ExitCode ExportView(const graph::View& view, const ExportOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_COMMAND_H_
