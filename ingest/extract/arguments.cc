#include "ingest/extract/arguments.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_split.h"
#include "ingest/extract/dependencies.h"
#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/prepositions.h"
#include "ingest/extract/told_conversations.h"

namespace norn::ingest {
namespace {

// How far an argument may stand from its trigger, in tokens.
constexpr uint32_t kNounReach = 10;
constexpr uint32_t kObjectReach = 7;

class Binder {
 public:
  Binder(const SentenceContext& context, const TriggerMatch& match)
      : context_(context),
        mentions_(context.mentions),
        match_(match),
        tree_(context),
        trigger_(*match.form.trigger),
        clause_(context.clauses.ClauseOf(match.token)) {}

  std::vector<FilledRole> Run() {
    // The subject first: an inverted one must not be taken for the object.
    if (trigger_.kind() == Trigger::VERB &&
        (match_.form.form != WordForm::kPassive || trigger_.joins())) {
      subject_ = FindSubject();
    }
    for (const Argument& argument : trigger_.argument()) {
      const size_t before = roles_.size();
      Fill(argument);
      if (argument.required() && roles_.size() == before) return {};
    }
    return std::move(roles_);
  }

 private:
  uint32_t after() const { return match_.token + match_.length; }
  bool InClause(uint32_t token) const { return context_.clauses.ClauseOf(token) == clause_; }

  bool Fits(const Mention& mention, const Argument& argument) const {
    if (mention.is_excluded) return false;
    if (argument.filler() == Role::WEAPON) return mention.kind == Mention::Kind::kWeapon;
    if (mention.kind == Mention::Kind::kWeapon) return false;
    if (argument.filler() == Role::PERSON && !IsPerson(mention)) return false;
    if (mention.kind == Mention::Kind::kPlace) return RoleOf(argument).filled_by_places();
    // "angrep ukrainske kraftverk": what is a state's is attacked, so the state is.
    return mention.kind != Mention::Kind::kAdjective ||
           (RoleOf(argument).filled_by_property() && IsOf(proto::Entity::STATE, mention));
  }

  const EventSchema& schema() const { return context_.grammar.events(); }
  const Role& RoleOf(const Argument& argument) const {
    return schema().RoleOf(trigger_.type(), argument.role());
  }

  bool IsPerson(const Mention& mention) const { return IsOf(proto::Entity::PERSON, mention); }

  bool IsOf(proto::Entity::Kind kind, const Mention& mention) const {
    return std::any_of(mention.entities.begin(), mention.entities.end(),
                       [&](uint32_t entity) { return context_.entities[entity].kind() == kind; });
  }

  void Add(const std::string& role, uint32_t index, const Argument& argument) {
    for (const uint32_t member : WholeList(mentions_, index)) {
      const bool taken = std::any_of(roles_.begin(), roles_.end(), [&](const FilledRole& filled) {
        return filled.mention == member;
      });
      if (!taken && (member == index || Fits(mentions_[member], argument))) {
        roles_.push_back({role, member});
      }
    }
  }

  void Fill(const Argument& argument) {
    std::optional<uint32_t> found;
    switch (argument.from()) {
      case Argument::SUBJECT:
        found = SubjectFor(argument);
        break;
      case Argument::OBJECT:
        found = FindObject(argument);
        break;
      case Argument::INDIRECT_OBJECT:
        found = FindIndirectObject(argument);
        break;
      case Argument::PREPOSITION:
      case Argument::BETWEEN:
        found = FindPrepositional(argument);
        break;
      case Argument::GENITIVE:
        found = FindGenitive();
        break;
      case Argument::ADJECTIVE:
        found = FindAdjective();
        break;
      case Argument::COMPOUND:
        found = FindCompound();
        break;
      case Argument::FRAME:
        FillFrame(argument);
        break;
      default:
        break;
    }
    if (found) Add(argument.role(), *found, argument);
  }

  // A passive's subject is what the object of the active verb would be.
  // An adjective or a genitive stands for whoever owns what acts: "russiske droner".
  std::optional<uint32_t> SubjectFor(const Argument& argument) {
    if (trigger_.kind() == Trigger::NOUN) return SubjectOfNoun(argument);
    if (match_.form.form == WordForm::kPassive && !trigger_.joins()) return std::nullopt;
    if (subject_ && (mentions_[*subject_].kind == Mention::Kind::kWeapon ||
                     mentions_[*subject_].kind == Mention::Kind::kPlace)) {
      return std::nullopt;
    }
    return subject_;
  }

