// Which drafts of an article are one event. Sentences are added in the order of the text; an event
// noun in the definite form points back at what was told before, or ahead where nothing was.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_EVENT_MERGER_H_
#define NORN_INGEST_EXTRACT_DRAFTS_EVENT_MERGER_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "ingest/extract/drafts/draft_dates.h"
#include "ingest/extract/drafts/earlier_events.h"
#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/mentions/mention.h"

namespace norn::ingest {

class EventMerger {
 public:
  EventMerger(const Grammar& grammar, const MentionedEntities& mentioned,
              const DayRange& published);
  EventMerger(const EventMerger&) = delete;
  EventMerger& operator=(const EventMerger&) = delete;

  // The drafts of the next sentence.
  void AddSentence(const SentenceContext& context, const std::vector<EventDraft>& drafts);

  // All events of the article, in the order in which it tells of them. `fill` fills the roles that
  // are still open; what is not whole then is dropped.
  std::vector<EventDraft> Finish(const std::function<void(std::vector<EventDraft>&)>& fill);

 private:
  // An event is known by its index into events_.
  using Index = size_t;

  std::optional<Index> Place(EventDraft draft);
  void AddCounterpart(EventDraft& draft) const;
  void TakeUpTransfer(EventDraft& draft) const;
  void AttachCasualties(const SentenceContext& context);
  void LinkRelativeDates(const std::vector<EventDraft>& drafts,
                         const std::vector<std::optional<Index>>& placed);
  void ResolvePending();
  void InferRoles();

  const EventSchema& schema_;
  const MentionedEntities& mentioned_;
  const DayRange published_;
  std::vector<EventDraft> events_;
  std::vector<Index> recency_;       // the event spoken of last stands last
  std::vector<EventDraft> pending_;  // definite, with nothing before them to point at
  std::vector<RelativeDate> relative_dates_;
  const EarlierEvents earlier_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_EVENT_MERGER_H_
