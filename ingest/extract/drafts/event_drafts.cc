#include "ingest/extract/drafts/event_drafts.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "ingest/extract/drafts/details.h"
#include "ingest/extract/rules/prepositions.h"
#include "ingest/extract/rules/status.h"
#include "ingest/extract/time/event_date.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

constexpr double kVerbConfidence = 0.9;
constexpr double kNounConfidence = 0.8;
constexpr double kHedgeFactor = 0.8;
constexpr uint32_t kPlaceReach = 16;

class Drafter {
 public:
  Drafter(const SentenceContext& context, uint32_t sentence, const MentionedEntities& mentioned,
          const DayRange& published, const TimeExpression* carried, const EventProposal& proposal)
      : context_(context),
        mentioned_(mentioned),
        published_(published),
        carried_(carried),
        proposal_(proposal) {
    draft_.sentence = sentence;
    draft_.first_sentence = sentence;
    draft_.tellings.push_back({sentence, proposal.token});
    draft_.is_in_preterite =
        absl::StrContains(context.text.tokens[proposal.token].feats, "Tense=Past") &&
        !absl::StrContains(context.text.tokens[proposal.token].feats, "VerbForm=Part");
    draft_.token = proposal.token;
    draft_.clause = context.clauses.ClauseOf(proposal.token);
    draft_.is_definite = proposal.is_definite;
    draft_.is_noun = proposal.is_noun;
    draft_.joins = proposal.joins;
    draft_.needs_detail = proposal.needs_detail;
    draft_.evidence = proposal.evidence;
  }

  EventDraft Run() {
    draft_.claim.set_status(proposal_.status);
    NoteBackground();
    SetType(proposal_.type);
    draft_.claim.set_medium(proposal_.medium);
    for (const ProposedRole& role : proposal_.roles) AddRole(role);
    // A conversation that groups or states have is one whose form is not known.
    if (proposal_.evidence.by_rules && !Type().type_of_groups().empty() &&
        draft_.claim.medium().empty() && !OnlyPersons()) {
      SetType(Type().type_of_groups());
    }
    SetPlace();
    SetDate();
    SetDetails();
    AddReport();
    return std::move(draft_);
  }

 private:
  void NoteBackground() {
    for (uint32_t at = context_.begin(); at < context_.end(); ++at) {
      if (context_.clauses.ClauseOf(at) != draft_.clause) continue;
      draft_.is_background |= context_.Is("back_reference", at);
      draft_.is_another |= context_.Is("again", at);
    }
  }

  void SetType(const std::string& type) {
    draft_.claim.set_type(type);
    draft_.claim.set_plover(Type().plover());
  }

  const EventSchema& schema() const { return context_.grammar.events(); }
  const EventType& Type() const { return schema().Of(draft_.claim.type()); }

  void AddRole(const ProposedRole& role) {
    const Mention& mention = *role.mention;
    if (role.role == "place" || role.role == "source") {
      const bool is_place =
          role.role == "place" && mention.entities.size() == 1 &&
          (mention.kind == Mention::Kind::kPlace ||
           mentioned_.entities[mention.entities[0]].kind() == proto::Entity::PLACE);
      if (is_place && draft_.claim.place() == 0) draft_.claim.set_place(mention.entities[0] + 1);
      return;
    }
    if (schema().IsWeaponRole(role.role)) {
      ++draft_.evidence.arms_roles;
      if (mention.via == Mention::Via::kContext) {
        draft_.takes_up_arms = true;
        // "one more", "ytterligere fire"
        draft_.is_another |= context_.Is("further", mention.end_token()) ||
                             context_.Is("further", int64_t{mention.phrase_begin} - 1);
      }
      for (const uint32_t entity : mention.entities) {
        if (mentioned_.entities[entity].kind() != proto::Entity::WEAPON_SYSTEM) continue;
        proto::WeaponUse* use = draft_.claim.add_weapons();
        use->set_entity(entity);
        use->set_quantity(QuantityBefore(context_, mention).value_or(0));
      }
      if (mention.entities.empty() && Has(EventType::QUANTITY)) {
        draft_.claim.set_quantity(QuantityBefore(context_, mention).value_or(0));
      }
      return;
    }
    if (mention.entities.empty()) {
      ++draft_.evidence.unresolved_roles;
    } else {
      const auto certainty = static_cast<uint32_t>(mention.certainty * kWholeShare);
      draft_.evidence.least_certainty = std::min(draft_.evidence.least_certainty, certainty);
    }
    for (const uint32_t entity : mention.entities) {
      if (mention.kind == Mention::Kind::kPlace) draft_.claim.set_place(entity + 1);
      const std::optional<uint32_t> actor = ActorFor(entity, mention.kind);
      if (actor && !mentioned_.is_media[*actor]) AddParticipant(*actor, role.role);
    }
  }

