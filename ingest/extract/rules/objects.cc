#include "ingest/extract/rules/objects.h"

#include <algorithm>
#include <vector>

#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/rules/prepositions.h"

namespace norn::ingest {
namespace {

// How far an object may stand from its trigger, in tokens.
constexpr uint32_t kObjectReach = 7;

bool InListOf(const TriggerFrame& frame, uint32_t head, uint32_t index) {
  const std::vector<uint32_t> list = WholeList(frame.mentions, head);
  return std::find(list.begin(), list.end(), index) != list.end();
}

std::optional<uint32_t> FirstRight(const TriggerFrame& frame, std::optional<uint32_t> subject,
                                   const Argument& argument, bool prepositional) {
  for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
    const Mention& mention = frame.mentions[i];
    // Objects may stand inside a discontinuous trigger: "tok presidenten imot".
    if (mention.first_token <= frame.match.token || !frame.InClause(mention.first_token)) continue;
    if (mention.first_token > frame.after() + kObjectReach) break;
    if (subject && InListOf(frame, *subject, i)) continue;
    if (!frame.Fits(mention, argument) || mention.is_genitive) continue;
    // A preposition that belongs to the trigger ("ba om") governs its object.
    if (!prepositional && PrepositionOf(frame.context, i) >= static_cast<int64_t>(frame.after()))
      continue;
    return i;
  }
  return std::nullopt;
}

// Whom the tree gives as the object, where that is somebody: "møtte sine kolleger, X og Y".
std::optional<uint32_t> PersonAsObject(const TriggerFrame& frame, std::optional<uint32_t> subject,
                                       const Argument& argument) {
  const bool is_passive = frame.match.form.form == WordForm::kPassive;
  const auto mention = frame.tree.ObjectOf(frame.match.token, is_passive).mention;
  if (!mention || (!is_passive && frame.mentions[*mention].first_token <= frame.match.token)) {
    return std::nullopt;
  }
  if (subject && InListOf(frame, *subject, *mention)) return std::nullopt;
  const bool fits =
      frame.IsPerson(frame.mentions[*mention]) && frame.Fits(frame.mentions[*mention], argument) &&
      !frame.mentions[*mention].is_genitive && PrepositionOf(frame.context, *mention) < 0;
  return fits ? mention : std::nullopt;
}

// "X, som ble angrepet av Y": whom the relative pronoun stands for.
std::optional<uint32_t> PassiveAntecedent(const TriggerFrame& frame, const Argument& argument) {
  if (frame.context.clauses.clause(frame.clause).kind != Clause::Kind::kRelative)
    return std::nullopt;
  const auto mention = frame.tree.ObjectOf(frame.match.token, /*is_passive=*/true).mention;
  const bool fits = mention && frame.mentions[*mention].first_token < frame.match.token &&
                    frame.Fits(frame.mentions[*mention], argument);
  return fits ? mention : std::nullopt;
}

std::optional<uint32_t> WeaponInPhrase(const TriggerFrame& frame, uint32_t head) {
  for (uint32_t i = 0; i < frame.mentions.size(); ++i) {
    if (frame.mentions[i].kind == Mention::Kind::kWeapon &&
        frame.tree.IsPartOf(frame.mentions[i].end_token() - 1, head)) {
      return i;
    }
  }
  return std::nullopt;
}

// "leverte de første av ti X-missiler": the arms are somewhere in the object's phrase.
std::optional<uint32_t> WeaponInObject(const TriggerFrame& frame, const Argument& argument) {
  if (argument.filler() != Role::WEAPON) return std::nullopt;
  // Of "svarte med å sende" the last verb has the object.
  const uint32_t last = frame.match.token + frame.match.length - 1;
  const uint32_t verb = frame.tree.IsVerb(last) ? last : frame.match.token;
  const auto object = frame.tree.ObjectTokenOf(verb, frame.match.form.form == WordForm::kPassive);
  return object ? WeaponInPhrase(frame, *object) : std::nullopt;
}

std::optional<uint32_t> ObjectLeft(const TriggerFrame& frame, const Argument& argument) {
  for (size_t i = frame.mentions.size(); i-- > 0;) {
    const Mention& mention = frame.mentions[i];
    if (mention.end_token() > frame.match.token || !frame.InClause(mention.first_token)) continue;
    if (frame.Fits(mention, argument) && !mention.is_genitive &&
        PrepositionOf(frame.context, static_cast<uint32_t>(i)) < 0) {
      return WholeList(frame.mentions, static_cast<uint32_t>(i)).front();
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> FindObject(const TriggerFrame& frame, std::optional<uint32_t> subject,
                                   const Argument& argument) {
  if (frame.match.form.form == WordForm::kPassive) {
    // "ledsaget av X" has its agent behind it; "X ble angrepet" its object in front.
    if (frame.trigger.joins()) return FirstRight(frame, subject, argument, /*prepositional=*/true);
    if (const auto person = PersonAsObject(frame, subject, argument)) return person;
    if (const auto antecedent = PassiveAntecedent(frame, argument)) return antecedent;
    const auto left = ObjectLeft(frame, argument);
    if (left) return left;
  }
  if (const auto person = PersonAsObject(frame, subject, argument)) return person;
  if (const auto right = FirstRight(frame, subject, argument, false)) return right;
  return WeaponInObject(frame, argument);
}

std::optional<uint32_t> FindIndirectObject(const TriggerFrame& frame,
                                           std::optional<uint32_t> subject,
                                           const Argument& argument) {
  if (const Slot promised = frame.tree.PromisedTo(frame.match.token); promised.mention) {
    return promised.mention;
  }
  const std::optional<uint32_t> first = FirstRight(frame, subject, argument, false);
  if (!first || frame.match.form.form == WordForm::kPassive) return std::nullopt;
  const uint32_t last = WholeList(frame.mentions, *first).back();
  for (uint32_t i = last + 1; i < frame.mentions.size(); ++i) {
    if (frame.mentions[i].kind == Mention::Kind::kWeapon &&
        frame.InClause(frame.mentions[i].first_token) && PrepositionOf(frame.context, i) < 0) {
      return first;
    }
  }
  return std::nullopt;
}

}  // namespace norn::ingest
