#include "ingest/extract/event_drafts.h"

#include <algorithm>
#include <cstdlib>

#include "ingest/extract/arguments.h"
#include "ingest/extract/dependencies.h"
#include "ingest/extract/details.h"
#include "ingest/extract/prepositions.h"
#include "ingest/extract/status.h"
#include "ingest/extract/triggers.h"
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
          const DayRange& published, const TriggerMatch& match)
      : context_(context),
        mentioned_(mentioned),
        published_(published),
        match_(match),
        trigger_(*match.form.trigger) {
    draft_.sentence = sentence;
    draft_.token = match.token;
    draft_.clause = context.clauses.ClauseOf(match.token);
    draft_.is_definite = match.form.form == WordForm::kDefinite || HasDefiniteArticle();
    draft_.is_noun = trigger_.kind() == Trigger::NOUN;
    draft_.joins = trigger_.joins();
    draft_.needs_detail = trigger_.needs_detail();
  }

  std::optional<EventDraft> Run() {
    const std::vector<FilledRole> roles = FillRoles(context_, match_);
    const bool wants_roles = std::any_of(trigger_.argument().begin(), trigger_.argument().end(),
                                         [](const Argument& a) { return a.required(); });
    if (roles.empty() && wants_roles) return std::nullopt;
    if (!SetStatus()) return std::nullopt;
    SetType();
    for (const FilledRole& role : roles) AddRole(role);
    // A conversation that groups or states have is one whose form is not known.
    if (!Type().type_of_groups().empty() && draft_.claim.medium().empty() && !OnlyPersons()) {
      SetType(Type().type_of_groups());
    }
    SetPlace();
    SetDate();
    SetDetails();
    AddReport();
    return std::move(draft_);
  }

 private:
  bool SetStatus() {
    const Reading reading = ReadStatus(context_, match_);
    if (reading.status.empty()) return false;
    draft_.claim.set_status(reading.status);
    hedged_ = reading.hedged;
    status_rule_ = reading.rule;
    for (uint32_t at = context_.begin(); at < context_.end(); ++at) {
      if (context_.clauses.ClauseOf(at) != draft_.clause) continue;
      draft_.is_background |= context_.Is("back_reference", at);
      draft_.is_another |= context_.Is("again", at);
    }
    return true;
  }

  // "det russiske angrepet", "the Russian attack".
  bool HasDefiniteArticle() const {
    constexpr int64_t kAdjectives = 2;
    if (trigger_.kind() != Trigger::NOUN) return false;
    for (int64_t back = 1; back <= 1 + kAdjectives; ++back) {
      const int64_t at = static_cast<int64_t>(match_.token) - back;
      if (context_.Is("definite_article", at)) return true;
      if (at < context_.begin() || context_.text.tokens[at].upos != "ADJ") return false;
    }
    return false;
  }

  void SetType(const std::string& type) {
    draft_.claim.set_type(type);
    draft_.claim.set_plover(Type().plover());
  }

  const EventSchema& schema() const { return context_.grammar.events(); }
  const EventType& Type() const { return schema().Of(draft_.claim.type()); }

  void SetType() {
    SetType(trigger_.type());
    draft_.claim.set_medium(trigger_.medium());
    for (const Trigger::Refinement& refinement : trigger_.refinement()) {
      if (!ClauseHasPhrase(refinement.word())) continue;
      SetType(refinement.type());
      draft_.claim.set_medium(refinement.medium());
      return;
    }
  }

  bool ClauseHasPhrase(const google::protobuf::RepeatedPtrField<std::string>& phrases) const {
    for (const std::string& phrase : phrases) {
      PhraseIndex<int> index;
      index.Add(phrase, 0);
      for (uint32_t at = context_.begin(); at < context_.end(); ++at) {
        if (context_.clauses.ClauseOf(at) == draft_.clause &&
            !index.At(context_.text.tokens, at, context_.end()).empty()) {
          return true;
        }
      }
    }
    return false;
  }

  void AddRole(const FilledRole& role) {
    const Mention& mention = context_.mentions[role.mention];
    if (schema().IsWeaponRole(role.role)) {
      for (const uint32_t entity : mention.entities) {
        proto::WeaponUse* use = draft_.claim.add_weapons();
        use->set_entity(entity);
        use->set_quantity(QuantityBefore(context_, mention).value_or(0));
      }
      if (mention.entities.empty() && Has(EventType::QUANTITY)) {
        draft_.claim.set_quantity(QuantityBefore(context_, mention).value_or(0));
      }
      return;
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
    if (kind != Mention::Kind::kPlace && !for_state) return entity;
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
      if (mention.first_token < match_.token || mention.entities.size() != 1) continue;
      if (mention.is_genitive) continue;
      if (context_.clauses.ClauseOf(mention.first_token) != draft_.clause) continue;
      if (mention.first_token > match_.token + match_.length + kPlaceReach) break;
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

  // When: the nearest date in the clause, else in a clause that governs it.
  void SetDate() {
    const TimeExpression* nearest = nullptr;
    int64_t distance = 0;
    for (const TimeExpression& time : context_.times) {
      const int32_t clause = context_.clauses.ClauseOf(time.first_token);
      if (time.kind == TimeExpression::Kind::kRelative) {
        if (clause == draft_.clause && time.first_token > match_.token) draft_.shift = time.shift;
        continue;
      }
      const bool is_since = time.kind == TimeExpression::Kind::kSince;
      if (is_since && !Type().dated_by_announcement()) continue;
      if (clause != draft_.clause && !context_.clauses.Governs(clause, draft_.clause)) continue;
      if (IsAhead(draft_.claim.status()) && IsOfPastVerb(time) && !TellsOfAnnouncements()) continue;
      const int64_t away =
          std::abs(static_cast<int64_t>(time.first_token) - static_cast<int64_t>(match_.token)) +
          (clause == draft_.clause ? 0 : 1000);
      if (nearest == nullptr || away < distance) {
        nearest = &time;
        distance = away;
      }
    }
    if (nearest == nullptr) {
      // "under besøket møter hun X": told ahead, as announcements do.
      const bool is_announced = match_.form.form == WordForm::kPresent &&
                                draft_.claim.status() == kHappened &&
                                schema().Of(trigger_.type()).present_tells_ahead();
      if (is_announced) draft_.claim.set_status(kPlanned);
      return;
    }
    const bool ahead = (IsAhead(draft_.claim.status()) && !IsOfPastVerb(*nearest)) ||
                       LiesJustAhead(*nearest) || IsComingWeekday(*nearest);
    *draft_.claim.mutable_date() = ahead ? nearest->future : nearest->past;
    PutAheadOfNews();
  }

  // Deliveries are dated by the day on which they are promised, bought or refused.
  bool TellsOfAnnouncements() const { return schema().Of(trigger_.type()).dated_by_announcement(); }

  // "lovet onsdag å sende": the day is the promise's.
  bool IsOfPastVerb(const TimeExpression& time) const {
    const bool is_certain =
        time.past.from() == time.future.from() && time.past.to() == time.future.to();
    if (is_certain && !ToDayRange(time.past).empty() && published_.to &&
        ToDayRange(time.past).from > published_.to) {
      return false;
    }
    const Dependencies tree(context_);
    const auto verb = tree.VerbAbove(time.first_token);
    return verb && tree.IsPast(*verb);
  }

  // "besøker X 11. mars", read on the sixth: that day, not the one of the year before.
  bool LiesJustAhead(const TimeExpression& time) const {
    constexpr int kDays = 92;
    const DayRange future = ToDayRange(time.future);
    const DayRange past = ToDayRange(time.past);
    return IsInThePresent() && future.is_day() && past.is_day() && published_.to &&
           *future.from > *published_.to && *future.from - *published_.to <= kDays &&
           *published_.to - *past.from > kDays;
  }

  // "onsdag møter hun", read on Tuesday.
  bool IsComingWeekday(const TimeExpression& time) const {
    constexpr int kWeek = 7;
    const DayRange future = ToDayRange(time.future);
    return match_.form.form == WordForm::kPresent && future.is_day() && published_.to &&
           *future.from > *published_.to && *future.from - *published_.to <= kWeek;
  }

  bool IsInThePresent() const {
    return match_.form.form == WordForm::kPresent || trigger_.kind() == Trigger::NOUN;
  }

  // "møter ham 3. mai", read on the first: what has a day after the news has not happened.
  void PutAheadOfNews() {
    const DayRange day = ToDayRange(draft_.claim.date());
    if (IsInThePresent() && draft_.claim.status() == kHappened && day.from && published_.to &&
        *day.from > *published_.to) {
      draft_.claim.set_status(kPlanned);
    }
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
    report->mutable_trigger()->set_start(tokens[match_.token].bytes.begin);
    report->mutable_trigger()->set_end(tokens[match_.token + match_.length - 1].bytes.end);
    report->set_attributed_to(AttributedTo(context_));
    report->set_hedged(hedged_);
    report->set_rule(status_rule_.empty() ? trigger_.rule() : trigger_.rule() + " " + status_rule_);
    draft_.claim.set_confidence(
        (trigger_.kind() == Trigger::VERB ? kVerbConfidence : kNounConfidence) *
        (hedged_ ? kHedgeFactor : 1.0));
  }

  const SentenceContext& context_;
  const MentionedEntities& mentioned_;
  const DayRange& published_;
  const TriggerMatch& match_;
  const Trigger& trigger_;
  EventDraft draft_;
  bool hedged_ = false;
  std::string status_rule_;
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
                                    const MentionedEntities& mentioned, const DayRange& published) {
  std::vector<EventDraft> drafts;
  // A question tells of nothing.
  if (context.Word(static_cast<int64_t>(context.end()) - 1) == "?") return drafts;
  for (const TriggerMatch& match : FindTriggers(context)) {
    if (auto draft = Drafter(context, sentence, mentioned, published, match).Run()) {
      for (EventDraft& one : WithEach(context, *draft)) drafts.push_back(std::move(one));
    }
  }
  return drafts;
}

}  // namespace norn::ingest
