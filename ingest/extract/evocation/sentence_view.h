// A sentence as the scorers see it: its context with its tree, its words' senses, what the rules
// propose, and what kind of article it stands in. Made once a sentence, read by all features.
#ifndef NORN_INGEST_EXTRACT_EVOCATION_SENTENCE_VIEW_H_
#define NORN_INGEST_EXTRACT_EVOCATION_SENTENCE_VIEW_H_

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/extract/evocation/sentence_tree.h"
#include "ingest/extract/evocation/word_senses.h"
#include "ingest/extract/rules/triggers.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// What an article is about, in coarse steps: "0" to "4" for how often such words or names stand in
// it.
struct ArticleTraits {
  std::string language;
  std::string sport;
  std::string culture;
  std::string arms;
  std::string conflict;
  std::string states;
  std::string persons;
  std::string titles;
  std::string first_persons;  // "we", "my"
  std::string length;         // in sentences
  // Of its first heading.
  std::set<std::string> heading_words;  // lemmas of its content words
  std::set<std::string> heading_senses;
  std::set<uint32_t> heading_entities;
};

class SentenceView {
 public:
  // All outlive the view. `index`: of the sentence among the article's.
  SentenceView(const SentenceContext& context, const std::vector<Mention>& candidates,
               const ArticleTraits& traits, SentenceSenses senses, size_t index);

  const SentenceContext& context;
  // Everything that may fill a role: the sentence's mentions and its other noun phrases.
  const std::vector<Mention>& candidates;
  const ArticleTraits& traits;
  const SentenceTree tree;
  const size_t index;

  const Token& token(uint32_t at) const { return context.text.tokens[at]; }
  const std::vector<absl::string_view>& SensesOf(uint32_t at) const {
    return senses_[at - context.begin()];
  }
  bool Has(uint32_t at, absl::string_view sense) const;
  // The triggers that the rules find there.
  std::vector<const TriggerMatch*> RulesAt(uint32_t at) const;
  const std::vector<TriggerMatch>& rules() const { return rules_; }

  // What a mention can be, in a word: person, state, org, weapon, place, media, pronoun, group,
  // description, noun.
  std::string KindOf(const Mention& mention) const;
  // The token that the tree takes for the candidate's head.
  uint32_t HeadOf(const Mention& candidate) const;

 private:
  SentenceSenses senses_;
  std::vector<TriggerMatch> rules_;
};

// Counts for the whole article.
ArticleTraits TraitsOf(const AnnotatedText& text, const MentionedEntities& mentioned,
                       const std::vector<SentenceSenses>& senses);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_EVOCATION_SENTENCE_VIEW_H_
