// Finds where names stand: capitalised words and the lexicon's names, put together and taken apart.
//
//   for (const FoundName& found : FindNames(vocabulary, context, text)) …
//   // "Etter at President Koval takket Dahl Bergs venn" -> Koval, Dahl, Berg
//
// A capital alone is no evidence where any word would have one; titles, days, adjectives of
// states and inhabitants are no names.
#ifndef NORN_INGEST_ANALYSIS_NAMES_NAME_FINDER_H_
#define NORN_INGEST_ANALYSIS_NAMES_NAME_FINDER_H_

#include <optional>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/analysis/names/name_context.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

struct FoundName {
  Name name;  // without a type
  // What the lexicon knows the whole name as.
  std::optional<GazetteerEntry> entry;
  // The last word by itself is a person's short name: "Kari Dahl".
  bool ends_in_person = false;
};

// In the order of the text, without overlaps. `text` has its tokens and sentences.
std::vector<FoundName> FindNames(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                                 const NameContext& context, const AnnotatedText& text);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_NAME_FINDER_H_
