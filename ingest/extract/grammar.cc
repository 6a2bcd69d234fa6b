#include "ingest/extract/grammar.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "base/search_key.h"
#include "ingest/extract/time/time_forms.h"

namespace norn::ingest {

Grammar::Grammar(const Lexicon& lexicon) : lexicon_(lexicon), events_(lexicon) {
  for (const Trigger& trigger : lexicon.trigger()) AddTrigger(trigger);
  for (const Cue& cue : lexicon.cue()) {
    for (const std::string& word : cue.word()) cues_.Add(word, &cue);
  }
  for (const Pronoun& pronoun : lexicon.pronoun()) {
    for (const std::string& word : pronoun.word()) {
      pronouns_.Add(word, &pronoun);
      if (pronoun.kind() == Pronoun::GROUP) groups_[word] = &pronoun;
    }
  }
  for (const TimeForm& form : FormsOfTimeWords(lexicon)) time_words_.Add(form.words, form.word);
  for (const Unit& unit : lexicon.unit()) {
    for (const std::string& word : unit.word()) units_.Add(word, &unit);
  }
  for (const WordClass& word_class : lexicon.word_class()) {
    word_classes_[word_class.name()].insert(word_class.word().begin(), word_class.word().end());
  }
  word_classes_["human_noun"].insert(lexicon.person_noun().begin(), lexicon.person_noun().end());
  for (const std::string& name : lexicon.given_name()) given_names_.insert(base::SearchKey(name));
  for (const std::string& name : lexicon.female_name()) genders_[base::SearchKey(name)] = 'f';
  for (const std::string& name : lexicon.male_name()) genders_[base::SearchKey(name)] = 'm';
  for (const NumberWord& number : lexicon.number_word()) number_words_[number.word()] = &number;
}

void Grammar::AddTrigger(const Trigger& trigger) {
  const auto add = [&](const auto& words, WordForm form) {
    for (const std::string& word : words) triggers_.Add(word, {&trigger, form});
  };
  add(trigger.present(), WordForm::kPresent);
  add(trigger.past(), WordForm::kPast);
  add(trigger.infinitive(), WordForm::kInfinitive);
  add(trigger.participle(), WordForm::kParticiple);
  add(trigger.passive(), WordForm::kPassive);
  add(trigger.noun(), WordForm::kNoun);
  add(trigger.definite(), WordForm::kDefinite);
}

bool Grammar::Is(absl::string_view word_class, absl::string_view word) const {
  const auto words = word_classes_.find(word_class);
  return words != word_classes_.end() && words->second.contains(word);
}

bool Grammar::EndsLike(absl::string_view word_class, absl::string_view word) const {
  const auto words = word_classes_.find(word_class);
  return words != word_classes_.end() &&
         std::any_of(words->second.begin(), words->second.end(),
                     [&](const std::string& end) { return absl::EndsWith(word, end); });
}

char Grammar::GenderOfName(absl::string_view first_name) const {
  const auto gender = genders_.find(first_name);
  return gender == genders_.end() ? '\0' : gender->second;
}

bool Grammar::IsHumanNoun(absl::string_view word) const { return Is("human_noun", word); }

const Pronoun* Grammar::FindGroup(absl::string_view word) const {
  const auto group = groups_.find(word);
  return group == groups_.end() ? nullptr : group->second;
}

const Pronoun* Grammar::FindGroup(const Token& token) const {
  if (const Pronoun* group = FindGroup(token.lower)) return group;
  return token.upos == "NOUN" ? FindGroup(token.lemma) : nullptr;
}

const NumberWord* Grammar::FindNumberWord(absl::string_view word) const {
  const auto found = number_words_.find(word);
  return found == number_words_.end() ? nullptr : found->second;
}

}  // namespace norn::ingest
