// From all extraction records to the graph: which spellings are one actor, which reports are one
// event. A pure reduce: the result does not depend on the records' order.
//
// The schema of what comes out is in docs/schema.md.
#ifndef NORN_INGEST_RESOLVE_RESOLVE_H_
#define NORN_INGEST_RESOLVE_RESOLVE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "graph/model/model.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/event_blocks.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// What one article says and the graph cannot hold.
struct LeftOut {
  std::string article;  // its name
  std::string what;     // "a visit: Oslo is a place and cannot be its host"
};

// Events that are less sure than `least` (`confidence` as the graph has it) are not in the graph,
// nor in judgements; what else the articles say is.
struct ConfidenceFloor {
  double least = 0;
  size_t left_out = 0;  // how many events that were; set by Resolve
};

// `articles` and `extractions` belong together index by index. A record that does not fit its
// article, a judgement that is not one, and a claim in which a place has an actor's part are left
// out and appended to `left_out`; the rest of the article and all others stay. What a memo knows of
// an earlier run is not worked out again; the graph is the same.
absl::StatusOr<graph::PropertyGraph> Resolve(absl::Span<const proto::Article> articles,
                                             absl::Span<const proto::Extraction> extractions,
                                             const LexiconSet& lexicons,
                                             std::vector<LeftOut>* left_out = nullptr,
                                             BlockMemo* memo = nullptr,
                                             ConfidenceFloor* floor = nullptr);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_RESOLVE_H_
