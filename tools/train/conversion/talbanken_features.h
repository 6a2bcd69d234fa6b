// The features of single words of Swedish Talbanken, brought from version 1 of Universal
// Dependencies to version 2.
//
//   TalbankenFeatures("VERB", "skriver", "Tense=Pres|VerbForm=Fin|Voice=Act")
//   // Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act
#ifndef NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_FEATURES_H_
#define NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_FEATURES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::train {

// By version 2's tag, the form in small letters and version 1's features ("_" where there are
// none). `in_definite` says of an adjective whether its phrase is definite.
std::string TalbankenFeatures(absl::string_view tag, absl::string_view word,
                              absl::string_view features, bool in_definite);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_FEATURES_H_
