// Keys of the store's records as bytes whose order is the order of their components
// (docs/decisions/key-layout.md): one byte for the kind of record, then each component escaped and
// ended, so that no component is a prefix of another.
//
//   std::string key = EncodeKey(RecordKind::kEdge, {from, type, to, edge_key});
//   NORN_ASSIGN_OR_RETURN(DecodedKey back, DecodeKey(key));
#ifndef NORN_GRAPH_STORE_KEY_CODEC_H_
#define NORN_GRAPH_STORE_KEY_CODEC_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::graph {

// The numbers are on disk: never change one.
enum class RecordKind : uint8_t {
  kFormat = 0x01,   // ()
  kNode = 0x02,     // (id)
  kEdge = 0x03,     // (from, type, to, key)
  kArticle = 0x04,  // (name)
};

struct DecodedKey {
  RecordKind kind;
  std::vector<std::string> components;
  bool operator==(const DecodedKey&) const = default;
};

std::string EncodeKey(RecordKind kind, absl::Span<const absl::string_view> components);

// kDataLoss for an unknown kind, a wrong number of components, or a bad escape.
absl::StatusOr<DecodedKey> DecodeKey(absl::string_view bytes);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_KEY_CODEC_H_
