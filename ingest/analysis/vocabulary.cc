#include "ingest/analysis/vocabulary.h"

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

template <typename Words>
void AddFolded(const Words& words, absl::flat_hash_set<std::string>& into) {
  for (const std::string& word : words) into.insert(Fold(word));
}

// An ending that is shorter would fit nearly any word: it counts only as a word of its own.
constexpr size_t kShortestEnding = 4;

}  // namespace

Vocabulary::Vocabulary(const Lexicon& lexicon) {
  AddFolded(lexicon.abbreviation(), abbreviations_);
  AddFolded(lexicon.name_particle(), particles_);
  AddFolded(lexicon.given_name(), given_names_);
  AddFolded(lexicon.person_noun(), person_nouns_);
  AddFolded(lexicon.organization_noun(), org_nouns_);
  AddFolded(lexicon.organization_ending(), org_endings_);
  AddFolded(lexicon.place_noun(), place_nouns_);
  AddFolded(lexicon.place_ending(), place_endings_);
  for (const std::string& word : lexicon.common_word()) AddCommon(word);
  for (const WordClass& word_class : lexicon.word_class()) {
    AddFolded(word_class.word(), classes_[word_class.name()]);
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

bool Vocabulary::EndsLike(const Words& endings, absl::string_view word) {
  if (endings.contains(word)) return true;
  for (const std::string& ending : endings) {
    const absl::string_view tail = absl::StripPrefix(ending, "-");
    if ((tail.size() >= kShortestEnding || tail.size() < ending.size()) &&
        word.size() > tail.size() && absl::EndsWith(word, tail)) {
      return true;
    }
  }
  return false;
}

bool Vocabulary::EndsLikeOrganization(absl::string_view word) const {
  return EndsLike(org_endings_, word);
}

bool Vocabulary::EndsLikePlace(absl::string_view word) const {
  return EndsLike(place_endings_, word);
}

}  // namespace norn::ingest
