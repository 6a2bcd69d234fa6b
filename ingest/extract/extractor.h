// One article in, one extraction record out: a pure function of the article's bytes, the lexicons
// and the extractor's version.
#ifndef NORN_INGEST_EXTRACT_EXTRACTOR_H_
#define NORN_INGEST_EXTRACT_EXTRACTOR_H_

#include <memory>
#include <string>
#include <vector>

#include "ingest/analysis/annotator.h"
#include "ingest/extract/claims/missing_roles.h"
#include "ingest/extract/reasons/event_reasons.h"
#include "ingest/extract/scored_proposals.h"
#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/scorer_set.h"
#include "ingest/lexicon/lexicon_set.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

class Extractor {
 public:
  // With the built-in lexicons and models.
  Extractor();
  // With others, which outlive the extractor.
  Extractor(const LexiconSet& lexicons, const Parser& parser);
  // And with other scorers, which outlive it, too: for measuring.
  Extractor(const LexiconSet& lexicons, const Parser& parser, const ScorerModels& scorers,
            const ScoringOptions& options);
  ~Extractor();

  // Changes whenever the same article could give another record.
  const std::string& version() const;

  // The languages that it reads, sorted; articles in others give records without facts.
  std::vector<std::string> languages() const;

  // Safe to call from many threads. The record's article comes without its text.
  proto::Extraction Extract(const proto::Article& article) const;

  // The record's events, in its order, each with why it is stated; entities are those of the
  // article's part that tells of it. Reads the article anew.
  std::vector<EventReasons> Explain(const proto::Article& article) const;

  // What the scorer of whole events sees of one, and how likely it must be to be stated.
  struct WeighedEvent {
    Features features;
    uint32_t least_share = 0;
  };
  // For training: what was decided on the way.
  struct Trace {
    std::vector<WeighedEvent> events;  // by event of the record
    // Before roles that were open were filled; their entities are those below.
    std::vector<proto::EventClaim> claims;
    std::vector<MissingRole> missing;
    std::vector<proto::Entity> entities;
  };
  // Likewise: all events, also those that are not likely enough.
  proto::Extraction ExtractAll(const proto::Article& article, Trace& trace) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_EXTRACTOR_H_
