#include "ingest/extract/rules/triggers.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

bool EndsWithCompound(absl::string_view word, absl::string_view head) {
  return word.size() > head.size() + 1 && absl::EndsWith(word, head) &&
         word[word.size() - head.size() - 1] == '-';
}

bool HasOneOf(const SentenceContext& context, int32_t clause,
              const google::protobuf::RepeatedPtrField<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    const std::vector<absl::string_view> words = absl::StrSplit(phrase, ' ');
    for (uint32_t at = context.begin(); at + words.size() <= context.end(); ++at) {
      if (context.clauses.ClauseOf(at) != clause) continue;
      size_t k = 0;
      while (k < words.size() && context.Word(at + k) == words[k]) ++k;
      // "Nordland-raketter"
      if (words.size() == 1 && EndsWithCompound(context.Word(at), words[0])) return true;
      if (k == words.size()) return true;
    }
  }
  return false;
}

// Whether a form that may be a noun or a verb ("møte", "angrep") is a noun at `at`: by what stands
// in front of it.
bool IsNounPosition(const SentenceContext& context, uint32_t at) {
  // The tagger takes "angrep" for a noun too often, and hardly ever for a verb where it is none.
  if (context.text.tokens[at].upos == "VERB") return false;
  // "hadde mandag møter med X": what a verb without meaning has for its object.
  const Token& token = context.text.tokens[at];
  const bool is_object =
      token.deprel == "obj" && token.head >= 0 && context.Is("light_verb", token.head);
  if (is_object) return true;
  const int64_t before = static_cast<int64_t>(at) - 1;
  // "Møte mellom X og Y avlyst"
  if (before < context.begin()) return context.Is("preposition", at + 1);
  if (context.Is("infinitive_marker", before) || context.Is("modal", before)) return false;
  if (context.Is("determiner", before) || context.Is("preposition", before) ||
      context.Is("light_verb", before)) {
    return true;
  }
  for (const Mention& mention : context.mentions) {
    const bool modifies = mention.is_genitive || mention.kind == Mention::Kind::kAdjective;
    if (mention.end_token() == at) return modifies || mention.kind == Mention::Kind::kWeapon;
    if (modifies && mention.end_token() < at && at - mention.end_token() <= 2) return true;
    if (mention.phrase_begin == at + 1 && mention.kind != Mention::Kind::kWeapon) return false;
  }
  // "et fysisk møte", "å gjennomføre angrep": a word that is no auxiliary.
  return !context.Is("auxiliary", before) && !context.Is("subject_pronoun", before) &&
         context.text.tokens[before].is_word;
}

// `verb_before`: the clause has its verb already.
bool Applies(const SentenceContext& context, uint32_t at, const TriggerForm& form, bool noun_here,
             bool verb_before) {
  const Trigger& trigger = *form.trigger;
  const int32_t clause = context.clauses.ClauseOf(at);
  if (trigger.needs_word_size() > 0 && !HasOneOf(context, clause, trigger.needs_word())) {
    return false;
  }
  if (HasOneOf(context, clause, trigger.excludes_word())) return false;
  // "en leveranse av bomber", "har gitt X bomber": a word for arms is no verb there.
  if (trigger.kind() == Trigger::VERB && (noun_here || verb_before)) {
    for (const Mention& mention : context.mentions) {
      if (mention.kind == Mention::Kind::kWeapon && mention.first_token == at) return false;
    }
  }
  // Only forms that are both are told apart by their place.
  bool is_noun = false;
  bool is_verb = false;
  for (const auto& match : context.grammar.triggers().At(context.text.tokens, at, context.end())) {
    (match.value->trigger->kind() == Trigger::NOUN ? is_noun : is_verb) = true;
  }
  return !is_noun || !is_verb || (trigger.kind() == Trigger::NOUN) == noun_here;
}

}  // namespace

std::vector<TriggerMatch> FindTriggers(const SentenceContext& context) {
  std::vector<TriggerMatch> found;
  uint32_t covered = 0;  // the words of "gikk til angrep på" are no triggers of their own
  for (uint32_t at = context.begin(); at < context.end(); ++at) {
    std::vector<PhraseIndex<TriggerForm>::Match> matches =
        context.grammar.triggers().At(context.text.tokens, at, context.end());
    bool in_compound = false;
    const std::string& word = context.text.tokens[at].lower;
    if (const size_t hyphen = word.rfind('-'); matches.empty() && hyphen != std::string::npos) {
      Token end = context.text.tokens[at];
      end.lower = word.substr(hyphen + 1);
      matches = context.grammar.triggers().At({end}, 0, 1);
      in_compound = true;
    }
    const bool noun_here = IsNounPosition(context, at);
    const bool verb_before =
        std::any_of(found.begin(), found.end(), [&](const TriggerMatch& earlier) {
          return earlier.token < at && earlier.form.trigger->kind() == Trigger::VERB &&
                 context.clauses.ClauseOf(earlier.token) == context.clauses.ClauseOf(at);
        });
    uint32_t words = 0;
    if (at < covered) continue;
    for (const auto& match : matches) {
      if (match.words < words) break;
      if (!Applies(context, at, *match.value, noun_here, verb_before)) continue;
      words = match.words;
      if (match.words == match.length) covered = std::max(covered, at + match.length);
      const bool known = !found.empty() && found.back().token == at &&
                         found.back().form.trigger == match.value->trigger;
      if (!known) found.push_back({at, match.length, in_compound, *match.value});
    }
  }
  return found;
}

}  // namespace norn::ingest
