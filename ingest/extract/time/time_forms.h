// The forms under which a text has a word of time: as the lexicon writes it, in the genitive
// ("fredagens"), and in compounds with a part of the day ("måndagskvällen").
#ifndef NORN_INGEST_EXTRACT_TIME_TIME_FORMS_H_
#define NORN_INGEST_EXTRACT_TIME_TIME_FORMS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

struct TimeForm {
  std::string words;  // lower case, with single spaces
  const TimeWord* word = nullptr;
};

// Of all of the lexicon's words of time, which it outlives, in its order. Only days, weeks, months,
// years and compounds have a genitive: they stand in front of what happened then.
std::vector<TimeForm> FormsOfTimeWords(const Lexicon& lexicon);

// Whether `word` ends as the language's genitives do.
bool IsTimeGenitive(const Lexicon& lexicon, absl::string_view word);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_TIME_TIME_FORMS_H_
