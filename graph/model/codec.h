// Values, nodes and edges as bytes: the messages of proto/graph.proto. Equal values have equal
// bytes. Bytes from disk are not trusted: what does not decode is kDataLoss.
//
//   NORN_ASSIGN_OR_RETURN(Node node, DecodeNode(EncodeNode(node)));
#ifndef NORN_GRAPH_MODEL_CODEC_H_
#define NORN_GRAPH_MODEL_CODEC_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/model/model.h"
#include "graph/model/value.h"

namespace norn::graph {

// What is encoded must be as Normalize leaves it: UTF-8, lists at most kMaxListDepth deep.
std::string EncodeValue(const Value& value);
std::string EncodeNode(const Node& node);
std::string EncodeEdge(const Edge& edge);

absl::StatusOr<Value> DecodeValue(absl::string_view bytes);
absl::StatusOr<Node> DecodeNode(absl::string_view bytes);
absl::StatusOr<Edge> DecodeEdge(absl::string_view bytes);

}  // namespace norn::graph

#endif  // NORN_GRAPH_MODEL_CODEC_H_
