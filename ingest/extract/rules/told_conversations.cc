#include "ingest/extract/rules/told_conversations.h"

#include <algorithm>

#include "ingest/extract/rules/dependencies.h"
#include "ingest/extract/rules/prepositions.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

bool IsByMedium(const SentenceContext& context, const Trigger& told, int32_t clause) {
  if (!told.medium().empty()) return true;
  return std::any_of(told.refinement().begin(), told.refinement().end(),
                     [&](const Trigger::Refinement& refinement) {
                       return !refinement.medium().empty() &&
                              context.HasPhraseInClause(clause, refinement.word());
                     });
}

// Of the conversations that the verb tells of, whether one fits.
template <typename Fits>
bool AnyTold(const SentenceContext& context, uint32_t verb, const Fits& fits) {
  for (const auto& match :
       context.grammar.triggers().At(context.text.tokens, verb, context.end())) {
    const Trigger& told = *match.value->trigger;
    if (told.kind() != Trigger::VERB || told.joins()) continue;
    if (context.grammar.events().IsConversation(told.type()) && fits(told)) return true;
  }
  return false;
}

// Who were not in one place did not meet there.
bool IsApart(const SentenceContext& context, const Trigger& told, const TriggerMatch& noun) {
  return told.status() == kDenied ||
         IsByMedium(context, told, context.clauses.ClauseOf(noun.token));
}

// "Etter møtet med X": who took part is told.
bool HasPartner(const SentenceContext& context, const TriggerMatch& noun) {
  const uint32_t after = noun.token + noun.length;
  for (uint32_t i = 0; i < context.mentions.size(); ++i) {
    const Mention& mention = context.mentions[i];
    if (mention.kind == Mention::Kind::kPlace || mention.phrase_begin != after + 1) continue;
    if (PrepositionOf(context, i) == static_cast<int64_t>(after) &&
        !context.Is("locative_preposition", after)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool TellsOfConversation(const SentenceContext& context, const TriggerMatch& noun, uint32_t verb) {
  const std::string& type = noun.form.trigger->type();
  if (verb == noun.token || !context.grammar.events().IsConversation(type)) return false;
  return AnyTold(context, verb, [&](const Trigger& told) {
    return told.type() == type || IsApart(context, told, noun);
  });
}

bool IsOnlyWhereTold(const SentenceContext& context, const TriggerMatch& noun) {
  const Trigger& trigger = *noun.form.trigger;
  if (trigger.kind() != Trigger::NOUN || !context.grammar.events().IsConversation(trigger.type())) {
    return false;
  }
  const Dependencies tree(context);
  const int64_t preposition = tree.CaseOf(noun.token);
  if (!context.Is("frame_preposition", preposition) &&
      !context.Is("adjunct_preposition", preposition)) {
    return false;
  }
  const auto verb = tree.VerbAbove(noun.token);
  if (!verb || *verb == noun.token || HasPartner(context, noun)) return false;
  return AnyTold(context, *verb, [&](const Trigger& told) {
    return told.type() != trigger.type() && IsApart(context, told, noun);
  });
}

}  // namespace norn::ingest
