// From one sentence's proposals to drafts of events: with actors, place, date and figures, before
// it is known which drafts are one event.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_EVENT_DRAFTS_H_
#define NORN_INGEST_EXTRACT_DRAFTS_EVENT_DRAFTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/event_proposal.h"
#include "ingest/extract/sentence_context.h"
#include "ingest/extract/time/day_range.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

struct EventDraft {
  // Words that tell of it.
  struct Telling {
    uint32_t sentence = 0;
    uint32_t token = 0;
  };
  proto::EventClaim claim;  // with one report
  std::vector<Telling> tellings;
  uint32_t sentence = 0;  // index into the text's sentences: of several the last
  uint32_t first_sentence = 0;
  uint32_t token = 0;  // of the trigger
  int32_t clause = 0;
  // "samtalen": may point back at an event that is known.
  bool is_definite = false;
  bool is_noun = false;
  // Its words add people to an event that is known: "tok med seg".
  bool joins = false;
  // Where angrep & co. need more than one detail to be an event.
  bool needs_detail = false;
  // Said to lie further back than the news ("tidligere"), or to happen once more ("igjen").
  bool is_background = false;
  bool is_another = false;
  // `shift` days after the event of the next clause: "dagen etter at …".
  std::optional<int> shift;
  ProposalEvidence evidence;
  // The date of the sentence before, for an event of which nothing else tells the day.
  std::optional<proto::DateRange> carried_date;
  // Told in the preterite, as what lies further back is.
  bool is_in_preterite = false;
  // Its arms are not named again: "de første fire".
  bool takes_up_arms = false;
  // A time is told that is not understood.
  bool has_unknown_date = false;
};

// `carried` is the date that the sentence before told, or null.
std::vector<EventDraft> DraftEvents(const SentenceContext& context, uint32_t sentence,
                                    const MentionedEntities& mentioned, const DayRange& published,
                                    const TimeExpression* carried,
                                    const std::vector<EventProposal>& proposals);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_EVENT_DRAFTS_H_
