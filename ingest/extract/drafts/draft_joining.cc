#include "ingest/extract/drafts/draft_joining.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ingest/extract/drafts/draft_kinds.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

// `is_of_type`: both tell of one type, and the words of one speak for the other.
void JoinEvidence(const ProposalEvidence& from, bool is_of_type, ProposalEvidence& into) {
  into.evocation = std::max(into.evocation, from.evocation);
  into.any_event = std::max(into.any_event, from.any_event);
  into.status = std::max(into.status, from.status);
  into.weakest_role = std::max(into.weakest_role, from.weakest_role);
  into.is_unreal &= from.is_unreal;
  into.unresolved_roles = std::min(into.unresolved_roles, from.unresolved_roles);
  into.arms_roles = std::max(into.arms_roles, from.arms_roles);
  into.least_certainty = std::max(into.least_certainty, from.least_certainty);
  into.best_left_out = std::max(into.best_left_out, from.best_left_out);
  if (is_of_type) {
    into.words.insert(from.words.begin(), from.words.end());
    into.senses.insert(from.senses.begin(), from.senses.end());
  }
  into.drafts += from.drafts;
  into.by_rules |= from.by_rules;
  into.by_scorers |= from.by_scorers;
}

bool AreTwins(const EventSchema& schema, const EventDraft& a, const EventDraft& b) {
  const EventType& type = schema.Of(a.claim.type());
  if (a.claim.type() != b.claim.type() || type.follows_others()) return false;
  if (a.claim.status() != b.claim.status() || a.is_another || b.is_another) return false;
  const std::set<uint32_t> own = ParticipantsOf(a.claim);
  if (own.size() < 2 || own != ParticipantsOf(b.claim)) return false;
  if (RolesConflict(a.claim, b.claim) || !PlacesAgree(a.claim, b.claim)) return false;
  if (IsTransfer(schema, a.claim) && !WeaponsAgree(a.claim, b.claim) &&
      a.claim.weapons_size() > 0 && b.claim.weapons_size() > 0) {
    return false;
  }
  return DatesAgree(a.claim, b.claim);
}

}  // namespace

void JoinDraft(const EventSchema& schema, const EventDraft& draft, EventDraft& event) {
  proto::EventClaim claim = draft.claim;
  // "mötet skulle pågå …": what was to be says nothing of what was, when a known event is meant.
  const bool only_points =
      LacksPartner(schema, draft) || draft.joins || PointsAtTransfer(schema, draft);
  if (only_points && claim.status() != event.claim.status()) {
    claim.set_status(event.claim.status());
    claim.clear_date();
    claim.set_duration_minutes(0);
  }
  // "undertegnet en avtale om kjøp av": the purchase is what the contract is about.
  const bool is_contract = IsTransfer(schema, claim) && draft.sentence == event.sentence &&
                           claim.status() != event.claim.status();
  if (is_contract) {
    claim.set_status(kPlanned);
    event.claim.set_status(kPlanned);
  }
  // What rules found keeps its type, whatever scorers take further words for.
  const bool is_event_surer = event.evidence.by_rules && !draft.evidence.by_rules;
  if (draft.joins || is_event_surer) claim.set_type(event.claim.type());
  if (draft.evidence.by_rules && !event.evidence.by_rules && !IsUnspecific(schema, claim)) {
    event.claim.set_type(claim.type());
  }
  JoinEvidence(draft.evidence, draft.claim.type() == event.claim.type(), event.evidence);
  MergeClaim(schema, claim, event.claim);
  event.tellings.insert(event.tellings.end(), draft.tellings.begin(), draft.tellings.end());
  event.sentence = std::max(event.sentence, draft.sentence);
  event.needs_detail = event.needs_detail && draft.needs_detail;
  if (!event.carried_date) event.carried_date = draft.carried_date;
  event.has_unknown_date = event.has_unknown_date && draft.has_unknown_date;
}

void JoinTwins(const EventSchema& schema, size_t most, std::vector<EventDraft>& events) {
  const size_t known = std::min(events.size(), most);
  std::vector<EventDraft> joined;
  for (size_t i = 0; i < events.size(); ++i) {
    const auto twin = i < known ? std::find_if(joined.begin(), joined.end(),
                                               [&](const EventDraft& other) {
                                                 return AreTwins(schema, other, events[i]);
                                               })
                                : joined.end();
    if (twin == joined.end()) {
      joined.push_back(std::move(events[i]));
    } else {
      JoinDraft(schema, events[i], *twin);
    }
  }
  events = std::move(joined);
}

}  // namespace norn::ingest
