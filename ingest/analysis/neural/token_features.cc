#include "ingest/analysis/neural/token_features.h"

#include <algorithm>
#include <string>

#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

constexpr size_t kLongest = 40;

// FNV-1a over code points, begun with the kind of piece, so that the suffix "en" and the prefix
// "en" are two features.
class Hash {
 public:
  explicit Hash(uint32_t kind) { Add(kind); }
  void Add(uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) {
      state_ = (state_ ^ ((value >> shift) & 0xFFU)) * 16777619U;
    }
  }
  // FNV's low bits are weak in short inputs: mix once more (MurmurHash3's finaliser).
  uint32_t Value() const {
    uint32_t h = state_;
    h = (h ^ (h >> 16)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13)) * 0xC2B2AE35U;
    return h ^ (h >> 16);
  }

 private:
  uint32_t state_ = 2166136261U;
};

enum PieceKind : uint32_t { kWord, kPrefix, kSuffix, kRun };

uint32_t HashOf(PieceKind kind, const std::u32string& letters, size_t begin, size_t end) {
  Hash hash(kind);
  for (size_t i = begin; i < end; ++i) hash.Add(letters[i]);
  return hash.Value();
}

std::u32string Normalise(absl::string_view form) {
  const std::string folded = Fold(form);
  std::u32string letters;
  for (size_t at = 0; at < folded.size();) {
    const char32_t letter = NextCodePoint(folded, at);
    letters.push_back(IsDigit(letter) ? U'0' : letter);
  }
  if (letters.size() > kLongest) letters.erase(kLongest / 2, letters.size() - kLongest);
  return letters;
}

WordShape ShapeOf(absl::string_view form) {
  bool upper = false;
  bool lower = false;
  bool digit = false;
  bool letter = false;
  bool upper_inside = false;
  size_t letters = 0;
  for (size_t at = 0; at < form.size();) {
    const char32_t c = NextCodePoint(form, at);
    digit |= IsDigit(c);
    if (!IsLetter(c)) continue;
    letter = true;
    if (IsUpper(c)) upper_inside |= letters > 0;
    upper |= IsUpper(c);
    lower |= IsLower(c);
    ++letters;
  }
  if (digit) return letter ? WordShape::kDigitsInWord : WordShape::kNumber;
  if (!letter) return WordShape::kPunctuation;
  if (!upper) return WordShape::kLower;
  if (!lower) return letters == 1 ? WordShape::kInitial : WordShape::kUpper;
  if (!StartsUpper(form)) return WordShape::kMixed;
  return upper_inside ? WordShape::kMixed : WordShape::kCapital;
}

// How many letters are left without a genitive's ending.
size_t StemSize(const std::u32string& letters) {
  size_t size = letters.size();
  if (size < 3 || letters[size - 1] != U's') return size;
  --size;
  if (letters[size - 1] == U'\'' || letters[size - 1] == U':') --size;
  return size;
}

}  // namespace

uint32_t WordHash(absl::string_view form) {
  const std::u32string letters = Normalise(form);
  return HashOf(kWord, letters, 0, letters.size());
}

TokenFeatures MakeTokenFeatures(absl::string_view form) {
  constexpr size_t kLongestPrefix = 4;
  constexpr size_t kLongestSuffix = 5;
  const std::u32string letters = Normalise(form);
  const size_t size = letters.size();
  TokenFeatures features;
  features.word = HashOf(kWord, letters, 0, size);
  features.stem = HashOf(kWord, letters, 0, StemSize(letters));
  features.shape = ShapeOf(form);
  const auto add = [&](PieceKind kind, size_t begin, size_t end) {
    features.pieces.push_back(HashOf(kind, letters, begin, end) % kPieceBuckets);
  };
  for (size_t n = 1; n <= std::min(kLongestPrefix, size); ++n) add(kPrefix, 0, n);
  for (size_t n = 1; n <= std::min(kLongestSuffix, size); ++n) add(kSuffix, size - n, size);
  for (const size_t n : {3, 4}) {
    for (size_t begin = 1; begin + n < size; ++begin) add(kRun, begin, begin + n);
  }
  return features;
}

}  // namespace norn::ingest