  // Arms are supplied and attacks made by states: a head of state who does it does it for the
  // state. A town stands for its country.
  std::optional<uint32_t> ActorFor(uint32_t entity, Mention::Kind kind) const {
    const bool for_state =
        mentioned_.entities[entity].kind() == proto::Entity::PERSON && Type().state_acts_for_head();
    const bool is_place =
        kind == Mention::Kind::kPlace || mentioned_.entities[entity].kind() == proto::Entity::PLACE;
    if (mentioned_.entities[entity].kind() == proto::Entity::WEAPON_SYSTEM) return std::nullopt;
    if (!is_place && !for_state) return entity;
    if (mentioned_.country[entity] >= 0) return static_cast<uint32_t>(mentioned_.country[entity]);
    return for_state ? std::make_optional(entity) : std::nullopt;
  }

  void AddParticipant(uint32_t entity, const std::string& role) {
    for (const proto::Participant& known : draft_.claim.participants()) {
      if (known.entity() == entity) return;
    }
    proto::Participant* participant = draft_.claim.add_participants();
    participant->set_entity(entity);
    participant->set_role(role);
  }

  bool OnlyPersons() const {
    const auto& participants = draft_.claim.participants();
    return std::all_of(participants.begin(), participants.end(), [&](const auto& participant) {
      return mentioned_.entities[participant.entity()].kind() == proto::Entity::PERSON;
    });
  }

  // Where it was: the nearest place behind the trigger, in a phrase that says "in" or "at".
  void SetPlace() {
    if (draft_.claim.place() != 0 || Type().placeless()) return;
    const bool invited = draft_.claim.status() == kProposed;
    for (uint32_t i = 0; i < context_.mentions.size(); ++i) {
      const Mention& mention = context_.mentions[i];
      if (mention.first_token < proposal_.token || mention.entities.size() != 1) continue;
      if (mention.is_genitive) continue;
      if (context_.clauses.ClauseOf(mention.first_token) != draft_.clause) continue;
      if (mention.first_token > proposal_.token + proposal_.length + kPlaceReach) break;
      const int64_t preposition = PrepositionOf(context_, i);
      const bool locative = context_.Is("place_preposition", preposition) ||
                            (invited && context_.Is("goal_preposition", preposition));
      if (!locative || IsParticipant(mention.entities[0])) continue;
      const bool state = mentioned_.entities[mention.entities[0]].kind() == proto::Entity::STATE &&
                         mention.kind == Mention::Kind::kName;
      if (mention.kind == Mention::Kind::kPlace || state) {
        draft_.claim.set_place(mention.entities[0] + 1);
        return;
      }
    }
  }

  bool IsParticipant(uint32_t entity) const {
    const auto& participants = draft_.claim.participants();
    return std::any_of(participants.begin(), participants.end(),
                       [&](const auto& known) { return known.entity() == entity; });
  }

  void SetDate() {
    const EventDate found = DateOf(
        context_,
        {.token = proposal_.token,
         .status = draft_.claim.status(),
         .is_dated_by_announcement = Type().dated_by_announcement(),
         .is_appointment = Type().family() == EventType::CONVERSATION,
         .may_lie_ahead = proposal_.evidence.by_rules ? IsInThePresent() : proposal_.is_present},
        published_, carried_);
    draft_.shift = found.shift;
    draft_.has_unknown_date = found.is_unknown;
    draft_.carried_date = found.carried;
    if (found.own) {
      *draft_.claim.mutable_date() = *found.own;
      PutAheadOfNews();
      return;
    }
    // "under besøket møter hun X": told ahead, as announcements do.
    const bool is_announced = proposal_.evidence.by_rules && proposal_.is_present &&
                              draft_.claim.status() == kHappened && Type().present_tells_ahead();
    if (is_announced) draft_.claim.set_status(kPlanned);
  }

  bool IsInThePresent() const { return proposal_.is_present || proposal_.is_noun; }

