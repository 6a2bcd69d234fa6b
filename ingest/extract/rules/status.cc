#include "ingest/extract/rules/status.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "ingest/extract/rules/told_conversations.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

struct CueMatch {
  uint32_t token = 0;
  uint32_t length = 0;
  const Cue* cue = nullptr;
};

bool IsFor(const Cue& cue, const std::string& type) {
  return cue.type().empty() ||
         std::find(cue.type().begin(), cue.type().end(), type) != cue.type().end();
}

bool Allows(const SentenceContext& context, const CueMatch& match) {
  if (!match.cue->before_participle()) return true;
  const uint32_t next = match.token + match.length;
  if (context.Is("determiner", next)) return false;
  return context.grammar.EndsLike("participle_ending", context.Word(next));
}

// The sentence's cues for events of a type, the longest at each place; a place inside a longer cue
// gives none. Times may stand inside them: "lovet onsdag å sende", "vowed on Wednesday to send".
std::vector<CueMatch> FindCues(const SentenceContext& context, const std::string& type) {
  std::vector<bool> is_time(context.sentence.token_count);
  for (const TimeExpression& time : context.times) {
    const uint32_t first = time.first_token - context.begin();
    std::fill_n(is_time.begin() + first, time.token_count, true);
    if (first > 0 && context.Is("preposition", static_cast<int64_t>(time.first_token) - 1)) {
      is_time[first - 1] = true;
    }
  }
  const auto is_aside = [&](size_t token) { return is_time[token - context.begin()]; };
  std::vector<CueMatch> cues;
  for (uint32_t at = context.begin(); at < context.end();) {
    uint32_t words = 0;
    uint32_t fixed = 0;
    for (const auto& match :
         context.grammar.cues().At(context.text.tokens, at, context.end(), is_aside)) {
      const CueMatch cue = {at, match.length, *match.value};
      if (match.words < words || !IsFor(*cue.cue, type) || !Allows(context, cue)) continue;
      words = match.words;
      if (match.words == match.length) fixed = match.length;
      cues.push_back(cue);
    }
    at += std::max(fixed, 1u);
  }
  return cues;
}

// "Leveringen er lagt på is": the cue's participle has the event as its subject.
bool HasAsSubject(const SentenceContext& context, const CueMatch& cue,
                  const TriggerMatch& trigger) {
  const auto& tokens = context.text.tokens;
  for (uint32_t at = trigger.token; at < trigger.token + trigger.length; ++at) {
    const Token& noun = tokens[at];
    const bool is_subject = noun.upos == "NOUN" && absl::StartsWith(noun.deprel, "nsubj");
    if (!is_subject || noun.head < static_cast<int32_t>(cue.token) ||
        noun.head >= static_cast<int32_t>(cue.token + cue.length)) {
      continue;
    }
    return absl::StrContains(tokens[noun.head].feats, "VerbForm=Part") ||
           noun.deprel == "nsubj:pass";
  }
  return false;
}

bool Reaches(const SentenceContext& context, const CueMatch& cue, const TriggerMatch& trigger) {
  const int32_t cue_clause = context.clauses.ClauseOf(cue.token);
  const int32_t clause = context.clauses.ClauseOf(trigger.token);
  const bool before =
      cue.token + cue.length <= trigger.token || (cue.token < trigger.token && cue.length > 1);
  switch (cue.cue->scope()) {
    case Cue::SENTENCE:
      return true;
    case Cue::CLAUSE:
      return cue_clause == clause;
    case Cue::BEFORE:
      return cue_clause == clause && !before;
    default:
      return (before && context.clauses.Governs(cue_clause, clause)) ||
             HasAsSubject(context, cue, trigger);
  }
}

// "møtte ikke Dahl": a negation right behind a finite verb, and none that belongs to a verb
// further on.
bool NegatedBehind(const SentenceContext& context, const CueMatch& cue,
                   const TriggerMatch& trigger) {
  const uint32_t after = trigger.token + trigger.length;
  const WordForm form = trigger.form.form;
  return (form == WordForm::kPresent || form == WordForm::kPast) && cue.token >= after &&
         cue.token < after + 3 &&
         context.clauses.ClauseOf(cue.token) == context.clauses.ClauseOf(trigger.token);
}

