#include "ingest/extract/rules/prepositions.h"

#include "ingest/extract/mentions/mention_lists.h"
#include "ingest/extract/rules/dependencies.h"

namespace norn::ingest {
namespace {

constexpr int64_t kAdjectivesBetween = 2;

// "siden Nordland gikk til krig": the word opens a clause, it governs no noun.
bool OpensClause(const SentenceContext& context, int64_t at) {
  if (at < context.begin()) return false;
  const Clause& clause =
      context.clauses.clause(context.clauses.ClauseOf(static_cast<uint32_t>(at)));
  return clause.kind != Clause::Kind::kMain && clause.introducer == at;
}

bool IsAdjectiveLike(const SentenceContext& context, int64_t at) {
  if (at < context.begin() || !context.text.tokens[at].is_word ||
      context.text.tokens[at].is_capitalized) {
    return false;
  }
  for (const char* other : {"conjunction", "subordinator", "auxiliary", "modal", "reporting_verb",
                            "verb", "light_verb", "infinitive_marker"}) {
    if (context.Is(other, at)) return false;
  }
  return context.grammar.triggers().At(context.text.tokens, at, context.end()).empty();
}

// "met a group of ministers": the collection's own preposition, if it has one.
int64_t BeforeCollection(const SentenceContext& context, int64_t preposition) {
  if (!context.Is("partitive", preposition) || !context.Is("collection", preposition - 1)) {
    return preposition;
  }
  int64_t at = preposition - 2;
  while (context.Is("determiner", at) || IsAdjectiveLike(context, at)) --at;
  return context.Is("preposition", at) ? at : -1;
}

}  // namespace

int64_t PrepositionOf(const SentenceContext& context, uint32_t mention) {
  const uint32_t head = WholeList(context.mentions, mention).front();
  const Mention& first = context.mentions[head];
  // "med sin nordlandske kollega, X": the noun that the name explains has the preposition.
  const Token& token = context.text.tokens[first.first_token];
  const bool explains =
      token.deprel == "appos" || token.head == static_cast<int32_t>(first.first_token) - 1;
  if (explains && token.head >= static_cast<int32_t>(context.begin()) &&
      token.head < static_cast<int32_t>(first.first_token) &&
      context.text.tokens[token.head].upos == "NOUN") {
    const int64_t governor = Dependencies(context).CaseOf(static_cast<uint32_t>(token.head));
    if (governor >= 0) return governor;
  }
  // "av nabolandet X", with the name as the phrase's head.
  if (token.upos == "PROPN" && first.phrase_begin > context.begin() &&
      context.text.tokens[first.phrase_begin - 1].upos == "NOUN") {
    const int64_t governor = Dependencies(context).CaseOf(first.first_token);
    if (governor >= 0 && first.phrase_begin - governor == 2) return governor;
  }
  // Adjectives that no lexicon knows may stand between: "med aktuelle våpensystemer".
  const bool is_name = first.kind == Mention::Kind::kName || first.kind == Mention::Kind::kPronoun;
  const int64_t reach = is_name ? 0 : kAdjectivesBetween;
  for (int64_t back = 1; back <= 1 + reach; ++back) {
    const int64_t at = static_cast<int64_t>(first.phrase_begin) - back;
    // "luftvern av typen X" names the system that the word before it means.
    if (OpensClause(context, at) || context.Is("type_noun", at)) return -1;
    if (context.Is("preposition", at)) return BeforeCollection(context, at);
    // "to the islands", "med både X og Y"
    if (is_name && back == 1 && context.Is("determiner", at)) {
      return context.Is("preposition", at - 1) ? at - 1 : -1;
    }
    if (!IsAdjectiveLike(context, at)) break;
  }
  return -1;
}

}  // namespace norn::ingest
