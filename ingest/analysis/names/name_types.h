// Says of names what they are names of: by the lexicon, by cues around them, by a model, and by
// what the same name is elsewhere in the article.
//
//   AssignNameTypes(vocabulary, gazetteer, text, model_names, found);   // fills found[i].name.type
#ifndef NORN_INGEST_ANALYSIS_NAMES_NAME_TYPES_H_
#define NORN_INGEST_ANALYSIS_NAMES_NAME_TYPES_H_

#include <vector>

#include "absl/types/span.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/analysis/names/name_finder.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// `model_names`: what a model read, in the order of the text; its types count for more than weak
// cues, and for less than titles and endings.
void AssignNameTypes(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                     const AnnotatedText& text, absl::Span<const Name> model_names,
                     std::vector<FoundName>& names);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_NAME_TYPES_H_
