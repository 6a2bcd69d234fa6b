// Which reports of all articles are one event.
#ifndef NORN_INGEST_RESOLVE_EVENT_CLUSTERS_H_
#define NORN_INGEST_RESOLVE_EVENT_CLUSTERS_H_

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/resolve/event_blocks.h"
#include "ingest/resolve/resolved_claim.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct EventCluster {
  std::vector<ResolvedClaim> claims;  // the latest published first, then by article
  std::string type;
  std::string status;
  proto::DateRange date;           // what all of them allow
  std::vector<size_t> judgements;  // indexes of those that made it what it is
};

// Adds `from` to `into`, whatever keeps them apart: a person has judged so.
void JoinClusters(const EventSchema& schema, const EventCluster& from, EventCluster& into);

// Takes the claims of the articles out; nothing where none or all are theirs.
std::optional<EventCluster> SplitCluster(const EventSchema& schema,
                                         const std::set<std::string>& articles, EventCluster& from);

// The claims in the order in which they are placed: those whose day is known best come first.
std::vector<ResolvedClaim> PlacementOrder(std::vector<ResolvedClaim> claims);

// In the order of their content, whatever the order of `claims`. Two claims of one article are
// never one event: the article has told them apart. With a memo, blocks that it knows are taken
// over, and it has those of now; what comes out is the same.
std::vector<EventCluster> ClusterEvents(const EventSchema& schema,
                                        std::vector<ResolvedClaim> claims,
                                        BlockMemo* memo = nullptr);

// Changes with the sources that decide which claims are one event.
absl::string_view ClusteringVersion();

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_EVENT_CLUSTERS_H_
