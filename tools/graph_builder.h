// Sources to a published generation: what build, add and rebuild have in common.
//
//   NORN_ASSIGN_OR_RETURN(BuildReport report, BuildGeneration({"graph", {"news/"}}, streams));
#ifndef NORN_TOOLS_GRAPH_BUILDER_H_
#define NORN_TOOLS_GRAPH_BUILDER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/read/field_map.h"
#include "proto/manifest.pb.h"
#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct BuildRequest {
  std::string graph;
  std::vector<std::string> sources;  // files, folders, "-"
  unsigned threads = 0;              // 0: as many as the machine has cores
  ingest::FieldMap fields;           // which members and columns of records are which fields
  std::string encoding;              // of text and pages, whatever they say; empty: found out
  // Nothing is published where something cannot be read.
  bool strict = false;
  // The articles that the graph has already are in the new generation too.
  bool keep_existing = false;
};

struct BuildReport {
  proto::Manifest manifest;
  bool changed = false;    // false: the graph had all of this already
  size_t passed_over = 0;  // files and records that could not be read; each was named
  size_t left_out = 0;     // records and claims that the graph cannot hold; each was named
};

// What cannot be read is named on streams.err, passed over, and counted at the end by reason; so is
// what was read of an article and the graph cannot hold.
// Nothing is published, and the status says why, if
// - kNotFound: a source is not there: a folder that is not mounted must not empty a graph;
// - kDataLoss: there is no article that can be read, or one that cannot and `strict` asks for all;
// - kPermissionDenied: the graph cannot be written, or its folder holds something else;
// - kUnavailable: another process is writing it;
// - kInvalidArgument: existing articles are to be kept, but the graph was imported and has none.
absl::StatusOr<BuildReport> BuildGeneration(const BuildRequest& request, Streams& streams);

// A new generation without the articles of these names, ids or addresses, and without what only
// they said. kNotFound if one of them is not in the graph: then nothing changes; otherwise as
// above.
absl::StatusOr<BuildReport> RemoveArticles(const std::string& graph,
                                           const std::vector<std::string>& names, Streams& streams);

// Says on streams.err what was published. kBadData if something was passed over or left out.
ExitCode Summarize(const std::string& graph, const BuildReport& report, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_GRAPH_BUILDER_H_
