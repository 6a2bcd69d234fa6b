#include "ingest/extract/time/time_forms.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

bool HasGenitive(const TimeWord& word) {
  switch (word.kind()) {
    case TimeWord::WEEKDAY:
    case TimeWord::DAY:
    case TimeWord::WEEK:
    case TimeWord::WEEKEND:
    case TimeWord::MONTH_SHIFT:
    case TimeWord::YEAR:
    case TimeWord::DAY_PART:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<TimeForm> FormsOfTimeWords(const Lexicon& lexicon) {
  std::vector<TimeForm> forms;
  const auto add = [&](const std::string& words, const TimeWord& word) {
    forms.push_back({words, &word});
    if (!HasGenitive(word)) return;
    for (const std::string& ending : lexicon.number_format().genitive_ending()) {
      forms.push_back({absl::StrCat(words, ending), &word});
    }
  };
  for (const TimeWord& word : lexicon.time_word()) {
    for (const std::string& plain : word.word()) add(plain, word);
    for (const std::string& stem : word.stem()) {
      for (const TimeWord& part : lexicon.time_word()) {
        if (part.kind() != TimeWord::DAY_PART) continue;
        for (const std::string& tail : part.word()) add(absl::StrCat(stem, tail), word);
      }
    }
  }
  return forms;
}

bool IsTimeGenitive(const Lexicon& lexicon, absl::string_view word) {
  const auto& endings = lexicon.number_format().genitive_ending();
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return word.size() > ending.size() && absl::EndsWith(word, ending);
  });
}

}  // namespace norn::ingest
