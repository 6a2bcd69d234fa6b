#include "ingest/extract/event_merger.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/str_split.h"
#include "absl/types/span.h"
#include "ingest/extract/details.h"
#include "ingest/extract/event_compatibility.h"

namespace norn::ingest {
namespace {

// How many events back a draft may belong to, and how many may wait for theirs: articles stay far
// below, and hostile ones cost little.
constexpr size_t kRecentEvents = 200;
constexpr size_t kMaxPending = 200;
constexpr uint32_t kCasualtyReach = 2;     // sentences
constexpr uint32_t kCounterpartReach = 2;  // sentences
constexpr double kInferredConfidence = 0.6;

bool Contains(const std::set<uint32_t>& all, const std::set<uint32_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

bool LacksPartner(const EventDraft& draft) {
  return IsConversation(draft.claim.type()) && draft.claim.participants_size() < 2;
}

}  // namespace

EventMerger::EventMerger(const Grammar& grammar, const MentionedEntities& mentioned,
                         const DayRange& published)
    : grammar_(grammar), mentioned_(mentioned), published_(published) {}

void EventMerger::AddSentence(const SentenceContext& context,
                              const std::vector<EventDraft>& drafts) {
  std::vector<std::optional<Index>> placed;
  placed.reserve(drafts.size());
  for (const EventDraft& draft : drafts) placed.push_back(Place(draft));
  LinkRelativeDates(drafts, placed);
  AttachCasualties(context);
}

std::optional<EventMerger::Index> EventMerger::Place(EventDraft draft) {
  std::optional<Index> known;
  if (draft.joins) {
    known = FindAntecedent(draft);
    if (!known) known = FindOpenMeeting(draft);
    if (!known || draft.claim.status() != "happened") return std::nullopt;
  } else if (LacksPartner(draft)) {
    if (draft.is_definite) {
      known = FindAntecedent(draft);
      if (!known) {
        if (pending_.size() < kMaxPending) pending_.push_back(std::move(draft));
        return std::nullopt;
      }
    } else {
      AddCounterpart(draft);
      // "Hun møtte de nordiske lederne": who they were may stand in the next sentence.
      const bool may_be_joined = draft.claim.participants_size() == 1 && !draft.is_noun;
      if (LacksPartner(draft) && !may_be_joined) return std::nullopt;
    }
  }
  if (!known) known = FindSame(draft);
  if (known) {
    Merge(draft, *known);
  } else {
    events_.push_back(std::move(draft));
    known = events_.size() - 1;
  }
  recency_.erase(std::remove(recency_.begin(), recency_.end(), *known), recency_.end());
  recency_.push_back(*known);
  if (recency_.size() > kRecentEvents) recency_.erase(recency_.begin());
  return known;
}

std::optional<EventMerger::Index> EventMerger::FindSame(const EventDraft& draft) const {
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const EventDraft& event = events_[*i];
    const proto::EventClaim& a = event.claim;
    const proto::EventClaim& b = draft.claim;
    // "mötet mellan X och Y" may name only two of those who met.
    const bool named_in_part = draft.is_definite && IsConversation(b.type()) &&
                               Contains(ParticipantsOf(a), ParticipantsOf(b));
    if (!TypesAgree(a, b) || !DatesAgree(a, b)) continue;
    // "det nordlandske angrepet", right behind the one that is told of.
    const bool points_back = draft.is_definite && draft.is_noun && a.type() == "attack" &&
                             event.sentence + kCounterpartReach >= draft.sentence &&
                             !RolesConflict(a, b);
    if (!RolesAgree(a, b) && !named_in_part && !points_back) continue;
    // A definite noun may tell the place more closely: the town, then the base. So may whoever
    // counts the same dead.
    const bool same_dead = a.has_killed() && b.has_killed() && a.killed() == b.killed();
    if (!draft.is_definite && !same_dead && !PlacesAgree(a, b)) continue;
    if (event.is_background != draft.is_background && !draft.is_definite) continue;
    if (StatusesAgree(a.status(), b.status())) {
      // Attacks follow one another: only what is told as the same, or with the same date, is.
      const bool same_date = a.has_date() == b.has_date() || same_dead || IsTitle(event, draft);
      if (a.type() != "attack" || draft.is_definite || same_date) return *i;
      continue;
    }
    // What was to be done and is told as done in the same article, unless it is to be done again.
    const bool ahead_and_done =
        StatusesAgree(a.status(), "planned") != StatusesAgree(b.status(), "planned") &&
        (a.status() == "happened" || b.status() == "happened");
    const EventDraft& ahead = b.status() == "happened" ? event : draft;
    // "kjøpet" in the sentence that tells of the contract, or the delivery of what was promised.
    if (ahead_and_done && a.type() == "supply" && b.type() == "supply" && WeaponsAgree(a, b) &&
        (event.sentence == draft.sentence || a.participants_size() == b.participants_size())) {
      return *i;
    }
    if (ahead_and_done && a.type() != "meeting" && b.type() != "meeting" &&
        IsConversation(a.type()) && !ahead.is_another && !ahead.claim.has_date()) {
      return *i;
    }
  }
  return std::nullopt;
}

// A title tells in short what the first sentence tells: who attacked whom.
bool EventMerger::IsTitle(const EventDraft& title, const EventDraft& lead) {
  return title.sentence == 0 && lead.sentence == 1 && title.claim.participants_size() >= 2 &&
         ParticipantsOf(title.claim) == ParticipantsOf(lead.claim);
}

// The event spoken of last that the words can mean.
std::optional<EventMerger::Index> EventMerger::FindAntecedent(const EventDraft& draft) const {
  const std::set<uint32_t> wanted = ParticipantsOf(draft.claim);
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const proto::EventClaim& event = events_[*i].claim;
    if (!TypesAgree(event, draft.claim) || !DatesAgree(event, draft.claim)) continue;
    // "mötet" is no conversation of another kind, and what was is not what is to be.
    if (event.type() != draft.claim.type() && !IsUnspecific(draft.claim)) continue;
    if (draft.claim.status() == "happened" && event.status() != "happened") continue;
    const std::set<uint32_t> known = ParticipantsOf(event);
    if (draft.joins) {
      const bool shared =
          std::any_of(wanted.begin(), wanted.end(), [&](uint32_t p) { return known.count(p) > 0; });
      if (event.status() == "happened" && shared) return *i;
    } else if (Contains(known, wanted)) {
      return *i;
    }
  }
  return std::nullopt;
}

