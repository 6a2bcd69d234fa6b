// What the Copenhagen Dependency Treebank says of single words, in the terms of Universal
// Dependencies: PAROLE's tags and features, and lemmas.
//
//   CdtFeatures("VADR=----A-", "mood=indic|tense=present|voice=active")
//   // Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act
#ifndef NORN_TOOLS_TRAIN_CONVERSION_CDT_WORDS_H_
#define NORN_TOOLS_TRAIN_CONVERSION_CDT_WORDS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace norn::train {

// Universal part of speech by PAROLE's tag alone. What depends on the tree (auxiliaries,
// determiners that stand for a noun) is the conversion's matter.
std::string CdtTag(absl::string_view parole, absl::string_view form);
// Universal features, sorted; "_" where there are none.
std::string CdtFeatures(absl::string_view parole, absl::string_view features);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_CDT_WORDS_H_
