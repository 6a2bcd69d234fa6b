// The dates of an article's events that no words of their own tell: from another event, or from the
// article's publication.
#ifndef NORN_INGEST_EXTRACT_DRAFTS_DRAFT_DATES_H_
#define NORN_INGEST_EXTRACT_DRAFTS_DRAFT_DATES_H_

#include <cstddef>
#include <vector>

#include "ingest/extract/drafts/event_drafts.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/event_schema.h"

namespace norn::ingest {

// "dagen etter at …": so many days after another event; both by their index.
struct RelativeDate {
  size_t event;
  size_t anchor;
  int shift;
};

// Either end tells the other's date.
void ResolveRelativeDates(const std::vector<RelativeDate>& relative_dates,
                          std::vector<EventDraft>& events);

// News without a date is of the month in which it is published, up to that day: conversations,
// attacks with casualties, and deliveries that are made, asked for, promised or held back. What the
// article tells as lying further back has none.
void SetCoarseDates(const EventSchema& schema, const DayRange& published,
                    std::vector<EventDraft>& events);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_DRAFTS_DRAFT_DATES_H_
