// Sources to a published generation: what build, add and rebuild have in common.
//
//   NORN_ASSIGN_OR_RETURN(BuildReport report, BuildGeneration({"graph", {"news/"}}, streams));
#ifndef NORN_TOOLS_BUILD_GRAPH_BUILDER_H_
#define NORN_TOOLS_BUILD_GRAPH_BUILDER_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "ingest/pipeline.h"
#include "ingest/read/format/field_map.h"
#include "ingest/reading_tools.h"
#include "proto/article.pb.h"
#include "proto/manifest.pb.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {

struct BuildRequest {
  std::string graph;
  std::vector<std::string> sources;  // files, folders, "-"
  unsigned threads = 0;              // 0: as many as the machine has cores
  ingest::FieldMap fields;           // which members and columns of records are which fields
  std::string encoding;              // of text and pages, whatever they say; empty: found out
  // An article that nobody has dated is of the day on which its file was last changed.
  bool published_from_mtime = false;
  // Files of the user's words, read beside the built-in lexicons (ingest/lexicon/user_lexicons.h).
  std::vector<std::string> lexicons;
  // Nothing is published where something cannot be read.
  bool strict = false;
  // The articles that the graph has already are in the new generation too.
  bool keep_existing = false;
  // Files and folders that are read as no news where they lie within a source. Graphs never are.
  std::vector<std::string> not_sources;
  // Nothing is published where the graph would lose more than this part of its articles.
  double max_shrink = 1;
  // Events that are less sure are left out. Not set: as in the graph whose articles are kept, or
  // none where there is none.
  std::optional<double> min_confidence;
  uint32_t keep = 0;  // generations; 0: as many as before
  // Extraction records by key (ingest/pipeline.h) that are asked for before the cache. Null: none.
  std::function<std::optional<std::string>(absl::string_view key)> record;
  // Once it is true the build ends with kCancelled, and the graph is as it was. Null: never.
  const std::atomic<bool>* stop = nullptr;
};

struct BuildReport {
  proto::Manifest manifest;
  proto::Manifest before;    // of the generation that was read before; empty: there was none
  bool changed = false;      // false: the graph had all of this already
  uint64_t rolled_back = 0;  // not 0: it would be that generation, which a person went back from
  size_t left_out = 0;       // records and claims that the graph cannot hold; each was named
  size_t passed_over = 0;    // files and records that could not be read; each was named
  ingest::PipelineCounts counts;  // what it took; nothing where nothing was to be built
};

// What cannot be read is named on streams.err, passed over, and counted at the end by reason; so is
// what was read of an article and the graph cannot hold.
// Nothing is published, and the status says why, if
// - kNotFound: a source is not there: a folder that is not mounted must not empty a graph;
// - kDataLoss: there is no article that can be read, or one that cannot and `strict` asks for all,
// or
//   the graph is damaged and articles are to be added to it;
// - kFailedPrecondition: the graph would lose more than max_shrink of its articles;
// - kPermissionDenied: the graph cannot be written, or its folder holds something else;
// - kUnavailable: another process is writing it;
// - kInvalidArgument: existing articles are to be kept, but the graph was imported and has none; or
//   a source is a graph, or lies in one; or a lexicon is wrong.
absl::StatusOr<BuildReport> BuildGeneration(const BuildRequest& request, Streams& streams);

// The sources' articles, named and with their languages; how many files and records could not be
// read. The statuses are those of BuildGeneration; the request's lexicons are not read.
absl::StatusOr<std::vector<proto::Article>> ReadArticles(const BuildRequest& request,
                                                         const ingest::ReadingTools& tools,
                                                         size_t& passed_over, Streams& streams);

// BuildGeneration from the articles on: the request's sources and lexicons are not read.
absl::StatusOr<BuildReport> BuildOf(std::vector<proto::Article> articles,
                                    const ingest::ReadingTools& tools, const BuildRequest& asked,
                                    Streams& streams);

// Reads the sources and says on streams.err what a build would change: which articles are new, are
// other ones now, would go. Writes nothing. The same statuses as BuildGeneration's where it would
// refuse to build.
absl::Status DryRun(const BuildRequest& request, Streams& streams);

// A new generation of the request's graph without the articles of these names, ids or addresses,
// and without what only they said; the others are read with the request's lexicons. kNotFound if
// one of them is not in the graph: then nothing changes; otherwise as above.
absl::StatusOr<BuildReport> RemoveArticles(const BuildRequest& asked,
                                           const std::vector<std::string>& names, Streams& streams);

// Says on streams.err what was published. kBadData if something was passed over or left out.
ExitCode Summarize(const std::string& graph, const BuildReport& report, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_BUILD_GRAPH_BUILDER_H_
