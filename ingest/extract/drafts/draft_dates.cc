#include "ingest/extract/drafts/draft_dates.h"

#include <algorithm>
#include <utility>

#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

// Whether it is of the month of publication where it has no date.
bool IsNews(const EventSchema& schema, const proto::EventClaim& claim) {
  const EventType::Undated& undated = schema.Of(claim.type()).undated();
  const bool of_status = std::find(undated.status().begin(), undated.status().end(),
                                   claim.status()) != undated.status().end();
  return of_status && (!undated.needs_casualties() || claim.has_killed() || claim.has_wounded());
}

}  // namespace

void ResolveRelativeDates(const std::vector<RelativeDate>& relative_dates,
                          std::vector<EventDraft>& events) {
  for (const RelativeDate& relative : relative_dates) {
    proto::EventClaim& event = events[relative.event].claim;
    proto::EventClaim& anchor = events[relative.anchor].claim;
    const auto narrow = [](const proto::DateRange& by, proto::EventClaim& claim) {
      auto both = claim.has_date() ? Intersect(claim.date(), by) : std::make_optional(by);
      if (!both) return;
      both->set_derivation(by.derivation());
      *claim.mutable_date() = *std::move(both);
    };
    if (anchor.has_date()) {
      proto::DateRange shifted = Shift(anchor.date(), relative.shift);
      shifted.set_derivation("days from another event, " + anchor.date().derivation());
      narrow(shifted, event);
    }
    if (event.has_date()) {
      proto::DateRange shifted = Shift(event.date(), -relative.shift);
      shifted.set_derivation("days from another event, " + event.date().derivation());
      narrow(shifted, anchor);
    }
  }
}

void SetCoarseDates(const EventSchema& schema, const DayRange& published,
                    std::vector<EventDraft>& events) {
  if (published.empty()) return;
  // What has happened has happened by then.
  proto::DateRange until;
  SetRange({std::nullopt, published.to}, until);
  for (EventDraft& event : events) {
    if (!event.claim.has_date() || event.claim.status() != kHappened) continue;
    if (auto both = Intersect(event.claim.date(), until)) {
      both->set_derivation(event.claim.date().derivation());
      *event.claim.mutable_date() = *std::move(both);
    }
  }
  const DayRange month = {absl::CivilDay(absl::CivilMonth(*published.from)), published.to};
  for (EventDraft& event : events) {
    if (!event.claim.has_date() && event.carried_date) {
      *event.claim.mutable_date() = *event.carried_date;
    }
    if (event.claim.has_date() || event.has_unknown_date) continue;
    if (event.is_background || !IsNews(schema, event.claim)) continue;
    // In its first sentence an article tells the news; in the preterite, further on, also the rest.
    constexpr uint32_t kLead = 1;
    if (event.is_in_preterite && event.first_sentence > kLead) continue;
    SetRange(month, *event.claim.mutable_date());
    event.claim.mutable_date()->set_derivation("month of publication");
  }
}

}  // namespace norn::ingest
