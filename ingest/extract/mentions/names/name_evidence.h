// What of the words that look like a name, and that the lexicon does not know, is the name of
// somebody: "Gen. Berg" is Berg, "NTB-AFP" and "TIDSLINJE" are nobody.
//
//   const std::optional<std::string> proper = ProperName(text, name, grammar, gazetteer);
//   if (!proper) …  // nobody
#ifndef NORN_INGEST_EXTRACT_MENTIONS_NAMES_NAME_EVIDENCE_H_
#define NORN_INGEST_EXTRACT_MENTIONS_NAMES_NAME_EVIDENCE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"

namespace norn::ingest {

// The name as its bearer writes it: without titles in front ("Sir", "Gen."), without what says
// where from ("of Pennsylvania"), with what a hyphen or an s seemed to cut off ("Kim Dae-jung",
// "Winston Peters"). Nothing where it names nobody: a label, a byline of agencies, a month, a
// common noun, a type's number.
std::optional<std::string> ProperName(const AnnotatedText& text, const Name& name,
                                      const Grammar& grammar, const Gazetteer& gazetteer);

// What stands in the name's last token behind the name and is no part of it: "s", ":s",
// "-missiler"; mostly nothing. Of "Kim Dae-jung" nothing either.
absl::string_view TailOf(const AnnotatedText& text, const Name& name);

bool IsGenitiveTail(absl::string_view tail);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_NAMES_NAME_EVIDENCE_H_
