// Whether a generation is what its manifest says. Every kDataLoss names the file or folder.
//
//   NORN_RETURN_IF_ERROR(VerifyGeneration("graph/generations/000012", manifest));
#ifndef NORN_GRAPH_STORE_GENERATION_CHECK_H_
#define NORN_GRAPH_STORE_GENERATION_CHECK_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "graph/store/manifest.h"
#include "proto/manifest.pb.h"

namespace norn::graph {

// What a generation is made of and is not there is damage, unlike a graph that is not there.
absl::Status MissingIsDamage(absl::Status status);

// Store and view as they are on disk against the manifest's checksums, the view's own, and those of
// each file of the store.
absl::Status VerifyGeneration(const std::string& folder, const proto::Manifest& manifest);

// The store's graph and articles, after its checksum was seen to be the manifest's.
absl::StatusOr<GenerationContent> ReadVerifiedContent(const std::string& folder,
                                                      const proto::Manifest& manifest);

// Also that the view and the manifest are those that the store makes, that each edge has both its
// ends, and that what is quoted stands in the articles.
absl::Status CheckGeneration(const std::string& folder, const proto::Manifest& manifest);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_GENERATION_CHECK_H_
