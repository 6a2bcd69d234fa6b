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
#include "tools/streams.h"

namespace norn::tools {

enum class ExportFormat : uint8_t { kDot, kSvg, kPng, kGraphml, kGexf, kJsonl, kCsv, kCypher };

const std::vector<std::string>& ExportFormatNames();
std::optional<ExportFormat> FindExportFormat(absl::string_view name);

struct ExportOptions {
  std::string graph;
  ExportFormat format = ExportFormat::kJsonl;
  std::string query;            // empty: the whole graph
  std::string output;           // empty: streams.out; of csv, a folder
  std::string layout;           // of pictures: one of kLayouts; empty: chosen by the size
  size_t max_nodes = 60;        // of pictures: the most actors, or with a query the most nodes
  double timeout_seconds = 60;  // of the query
};

ExitCode RunExport(const ExportOptions& options, Streams& streams);

// The same of a view that is open already. A mistake in the query is shown on streams.err.
ExitCode ExportView(const graph::View& view, const ExportOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_COMMAND_H_
