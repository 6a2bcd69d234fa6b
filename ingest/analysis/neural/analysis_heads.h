// What the network answers once it has read: tags, features, names and trees from the states of its
// last layer.
#ifndef NORN_INGEST_ANALYSIS_NEURAL_ANALYSIS_HEADS_H_
#define NORN_INGEST_ANALYSIS_NEURAL_ANALYSIS_HEADS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "ingest/analysis/neural/analysis_model.h"
#include "ingest/analysis/neural/kernels.h"
#include "ingest/analysis/neural/model_file.h"
#include "ingest/analysis/neural/packing.h"

namespace norn::ingest {

class AnalysisHeads {
 public:
  // `states`, `name_states`: the lengths of the vectors of the last layer that all share, and of
  // that for names.
  static absl::StatusOr<AnalysisHeads> Load(const ModelFile& model, int languages, int states,
                                            int name_states);

  // Fills `words[sentence]`, for the sentences of the packing in its order, but for names; for
  // these `name_scores[sentence]`: a row of labels a word, in the sentence's order.
  void Answer(int language, const Packing& packing, const QuantisedVectors& states,
              const QuantisedVectors& name_states, absl::Span<const absl::Span<WordAnalysis>> words,
              absl::Span<std::vector<float>> name_scores) const;

  // Fills in the names of a document's sentences by the scores of all of them.
  void NameWords(int language, absl::Span<const SentenceForms> sentences,
                 std::vector<std::vector<float>> name_scores,
                 std::vector<std::vector<WordAnalysis>>& words) const;

 private:
  // A layer of weights and bias.
  struct Affine {
    PackedMatrix weights;
    std::vector<float> bias;
    std::vector<float> Apply(const QuantisedVectors& in) const;
  };
  struct NameScheme {
    Affine layer;
    std::vector<float> transitions;
    std::vector<std::string> labels;
  };
  static absl::Status LoadAffine(const ModelFile& model, const std::string& name, int columns,
                                 Affine& layer);
  absl::Status LoadNames(const ModelFile& model, int languages);
  void LoadRoot(absl::Span<const float> root);

  void Tag(const Packing& packing, const QuantisedVectors& states,
           absl::Span<const absl::Span<WordAnalysis>> words) const;
  void ScoreNames(const NameScheme& scheme, const Packing& packing, const QuantisedVectors& states,
                  absl::Span<std::vector<float>> scores) const;
  void Parse(const Packing& packing, const QuantisedVectors& states,
             absl::Span<const absl::Span<WordAnalysis>> words) const;
  std::vector<float> ArcScores(const Packing& packing, int sentence,
                               const std::vector<float>& heads,
                               const std::vector<float>& wanted) const;

  Affine tag_, feature_hidden_, feature_, name_hidden_;
  Affine arc_dependent_, arc_head_, arc_, relation_dependent_, relation_head_, relation_;
  std::vector<float> root_head_, root_relation_;  // the root's vectors behind the layers above
  std::vector<std::string> tags_, features_, relations_;
  std::vector<NameScheme> schemes_;
  std::vector<uint32_t> scheme_of_language_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_ANALYSIS_HEADS_H_
