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
#include "proto/extraction.pb.h"

namespace norn::ingest {

// A claim whose entities are nodes.
struct ResolvedClaim {
  size_t article = 0;        // index of the article
  std::string article_name;  // for an order that does not depend on the index
  std::string published;
  const proto::EventClaim* claim = nullptr;
  std::set<std::string> participants;                   // node ids
  std::set<std::pair<std::string, std::string>> roles;  // role, node id
  std::set<std::string> weapons;
  std::string place;    // node id or empty
  std::string grounds;  // why it was taken for the event that it is one report of
};

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

// In the order of their content, whatever the order of `claims`. Two claims of one article are
// never one event: the article has told them apart.
std::vector<EventCluster> ClusterEvents(const EventSchema& schema,
                                        std::vector<ResolvedClaim> claims);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_EVENT_CLUSTERS_H_
