#include "ingest/extract/drafts/earlier_events.h"

#include <algorithm>
#include <set>

#include "ingest/extract/drafts/draft_kinds.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

bool Contains(const std::set<uint32_t>& all, const std::set<uint32_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// A title tells in short what the first sentence tells: who attacked whom.
bool IsTitle(const EventDraft& title, const EventDraft& lead) {
  return title.sentence == 0 && lead.sentence == 1 && title.claim.participants_size() >= 2 &&
         ParticipantsOf(title.claim) == ParticipantsOf(lead.claim);
}

}  // namespace

EarlierEvents::EarlierEvents(const EventSchema& schema, const MentionedEntities& mentioned,
                             const std::vector<EventDraft>& events,
                             const std::vector<Index>& recency)
    : schema_(schema), mentioned_(mentioned), events_(events), recency_(recency) {}

std::optional<EarlierEvents::Index> EarlierEvents::FindSame(const EventDraft& draft) const {
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const EventDraft& event = events_[*i];
    const proto::EventClaim& a = event.claim;
    const proto::EventClaim& b = draft.claim;
    // "mötet mellan X och Y" may name only two of those who met.
    const bool named_in_part = draft.is_definite && schema_.IsConversation(b.type()) &&
                               Contains(ParticipantsOf(a), ParticipantsOf(b));
    if (!TypesAgree(schema_, a, b) || !DatesAgree(a, b)) continue;
    // "det nordlandske angrepet", right behind the one that is told of.
    const bool follows_others = schema_.Of(a.type()).follows_others();
    const bool points_back = draft.is_definite && draft.is_noun && follows_others &&
                             event.sentence + kCounterpartReach >= draft.sentence &&
                             !RolesConflict(a, b);
    if (!RolesAgree(schema_, a, b) && !named_in_part && !points_back) continue;
    // A definite noun may tell the place more closely: the town, then the base. So may whoever
    // counts the same dead.
    const bool same_dead = a.has_killed() && b.has_killed() && a.killed() == b.killed();
    if (!draft.is_definite && !same_dead && !PlacesAgree(a, b)) continue;
    if (event.is_background != draft.is_background && !draft.is_definite) continue;
    if (StatusesAgree(a.status(), b.status())) {
      // Attacks follow one another: only what is told as the same, or with the same date, is.
      const bool same_date = a.has_date() == b.has_date() || same_dead || IsTitle(event, draft);
      if (!follows_others || draft.is_definite || same_date) return *i;
      continue;
    }
    if (PointsAtTransfer(schema_, draft) && event.sentence + kCounterpartReach >= draft.sentence)
      return *i;
    // What was to be done and is told as done in the same article, unless it is to be done again.
    const bool ahead_and_done =
        StatusesAgree(a.status(), kPlanned) != StatusesAgree(b.status(), kPlanned) &&
        (a.status() == kHappened || b.status() == kHappened);
    const EventDraft& ahead = b.status() == kHappened ? event : draft;
    if (!ahead_and_done || !DeedJoinsPlan(schema_, a) || !DeedJoinsPlan(schema_, b)) continue;
    // "kjøpet" in the sentence that tells of the contract, or the delivery of what was promised.
    if (IsTransfer(schema_, a) && IsTransfer(schema_, b) && WeaponsAgree(a, b) &&
        !ahead.is_another &&
        (event.sentence == draft.sentence || a.participants_size() == b.participants_size())) {
      return *i;
    }
    if (schema_.IsConversation(a.type()) && !ahead.is_another && !ahead.claim.has_date()) {
      return *i;
    }
  }
  return std::nullopt;
}

std::optional<EarlierEvents::Index> EarlierEvents::FindAntecedent(const EventDraft& draft) const {
  if (draft.evidence.by_rules) {
    for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
      if (events_[*i].evidence.by_rules && IsAntecedent(draft, *i)) return *i;
    }
  }
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    if (IsAntecedent(draft, *i)) return *i;
  }
  return std::nullopt;
}

bool EarlierEvents::IsAntecedent(const EventDraft& draft, Index index) const {
  const proto::EventClaim& event = events_[index].claim;
  if (!TypesAgree(schema_, event, draft.claim) || !DatesAgree(event, draft.claim)) return false;
  // "mötet" is no conversation of another kind, and what was is not what is to be.
  if (event.type() != draft.claim.type() && !IsUnspecific(schema_, draft.claim)) return false;
  if (draft.claim.status() == kHappened && event.status() != kHappened) return false;
  const std::set<uint32_t> wanted = ParticipantsOf(draft.claim);
  const std::set<uint32_t> known = ParticipantsOf(event);
  if (!draft.joins) return Contains(known, wanted);
  return event.status() == kHappened &&
         std::any_of(wanted.begin(), wanted.end(), [&](uint32_t p) { return known.count(p) > 0; });
}

std::optional<EarlierEvents::Index> EarlierEvents::FindOpenEvent(const EventDraft& draft) const {
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const EventDraft& event = events_[*i];
    if (event.sentence + kCounterpartReach < draft.sentence) continue;
    const bool fits = TypesAgree(schema_, event.claim, draft.claim) &&
                      StatusesAgree(event.claim.status(), draft.claim.status()) &&
                      DatesAgree(event.claim, draft.claim) &&
                      !RolesConflict(event.claim, draft.claim);
    if (fits) return *i;
  }
  return std::nullopt;
}

std::optional<EarlierEvents::Index> EarlierEvents::FindOpenMeeting(const EventDraft& draft) const {
  if (recency_.empty()) return std::nullopt;
  const EventDraft& last = events_[recency_.back()];
  const bool near = last.sentence + kCounterpartReach >= draft.sentence;
  const bool fits = last.claim.type() == draft.claim.type() && last.claim.status() == kHappened;
  return near && fits ? std::make_optional(recency_.back()) : std::nullopt;
}

std::optional<EarlierEvents::Index> EarlierEvents::FindLater(const EventDraft& draft) const {
  std::set<uint32_t> named;
  for (uint32_t s = 0; s <= draft.sentence; ++s) {
    for (const Mention& mention : mentioned_.mentions[s]) {
      named.insert(mention.entities.begin(), mention.entities.end());
    }
  }
  const std::set<uint32_t> wanted = ParticipantsOf(draft.claim);
  for (Index i = 0; i < events_.size(); ++i) {
    const proto::EventClaim& event = events_[i].claim;
    if (event.status() != kHappened || !TypesAgree(schema_, event, draft.claim)) continue;
    if (!DatesAgree(event, draft.claim)) continue;
    const std::set<uint32_t> participants = ParticipantsOf(event);
    if (Contains(named, participants) && Contains(participants, wanted)) return i;
  }
  return std::nullopt;
}

}  // namespace norn::ingest
