#include "ingest/extract/event_merger.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/str_split.h"
#include "absl/types/span.h"
#include "ingest/extract/details.h"
#include "ingest/extract/event_compatibility.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

// How many events back a draft may belong to, and how many may wait for theirs: articles stay far
// below, and hostile ones cost little.
constexpr size_t kRecentEvents = 200;
constexpr size_t kMaxPending = 200;
constexpr uint32_t kCasualtyReach = 2;     // sentences
constexpr uint32_t kCounterpartReach = 2;  // sentences
constexpr double kInferredConfidence = 0.6;

// Of several the last.
std::optional<uint32_t> InRole(const proto::EventClaim& claim, absl::string_view role) {
  std::optional<uint32_t> found;
  for (const proto::Participant& p : claim.participants()) {
    if (p.role() == role) found = p.entity();
  }
  return found;
}

bool Contains(const std::set<uint32_t>& all, const std::set<uint32_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

void Join(const ProposalEvidence& from, ProposalEvidence& into) {
  into.evocation = std::max(into.evocation, from.evocation);
  into.any_event = std::max(into.any_event, from.any_event);
  into.status = std::max(into.status, from.status);
  into.weakest_role = std::max(into.weakest_role, from.weakest_role);
  into.is_unreal &= from.is_unreal;
  into.unresolved_roles = std::min(into.unresolved_roles, from.unresolved_roles);
  into.arms_roles = std::max(into.arms_roles, from.arms_roles);
  into.least_certainty = std::max(into.least_certainty, from.least_certainty);
  into.best_left_out = std::max(into.best_left_out, from.best_left_out);
  into.words.insert(from.words.begin(), from.words.end());
  into.senses.insert(from.senses.begin(), from.senses.end());
  into.drafts += from.drafts;
  into.by_rules |= from.by_rules;
  into.by_scorers |= from.by_scorers;
}

}  // namespace

EventMerger::EventMerger(const Grammar& grammar, const MentionedEntities& mentioned,
                         const DayRange& published)
    : schema_(grammar.events()), mentioned_(mentioned), published_(published) {}

bool EventMerger::IsTransfer(const proto::EventClaim& claim) const {
  return schema_.Of(claim.type()).family() == EventType::TRANSFER;
}

bool EventMerger::DeedJoinsPlan(const proto::EventClaim& claim) const {
  return schema_.Of(claim.type()).deed_joins_plan();
}

bool EventMerger::HasCasualties(const proto::EventClaim& claim) const {
  return schema_.HasDetail(claim.type(), EventType::KILLED);
}

// Whether it is of the month of publication where it has no date.
bool EventMerger::IsNews(const proto::EventClaim& claim) const {
  const EventType::Undated& undated = schema_.Of(claim.type()).undated();
  const bool of_status = std::find(undated.status().begin(), undated.status().end(),
                                   claim.status()) != undated.status().end();
  return of_status && (!undated.needs_casualties() || claim.has_killed() || claim.has_wounded());
}

// "leveransen besto av 1.800 bomber": of the one that was held back, which nobody made.
bool EventMerger::PointsAtTransfer(const EventDraft& draft) const {
  return draft.is_definite && draft.is_noun && IsTransfer(draft.claim) &&
         draft.claim.status() == kHappened;
}

