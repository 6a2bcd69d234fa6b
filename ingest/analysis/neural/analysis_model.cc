#include "ingest/analysis/neural/analysis_model.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "ingest/analysis/neural/analysis_heads.h"
#include "ingest/analysis/neural/lemma_rules.h"
#include "ingest/analysis/neural/packing.h"
#include "ingest/analysis/neural/reader_layer.h"
#include "ingest/analysis/neural/token_vectors.h"

namespace norn::ingest {
namespace {

constexpr size_t kLongestPart = 200;
// Sentences that are read side by side: enough to make the most of each reading of the weights.
constexpr size_t kBatch = 16;

// A sentence or, of a very long one, a part.
struct Part {
  size_t sentence = 0;
  size_t begin = 0;
  size_t size = 0;
};

class Network : public AnalysisModel {
 public:
  Network(TokenVectors vectors, ReaderLayer layer1, ReaderLayer layer2, ReaderLayer names,
          AnalysisHeads heads, LemmaRules lemmas, std::vector<std::string> languages,
          std::string version)
      : vectors_(std::move(vectors)),
        layer1_(std::move(layer1)),
        layer2_(std::move(layer2)),
        names_(std::move(names)),
        heads_(std::move(heads)),
        lemmas_(std::move(lemmas)),
        languages_(std::move(languages)),
        version_(std::move(version)) {}

  std::string version() const override { return version_; }

  bool Reads(absl::string_view language) const override { return IndexOf(language) >= 0; }

  std::string Lemma(absl::string_view language, absl::string_view upos,
                    absl::string_view form) const override {
    return lemmas_.Lemma(language, upos, form);
  }

  std::vector<std::vector<WordAnalysis>> Analyze(
      absl::string_view language, absl::Span<const SentenceForms> sentences) const override {
    std::vector<std::vector<WordAnalysis>> result(sentences.size());
    const int index = IndexOf(language);
    if (index < 0) return result;
    std::vector<Part> parts;
    for (size_t i = 0; i < sentences.size(); ++i) {
      result[i].resize(sentences[i].size());
      for (size_t begin = 0; begin < sentences[i].size(); begin += kLongestPart) {
        parts.push_back({i, begin, std::min(kLongestPart, sentences[i].size() - begin)});
      }
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.size > b.size; });
    std::vector<std::vector<float>> name_scores(parts.size());
    for (size_t begin = 0; begin < parts.size(); begin += kBatch) {
      const size_t count = std::min(kBatch, parts.size() - begin);
      ReadBatch(index, sentences, absl::MakeConstSpan(parts).subspan(begin, count),
                absl::MakeSpan(name_scores).subspan(begin, count), result);
    }
    heads_.NameWords(index, sentences, JoinScores(parts, name_scores, sentences.size()), result);
    for (std::vector<WordAnalysis>& words : result) JoinParts(words);
    return result;
  }

 private:
  int IndexOf(absl::string_view language) const {
    const auto at = std::find(languages_.begin(), languages_.end(), language);
    return at == languages_.end() ? -1 : static_cast<int>(at - languages_.begin());
  }

  void ReadBatch(int language, absl::Span<const SentenceForms> sentences,
                 absl::Span<const Part> parts, absl::Span<std::vector<float>> name_scores,
                 std::vector<std::vector<WordAnalysis>>& result) const {
    std::vector<int> lengths;
    for (const Part& part : parts) lengths.push_back(static_cast<int>(part.size));
    const Packing packing(lengths);
    QuantisedVectors input(packing.columns, vectors_.dimensions());
    std::vector<float> x(vectors_.dimensions());
    for (size_t p = 0; p < parts.size(); ++p) {
      for (size_t t = 0; t < parts[p].size; ++t) {
        std::fill(x.begin(), x.end(), 0.0F);
        const absl::string_view form = sentences[parts[p].sentence][parts[p].begin + t];
        vectors_.Add(MakeTokenFeatures(form), language, t == 0, x.data());
        input.Set(packing.column(static_cast<int>(p), static_cast<int>(t)), x);
      }
    }
    const QuantisedVectors middle = ReadLayer(layer1_, packing, input);
    const QuantisedVectors states = ReadLayer(layer2_, packing, middle);
    std::vector<absl::Span<WordAnalysis>> words;
    for (const Part& part : parts) {
      words.push_back(absl::MakeSpan(result[part.sentence]).subspan(part.begin, part.size));
    }
    heads_.Answer(language, packing, states, ReadLayer(names_, packing, states), words,
                  name_scores);
    for (size_t p = 0; p < parts.size(); ++p) {
      for (size_t t = 0; t < parts[p].size; ++t) {
        const int column = packing.column(static_cast<int>(p), static_cast<int>(t));
        std::vector<int8_t>& state = words[p][t].state;
        state.reserve(2 * (layer1_.units() + layer2_.units()));
        AppendState(middle.data(column), 2 * layer1_.units(), state);
        AppendState(states.data(column), 2 * layer2_.units(), state);
      }
    }
  }

