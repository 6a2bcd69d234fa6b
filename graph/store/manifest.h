// The manifest of a generation: what it is made of, as text. Its file is written last, so that a
// generation without a whole manifest is not a generation.
//
//   const proto::Manifest manifest = MakeManifest(content, store_checksum, view_bytes);
//   NORN_ASSIGN_OR_RETURN(proto::Manifest read, ParseManifest(PrintManifest(manifest), path));
#ifndef NORN_GRAPH_STORE_MANIFEST_H_
#define NORN_GRAPH_STORE_MANIFEST_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/columns/columnar_graph.h"
#include "graph/model/model.h"
#include "proto/article.pb.h"
#include "proto/manifest.pb.h"

namespace norn::graph {

// Of what is written now; older ones are read.
inline constexpr uint32_t kManifestFormat = 2;

// What a generation is made from.
struct GenerationContent {
  PropertyGraph graph;                   // normalized
  std::vector<proto::Article> articles;  // sorted by name, each once
  std::string extractor_version;         // empty: imported
  std::string input_checksum = {};       // empty: not known
  uint64_t left_out = 0;                 // what of the articles the graph cannot hold
  double min_confidence = 0;             // events less sure than that were left out
};

// Without its generation's number.
proto::Manifest MakeManifest(const GenerationContent& content, uint64_t store_checksum,
                             absl::string_view view_bytes);
// The same for an imported graph that is finished.
proto::Manifest MakeManifest(const ColumnarGraph& graph, uint64_t store_checksum,
                             uint64_t view_checksum);

// XXH3-64 in hexadecimal, as manifests have it.
std::string ChecksumText(absl::string_view bytes);
std::string ChecksumText(uint64_t checksum);

std::string PrintManifest(const proto::Manifest& manifest);
// As it is on disk: with a checksum of the text as a comment in its last line.
std::string SealedManifest(const proto::Manifest& manifest);
// As it is on disk; of format version 1 without a checksum too. kDataLoss for text that is no
// manifest or does not fit its checksum, kFailedPrecondition for a later format version.
absl::StatusOr<proto::Manifest> ParseManifest(const std::string& text, absl::string_view path);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_MANIFEST_H_