bool EventMerger::LacksPartner(const EventDraft& draft) const {
  return schema_.IsConversation(draft.claim.type()) && draft.claim.participants_size() < 2;
}

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
    if (!known || draft.claim.status() != kHappened) return std::nullopt;
  } else if (draft.evidence.by_scorers && IsAftermath(draft)) {
    // "Tre ble drept": of the event told of just before; alone, only what harms somebody.
    known = FindOpenEvent(draft);
    // Whose "492 people" are, the attack that killed them tells best.
    if (!known && (draft.claim.has_killed() || draft.claim.has_wounded())) {
      EventDraft nobody = draft;
      nobody.claim.clear_participants();
      known = FindOpenEvent(nobody);
      if (known) draft = std::move(nobody);
    }
    const bool is_empty = draft.claim.participants_size() == 0;
    if (!known && is_empty && schema_.IsConversation(draft.claim.type())) return std::nullopt;
  } else if (LacksPartner(draft)) {
    if (draft.is_definite) {
      known = FindAntecedent(draft);
      const bool may_stand_alone = draft.evidence.by_scorers && draft.claim.participants_size() > 0;
      if (!known && !may_stand_alone) {
        if (pending_.size() < kMaxPending) pending_.push_back(std::move(draft));
        return std::nullopt;
      }
    } else {
      AddCounterpart(draft);
      // "Hun møtte de nordiske lederne": who they were may stand in the next sentence.
      if (draft.claim.participants_size() == 0) return std::nullopt;
      // "X held a meeting": a body meets alone, a person does not.
      const bool is_body = mentioned_.entities[draft.claim.participants(0).entity()].kind() ==
                           proto::Entity::ORGANIZATION;
      if (LacksPartner(draft) && draft.is_noun && draft.evidence.by_rules && !is_body) {
        return std::nullopt;
      }
    }
  }
  if (draft.takes_up_arms) TakeUpTransfer(draft);
  if (!known) known = FindSame(draft);
  if (known) {
    Merge(draft, events_[*known]);
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
    if (PointsAtTransfer(draft) && event.sentence + kCounterpartReach >= draft.sentence) return *i;
    // What was to be done and is told as done in the same article, unless it is to be done again.
    const bool ahead_and_done =
        StatusesAgree(a.status(), kPlanned) != StatusesAgree(b.status(), kPlanned) &&
        (a.status() == kHappened || b.status() == kHappened);
    const EventDraft& ahead = b.status() == kHappened ? event : draft;
    if (!ahead_and_done || !DeedJoinsPlan(a) || !DeedJoinsPlan(b)) continue;
    // "kjøpet" in the sentence that tells of the contract, or the delivery of what was promised.
    if (IsTransfer(a) && IsTransfer(b) && WeaponsAgree(a, b) && !ahead.is_another &&
        (event.sentence == draft.sentence || a.participants_size() == b.participants_size())) {
      return *i;
    }
    if (schema_.IsConversation(a.type()) && !ahead.is_another && !ahead.claim.has_date()) {
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

// The event spoken of last that the words can mean; where rules found them, one that rules found,
// too, before what only may have been told.
std::optional<EventMerger::Index> EventMerger::FindAntecedent(const EventDraft& draft) const {
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

bool EventMerger::IsAntecedent(const EventDraft& draft, Index index) const {
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

// Words that name nobody, or the harmed alone.
bool EventMerger::IsAftermath(const EventDraft& draft) const {
  if (draft.claim.participants_size() == 0) return true;
  if (!HasCasualties(draft.claim)) return false;
  const auto& roles = schema_.Of(draft.claim.type()).role();
  return std::none_of(roles.begin(), roles.end(), [&](const Role& role) {
    return role.direction() == Role::FROM && InRole(draft.claim, role.name());
  });
}

// The last event of the kind, told of near by, that the words may belong to.
std::optional<EventMerger::Index> EventMerger::FindOpenEvent(const EventDraft& draft) const {
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

// "… deltok": in the event told of just before.
std::optional<EventMerger::Index> EventMerger::FindOpenMeeting(const EventDraft& draft) const {
  if (recency_.empty()) return std::nullopt;
  const EventDraft& last = events_[recency_.back()];
  const bool near = last.sentence + kCounterpartReach >= draft.sentence;
  const bool fits = last.claim.type() == draft.claim.type() && last.claim.status() == kHappened;
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
    if (event.status() != kHappened || !TypesAgree(schema_, event, draft.claim)) continue;
    if (!DatesAgree(event, draft.claim)) continue;
    const std::set<uint32_t> participants = ParticipantsOf(event);
    if (Contains(named, participants) && Contains(participants, wanted)) return i;
  }
  return std::nullopt;
}

void EventMerger::Merge(const EventDraft& draft, EventDraft& event) const {
  proto::EventClaim claim = draft.claim;
  // "mötet skulle pågå …": what was to be says nothing of what was, when a known event is meant.
  const bool only_points = LacksPartner(draft) || draft.joins || PointsAtTransfer(draft);
  if (only_points && claim.status() != event.claim.status()) {
    claim.set_status(event.claim.status());
    claim.clear_date();
    claim.set_duration_minutes(0);
  }
  // "undertegnet en avtale om kjøp av": the purchase is what the contract is about.
  const bool is_contract = IsTransfer(claim) && draft.sentence == event.sentence &&
                           claim.status() != event.claim.status();
  if (is_contract) {
    claim.set_status(kPlanned);
    event.claim.set_status(kPlanned);
  }
  // What rules found keeps its type, whatever scorers take further words for.
  const bool is_event_surer = event.evidence.by_rules && !draft.evidence.by_rules;
  if (draft.joins || is_event_surer) claim.set_type(event.claim.type());
  if (draft.evidence.by_rules && !event.evidence.by_rules && !IsUnspecific(schema_, claim)) {
    event.claim.set_type(claim.type());
  }
  MergeClaim(schema_, claim, event.claim);
  Join(draft.evidence, event.evidence);
  event.tellings.insert(event.tellings.end(), draft.tellings.begin(), draft.tellings.end());
  event.sentence = std::max(event.sentence, draft.sentence);
  event.needs_detail = event.needs_detail && draft.needs_detail;
  if (!event.carried_date) event.carried_date = draft.carried_date;
  event.has_unknown_date = event.has_unknown_date && draft.has_unknown_date;
}

// "Dahl foreslo et møte i Dalby": with whom stands in what was told just before.
void EventMerger::AddCounterpart(EventDraft& draft) const {
  if (draft.claim.participants_size() != 1 || draft.claim.status() == kHappened) return;
  const uint32_t one = draft.claim.participants(0).entity();
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const EventDraft& event = events_[*i];
    if (event.sentence + kCounterpartReach < draft.sentence) continue;
    const std::set<uint32_t> known = ParticipantsOf(event.claim);
    if (!schema_.IsConversation(event.claim.type()) || known.count(one) == 0) continue;
    for (const uint32_t entity : known) {
      if (entity == one) continue;
      proto::Participant* participant = draft.claim.add_participants();
      participant->set_entity(entity);
      participant->set_role(schema_.GenericRole(draft.claim.type()));
    }
    draft.claim.set_confidence(kInferredConfidence);
    return;
  }
}

// "Polen sender fjorten": to whom the others were sent that were told of before.
void EventMerger::TakeUpTransfer(EventDraft& draft) const {
  for (auto i = recency_.rbegin(); i != recency_.rend(); ++i) {
    const proto::EventClaim& event = events_[*i].claim;
    const bool is_same = event.type() == draft.claim.type() && event.weapons_size() > 0 &&
                         WeaponsAgree(event, draft.claim);
    if (!is_same) continue;
    for (const proto::Participant& one : event.participants()) {
      const bool is_told = InRole(draft.claim, one.role()).has_value() ||
                           ParticipantsOf(draft.claim).contains(one.entity());
      if (!is_told) *draft.claim.add_participants() = one;
    }
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
    if (!HasCasualties(event.claim) || event.claim.status() != kHappened) continue;
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
    const std::string& hit = schema_.RoleTowards(event.claim.type(), Role::TO);
    const bool has_target =
        std::any_of(event.claim.participants().begin(), event.claim.participants().end(),
                    [&](const proto::Participant& p) { return p.role() == hit; });
    for (const Mention& mention : context.mentions) {
      if (has_target || mention.kind != Mention::Kind::kGroup || mention.entities.size() != 1) {
        continue;
      }
      if (!known.insert(mention.entities[0]).second) continue;
      proto::Participant* target = event.claim.add_participants();
      target->set_entity(mention.entities[0]);
      target->set_role(hit);
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
    if (const auto later = FindLater(draft)) Merge(draft, events_[*later]);
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
void EventMerger::InferRoles() {
  const size_t known = std::min(events_.size(), kRecentEvents);
  for (EventDraft& event : events_) {
    for (const Role& role : schema_.Of(event.claim.type()).role()) {
      if (role.known_by().empty() || InRole(event.claim, role.name())) continue;
      const auto by = InRole(event.claim, role.known_by());
      for (const EventDraft& other : absl::MakeConstSpan(events_).subspan(0, known)) {
        const auto found = InRole(other.claim, role.name());
        const auto other_by = InRole(other.claim, role.known_by());
        if (other.claim.type() != event.claim.type() || !found || !other_by || other_by != by) {
          continue;
        }
        proto::Participant* participant = event.claim.add_participants();
        participant->set_entity(*found);
        participant->set_role(role.name());
        event.claim.set_confidence(kInferredConfidence);
        break;
      }
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
    if (!event.claim.has_date() || event.claim.status() != kHappened) continue;
    if (auto both = Intersect(event.claim.date(), until)) {
      both->set_derivation(event.claim.date().derivation());
      *event.claim.mutable_date() = *std::move(both);
    }
  }
  const DayRange month = {absl::CivilDay(absl::CivilMonth(*published_.from)), published_.to};
  for (EventDraft& event : events_) {
    if (!event.claim.has_date() && event.carried_date) {
      *event.claim.mutable_date() = *event.carried_date;
    }
    if (event.claim.has_date() || event.has_unknown_date) continue;
    if (event.is_background || !IsNews(event.claim)) continue;
    // In its first sentence an article tells the news; in the preterite, further on, also the rest.
    constexpr uint32_t kLead = 1;
    if (event.is_in_preterite && event.first_sentence > kLead) continue;
    SetRange(month, *event.claim.mutable_date());
    event.claim.mutable_date()->set_derivation("month of publication");
  }
}

// What turns out to be one conversation or one delivery once all roles are filled: told of the same
// people, as of the same day or of none.
void EventMerger::JoinTwins() {
  const size_t known = std::min(events_.size(), kRecentEvents);
  std::vector<EventDraft> joined;
  for (size_t i = 0; i < events_.size(); ++i) {
    const auto twin =
        i < known
            ? std::find_if(joined.begin(), joined.end(),
                           [&](const EventDraft& other) { return AreTwins(other, events_[i]); })
            : joined.end();
    if (twin == joined.end()) {
      joined.push_back(std::move(events_[i]));
    } else {
      Merge(events_[i], *twin);
    }
  }
  events_ = std::move(joined);
}

bool EventMerger::AreTwins(const EventDraft& a, const EventDraft& b) const {
  const EventType& type = schema_.Of(a.claim.type());
  if (a.claim.type() != b.claim.type() || type.follows_others()) return false;
  if (a.claim.status() != b.claim.status() || a.is_another || b.is_another) return false;
  const std::set<uint32_t> own = ParticipantsOf(a.claim);
  if (own.size() < 2 || own != ParticipantsOf(b.claim)) return false;
  if (RolesConflict(a.claim, b.claim) || !PlacesAgree(a.claim, b.claim)) return false;
  if (IsTransfer(a.claim) && !WeaponsAgree(a.claim, b.claim) && a.claim.weapons_size() > 0 &&
      b.claim.weapons_size() > 0) {
    return false;
  }
  return DatesAgree(a.claim, b.claim);
}

// Whether the event type's needs are met.
bool EventMerger::IsWhole(const EventDraft& draft) const {
  const proto::EventClaim& claim = draft.claim;
  const auto filled = [&](absl::string_view role) {
    return std::any_of(claim.participants().begin(), claim.participants().end(),
                       [&](const proto::Participant& p) { return p.role() == role; });
  };
  if (draft.needs_detail) {
    std::set<std::string> roles;
    for (const proto::Participant& p : claim.participants()) roles.insert(p.role());
    const size_t details = roles.size() + size_t{claim.weapons_size() > 0} +
                           size_t{claim.has_date()} +
                           size_t{claim.has_killed() || claim.has_wounded()};
    if (details < 2) return false;
  }
  // A state that meets nobody: a storm met it, or a team.
  if (LacksPartner(draft) && claim.participants_size() == 1 &&
      mentioned_.entities[claim.participants(0).entity()].kind() == proto::Entity::STATE) {
    return false;
  }
  // Whom a body's summit or a bomb without a name is of, the scorer of whole events weighs.
  if (draft.evidence.by_scorers) {
    return claim.participants_size() > 0 || schema_.Of(claim.type()).undated().needs_casualties();
  }
  const auto& sets = schema_.Of(claim.type()).needs();
  return std::any_of(sets.begin(), sets.end(), [&](const std::string& needs) {
    int participants = 0;
    for (const absl::string_view role : absl::StrSplit(needs, ' ')) {
      if (schema_.IsGeneric(role)) {
        ++participants;
      } else if (schema_.IsWeaponRole(role) ? claim.weapons_size() == 0 : !filled(role)) {
        return false;
      }
    }
    return claim.participants_size() >= participants;
  });
}

std::vector<EventDraft> EventMerger::Finish(
    const std::function<void(std::vector<EventDraft>&)>& fill) {
  ResolvePending();
  ResolveRelativeDates();
  InferRoles();
  // "X held a summit": what rules find in part is weighed as what scorers find.
  for (EventDraft& event : events_) {
    if (!LacksPartner(event)) continue;
    event.evidence.by_rules = false;
    event.evidence.by_scorers = true;
  }
  fill(events_);
  JoinTwins();
  std::vector<EventDraft> whole;
  std::copy_if(events_.begin(), events_.end(), std::back_inserter(whole),
               [&](const EventDraft& draft) { return IsWhole(draft); });
  events_ = std::move(whole);
  SetCoarseDates();
  return std::move(events_);
}

}  // namespace norn::ingest