// "… deltok": in the event told of just before.
std::optional<EventMerger::Index> EventMerger::FindOpenMeeting(const EventDraft& draft) const {
  if (recency_.empty()) return std::nullopt;
  const EventDraft& last = events_[recency_.back()];
  const bool near = last.sentence + kCounterpartReach >= draft.sentence;
  const bool fits = last.claim.type() == draft.claim.type() && last.claim.status() == "happened";
  return near && fits ? std::make_optional(recency_.back()) : std::nullopt;
}

// A definite noun before its event: the first event whose participants have all been named by then.
std::optional<EventMerger::Index> EventMerger::FindLater(const EventDraft& draft) const {
  std::set<uint32_t> named;
  for (uint32_t s = 0; s <= draft.sentence; ++s) {
    for (const Mention& mention : mentioned_.mentions[s]) {
      named.insert(mention.entities.begin(), mention.entities.end());
    }
  }
  const std::set<uint32_t> wanted = ParticipantsOf(draft.claim);
  for (Index i = 0; i < events_.size(); ++i) {
    const proto::EventClaim& event = events_[i].claim;
    if (event.status() != "happened" || !TypesAgree(event, draft.claim)) continue;
    if (!DatesAgree(event, draft.claim)) continue;
    const std::set<uint32_t> participants = ParticipantsOf(event);
    if (Contains(named, participants) && Contains(participants, wanted)) return i;
  }
  return std::nullopt;
}