  // The 16-bit numbers of what is within ±1, as bytes.
  static void AppendState(const int16_t* numbers, int count, std::vector<int8_t>& state) {
    constexpr int kStep = 32767 / 127;
    for (int i = 0; i < count; ++i) {
      state.push_back(static_cast<int8_t>(std::clamp(numbers[i] / kStep, -127, 127)));
    }
  }

  static QuantisedVectors ReadLayer(const ReaderLayer& layer, const Packing& packing,
                                    const QuantisedVectors& input) {
    const int size = 2 * layer.units();
    std::vector<float> states(static_cast<size_t>(packing.columns) * size);
    layer.Read(packing, input, states.data());
    QuantisedVectors quantised(packing.columns, size);
    for (int column = 0; column < packing.columns; ++column) {
      const auto of_column = absl::MakeConstSpan(states).subspan(column * size, size);
      quantised.SetBounded(column, of_column, 1);  // what a layer says is within ±1
    }
    return quantised;
  }

  // By sentence, from those by part: a sentence's parts, which are as long as each other but for
  // the last, stand in their order.
  static std::vector<std::vector<float>> JoinScores(const std::vector<Part>& parts,
                                                    const std::vector<std::vector<float>>& scores,
                                                    size_t sentences) {
    std::vector<std::vector<float>> joined(sentences);
    for (size_t p = 0; p < parts.size(); ++p) {
      std::vector<float>& of_sentence = joined[parts[p].sentence];
      of_sentence.insert(of_sentence.end(), scores[p].begin(), scores[p].end());
    }
    return joined;
  }

  // Heads of later parts count from their part's start; their roots hang on the first part's.
  static void JoinParts(std::vector<WordAnalysis>& words) {
    if (words.size() <= kLongestPart) return;
    int root = 0;
    for (size_t i = 0; i < words.size(); ++i) {
      const size_t begin = i / kLongestPart * kLongestPart;
      if (words[i].head > 0) {
        words[i].head += static_cast<int>(begin);
      } else if (begin == 0) {
        root = static_cast<int>(i) + 1;
      } else {
        words[i].head = root;
        words[i].deprel = "parataxis";
      }
    }
  }

  TokenVectors vectors_;
  ReaderLayer layer1_;
  ReaderLayer layer2_;
  ReaderLayer names_;  // above layer2, for names alone
  AnalysisHeads heads_;
  LemmaRules lemmas_;
  std::vector<std::string> languages_;
  std::string version_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<const AnalysisModel>> AnalysisModel::Load(absl::string_view bytes) {
  const absl::StatusOr<ModelFile> model = ModelFile::Open(bytes);
  if (!model.ok()) return model.status();
  absl::StatusOr<TokenVectors> vectors = TokenVectors::Load(*model);
  if (!vectors.ok()) return vectors.status();
  absl::StatusOr<ReaderLayer> layer1 = ReaderLayer::Load(*model, "layer1");
  if (!layer1.ok()) return layer1.status();
  absl::StatusOr<ReaderLayer> layer2 = ReaderLayer::Load(*model, "layer2");
  if (!layer2.ok()) return layer2.status();
  absl::StatusOr<ReaderLayer> names = ReaderLayer::Load(*model, "names");
  if (!names.ok()) return names.status();
  absl::StatusOr<std::vector<std::string>> languages = model->Words("languages");
  if (!languages.ok()) return languages.status();
  absl::StatusOr<AnalysisHeads> heads = AnalysisHeads::Load(
      *model, static_cast<int>(languages->size()), 2 * layer2->units(), 2 * names->units());
  if (!heads.ok()) return heads.status();
  absl::StatusOr<LemmaRules> lemmas = LemmaRules::Load(*model);
  if (!lemmas.ok()) return lemmas.status();
  if (layer1->inputs() != vectors->dimensions() || layer2->inputs() != 2 * layer1->units() ||
      names->inputs() != 2 * layer2->units()) {
    return absl::DataLossError("a model whose layers do not fit together");
  }
  return std::make_unique<const Network>(*std::move(vectors), *std::move(layer1),
                                         *std::move(layer2), *std::move(names), *std::move(heads),
                                         *std::move(lemmas), *std::move(languages),
                                         absl::BytesToHexString(ModelChecksum(bytes)));
}

}  // namespace norn::ingest