  bool MayBeSubject(uint32_t index) const {
    const Mention& mention = mentions_[index];
    if (mention.kind == Mention::Kind::kPlace || mention.kind == Mention::Kind::kWeapon ||
        mention.is_excluded) {
      return false;
    }
    if (mention.kind == Mention::Kind::kAdjective) {
      return context_.Is("decision_noun", mention.end_token());
    }
    if (mention.is_genitive) return context_.Is("decision_noun", mention.end_token());
    return PrepositionOf(context_, index) < 0;
  }

  std::optional<uint32_t> SubjectLeftOf(uint32_t token, int32_t clause) const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > token) continue;
      if (context_.clauses.ClauseOf(mention.first_token) != clause) continue;
      const std::vector<uint32_t> list = WholeList(mentions_, i);
      if (MayBeSubject(list.front()) && mentions_[list.front()].end_token() <= token) {
        return list.front();
      }
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FindSubject() const {
    if (const Slot slot = tree_.SubjectOf(match_.token); slot.is_decided) {
      if (!slot.mention) return std::nullopt;
      const Mention::Kind kind = mentions_[*slot.mention].kind;
      if (kind == Mention::Kind::kWeapon) return tree_.OwnerOf(*slot.mention);
      return kind == Mention::Kind::kPlace ? std::nullopt : slot.mention;
    }
    if (const auto found = SubjectLeftOf(match_.token, clause_)) return found;
    // "… og møtte Koval" goes on with its subject: what stands behind the verb is the object.
    const bool goes_on = context_.clauses.clause(clause_).kind == Clause::Kind::kCoordinate;
    if (const auto found = goes_on ? std::nullopt : InvertedSubject()) return found;
    int32_t at = clause_;
    while (true) {
      const Clause& clause = context_.clauses.clause(at);
      if (clause.kind == Clause::Kind::kRelative) return Antecedent(clause);
      if (clause.kind != Clause::Kind::kCoordinate || clause.parent < 0) return std::nullopt;
      if (const auto found = SubjectLeftOf(clause.introducer, clause.parent)) return found;
      at = clause.parent;
    }
  }