void EventMerger::Merge(const EventDraft& draft, Index into) {
  proto::EventClaim claim = draft.claim;
  EventDraft& event = events_[into];
  // "mötet skulle pågå …": what was to be says nothing of what was, when a known event is meant.
  const bool only_points = LacksPartner(draft) || draft.joins;
  if (only_points && claim.status() != event.claim.status()) {
    claim.set_status(event.claim.status());
    claim.clear_date();
    claim.set_duration_minutes(0);
  }
  // "undertegnet en avtale om kjøp av": the purchase is what the contract is about.
  const bool is_contract = claim.type() == "supply" && draft.sentence == event.sentence &&
                           claim.status() != event.claim.status();
  if (is_contract) {
    claim.set_status("planned");
    event.claim.set_status("planned");
  }
  if (draft.joins) claim.set_type(event.claim.type());
  MergeClaim(claim, event.claim);
  event.sentence = std::max(event.sentence, draft.sentence);
  event.needs_detail = event.needs_detail && draft.needs_detail;
}

// "Putin foreslo et møte i Moskva": with whom stands in what was told just before.
void EventMerger::AddCounterpart(EventDraft& draft) const {
  if (draft.claim.participants_size() != 1 || draft.claim.status() == "happened") return;
  const uint32_t one = draft.claim.participants(0).entity();
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const EventDraft& event = events_[*i];
    if (event.sentence + kCounterpartReach < draft.sentence) continue;
    const std::set<uint32_t> known = ParticipantsOf(event.claim);
    if (!IsConversation(event.claim.type()) || known.count(one) == 0) continue;
    for (const uint32_t entity : known) {
      if (entity == one) continue;
      proto::Participant* participant = draft.claim.add_participants();
      participant->set_entity(entity);
      participant->set_role("participant");
    }
    draft.claim.set_confidence(kInferredConfidence);
    return;
  }
}

// "Minst én person ble drept": after the attack that it belongs to. Whose authorities count the
// dead was the target.
void EventMerger::AttachCasualties(const SentenceContext& context) {
  const Casualties casualties = FindCasualties(context);
  if (casualties.empty()) return;
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    EventDraft& event = events_[*i];
    if (event.claim.type() != "attack" || event.claim.status() != "happened") continue;
    const uint32_t token = event.token;
    if (token + 1 < context.begin() &&
        context.sentence.paragraph >
            context.text.sentences[event.sentence].paragraph + kCasualtyReach) {
      return;
    }
    if (casualties.killed && !event.claim.has_killed()) event.claim.set_killed(*casualties.killed);
    if (casualties.wounded && !event.claim.has_wounded()) {
      event.claim.set_wounded(*casualties.wounded);
    }
    std::set<uint32_t> known = ParticipantsOf(event.claim);
    const bool has_target =
        std::any_of(event.claim.participants().begin(), event.claim.participants().end(),
                    [](const proto::Participant& p) { return p.role() == "target"; });
    for (const Mention& mention : context.mentions) {
      if (has_target || mention.kind != Mention::Kind::kGroup || mention.entities.size() != 1) {
        continue;
      }
      if (!known.insert(mention.entities[0]).second) continue;
      proto::Participant* target = event.claim.add_participants();
      target->set_entity(mention.entities[0]);
      target->set_role("target");
      return;
    }
    return;
  }
}

void EventMerger::LinkRelativeDates(const std::vector<EventDraft>& drafts,
                                    const std::vector<std::optional<Index>>& placed) {
  for (size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].shift || !placed[i]) continue;
    for (size_t k = i + 1; k < drafts.size(); ++k) {
      if (!placed[k] || *placed[k] == *placed[i] || drafts[k].clause == drafts[i].clause) continue;
      relative_dates_.push_back({*placed[i], *placed[k], *drafts[i].shift});
      break;
    }
  }
}

void EventMerger::ResolvePending() {
  std::vector<EventDraft> pending = std::move(pending_);
  pending_.clear();
  for (const EventDraft& draft : pending) {
    if (const auto later = FindLater(draft)) Merge(draft, *later);
  }
}

