// From all extraction records to the graph: which spellings are one actor, which reports are one
// event. A pure reduce: the result does not depend on the records' order.
//
// The schema of what comes out is in docs/schema.md.
#ifndef NORN_INGEST_RESOLVE_RESOLVE_H_
#define NORN_INGEST_RESOLVE_RESOLVE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "graph/model/model.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// `articles` and `extractions` belong together index by index. kInvalidArgument for records whose
// indexes or spans do not fit their article: such a record is damaged.
absl::StatusOr<graph::PropertyGraph> Resolve(absl::Span<const proto::Article> articles,
                                             absl::Span<const proto::Extraction> extractions,
                                             const LexiconSet& lexicons);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_RESOLVE_H_
