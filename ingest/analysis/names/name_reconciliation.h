// Brings together the names that rules and the lexicon found and those that a model read: the
// lexicon's stand as they are; of the others, the model says where they begin, which are none, and
// which the rules did not see.
//
//   ReconcileNames(vocabulary, text, model_names, found);   // before AssignNameTypes
#ifndef NORN_INGEST_ANALYSIS_NAMES_NAME_RECONCILIATION_H_
#define NORN_INGEST_ANALYSIS_NAMES_NAME_RECONCILIATION_H_

#include <vector>

#include "absl/types/span.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/names/name_finder.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

// Both in the order of the text. `found` keeps that order, and no overlaps.
void ReconcileNames(const Vocabulary& vocabulary, const AnnotatedText& text,
                    absl::Span<const Name> model_names, std::vector<FoundName>& found);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_NAME_RECONCILIATION_H_
