#include "ingest/extract/drafts/event_merger.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "absl/types/span.h"
#include "ingest/extract/drafts/details.h"
#include "ingest/extract/drafts/draft_joining.h"
#include "ingest/extract/drafts/draft_kinds.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/extract/drafts/whole_events.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

// How many events back a draft may belong to, and how many may wait for theirs: articles stay far
// below, and hostile ones cost little.
constexpr size_t kRecentEvents = 200;
constexpr size_t kMaxPending = 200;
constexpr uint32_t kCasualtyReach = 2;  // sentences
constexpr double kInferredConfidence = 0.6;

// Words that name nobody, or the harmed alone.
bool IsAftermath(const EventSchema& schema, const EventDraft& draft) {
  if (draft.claim.participants_size() == 0) return true;
  if (!HasCasualties(schema, draft.claim)) return false;
  const auto& roles = schema.Of(draft.claim.type()).role();
  return std::none_of(roles.begin(), roles.end(), [&](const Role& role) {
    return role.direction() == Role::FROM && InRole(draft.claim, role.name());
  });
}

}  // namespace

EventMerger::EventMerger(const Grammar& grammar, const MentionedEntities& mentioned,
                         const DayRange& published)
    : schema_(grammar.events()),
      mentioned_(mentioned),
      published_(published),
      earlier_(schema_, mentioned_, events_, recency_) {}

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
    known = earlier_.FindAntecedent(draft);
    if (!known) known = earlier_.FindOpenMeeting(draft);
    if (!known || draft.claim.status() != kHappened) return std::nullopt;
  } else if (draft.evidence.by_scorers && IsAftermath(schema_, draft)) {
    // "Tre ble drept": of the event told of just before; alone, only what harms somebody.
    known = earlier_.FindOpenEvent(draft);
    // Whose "492 people" are, the attack that killed them tells best.
    if (!known && (draft.claim.has_killed() || draft.claim.has_wounded())) {
      EventDraft nobody = draft;
      nobody.claim.clear_participants();
      known = earlier_.FindOpenEvent(nobody);
      if (known) draft = std::move(nobody);
    }
    const bool is_empty = draft.claim.participants_size() == 0;
    if (!known && is_empty && schema_.IsConversation(draft.claim.type())) return std::nullopt;
  } else if (LacksPartner(schema_, draft)) {
    if (draft.is_definite) {
      known = earlier_.FindAntecedent(draft);
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
      if (LacksPartner(schema_, draft) && draft.is_noun && draft.evidence.by_rules && !is_body) {
        return std::nullopt;
      }
    }
  }
  if (draft.takes_up_arms) TakeUpTransfer(draft);
  if (!known) known = earlier_.FindSame(draft);
  if (known) {
    JoinDraft(schema_, draft, events_[*known]);
  } else {
    events_.push_back(std::move(draft));
    known = events_.size() - 1;
  }
  recency_.erase(std::remove(recency_.begin(), recency_.end(), *known), recency_.end());
  recency_.push_back(*known);
  if (recency_.size() > kRecentEvents) recency_.erase(recency_.begin());
  return known;
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
    if (!HasCasualties(schema_, event.claim) || event.claim.status() != kHappened) continue;
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
    if (const auto later = earlier_.FindLater(draft)) JoinDraft(schema_, draft, events_[*later]);
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

std::vector<EventDraft> EventMerger::Finish(
    const std::function<void(std::vector<EventDraft>&)>& fill) {
  ResolvePending();
  ResolveRelativeDates(relative_dates_, events_);
  InferRoles();
  // "X held a summit": what rules find in part is weighed as what scorers find.
  for (EventDraft& event : events_) {
    if (!LacksPartner(schema_, event)) continue;
    event.evidence.by_rules = false;
    event.evidence.by_scorers = true;
  }
  fill(events_);
  JoinTwins(schema_, kRecentEvents, events_);
  std::vector<EventDraft> whole;
  std::copy_if(
      events_.begin(), events_.end(), std::back_inserter(whole),
      [&](const EventDraft& draft) { return IsWhole(schema_, mentioned_.entities, draft); });
  events_ = std::move(whole);
  SetCoarseDates(schema_, published_, events_);
  return std::move(events_);
}

}  // namespace norn::ingest
