// One language's lexicon, compiled for extraction: look-up of triggers, cues, pronouns, time words
// and function words at a place in a text. Read-only once made.
#ifndef NORN_INGEST_EXTRACT_GRAMMAR_H_
#define NORN_INGEST_EXTRACT_GRAMMAR_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/phrase_index.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

enum class WordForm : uint8_t {
  kPresent,
  kPast,
  kInfinitive,
  kParticiple,
  kPassive,
  kNoun,
  kDefinite
};

struct TriggerForm {
  const Trigger* trigger = nullptr;
  WordForm form = WordForm::kNoun;
};

class Grammar {
 public:
  // `lexicon` outlives the grammar.
  explicit Grammar(const Lexicon& lexicon);

  const PhraseIndex<TriggerForm>& triggers() const { return triggers_; }
  const PhraseIndex<const Cue*>& cues() const { return cues_; }
  const PhraseIndex<const Pronoun*>& pronouns() const { return pronouns_; }
  const PhraseIndex<const TimeWord*>& time_words() const { return time_words_; }
  const PhraseIndex<const Unit*>& units() const { return units_; }

  // Whether `word` (lower case) is of the class of function words, as the lexicon names it.
  bool Is(absl::string_view word_class, absl::string_view word) const;
  // Whether it ends with a word of the class.
  bool EndsLike(absl::string_view word_class, absl::string_view word) const;

  // What the kinds of events are.
  const EventSchema& events() const { return events_; }
  const NumberWord* FindNumberWord(absl::string_view word) const;

  // By a folded first name.
  bool IsGivenName(absl::string_view first_name) const { return given_names_.contains(first_name); }
  // f or m, by a folded first name; 0 where it does not tell.
  char GenderOfName(absl::string_view first_name) const;
  // Nouns for a person: journalisten, mann.
  bool IsHumanNoun(absl::string_view word) const;
  // The group that a token names by its form or lemma: "regjeringene". Null: none.
  const Pronoun* FindGroup(const Token& token) const;
  const Pronoun* FindGroup(absl::string_view word) const;

  const Lexicon& lexicon() const { return lexicon_; }

 private:
  void AddTrigger(const Trigger& trigger);

  const Lexicon& lexicon_;
  PhraseIndex<TriggerForm> triggers_;
  PhraseIndex<const Cue*> cues_;
  PhraseIndex<const Pronoun*> pronouns_;
  PhraseIndex<const TimeWord*> time_words_;
  PhraseIndex<const Unit*> units_;
  absl::flat_hash_map<std::string, absl::flat_hash_set<std::string>> word_classes_;
  absl::flat_hash_set<std::string> given_names_;
  absl::flat_hash_map<std::string, char> genders_;
  absl::flat_hash_map<std::string, const Pronoun*> groups_;
  EventSchema events_;
  absl::flat_hash_map<std::string, const NumberWord*> number_words_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_GRAMMAR_H_
