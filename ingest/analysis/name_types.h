// Says of names what they are names of: by the lexicon, by cues around them, and by what the same
// name is elsewhere in the article.
//
//   AssignNameTypes(vocabulary, gazetteer, found, text);   // fills found[i].name.type
#ifndef NORN_INGEST_ANALYSIS_NAME_TYPES_H_
#define NORN_INGEST_ANALYSIS_NAME_TYPES_H_

#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/analysis/name_finder.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

void AssignNameTypes(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                     const AnnotatedText& text, std::vector<FoundName>& names);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAME_TYPES_H_
