// Joins what an article tells once more, less surely, to the event that it tells of.
//
//   for (const size_t i : JoinToldAgain(events)) State(*events[i]);
#ifndef NORN_INGEST_EXTRACT_CLAIMS_TOLD_AGAIN_H_
#define NORN_INGEST_EXTRACT_CLAIMS_TOLD_AGAIN_H_

#include <cstddef>
#include <vector>

#include "proto/extraction.pb.h"

namespace norn::ingest {

// The events that are left, by index. One is told again where a surer one has its type, its status,
// all its participants, and days that include its own or are included by them, or where one of the
// two has no date. The surer one gets its reports, and its date where that is the more exact.
std::vector<size_t> JoinToldAgain(const std::vector<proto::EventClaim*>& events);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAIMS_TOLD_AGAIN_H_
