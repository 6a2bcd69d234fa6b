#include "ingest/analysis/vocabulary.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

template <typename Strings>
void AddFolded(const Strings& words, absl::flat_hash_set<std::string>& into) {
  for (const std::string& word : words) into.insert(Fold(word));
}

// What is no word by itself: what only names are made of, and endings.
bool IsPartOfWords(absl::string_view word_class) {
  return word_class == "patronymic" || word_class == "compass_front" ||
         word_class == "colon_ending";
}

}  // namespace

Vocabulary::Vocabulary(const Lexicon& lexicon) {
  AddFolded(lexicon.abbreviation(), abbreviations_);
  AddFolded(lexicon.name_particle(), particles_);
  AddFolded(lexicon.given_name(), given_names_);
  AddFolded(lexicon.person_noun(), person_nouns_);
  AddFolded(lexicon.organization_noun(), org_nouns_);
  AddEndings(lexicon.organization_ending(), org_endings_);
  AddFolded(lexicon.place_noun(), place_nouns_);
  AddEndings(lexicon.place_ending(), place_endings_);
  for (const std::string& word : lexicon.common_word()) AddCommon(word);
  for (const WordClass& word_class : lexicon.word_class()) {
    AddFolded(word_class.word(), classes_[word_class.name()]);
    if (IsPartOfWords(word_class.name())) continue;
    for (const std::string& word : word_class.word()) AddCommon(word);
  }
  for (const Cue& cue : lexicon.cue()) {
    for (const std::string& word : cue.word()) AddCommon(word);
  }
  for (const Pronoun& pronoun : lexicon.pronoun()) {
    for (const std::string& word : pronoun.word()) AddCommon(word);
  }
  for (const NumberWord& number : lexicon.number_word()) AddCommon(number.word());
  for (const TimeWord& time : lexicon.time_word()) {
    for (const std::string& word : time.word()) AddCommon(word);
    if (time.kind() == TimeWord::WEEKDAY || time.kind() == TimeWord::MONTH) {
      AddFolded(time.word(), days_and_months_);
    }
  }
  AddTriggers(lexicon);
  AddLongNames(lexicon);
}

void Vocabulary::AddLongNames(const Lexicon& lexicon) {
  const auto add = [this](const auto& entries) {
    for (const auto& entry : entries) {
      for (const std::string& name : entry.name()) {
        if (absl::StrContains(name, " ")) long_names_.insert(Fold(name));
      }
    }
  };
  add(lexicon.state());
  add(lexicon.actor());
  add(lexicon.place());
  add(lexicon.weapon());
}

void Vocabulary::AddTriggers(const Lexicon& lexicon) {
  for (const Trigger& trigger : lexicon.trigger()) {
    for (const auto* forms :
         {&trigger.present(), &trigger.past(), &trigger.infinitive(), &trigger.participle(),
          &trigger.passive(), &trigger.noun(), &trigger.definite()}) {
      for (const std::string& word : *forms) AddCommon(word);
    }
  }
}

// Phrases say nothing of their single words.
void Vocabulary::AddCommon(absl::string_view word) {
  if (!absl::StrContains(word, " ")) common_.insert(Fold(word));
}

bool Vocabulary::Is(absl::string_view word_class, absl::string_view word) const {
  const auto words = classes_.find(word_class);
  return words != classes_.end() && words->second.contains(word);
}

// "-fjorden" is only an end, "AB" only a word, "departementet" both.
template <typename Strings>
void Vocabulary::AddEndings(const Strings& words, Endings& endings) {
  for (const std::string& word : words) {
    const std::string tail = Fold(absl::StripPrefix(word, "-"));
    if (tail.size() == word.size()) endings.words.insert(tail);
    if (tail.size() < word.size() || !StartsUpper(word)) endings.tails.push_back(tail);
  }
}

bool Vocabulary::Endings::Fit(absl::string_view word) const {
  return words.contains(word) ||
         std::any_of(tails.begin(), tails.end(), [&](const std::string& tail) {
           return word.size() > tail.size() && absl::EndsWith(word, tail);
         });
}

bool Vocabulary::EndsLikeOrganization(absl::string_view word) const {
  return org_endings_.Fit(word);
}

bool Vocabulary::EndsLikePlace(absl::string_view word) const { return place_endings_.Fit(word); }

}  // namespace norn::ingest
