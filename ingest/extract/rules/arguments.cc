#include "ingest/extract/rules/arguments.h"

#include <algorithm>
#include <optional>

#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/rules/objects.h"
#include "ingest/extract/rules/prepositions.h"
#include "ingest/extract/rules/subjects.h"
#include "ingest/extract/rules/told_conversations.h"
#include "ingest/extract/rules/trigger_frame.h"
#include "ingest/extract/rules/trigger_phrases.h"

namespace norn::ingest {
namespace {

class Binder {
 public:
  Binder(const SentenceContext& context, const TriggerMatch& match) : frame_(context, match) {}

  std::vector<FilledRole> Run() {
    // The subject first: an inverted one must not be taken for the object.
    if (frame_.trigger.kind() == Trigger::VERB &&
        (frame_.match.form.form != WordForm::kPassive || frame_.trigger.joins())) {
      subject_ = FindSubject(frame_);
    }
    for (const Argument& argument : frame_.trigger.argument()) {
      const size_t before = roles_.size();
      Fill(argument);
      if (argument.required() && roles_.size() == before) return {};
    }
    return std::move(roles_);
  }

 private:
  void Add(const std::string& role, uint32_t index, const Argument& argument) {
    for (const uint32_t member : WholeList(frame_.mentions, index)) {
      const bool taken = std::any_of(roles_.begin(), roles_.end(), [&](const FilledRole& filled) {
        return filled.mention == member;
      });
      if (!taken && (member == index || frame_.Fits(frame_.mentions[member], argument))) {
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
        found = FindObject(frame_, subject_, argument);
        break;
      case Argument::INDIRECT_OBJECT:
        found = FindIndirectObject(frame_, subject_, argument);
        break;
      case Argument::PREPOSITION:
      case Argument::BETWEEN:
        found = FindPrepositional(frame_, argument);
        break;
      case Argument::GENITIVE:
        found = FindGenitive(frame_);
        break;
      case Argument::ADJECTIVE:
        found = FindAdjective(frame_);
        break;
      case Argument::COMPOUND:
        found = FindCompound(frame_);
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
    if (frame_.trigger.kind() == Trigger::NOUN) return SubjectOfNoun(argument);
    if (frame_.match.form.form == WordForm::kPassive && !frame_.trigger.joins())
      return std::nullopt;
    if (subject_ && (frame_.mentions[*subject_].kind == Mention::Kind::kWeapon ||
                     frame_.mentions[*subject_].kind == Mention::Kind::kPlace)) {
      return std::nullopt;
    }
    return subject_;
  }

  // "X beskriver møtet med Y": the clause's subject takes part where the noun stands behind a verb
  // and somebody else is named beside it, or where the verb is as empty as in "X og Y holdt et
  // møte".
  std::optional<uint32_t> SubjectOfNoun(const Argument& argument) const {
    // "X fordømte Nordlands leveranser": who gives is told.
    if (frame_.RoleOf(argument).direction() != Role::NO_DIRECTION && HasRole(argument.role())) {
      return std::nullopt;
    }
    if (const auto framed = SubjectBehindFrame()) return framed;
    const auto verb = frame_.tree.VerbAbove(frame_.match.token);
    const Slot slot = verb && frame_.InClause(*verb) ? frame_.tree.SubjectOf(*verb) : Slot{};
    // "ble enige om et møte mellom X og Y": those are all.
    if (HasBothSides() || VerbTellsOfConversation(verb)) return std::nullopt;
    const auto subject =
        slot.is_decided ? slot.mention : SubjectLeftOf(frame_, frame_.match.token, frame_.clause);
    if (!subject || frame_.mentions[*subject].kind == Mention::Kind::kWeapon ||
        frame_.mentions[*subject].kind == Mention::Kind::kPlace) {
      return std::nullopt;
    }
    const uint32_t end = frame_.mentions[WholeList(frame_.mentions, *subject).back()].end_token();
    // "I går gikk X til angrep": wherever the subject stands.
    const bool kills = frame_.schema().HasDetail(frame_.trigger.type(), EventType::KILLED);
    bool light = verb && *verb < frame_.match.token &&
                 (frame_.context.Is("light_verb", *verb) ||
                  (kills && frame_.context.Is("motion_verb", *verb)));
    for (uint32_t at = end; at < frame_.match.token; ++at) {
      // "X drepte tre i et angrep": who kills in it attacks.
      light |= frame_.context.Is("light_verb", at) ||
               (kills && frame_.context.Is("killed", at) && !HasPassiveBefore(at));
    }
    const bool verb_between = end < frame_.match.token;
    const bool takes_part = verb_between && !roles_.empty() && !argument.light_verb_only();
    return light || takes_part ? subject : std::nullopt;
  }

  bool HasRole(const std::string& role) const {
    return std::any_of(roles_.begin(), roles_.end(),
                       [&](const FilledRole& filled) { return filled.role == role; });
  }

  // "Etter møtet med X var Y fornøyd": whom the clause is about took part.
  std::optional<uint32_t> SubjectBehindFrame() const {
    if (!frame_.schema().IsConversation(frame_.trigger.type()) || roles_.empty() ||
        HasBothSides()) {
      return std::nullopt;
    }
    const int64_t preposition = frame_.tree.CaseOf(frame_.match.token);
    const int32_t above = frame_.context.text.tokens[frame_.match.token].head;
    if (above < static_cast<int32_t>(frame_.context.begin()) || !frame_.InClause(above))
      return std::nullopt;
    // "X i møte med Y"
    if (frame_.context.Is("frame_preposition", preposition)) return PersonAt(above);
    if (!frame_.context.Is("adjunct_preposition", preposition)) return std::nullopt;
    if (VerbTellsOfConversation(static_cast<uint32_t>(above))) return std::nullopt;
    const Slot slot = frame_.tree.SubjectOf(static_cast<uint32_t>(above));
    const bool is_person = slot.mention && frame_.IsPerson(frame_.mentions[*slot.mention]) &&
                           !frame_.mentions[*slot.mention].is_genitive;
    return is_person ? slot.mention : std::nullopt;
  }

  std::optional<uint32_t> PersonAt(uint32_t token) const {
    for (uint32_t i = 0; i < frame_.mentions.size(); ++i) {
      const Mention& mention = frame_.mentions[i];
      const bool is_at = mention.phrase_begin <= token && token < mention.end_token();
      if (is_at && frame_.IsPerson(mention) && !mention.is_genitive) return i;
    }
    return std::nullopt;
  }

  bool HasBothSides() const {
    return std::any_of(frame_.trigger.argument().begin(), frame_.trigger.argument().end(),
                       [&](const Argument& argument) {
                         return argument.from() == Argument::BETWEEN && roles_.size() >= 2 &&
                                frame_.context.Is("between",
                                                  PrepositionOf(frame_.context, roles_[0].mention));
                       });
  }

  // "Under møtet traff hun X": the verb says who met.
  bool VerbTellsOfConversation(std::optional<uint32_t> verb) const {
    return verb && TellsOfConversation(frame_.context, frame_.match, *verb);
  }

  bool HasPassiveBefore(uint32_t participle) const {
    return frame_.context.Is("auxiliary", static_cast<int64_t>(participle) - 1) &&
           frame_.context.text.tokens[participle].feats.find("Pass") != absl::string_view::npos;
  }

  // "I en telefonsamtale fredag ba Dahl statsminister Berg om …": who speaks and who is spoken to.
  void FillFrame(const Argument& argument) {
    bool framed = false;
    for (uint32_t back = 1; back <= 3 && frame_.match.token >= frame_.context.begin() + back;
         ++back) {
      framed |= frame_.context.Is("frame_preposition", frame_.match.token - back);
    }
    // "I forkant av møtet": something else than the event frames.
    const int64_t governor = frame_.tree.CaseOf(frame_.match.token);
    framed = framed && (governor < 0 || frame_.context.Is("frame_preposition", governor));
    if (!framed || VerbTellsOfConversation(frame_.tree.VerbAbove(frame_.match.token))) return;
    // "X told Y in a phone call that …"
    if (const auto verb = frame_.tree.VerbAbove(frame_.match.token);
        verb && *verb < frame_.match.token) {
      const Slot speaker = frame_.tree.SubjectOf(*verb);
      const Slot spoken_to = frame_.tree.ObjectOf(*verb, false);
      if (speaker.mention && spoken_to.mention &&
          frame_.Fits(frame_.mentions[*speaker.mention], argument) &&
          frame_.Fits(frame_.mentions[*spoken_to.mention], argument)) {
        Add(argument.role(), *speaker.mention, argument);
        Add(argument.role(), *spoken_to.mention, argument);
        return;
      }
    }
    for (uint32_t i = 0; i < frame_.mentions.size() && roles_.size() < 2; ++i) {
      const Mention& mention = frame_.mentions[i];
      if (mention.phrase_begin < frame_.after() || !frame_.InClause(mention.first_token)) continue;
      if (!frame_.Fits(mention, argument) || mention.is_genitive) continue;
      const int64_t preposition = PrepositionOf(frame_.context, i);
      if (preposition >= 0 && !frame_.context.Is("address_preposition", preposition)) continue;
      if (!roles_.empty() && roles_.front().mention == i) continue;
      roles_.push_back({argument.role(), i});
    }
    // One alone is not framed by the conversation but only speaks of it.
    if (roles_.size() < 2) roles_.clear();
  }

  const TriggerFrame frame_;
  std::optional<uint32_t> subject_;
  std::vector<FilledRole> roles_;
};

}  // namespace

std::vector<FilledRole> FillRoles(const SentenceContext& context, const TriggerMatch& match) {
  return Binder(context, match).Run();
}

}  // namespace norn::ingest
