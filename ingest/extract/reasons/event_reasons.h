// Why an event is stated: which words evoke it, and what weighed most for and against that, and for
// and against the whole.
//
//   for (const EventReasons& event : extractor.Explain(article)) Print(event.whole);
#ifndef NORN_INGEST_EXTRACT_REASONS_EVENT_REASONS_H_
#define NORN_INGEST_EXTRACT_REASONS_EVENT_REASONS_H_

#include <cstddef>
#include <vector>

#include "ingest/extract/article_reading.h"
#include "ingest/extract/reasons/weightiest.h"
#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/scorer_set.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

// How many of each kind there are at most.
constexpr size_t kReasonsShown = 3;

struct EventReasons {
  // How sure the scorer is that a report's words tell of an event of the type, 0 to 1, and why.
  struct Evocation {
    double sure = 0;
    std::vector<Reason> reasons;
  };
  proto::EventClaim claim;
  std::vector<Evocation> evocations;  // by report of the claim
  // Why it is as sure as the claim says. Empty for types that rules alone find.
  std::vector<Reason> whole;
};

// `features`: those of the whole event, with names.
EventReasons ReasonsOf(const proto::EventClaim& claim, const ArticleReading& reading,
                       const Features& features, const ScorerModels& models);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_REASONS_EVENT_REASONS_H_
