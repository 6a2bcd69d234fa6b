// Articles to a graph with threads and a cache: extract is mapped over the articles, resolve
// reduces them. The result is the same for every order of articles and number of threads.
#ifndef NORN_INGEST_PIPELINE_H_
#define NORN_INGEST_PIPELINE_H_

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/model/model.h"
#include "ingest/extract/extractor.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/resolve.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct PipelineCounts {
  size_t cached = 0;      // articles whose records were in the cache
  size_t extracted = 0;   // and the others
  size_t taken_over = 0;  // blocks of reports of events that are as they were the last time
  size_t resolved = 0;    // and those in which something has changed
  size_t unsure = 0;      // events that were less sure than asked for, and left out
};

struct PipelineOptions {
  unsigned threads = 0;  // 0: as many as the machine has cores
  // The cache of extraction records, by key, and of what became of the reports in them
  // (kBlocksKey). Null functions: no cache. A record is put as soon as its article is done, so that
  // a run that is killed goes on there. Called from one thread at a time.
  std::function<std::optional<std::string>(absl::string_view key)> cache_get;
  std::function<void(absl::string_view key, absl::string_view record)> cache_put;
  // After each article, with how many are done. Called from one thread at a time.
  std::function<void(size_t done, size_t of)> progress;
  // Once it is true, no further article is begun, and the graph is kCancelled. Null: never.
  const std::atomic<bool>* stop = nullptr;
  // Events that are less sure are left out (ingest/resolve/resolve.h). 0: none.
  double min_confidence = 0;
  // Those that the extractor was made with; null: the built-in ones.
  const LexiconSet* lexicons = nullptr;
  // What it took, of the last BuildGraph. Null: nobody asks.
  PipelineCounts* counts = nullptr;
  // What of an article the graph could not hold; the rest of it, and all others, are in the graph.
  std::function<void(const LeftOut&)> left_out;
};

// The cache key of what became of blocks of reports (ingest/resolve/event_blocks.h).
inline constexpr char kBlocksKey[] = "blocks";

// The cache key of an article's record: a hash of its bytes, its header and the extractor's
// version.
std::string ExtractionKey(const proto::Article& article, absl::string_view extractor_version);

// The records of the articles, index by index: from the cache, or extracted now. kCancelled if it
// was stopped.
absl::StatusOr<std::vector<proto::Extraction>> ExtractAll(
    const std::vector<proto::Article>& articles, const Extractor& extractor,
    const PipelineOptions& options);

absl::StatusOr<graph::PropertyGraph> BuildGraph(const std::vector<proto::Article>& articles,
                                                const Extractor& extractor,
                                                const PipelineOptions& options);

}  // namespace norn::ingest

#endif  // NORN_INGEST_PIPELINE_H_
