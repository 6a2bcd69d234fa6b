// Whether what a graph quotes stands in its articles.
//
//   NORN_RETURN_IF_ERROR(CheckEvidence(content.graph, content.articles));
#ifndef NORN_GRAPH_STORE_EVIDENCE_CHECK_H_
#define NORN_GRAPH_STORE_EVIDENCE_CHECK_H_

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "graph/model/model.h"
#include "proto/article.pb.h"

namespace norn::graph {

// Of each edge that has a `quote` and leads to an article's node: the article is there, and has the
// quote from byte `start` to byte `end`. kDataLoss names the edge. A graph without articles, as one
// that was imported, has nothing to look in.
absl::Status CheckEvidence(const PropertyGraph& graph, absl::Span<const proto::Article> articles);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_EVIDENCE_CHECK_H_