void EventMerger::ResolveRelativeDates() {
  for (const RelativeDate& relative : relative_dates_) {
    proto::EventClaim& event = events_[relative.event].claim;
    proto::EventClaim& anchor = events_[relative.anchor].claim;
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

// An attacker whose target is not told attacks the one that it attacks elsewhere in the article.
void EventMerger::InferTargets() {
  const auto in_role = [](const EventDraft& event, absl::string_view role) {
    std::optional<uint32_t> found;
    for (const proto::Participant& p : event.claim.participants()) {
      if (p.role() == role) found = p.entity();
    }
    return found;
  };
  const size_t known = std::min(events_.size(), kRecentEvents);
  for (EventDraft& event : events_) {
    if (event.claim.type() != "attack" || in_role(event, "target")) continue;
    for (const EventDraft& other : absl::MakeConstSpan(events_).subspan(0, known)) {
      const auto target = in_role(other, "target");
      if (other.claim.type() != "attack" || !target || !in_role(other, "attacker")) continue;
      if (in_role(other, "attacker") != in_role(event, "attacker")) continue;
      proto::Participant* participant = event.claim.add_participants();
      participant->set_entity(*target);
      participant->set_role("target");
      event.claim.set_confidence(kInferredConfidence);
      break;
    }
  }
}

// News without a date is of the month in which it is published, up to that day: conversations,
// attacks with casualties, and deliveries that are made, asked for, promised or held back. What the
// article tells as lying further back has none.
void EventMerger::SetCoarseDates() {
  if (published_.empty()) return;
  // What has happened has happened by then.
  proto::DateRange until;
  SetRange({std::nullopt, published_.to}, until);
  for (EventDraft& event : events_) {
    if (!event.claim.has_date() || event.claim.status() != "happened") continue;
    if (auto both = Intersect(event.claim.date(), until)) {
      both->set_derivation(event.claim.date().derivation());
      *event.claim.mutable_date() = *std::move(both);
    }
  }
  const DayRange month = {absl::CivilDay(absl::CivilMonth(*published_.from)), published_.to};
  for (EventDraft& event : events_) {
    const bool arms = event.claim.type() == "supply" && event.claim.status() != "proposed";
    const bool news = event.claim.status() == "happened" &&
                      (IsConversation(event.claim.type()) || event.claim.has_killed() ||
                       event.claim.has_wounded());
    if (event.claim.has_date() || event.is_background || !(arms || news)) continue;
    SetRange(month, *event.claim.mutable_date());
    event.claim.mutable_date()->set_derivation("month of publication");
  }
}

// Whether the event type's needs are met.
bool EventMerger::IsWhole(const EventDraft& draft) const {
  const proto::EventClaim& claim = draft.claim;
  const auto filled = [&](absl::string_view role) {
    return std::any_of(claim.participants().begin(), claim.participants().end(),
                       [&](const proto::Participant& p) { return p.role() == role; });
  };
  if (draft.needs_detail) {
    const int details = int{filled("attacker")} + int{filled("target")} +
                        int{claim.weapons_size() > 0} + int{claim.has_date()} +
                        int{claim.has_killed() || claim.has_wounded()};
    if (details < 2) return false;
  }
  const EventType* type = grammar_.FindEventType(claim.type());
  if (type == nullptr) return false;
  return std::any_of(type->needs().begin(), type->needs().end(), [&](const std::string& needs) {
    int participants = 0;
    for (const absl::string_view role : absl::StrSplit(needs, ' ')) {
      if (role == "participant") {
        ++participants;
      } else if (role == "weapon" ? claim.weapons_size() == 0 : !filled(role)) {
        return false;
      }
    }
    return claim.participants_size() >= participants;
  });
}

std::vector<proto::EventClaim> EventMerger::Finish() {
  ResolvePending();
  ResolveRelativeDates();
  InferTargets();
  std::vector<EventDraft> whole;
  std::copy_if(events_.begin(), events_.end(), std::back_inserter(whole),
               [&](const EventDraft& draft) { return IsWhole(draft); });
  events_ = std::move(whole);
  SetCoarseDates();
  std::vector<proto::EventClaim> claims;
  claims.reserve(events_.size());
  for (EventDraft& event : events_) claims.push_back(std::move(event.claim));
  return claims;
}

}  // namespace norn::ingest