  // "møter ham 3. mai", read on the first: what has a day after the news has not happened.
  void PutAheadOfNews() {
    const DayRange day = ToDayRange(draft_.claim.date());
    if (!day.from || !published_.to || draft_.claim.status() != kHappened) return;
    const bool may_lie_ahead =
        IsInThePresent() || (proposal_.evidence.by_rules && !draft_.is_in_preterite);
    const bool is_after = may_lie_ahead && *day.from > *published_.to;
    // "I dag møter X Y", read in the morning.
    const bool is_today = proposal_.is_present && proposal_.evidence.by_rules &&
                          Type().present_tells_ahead() && day.from == published_.to;
    if (is_after || is_today) draft_.claim.set_status(kPlanned);
  }

  void SetDetails() {
    if (draft_.claim.status() != kHappened && !Type().ahead_has_details()) return;
    if (Has(EventType::MINUTES)) {
      draft_.claim.set_duration_minutes(DurationMinutes(context_, draft_.clause).value_or(0));
    }
    if (Has(EventType::VALUE)) {
      if (const auto amount = FindAmount(context_)) {
        draft_.claim.set_value(amount->value);
        draft_.claim.set_currency(amount->currency);
      }
    }
    if (Has(EventType::KILLED) || Has(EventType::WOUNDED)) {
      const Casualties casualties = FindCasualties(context_);
      if (casualties.killed) draft_.claim.set_killed(*casualties.killed);
      if (casualties.wounded) draft_.claim.set_wounded(*casualties.wounded);
    }
  }

  bool Has(EventType::Detail detail) const {
    return schema().HasDetail(draft_.claim.type(), detail);
  }

  void AddReport() {
    proto::Report* report = draft_.claim.add_reports();
    report->mutable_sentence()->set_start(context_.sentence.bytes.begin);
    report->mutable_sentence()->set_end(context_.sentence.bytes.end);
    const std::vector<Token>& tokens = context_.text.tokens;
    report->mutable_trigger()->set_start(tokens[proposal_.token].bytes.begin);
    report->mutable_trigger()->set_end(tokens[proposal_.token + proposal_.length - 1].bytes.end);
    report->set_attributed_to(AttributedTo(context_));
    report->set_hedged(proposal_.is_hedged);
    report->set_rule(proposal_.rule);
    draft_.claim.set_confidence((proposal_.is_noun ? kNounConfidence : kVerbConfidence) *
                                (proposal_.is_hedged ? kHedgeFactor : 1.0));
  }

  const SentenceContext& context_;
  const MentionedEntities& mentioned_;
  const DayRange& published_;
  const TimeExpression* const carried_;
  const EventProposal& proposal_;
  EventDraft draft_;
};

// "snakket på telefon med både X og Y": a conversation with each. The draft is of all of them.
std::vector<EventDraft> WithEach(const SentenceContext& context, const EventDraft& draft) {
  std::vector<EventDraft> split;
  const EventType& type = context.grammar.events().Of(draft.claim.type());
  if (type.headline_edge() != EventType::SPOKE_WITH) return {draft};
  for (uint32_t at = draft.token; at < context.end(); ++at) {
    if (!context.Is("each", at) || context.clauses.ClauseOf(at) != draft.clause) continue;
    std::vector<uint32_t> each;
    for (const Mention& mention : context.mentions) {
      if (mention.first_token <= at || mention.entities.size() != 1) continue;
      if (mention.is_genitive || mention.kind == Mention::Kind::kAdjective) continue;
      if (!each.empty() && mention.list_previous < 0) break;
      each.push_back(mention.entities[0]);
    }
    if (each.size() < 2) continue;
    for (const uint32_t one : each) {
      EventDraft with_one = draft;
      with_one.claim.clear_participants();
      for (const proto::Participant& participant : draft.claim.participants()) {
        const bool is_another =
            participant.entity() != one &&
            std::find(each.begin(), each.end(), participant.entity()) != each.end();
        if (!is_another) *with_one.claim.add_participants() = participant;
      }
      split.push_back(std::move(with_one));
    }
    return split;
  }
  return {draft};
}

}  // namespace

std::vector<EventDraft> DraftEvents(const SentenceContext& context, uint32_t sentence,
                                    const MentionedEntities& mentioned, const DayRange& published,
                                    const TimeExpression* carried,
                                    const std::vector<EventProposal>& proposals) {
  std::vector<EventDraft> drafts;
  for (const EventProposal& proposal : proposals) {
    const EventDraft draft =
        Drafter(context, sentence, mentioned, published, carried, proposal).Run();
    for (EventDraft& one : WithEach(context, draft)) drafts.push_back(std::move(one));
  }
  return drafts;
}

}  // namespace norn::ingest
