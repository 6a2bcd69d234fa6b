// Which of norn's languages a text is in.
//
//   IdentifyLanguage("Eg veit ikkje kva han sa.")   // "nn"
//   FillLanguage(article);                          // where the input did not say
#ifndef NORN_INGEST_PREPARE_LANGUAGE_H_
#define NORN_INGEST_PREPARE_LANGUAGE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// nb, nn, sv, da, en, or und for any other language and for texts without words.
std::string IdentifyLanguage(absl::string_view text);

// The text's words that are no names, folded, where they are so few that their letters alone do not
// tell one language from its neighbours; empty for longer texts.
std::vector<std::string> FewWords(absl::string_view text);

// Sets the article's language from its text where the input does not tell it, or says only that it
// is Norwegian (no).
void FillLanguage(proto::Article& article);

}  // namespace norn::ingest

#endif  // NORN_INGEST_PREPARE_LANGUAGE_H_
