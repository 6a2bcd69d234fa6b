// Reports fall into blocks: what is decided in one depends on nothing in another. So a block whose
// reports are those of the last time comes out as it did then. Internal to event_clusters.
//
//   BlockMemo memo(version, bytes_of_last_time);
//   ClusterEvents(schema, claims, &memo);
//   Keep(memo.ToBytes());
#ifndef NORN_INGEST_RESOLVE_EVENT_BLOCKS_H_
#define NORN_INGEST_RESOLVE_EVENT_BLOCKS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/node_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/resolve/resolved_claim.h"
#include "proto/blocks.pb.h"

namespace norn::ingest {

// Claims that share one can be reports of one event: who takes part, and the type where types tell
// events apart.
std::string ShelfKey(const EventSchema& schema, const ResolvedClaim& claim, const std::string& id);

// Indexes of claims, ascending in each block; the blocks by their first claim. Claims of one block
// are joined by a chain of common keys.
std::vector<std::vector<size_t>> BlocksOf(const EventSchema& schema,
                                          absl::Span<const ResolvedClaim> claims);

// A digest of all that decides what becomes of the block.
std::string BlockDigest(absl::Span<const ResolvedClaim> claims, absl::Span<const size_t> block);

// What became of blocks the last time, and becomes of them now.
class BlockMemo {
 public:
  // `bytes` are ToBytes of an earlier run; of another version, or damaged, they say nothing.
  BlockMemo(absl::string_view version, absl::string_view bytes);

  // Null: the block was not met the last time, or was not as large.
  const proto::Block* Find(const std::string& digest, size_t claims);
  void Put(proto::Block block);

  // What was found and what was put, in an order of its own: the same blocks give the same bytes.
  std::string ToBytes() const;

  size_t taken_over() const { return taken_over_; }
  size_t resolved() const { return resolved_; }

 private:
  std::string version_;
  absl::flat_hash_map<std::string, proto::Block> last_;  // by digest
  absl::node_hash_map<std::string, proto::Block> now_;   // does not move what Find has given
  size_t taken_over_ = 0;
  size_t resolved_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_EVENT_BLOCKS_H_
