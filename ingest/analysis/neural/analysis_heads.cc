#include "ingest/analysis/neural/analysis_heads.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/neural/document_names.h"
#include "ingest/analysis/neural/name_decoder.h"
#include "ingest/analysis/neural/tree_decoder.h"

namespace norn::ingest {
namespace {

// The vectors of a row of floats each, quantised with a scale of their own.
QuantisedVectors Quantised(const std::vector<float>& rows, int length) {
  const int count = static_cast<int>(rows.size()) / length;
  QuantisedVectors vectors(count, length);
  for (int i = 0; i < count; ++i) {
    vectors.Set(i, absl::MakeConstSpan(rows).subspan(static_cast<size_t>(i) * length, length));
  }
  return vectors;
}

int Best(const float* scores, size_t count) {
  return static_cast<int>(std::max_element(scores, scores + count) - scores);
}

void ReluAll(std::vector<float>& values) { Relu(values.data(), static_cast<int>(values.size())); }

absl::Status Misfit(absl::string_view name) {
  return absl::DataLossError(absl::StrCat("a model whose ", name, " does not fit"));
}

}  // namespace

std::vector<float> AnalysisHeads::Affine::Apply(const QuantisedVectors& in) const {
  std::vector<float> out(static_cast<size_t>(in.count()) * weights.rows());
  weights.Multiply(in, 0, in.count(), bias, out.data());
  return out;
}

absl::Status AnalysisHeads::LoadAffine(const ModelFile& model, const std::string& name, int columns,
                                       Affine& layer) {
  const auto weights = model.Matrix(name);
  if (!weights.ok()) return weights.status();
  const auto bias = model.Floats(absl::StrCat(name, " bias"));
  if (!bias.ok()) return bias.status();
  if (weights->columns != columns || bias->size() != static_cast<size_t>(weights->rows)) {
    return Misfit(name);
  }
  layer.weights = PackedMatrix(*weights);
  layer.bias.assign(bias->begin(), bias->end());
  return absl::OkStatus();
}

absl::StatusOr<AnalysisHeads> AnalysisHeads::Load(const ModelFile& model, int languages, int states,
                                                  int name_states) {
  AnalysisHeads h;
  for (auto [name, layer] : std::initializer_list<std::pair<const char*, Affine*>>{
           {"tag", &h.tag_},
           {"feature hidden", &h.feature_hidden_},
           {"arc dependent", &h.arc_dependent_},
           {"arc head", &h.arc_head_},
           {"relation dependent", &h.relation_dependent_},
           {"relation head", &h.relation_head_}}) {
    if (absl::Status status = LoadAffine(model, name, states, *layer); !status.ok()) return status;
  }
  if (absl::Status status = LoadAffine(model, "name hidden", name_states, h.name_hidden_);
      !status.ok()) {
    return status;
  }
  for (auto [name, layer, below] :
       std::initializer_list<std::tuple<const char*, Affine*, const Affine*>>{
           {"feature", &h.feature_, &h.feature_hidden_},
           {"arc", &h.arc_, &h.arc_dependent_},
           {"relation", &h.relation_, &h.relation_dependent_}}) {
    absl::Status status = LoadAffine(model, name, below->weights.rows(), *layer);
    if (!status.ok()) return status;
  }
  for (auto [name, words, layer] :
       std::initializer_list<std::tuple<const char*, std::vector<std::string>*, const Affine*>>{
           {"tags", &h.tags_, &h.tag_},
           {"features", &h.features_, &h.feature_},
           {"relations", &h.relations_, &h.relation_}}) {
    absl::StatusOr<std::vector<std::string>> loaded = model.Words(name);
    if (!loaded.ok()) return loaded.status();
    *words = *std::move(loaded);
    if (words->size() != static_cast<size_t>(layer->weights.rows())) return Misfit(name);
  }
  if (h.arc_.weights.rows() != h.arc_head_.weights.rows() ||
      h.relation_head_.weights.rows() != h.relation_dependent_.weights.rows()) {
    return Misfit("tree");
  }
  if (absl::Status status = h.LoadNames(model, languages); !status.ok()) return status;
  const auto root = model.Floats("root");
  if (!root.ok()) return root.status();
  if (root->size() != static_cast<size_t>(states)) return Misfit("root");
  h.LoadRoot(*root);
  return h;
}

absl::Status AnalysisHeads::LoadNames(const ModelFile& model, int languages) {
  const auto schemes = model.Words("schemes");
  if (!schemes.ok()) return schemes.status();
  for (const std::string& name : *schemes) {
    NameScheme& scheme = schemes_.emplace_back();
    const std::string section = absl::StrCat("name ", name);
    absl::Status status = LoadAffine(model, section, name_hidden_.weights.rows(), scheme.layer);
    if (!status.ok()) return status;
    const auto transitions = model.Floats(absl::StrCat(section, " moves"));
    if (!transitions.ok()) return transitions.status();
    const auto labels = model.Words(absl::StrCat(section, " labels"));
    if (!labels.ok()) return labels.status();
    if (labels->size() != static_cast<size_t>(scheme.layer.weights.rows()) ||
        transitions->size() != (labels->size() + 1) * labels->size()) {
      return Misfit(section);
    }
    scheme.transitions.assign(transitions->begin(), transitions->end());
    scheme.labels = *labels;
  }
  const auto of_language = model.Numbers("scheme of language");
  if (!of_language.ok()) return of_language.status();
  scheme_of_language_.assign(of_language->begin(), of_language->end());
  const bool all_known = std::all_of(scheme_of_language_.begin(), scheme_of_language_.end(),
                                     [&](uint32_t scheme) { return scheme < schemes_.size(); });
  if (scheme_of_language_.size() != static_cast<size_t>(languages) || !all_known) {
    return Misfit("scheme of language");
  }
  return absl::OkStatus();
}

void AnalysisHeads::LoadRoot(absl::Span<const float> root) {
  QuantisedVectors quantised(1, static_cast<int>(root.size()));
  quantised.Set(0, root);
  root_head_ = arc_head_.Apply(quantised);
  ReluAll(root_head_);
  root_relation_ = relation_head_.Apply(quantised);
}

void AnalysisHeads::Answer(int language, const Packing& packing, const QuantisedVectors& states,
                           const QuantisedVectors& name_states,
                           absl::Span<const absl::Span<WordAnalysis>> words,
                           absl::Span<std::vector<float>> name_scores) const {
  Tag(packing, states, words);
  ScoreNames(schemes_[scheme_of_language_[language]], packing, name_states, name_scores);
  Parse(packing, states, words);
}

void AnalysisHeads::Tag(const Packing& packing, const QuantisedVectors& states,
                        absl::Span<const absl::Span<WordAnalysis>> words) const {
  const std::vector<float> tags = tag_.Apply(states);
  std::vector<float> hidden = feature_hidden_.Apply(states);
  ReluAll(hidden);
  const std::vector<float> features =
      feature_.Apply(Quantised(hidden, feature_hidden_.weights.rows()));
  for (size_t s = 0; s < words.size(); ++s) {
    for (size_t t = 0; t < words[s].size(); ++t) {
      const int column = packing.column(static_cast<int>(s), static_cast<int>(t));
      words[s][t].upos = tags_[Best(tags.data() + column * tags_.size(), tags_.size())];
      words[s][t].feats =
          features_[Best(features.data() + column * features_.size(), features_.size())];
    }
  }
}

void AnalysisHeads::ScoreNames(const NameScheme& scheme, const Packing& packing,
                               const QuantisedVectors& states,
                               absl::Span<std::vector<float>> scores) const {
  std::vector<float> hidden = name_hidden_.Apply(states);
  ReluAll(hidden);
  const std::vector<float> all = scheme.layer.Apply(Quantised(hidden, name_hidden_.weights.rows()));
  const size_t count = scheme.labels.size();
  for (size_t s = 0; s < scores.size(); ++s) {
    for (int t = 0; t < packing.lengths[s]; ++t) {
      const auto row = all.begin() + packing.column(static_cast<int>(s), t) * count;
      scores[s].insert(scores[s].end(), row, row + count);
    }
  }
}

void AnalysisHeads::NameWords(int language, absl::Span<const SentenceForms> sentences,
                              std::vector<std::vector<float>> name_scores,
                              std::vector<std::vector<WordAnalysis>>& words) const {
  const NameScheme& scheme = schemes_[scheme_of_language_[language]];
  ShareNameScores(scheme.labels, sentences, name_scores);
  for (size_t s = 0; s < words.size(); ++s) {
    const std::vector<int> labels = DecodeNames(name_scores[s], scheme.transitions, scheme.labels,
                                                static_cast<int>(words[s].size()));
    for (size_t t = 0; t < words[s].size(); ++t) words[s][t].name = scheme.labels[labels[t]];
  }
}

std::vector<float> AnalysisHeads::ArcScores(const Packing& packing, int sentence,
                                            const std::vector<float>& heads,
                                            const std::vector<float>& wanted) const {
  const int size = arc_head_.weights.rows();
  const int tokens = packing.lengths[sentence];
  // Transposed, so that sums over the vectors' parts run in one order and all heads at once.
  std::vector<float> parts(static_cast<size_t>(size) * (tokens + 1));
  for (int k = 0; k < size; ++k) {
    float* row = parts.data() + static_cast<size_t>(k) * (tokens + 1);
    row[0] = root_head_[k];
    for (int t = 0; t < tokens; ++t) row[t + 1] = heads[packing.column(sentence, t) * size + k];
  }
  std::vector<float> scores(static_cast<size_t>(tokens) * (tokens + 1));
  for (int t = 0; t < tokens; ++t) {
    float* of_dependent = scores.data() + static_cast<size_t>(t) * (tokens + 1);
    const float* want = wanted.data() + static_cast<size_t>(packing.column(sentence, t)) * size;
    for (int k = 0; k < size; ++k) {
      AddScaled(parts.data() + static_cast<size_t>(k) * (tokens + 1), tokens + 1, want[k],
                of_dependent);
    }
  }
  return scores;
}

void AnalysisHeads::Parse(const Packing& packing, const QuantisedVectors& states,
                          absl::Span<const absl::Span<WordAnalysis>> words) const {
  std::vector<float> dependents = arc_dependent_.Apply(states);
  ReluAll(dependents);
  std::vector<float> heads = arc_head_.Apply(states);
  ReluAll(heads);
  const std::vector<float> wanted =
      arc_.Apply(Quantised(dependents, arc_dependent_.weights.rows()));
  std::vector<float> hidden = relation_dependent_.Apply(states);
  const std::vector<float> governors = relation_head_.Apply(states);
  const int size = relation_dependent_.weights.rows();
  for (size_t s = 0; s < words.size(); ++s) {
    const int sentence = static_cast<int>(s);
    const int tokens = packing.lengths[s];
    const std::vector<int> tree = DecodeTree(ArcScores(packing, sentence, heads, wanted), tokens);
    for (int t = 0; t < tokens; ++t) {
      words[s][t].head = tree[t];
      const float* governor = tree[t] == 0
                                  ? root_relation_.data()
                                  : governors.data() + packing.column(sentence, tree[t] - 1) * size;
      float* own = hidden.data() + static_cast<size_t>(packing.column(sentence, t)) * size;
      for (int k = 0; k < size; ++k) own[k] += governor[k];
    }
  }
  ReluAll(hidden);
  const std::vector<float> scores = relation_.Apply(Quantised(hidden, size));
  for (size_t s = 0; s < words.size(); ++s) {
    for (size_t t = 0; t < words[s].size(); ++t) {
      const int column = packing.column(static_cast<int>(s), static_cast<int>(t));
      words[s][t].deprel =
          relations_[Best(scores.data() + column * relations_.size(), relations_.size())];
    }
  }
}

}  // namespace norn::ingest
