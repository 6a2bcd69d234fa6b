// Which of the events that an article has told of a draft belongs to.
//
//   const EarlierEvents earlier(schema, mentioned, events, recency);
//   if (const auto known = earlier.FindSame(draft)) Join(draft, events[*known]);
#ifndef NORN_INGEST_EXTRACT_DRAFTS_EARLIER_EVENTS_H_
#define NORN_INGEST_EXTRACT_DRAFTS_EARLIER_EVENTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::ingest {

// How many sentences further on the words for an event may follow it.
constexpr uint32_t kCounterpartReach = 2;

class EarlierEvents {
 public:
  // An event is known by its index.
  using Index = size_t;

  // All outlive it. `recency`: the event spoken of last stands last.
  EarlierEvents(const EventSchema& schema, const MentionedEntities& mentioned,
                const std::vector<EventDraft>& events, const std::vector<Index>& recency);

  // One that the draft tells of once more.
  std::optional<Index> FindSame(const EventDraft& draft) const;
  // The event spoken of last that the words can mean; where rules found them, one that rules
  // found, too, before what only may have been told.
  std::optional<Index> FindAntecedent(const EventDraft& draft) const;
  // The last event of the kind, told of near by, that the words may belong to.
  std::optional<Index> FindOpenEvent(const EventDraft& draft) const;
  // "… deltok": in the event told of just before.
  std::optional<Index> FindOpenMeeting(const EventDraft& draft) const;
  // A definite noun before its event: the first event whose participants have all been named by
  // then.
  std::optional<Index> FindLater(const EventDraft& draft) const;

 private:
  bool IsAntecedent(const EventDraft& draft, Index index) const;

  const EventSchema& schema_;
  const MentionedEntities& mentioned_;
  const std::vector<EventDraft>& events_;
  const std::vector<Index>& recency_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_EARLIER_EVENTS_H_
