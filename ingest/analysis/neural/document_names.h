// What a document says of a name in one place counts in its others: the scores of a capitalised
// word's types are drawn towards their mean over all places where the word stands.
//
//   std::vector<std::vector<float>> scores = …;   // by sentence: a row of labels a word
//   ShareNameScores(labels, sentences, scores);
#ifndef NORN_INGEST_ANALYSIS_NEURAL_DOCUMENT_NAMES_H_
#define NORN_INGEST_ANALYSIS_NEURAL_DOCUMENT_NAMES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

// `labels`: O, B-PER, I-PER, … (O first). `sentences`: the forms of their words.
// `scores[sentence][word * labels + label]`. A name in the genitive hears what the document says of
// the name, too.
void ShareNameScores(absl::Span<const std::string> labels,
                     absl::Span<const std::vector<absl::string_view>> sentences,
                     std::vector<std::vector<float>>& scores);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_DOCUMENT_NAMES_H_
