// A report of an event as resolution compares it.
#ifndef NORN_INGEST_RESOLVE_RESOLVED_CLAIM_H_
#define NORN_INGEST_RESOLVE_RESOLVED_CLAIM_H_

#include <cstddef>
#include <set>
#include <string>
#include <utility>

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

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_RESOLVED_CLAIM_H_