// "møtte ikke X, men Y": it is X that is negated.
bool NegatesMention(const SentenceContext& context, const CueMatch& cue) {
  return std::any_of(context.mentions.begin(), context.mentions.end(), [&](const Mention& mention) {
    return mention.is_excluded && mention.phrase_begin > cue.token &&
           mention.phrase_begin <= cue.token + 2;
  });
}

// "Hadde hun møtt ham, ville …": a condition that has no word of its own.
bool IsInvertedCondition(const SentenceContext& context, uint32_t token) {
  uint32_t first = context.begin();
  while (first < context.end() && !context.text.tokens[first].is_word) ++first;
  if (!context.Is("inverted_condition", first)) return false;
  for (uint32_t at = token + 1; at + 1 < context.end(); ++at) {
    if (context.Word(at) == "," && context.Is("consequence", at + 1)) return true;
  }
  return false;
}

std::string Negated(const EventType& type, absl::string_view status) {
  if (!type.negated_status().empty()) return type.negated_status();
  return status == kUnreal ? kUnreal : kDenied;
}

// What the verb's own form says where no cue does.
std::string OwnStatus(const SentenceContext& context, const TriggerMatch& match) {
  const Trigger& trigger = *match.form.trigger;
  if (!trigger.status().empty()) return trigger.status();
  // An infinitive that nothing governs tells of no event: "det er viktig å møte Dahl".
  if (match.form.form == WordForm::kInfinitive &&
      context.Is("infinitive_marker", static_cast<int64_t>(match.token) - 1)) {
    return kUnreal;
  }
  return kHappened;
}

}  // namespace

Reading ReadStatus(const SentenceContext& context, const TriggerMatch& match) {
  Reading reading;
  reading.status = OwnStatus(context, match);
  const bool own = !match.form.trigger->status().empty();
  bool negated = false;
  bool unreal = IsInvertedCondition(context, match.token);
  std::optional<CueMatch> nearest;
  for (const CueMatch& cue : FindCues(context, match.form.trigger->type())) {
    const Cue::Effect effect = cue.cue->effect();
    if (effect == Cue::NEGATION && NegatesMention(context, cue)) continue;
    if (effect == Cue::NEGATION && NegatedBehind(context, cue, match)) negated = true;
    // The trigger's own word: "lovet".
    if (own && cue.token <= match.token && match.token < cue.token + cue.length) continue;
    if (!Reaches(context, cue, match)) continue;
    if (effect == Cue::HEDGE) reading.hedged = true;
    // A cue between the negation and the trigger takes the negation: "ikke nekter for å ha møtt".
    if (effect == Cue::NEGATION &&
        context.clauses.ClauseOf(cue.token) == context.clauses.ClauseOf(match.token)) {
      negated = true;
    }
    if (effect != Cue::STATUS) continue;
    if (cue.cue->status() == kUnreal) unreal = true;
    if (!nearest || cue.token >= nearest->token) nearest = cue;
  }
  if (nearest && !unreal && (!own || nearest->cue->status() == kDenied)) {
    reading.status = nearest->cue->status();
    reading.rule = nearest->cue->rule();
  }
  // "møtet med X" was there, whatever is not done with it.
  if (match.form.form == WordForm::kDefinite) negated = false;
  const EventType& type = context.grammar.events().Of(match.form.trigger->type());
  if (negated) reading.status = Negated(type, reading.status);
  if (unreal || reading.status == kUnreal || IsOnlyWhereTold(context, match)) {
    reading.status.clear();
  }
  return reading;
}

std::string AttributedTo(const SentenceContext& context) {
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    for (const auto& match : context.grammar.cues().At(context.text.tokens, at, context.end())) {
      if ((*match.value)->effect() != Cue::ATTRIBUTION) continue;
      const uint32_t after = at + match.length;
      // "ifølge X", "sier X"; then "X sier".
      for (const Mention& mention : context.mentions) {
        if (mention.phrase_begin != after && mention.first_token != after) continue;
        return std::string(
            context.text.Slice({context.text.tokens[mention.phrase_begin].bytes.begin,
                                context.text.tokens[mention.end_token() - 1].bytes.end}));
      }
      for (const Mention& mention : context.mentions) {
        if (mention.end_token() != at || mention.is_genitive) continue;
        return std::string(
            context.text.Slice({context.text.tokens[mention.first_token].bytes.begin,
                                context.text.tokens[mention.end_token() - 1].bytes.end}));
      }
    }
  }
  return "";
}

}  // namespace norn::ingest
