// Tags, names and trees of sentences by a trained network. Read-only once loaded; many threads may
// ask. The same sentences get the same answer on every machine, whatever stands around them; but
// what a name is of is asked of the whole document (document_names.h).
//
//   absl::StatusOr<std::unique_ptr<AnalysisModel>> model = AnalysisModel::Load(bytes);
//   std::vector<std::vector<WordAnalysis>> all = (*model)->Analyze("nb", sentences);
//
// The network is described in tools/train/network/analysis_network.h.
#ifndef NORN_INGEST_ANALYSIS_NEURAL_ANALYSIS_MODEL_H_
#define NORN_INGEST_ANALYSIS_NEURAL_ANALYSIS_MODEL_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

// What the model says of one word. The texts are the model's and live as long as it.
struct WordAnalysis {
  absl::string_view upos;    // Universal Dependencies' part of speech
  absl::string_view feats;   // Number=Sing|…, or _
  absl::string_view deprel;  // with its subtype: nsubj:pass
  absl::string_view name;    // O, B-PER, I-PER, …
  int head = 0;              // 1-based in the sentence; 0: the root
  // What the network's two readings of the sentence know of the word, in 1/127: numbers that mean
  // something only to who learns from them, and with the same model.
  std::vector<int8_t> state;
};

// The forms of a sentence's tokens.
using SentenceForms = std::vector<absl::string_view>;

class AnalysisModel {
 public:
  virtual ~AnalysisModel() = default;

  // `bytes` (see model_file.h) must outlive the model. kFailedPrecondition or kDataLoss.
  static absl::StatusOr<std::unique_ptr<const AnalysisModel>> Load(absl::string_view bytes);

  virtual bool Reads(absl::string_view language) const = 0;
  // Of the bytes that it was loaded from: another model may answer otherwise.
  virtual std::string version() const = 0;
  // For a language that it reads, of the sentences of a document. A sentence of more than 200
  // tokens is read in parts of which each has a tree; the later ones hang on the first one's root,
  // as parataxis.
  virtual std::vector<std::vector<WordAnalysis>> Analyze(
      absl::string_view language, absl::Span<const SentenceForms> sentences) const = 0;
  virtual std::string Lemma(absl::string_view language, absl::string_view upos,
                            absl::string_view form) const = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_ANALYSIS_MODEL_H_