  // "… møtte Dahl Koval": right behind a finite verb.
  std::optional<uint32_t> InvertedSubject() const {
    const WordForm form = match_.form.form;
    if (form != WordForm::kPast && form != WordForm::kPresent) return std::nullopt;
    // A clause with its subject in front of the verb has no inverted one; one that begins with
    // the verb or with something else than a mention may have.
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].phrase_begin == after() && InClause(after()) && MayBeSubject(i)) return i;
    }
    return std::nullopt;
  }

  std::optional<uint32_t> Antecedent(const Clause& clause) const {
    std::optional<uint32_t> last;
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() <= clause.introducer &&
          clause.introducer - mention.end_token() <= 1 &&
          mention.kind != Mention::Kind::kAdjective && !mention.is_genitive) {
        last = i;
      }
    }
    return last;
  }

  // "X beskriver møtet med Y": the clause's subject takes part where the noun stands behind a verb
  // and somebody else is named beside it, or where the verb is as empty as in "X og Y holdt et
  // møte".
  std::optional<uint32_t> SubjectOfNoun(const Argument& argument) const {
    // "X fordømte Nordlands leveranser": who gives is told.
    if (RoleOf(argument).direction() != Role::NO_DIRECTION && HasRole(argument.role())) {
      return std::nullopt;
    }
    if (const auto framed = SubjectBehindFrame()) return framed;
    const auto verb = tree_.VerbAbove(match_.token);
    const Slot slot = verb && InClause(*verb) ? tree_.SubjectOf(*verb) : Slot{};
    // "ble enige om et møte mellom X og Y": those are all.
    if (HasBothSides() || VerbTellsOfConversation(verb)) return std::nullopt;
    const auto subject = slot.is_decided ? slot.mention : SubjectLeftOf(match_.token, clause_);
    if (!subject || mentions_[*subject].kind == Mention::Kind::kWeapon ||
        mentions_[*subject].kind == Mention::Kind::kPlace) {
      return std::nullopt;
    }
    const uint32_t end = mentions_[WholeList(mentions_, *subject).back()].end_token();
    // "I går gikk X til angrep": wherever the subject stands.
    const bool kills = schema().HasDetail(trigger_.type(), EventType::KILLED);
    bool light = verb && *verb < match_.token &&
                 (context_.Is("light_verb", *verb) || (kills && context_.Is("motion_verb", *verb)));
    for (uint32_t at = end; at < match_.token; ++at) {
      // "X drepte tre i et angrep": who kills in it attacks.
      light |= context_.Is("light_verb", at) ||
               (kills && context_.Is("killed", at) && !HasPassiveBefore(at));
    }
    const bool verb_between = end < match_.token;
    const bool takes_part = verb_between && !roles_.empty() && !argument.light_verb_only();
    return light || takes_part ? subject : std::nullopt;
  }

  bool HasRole(const std::string& role) const {
    return std::any_of(roles_.begin(), roles_.end(),
                       [&](const FilledRole& filled) { return filled.role == role; });
  }

  // "Etter møtet med X var Y fornøyd": whom the clause is about took part.
  std::optional<uint32_t> SubjectBehindFrame() const {
    if (!schema().IsConversation(trigger_.type()) || roles_.empty() || HasBothSides()) {
      return std::nullopt;
    }
    const int64_t preposition = tree_.CaseOf(match_.token);
    const int32_t above = context_.text.tokens[match_.token].head;
    if (above < static_cast<int32_t>(context_.begin()) || !InClause(above)) return std::nullopt;
    // "X i møte med Y"
    if (context_.Is("frame_preposition", preposition)) return PersonAt(above);
    if (!context_.Is("adjunct_preposition", preposition)) return std::nullopt;
    if (VerbTellsOfConversation(static_cast<uint32_t>(above))) return std::nullopt;
    const Slot slot = tree_.SubjectOf(static_cast<uint32_t>(above));
    const bool is_person =
        slot.mention && IsPerson(mentions_[*slot.mention]) && !mentions_[*slot.mention].is_genitive;
    return is_person ? slot.mention : std::nullopt;
  }

  std::optional<uint32_t> PersonAt(uint32_t token) const {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      const bool is_at = mention.phrase_begin <= token && token < mention.end_token();
      if (is_at && IsPerson(mention) && !mention.is_genitive) return i;
    }
    return std::nullopt;
  }

  bool HasBothSides() const {
    return std::any_of(trigger_.argument().begin(), trigger_.argument().end(),
                       [&](const Argument& argument) {
                         return argument.from() == Argument::BETWEEN && roles_.size() >= 2 &&
                                context_.Is("between", PrepositionOf(context_, roles_[0].mention));
                       });
  }

  // "Under møtet traff hun X": the verb says who met.
  bool VerbTellsOfConversation(std::optional<uint32_t> verb) const {
    return verb && TellsOfConversation(context_, match_, *verb);
  }

  bool HasPassiveBefore(uint32_t participle) const {
    return context_.Is("auxiliary", static_cast<int64_t>(participle) - 1) &&
           context_.text.tokens[participle].feats.find("Pass") != absl::string_view::npos;
  }

  // "I en telefonsamtale fredag ba Dahl statsminister Berg om …": who speaks and who is spoken to.
  void FillFrame(const Argument& argument) {
    bool framed = false;
    for (uint32_t back = 1; back <= 3 && match_.token >= context_.begin() + back; ++back) {
      framed |= context_.Is("frame_preposition", match_.token - back);
    }
    // "I forkant av møtet": something else than the event frames.
    const int64_t governor = tree_.CaseOf(match_.token);
    framed = framed && (governor < 0 || context_.Is("frame_preposition", governor));
    if (!framed || VerbTellsOfConversation(tree_.VerbAbove(match_.token))) return;
    // "X told Y in a phone call that …"
    if (const auto verb = tree_.VerbAbove(match_.token); verb && *verb < match_.token) {
      const Slot speaker = tree_.SubjectOf(*verb);
      const Slot spoken_to = tree_.ObjectOf(*verb, false);
      if (speaker.mention && spoken_to.mention && Fits(mentions_[*speaker.mention], argument) &&
          Fits(mentions_[*spoken_to.mention], argument)) {
        Add(argument.role(), *speaker.mention, argument);
        Add(argument.role(), *spoken_to.mention, argument);
        return;
      }
    }
    for (uint32_t i = 0; i < mentions_.size() && roles_.size() < 2; ++i) {
      const Mention& mention = mentions_[i];
      if (mention.phrase_begin < after() || !InClause(mention.first_token)) continue;
      if (!Fits(mention, argument) || mention.is_genitive) continue;
      const int64_t preposition = PrepositionOf(context_, i);
      if (preposition >= 0 && !context_.Is("address_preposition", preposition)) continue;
      if (!roles_.empty() && roles_.front().mention == i) continue;
      roles_.push_back({argument.role(), i});
    }
    // One alone is not framed by the conversation but only speaks of it.
    if (roles_.size() < 2) roles_.clear();
  }

  std::optional<uint32_t> FindObject(const Argument& argument) const {
    if (match_.form.form == WordForm::kPassive) {
      // "ledsaget av X" has its agent behind it; "X ble angrepet" its object in front.
      if (trigger_.joins()) return FirstRight(argument, /*prepositional=*/true);
      if (const auto person = PersonAsObject(argument)) return person;
      if (const auto antecedent = PassiveAntecedent(argument)) return antecedent;
      const auto left = ObjectLeft(argument);
      if (left) return left;
    }
    if (const auto person = PersonAsObject(argument)) return person;
    if (const auto right = FirstRight(argument, false)) return right;
    return WeaponInObject(argument);
  }

  // Whom the tree gives as the object, where that is somebody: "møtte sine kolleger, X og Y".
  std::optional<uint32_t> PersonAsObject(const Argument& argument) const {
    const bool is_passive = match_.form.form == WordForm::kPassive;
    const auto mention = tree_.ObjectOf(match_.token, is_passive).mention;
    if (!mention || (!is_passive && mentions_[*mention].first_token <= match_.token)) {
      return std::nullopt;
    }
    if (subject_ && InListOf(*subject_, *mention)) return std::nullopt;
    const bool fits = IsPerson(mentions_[*mention]) && Fits(mentions_[*mention], argument) &&
                      !mentions_[*mention].is_genitive && PrepositionOf(context_, *mention) < 0;
    return fits ? mention : std::nullopt;
  }

  // "X, som ble angrepet av Y": whom the relative pronoun stands for.
  std::optional<uint32_t> PassiveAntecedent(const Argument& argument) const {
    if (context_.clauses.clause(clause_).kind != Clause::Kind::kRelative) return std::nullopt;
    const auto mention = tree_.ObjectOf(match_.token, /*is_passive=*/true).mention;
    const bool fits = mention && mentions_[*mention].first_token < match_.token &&
                      Fits(mentions_[*mention], argument);
    return fits ? mention : std::nullopt;
  }

  // "leverte de første av ti X-missiler": the arms are somewhere in the object's phrase.
  std::optional<uint32_t> WeaponInObject(const Argument& argument) const {
    if (argument.filler() != Role::WEAPON) return std::nullopt;
    // Of "svarte med å sende" the last verb has the object.
    const uint32_t last = match_.token + match_.length - 1;
    const uint32_t verb = tree_.IsVerb(last) ? last : match_.token;
    const auto object = tree_.ObjectTokenOf(verb, match_.form.form == WordForm::kPassive);
    return object ? WeaponInPhrase(*object) : std::nullopt;
  }

  std::optional<uint32_t> WeaponInPhrase(uint32_t head) const {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == Mention::Kind::kWeapon &&
          tree_.IsPartOf(mentions_[i].end_token() - 1, head)) {
        return i;
      }
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FirstRight(const Argument& argument, bool prepositional) const {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      // Objects may stand inside a discontinuous trigger: "tok presidenten imot".
      if (mention.first_token <= match_.token || !InClause(mention.first_token)) continue;
      if (mention.first_token > after() + kObjectReach) break;
      if (subject_ && InListOf(*subject_, i)) continue;
      if (!Fits(mention, argument) || mention.is_genitive) continue;
      // A preposition that belongs to the trigger ("ba om") governs its object.
      if (!prepositional && PrepositionOf(context_, i) >= static_cast<int64_t>(after())) continue;
      return i;
    }
    return std::nullopt;
  }

  std::optional<uint32_t> ObjectLeft(const Argument& argument) const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > match_.token || !InClause(mention.first_token)) continue;
      if (Fits(mention, argument) && !mention.is_genitive &&
          PrepositionOf(context_, static_cast<uint32_t>(i)) < 0) {
        return WholeList(mentions_, static_cast<uint32_t>(i)).front();
      }
    }
    return std::nullopt;
  }

  // "gir Nordland raketter": two mentions without a preposition, the first one an actor.
  std::optional<uint32_t> FindIndirectObject(const Argument& argument) const {
    if (const Slot promised = tree_.PromisedTo(match_.token); promised.mention) {
      return promised.mention;
    }
    const std::optional<uint32_t> first = FirstRight(argument, false);
    if (!first || match_.form.form == WordForm::kPassive) return std::nullopt;
    const uint32_t last = WholeList(mentions_, *first).back();
    for (uint32_t i = last + 1; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == Mention::Kind::kWeapon && InClause(mentions_[i].first_token) &&
          PrepositionOf(context_, i) < 0) {
        return first;
      }
    }
    return std::nullopt;
  }

  bool InListOf(uint32_t head, uint32_t index) const {
    const std::vector<uint32_t> list = WholeList(mentions_, head);
    return std::find(list.begin(), list.end(), index) != list.end();
  }

  bool IsOneOf(const Argument& argument, int64_t preposition) const {
    for (const std::string& words : argument.word()) {
      const std::vector<absl::string_view> parts = absl::StrSplit(words, ' ');
      bool all = true;
      for (size_t k = 0; k < parts.size() && all; ++k) {
        all = context_.Word(preposition - static_cast<int64_t>(parts.size() - 1 - k)) == parts[k];
      }
      if (all) return true;
    }
    return false;
  }

  std::optional<uint32_t> FindPrepositional(const Argument& argument) const {
    const uint32_t reach = trigger_.kind() == Trigger::NOUN ? kNounReach : UINT32_MAX;
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const Mention& mention = mentions_[i];
      if (mention.phrase_begin < after() || !InClause(mention.first_token)) continue;
      const int64_t preposition = PrepositionOf(context_, i);
      if (preposition < static_cast<int64_t>(after())) continue;
      if (preposition - static_cast<int64_t>(after()) > reach) break;
      const bool is_doer = RoleOf(argument).direction() == Role::FROM &&
                           schema().Of(trigger_.type()).family() == EventType::ACT;
      const bool is_nouns_own = trigger_.kind() != Trigger::NOUN || !is_doer ||
                                !tree_.BelongsToNounBetween(match_.token, i);
      if (Fits(mention, argument) && !mention.is_genitive && mention.list_previous < 0 &&
          is_nouns_own && IsOneOf(argument, preposition)) {
        return i;
      }
    }
    return InPhraseOf(argument);
  }

  // "skjøt raketter mot landsbyer i X": the preposition's noun is no mention, but has one in it.
  std::optional<uint32_t> InPhraseOf(const Argument& argument) const {
    if (!RoleOf(argument).filled_by_property() && argument.filler() != Role::WEAPON)
      return std::nullopt;
    std::vector<uint32_t> phrases = tree_.PhrasesOf(match_.token);
    if (const auto object = tree_.ObjectTokenOf(match_.token, false)) {
      for (const uint32_t phrase : tree_.PhrasesOf(*object)) phrases.push_back(phrase);
    }
    for (const uint32_t phrase : phrases) {
      const int64_t preposition = tree_.CaseOf(phrase);
      if (preposition < static_cast<int64_t>(after()) || !IsOneOf(argument, preposition)) continue;
      for (uint32_t i = 0; i < mentions_.size(); ++i) {
        const Mention& mention = mentions_[i];
        if (mention.first_token > match_.token && Fits(mention, argument) &&
            tree_.IsInPhraseOf(mention.end_token() - 1, phrase)) {
          return i;
        }
      }
    }
    return std::nullopt;
  }

  // "Dahls lange samtale": a genitive with at most two words between.
  std::optional<uint32_t> FindGenitive() const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > match_.token) continue;
      if (match_.token - mention.end_token() > 2) break;
      if (mention.is_genitive && InClause(mention.first_token)) return static_cast<uint32_t>(i);
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FindAdjective() const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& mention = mentions_[i];
      if (mention.end_token() > match_.token) continue;
      if (match_.token - mention.end_token() > 2) break;
      if (mention.kind == Mention::Kind::kAdjective) return static_cast<uint32_t>(i);
    }
    return std::nullopt;
  }

  std::optional<uint32_t> FindCompound() const {
    for (uint32_t i = 0; i < mentions_.size(); ++i) {
      const bool before = mentions_[i].end_token() == match_.token ||
                          (match_.in_compound && mentions_[i].first_token == match_.token);
      if (before && mentions_[i].kind == Mention::Kind::kWeapon) return i;
    }
    return std::nullopt;
  }

  const SentenceContext& context_;
  const std::vector<Mention>& mentions_;
  const TriggerMatch& match_;
  const Dependencies tree_;
  const Trigger& trigger_;
  const int32_t clause_;
  std::optional<uint32_t> subject_;
  std::vector<FilledRole> roles_;
};

}  // namespace

std::vector<FilledRole> FillRoles(const SentenceContext& context, const TriggerMatch& match) {
  return Binder(context, match).Run();
}

}  // namespace norn::ingest
