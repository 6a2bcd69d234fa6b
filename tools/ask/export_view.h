// A graph, or what a query finds in it, as a picture or for other programs (tools/export).
//
//   ExportOptions options;
//   options.query = "MATCH p = (:Person)-[:MET_AT]->() RETURN p";
//   options.output = "meetings.svg";
//   ExitCode code = ExportView(view, options, streams);
#ifndef NORN_TOOLS_ASK_EXPORT_VIEW_H_
#define NORN_TOOLS_ASK_EXPORT_VIEW_H_

#include <map>
#include <string>

#include "graph/view/view.h"
#include "query/values/value.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"
#include "tools/export/event_filter.h"
#include "tools/export/registry/export_format.h"

namespace norn::tools {

struct ExportOptions {
  std::string format;           // its name; empty: by the output's ending
  std::string query;            // empty: the whole graph
  std::string output;           // empty: streams.out; of several files, their folder
  EventFilter filter;           // which events; of the query's answer, if there is a query
  double timeout_seconds = 60;  // of the query
  std::map<std::string, query::Value> parameters = {};  // of the query
  std::string language;                                 // of names; empty: as the graph has them
  // What the format may be told; without a title it is the query and the filter, in words.
  FormatOptions told = {};
};

// kInvalidArgument where neither the name nor the output's ending tells the format.
absl::StatusOr<const ExportFormat*> FormatOf(const ExportOptions& options);

// A mistake in the query is shown on streams.err.
ExitCode ExportView(const graph::View& view, const ExportOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_EXPORT_VIEW_H_
