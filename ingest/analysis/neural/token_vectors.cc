#include "ingest/analysis/neural/token_vectors.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "ingest/analysis/neural/hash_index.h"
#include "ingest/analysis/neural/lexical_flags.h"

namespace norn::ingest {
namespace {

void AddRow(const QuantisedRows& table, int row, float share, float* x) {
  AddScaled(table.Row(row), table.scales[row] * share, x);
}

}  // namespace

absl::StatusOr<TokenVectors> TokenVectors::Load(const ModelFile& model) {
  TokenVectors v;
  for (auto [name, table] : std::initializer_list<std::pair<const char*, QuantisedRows*>>{
           {"words", &v.words_},
           {"pieces", &v.pieces_},
           {"shapes", &v.shapes_},
           {"language vectors", &v.languages_},
           {"lexicon", &v.lexicon_}}) {
    absl::StatusOr<QuantisedRows> rows = model.Matrix(name);
    if (!rows.ok()) return rows.status();
    *table = *rows;
  }
  for (auto [name, hashes] :
       std::initializer_list<std::pair<const char*, absl::Span<const uint32_t>*>>{
           {"word hashes", &v.word_hashes_}, {"lexicon hashes", &v.lexicon_hashes_}}) {
    const absl::StatusOr<absl::Span<const uint32_t>> numbers = model.Numbers(name);
    if (!numbers.ok()) return numbers.status();
    *hashes = *numbers;
  }
  const auto bits = model.Bytes("lexicon bits");
  if (!bits.ok()) return bits.status();
  v.lexicon_bits_ = *bits;
  const int size = v.words_.columns;
  const bool fits = v.words_.rows == static_cast<int>(v.word_hashes_.size()) + 1 &&
                    v.pieces_.rows == static_cast<int>(kPieceBuckets) &&
                    v.shapes_.rows == 2 * static_cast<int>(WordShape::kCount) &&
                    v.pieces_.columns == size && v.shapes_.columns == size &&
                    v.languages_.columns == size && v.lexicon_.columns == size &&
                    v.lexicon_bits_.size() == v.lexicon_hashes_.size();
  if (!fits) return absl::DataLossError("a model whose word vectors do not fit together");
  absl::StatusOr<OutsideVectors> outside = OutsideVectors::Load(model, v.languages_.rows, size);
  if (!outside.ok()) return outside.status();
  v.outside_ = *std::move(outside);
  return v;
}

void TokenVectors::Add(const TokenFeatures& features, int language, bool opens_sentence,
                       float* x) const {
  AddRow(words_, FindHash(word_hashes_, features.word) + 1, 1, x);
  const float share = 1.0F / static_cast<float>(std::max<size_t>(1, features.pieces.size()));
  for (const uint32_t piece : features.pieces) {
    AddRow(pieces_, static_cast<int>(piece), share, x);
  }
  AddRow(shapes_, 2 * static_cast<int>(features.shape) + (opens_sentence ? 1 : 0), 1, x);
  AddRow(languages_, language, 1, x);
  if (const int entry = FindEither(lexicon_hashes_, features); entry >= 0) {
    const uint32_t bits = VisibleFlags(lexicon_bits_[entry], features);
    for (int bit = 0; bit < lexicon_.rows; ++bit) {
      if (bits >> bit & 1) AddRow(lexicon_, bit, 1, x);
    }
  }
  outside_.Add(features, language, x);
}

}  // namespace norn::ingest
