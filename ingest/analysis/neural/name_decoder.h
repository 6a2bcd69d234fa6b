// The best row of name tags for a sentence: Viterbi's algorithm over a linear chain in which I-
// follows only a tag of its own type.
//
//   std::vector<int> tags = DecodeNames(scores, transitions, labels, n);
#ifndef NORN_INGEST_ANALYSIS_NEURAL_NAME_DECODER_H_
#define NORN_INGEST_ANALYSIS_NEURAL_NAME_DECODER_H_

#include <string>
#include <vector>

#include "absl/types/span.h"

namespace norn::ingest {

// `labels`: O, B-PER, I-PER, …, and K = labels.size(). `scores[token * K + tag]`;
// `transitions[before * K + tag]`, whose row K is for tags that a sentence begins with.
std::vector<int> DecodeNames(absl::Span<const float> scores, absl::Span<const float> transitions,
                             absl::Span<const std::string> labels, int tokens);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_NAME_DECODER_H_
