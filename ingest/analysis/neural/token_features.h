// What the analysis network sees of a token before it has read the sentence: the word, the pieces
// that it is made of, and its shape. Training and use call the same code, so they see the same.
//
//   TokenFeatures f = MakeTokenFeatures("Nordlands");
//   // f.word: hash of "ukrainas"; f.pieces: its prefixes, suffixes and runs of letters
//
// Pieces are hashed into a fixed number of buckets as in Bojanowski et al. (2017), "Enriching Word
// Vectors with Subword Information", with prefixes and suffixes told apart: a word that training
// has never seen still has most of its pieces.
#ifndef NORN_INGEST_ANALYSIS_NEURAL_TOKEN_FEATURES_H_
#define NORN_INGEST_ANALYSIS_NEURAL_TOKEN_FEATURES_H_

#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

inline constexpr uint32_t kPieceBuckets = 1U << 17;

// How a word is written: a capital at its start is what a name is first known by.
enum class WordShape : uint8_t {
  kPunctuation,
  kLower,
  kCapital,       // Oslo
  kInitial,       // one capital letter: J
  kUpper,         // NATO
  kMixed,         // iPhone, McDonald
  kNumber,        // 14, 1.600
  kDigitsInWord,  // F-16, 30-dagers
  kCount,
};

struct TokenFeatures {
  uint32_t word = 0;  // hash of the normalised form
  // Hash of the form without a genitive's ending (s, 's, :s); the same as `word` where there is
  // none. Word lists and vectors that do not know the form are asked for it.
  uint32_t stem = 0;
  absl::InlinedVector<uint32_t, 32> pieces;  // below kPieceBuckets
  WordShape shape = WordShape::kPunctuation;

  // Written as names are: with a capital somewhere.
  bool has_capital() const {
    return shape == WordShape::kCapital || shape == WordShape::kInitial ||
           shape == WordShape::kUpper || shape == WordShape::kMixed;
  }
};

// `form` is one token in UTF-8. Case is folded, typographic quotes and dashes are brought to one
// kind each, and each digit counts as 0. Of a form of more than 40 letters only the first and the
// last 20 are looked at.
TokenFeatures MakeTokenFeatures(absl::string_view form);

// The hash that stands for a word in the model's vocabulary.
uint32_t WordHash(absl::string_view form);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_TOKEN_FEATURES_H_
