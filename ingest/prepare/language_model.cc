#include "ingest/prepare/language_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "absl/strings/match.h"
#include "ingest/prepare/language_features.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kMagic = "NORNLID1";
constexpr size_t kTagSize = 2;

void PutUint32(uint32_t value, std::string& out) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

void PutFloat(float value, std::string& out) {
  uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof(bits));
  PutUint32(bits, out);
}

// Reads from the front; once it has run out everything is empty or zero.
class ByteReader {
 public:
  explicit ByteReader(absl::string_view bytes) : rest_(bytes) {}

  absl::string_view Take(size_t size) {
    if (size > rest_.size()) {
      is_short_ = true;
      rest_ = {};
      return {};
    }
    const absl::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  uint32_t TakeUint32() {
    const absl::string_view bytes = Take(4);
    uint32_t value = 0;
    for (size_t i = 0; i < bytes.size(); ++i) {
      value |= static_cast<uint32_t>(static_cast<uint8_t>(bytes[i])) << (8 * i);
    }
    return value;
  }
  float TakeFloat() {
    const uint32_t bits = TakeUint32();
    float value = 0;
    std::memcpy(&value, &bits, sizeof(value));
    return value;
  }
  bool is_short() const { return is_short_; }
  bool is_done() const { return rest_.empty() && !is_short_; }
  size_t size() const { return rest_.size(); }

 private:
  absl::string_view rest_;
  bool is_short_ = false;
};

}  // namespace

std::string LanguageModel::Serialize() const {
  std::string out(kMagic.data(), kMagic.size());
  out.push_back(static_cast<char>(languages.size()));
  for (const Language& language : languages) {
    out += language.tag.substr(0, kTagSize);
    PutFloat(language.scale, out);
    PutFloat(language.common_share, out);
    for (const int8_t weight : language.weights) out.push_back(static_cast<char>(weight));
    PutUint32(static_cast<uint32_t>(language.common_words.size()), out);
    for (const uint32_t hash : language.common_words) PutUint32(hash, out);
  }
  return out;
}

absl::StatusOr<LanguageModel> LanguageModel::Parse(absl::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.Take(kMagic.size()) != kMagic) {
    return absl::DataLossError("not a language model: it does not begin with NORNLID1");
  }
  const absl::string_view count = reader.Take(1);
  LanguageModel model;
  for (int i = 0; !count.empty() && i < static_cast<uint8_t>(count[0]) && !reader.is_short(); ++i) {
    Language& language = model.languages.emplace_back();
    language.tag = std::string(reader.Take(kTagSize));
    language.scale = reader.TakeFloat();
    language.common_share = reader.TakeFloat();
    const absl::string_view weights = reader.Take(kLanguageBuckets);
    language.weights.assign(weights.begin(), weights.end());
    const uint32_t words = reader.TakeUint32();
    if (words > reader.size() / 4) return absl::DataLossError("the language model is cut off");
    for (uint32_t word = 0; word < words; ++word) {
      language.common_words.push_back(reader.TakeUint32());
    }
  }
  if (!reader.is_done() || model.languages.empty()) {
    return absl::DataLossError("the language model is cut off or too long");
  }
  return model;
}

std::vector<float> LanguageModel::Score(const std::vector<uint32_t>& features) const {
  std::vector<float> scores;
  for (const Language& language : languages) {
    int64_t sum = 0;
    for (const uint32_t feature : features) sum += language.weights[feature];
    // Long texts do not weigh more than they have to say: as in training.
    const double norm = std::sqrt(std::max<double>(1, static_cast<double>(features.size())));
    scores.push_back(static_cast<float>(static_cast<double>(sum) * language.scale / norm));
  }
  return scores;
}

float LanguageModel::CommonShare(const Language& language, const std::vector<std::string>& words) {
  if (words.empty()) return 0;
  const auto common = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
    return std::binary_search(language.common_words.begin(), language.common_words.end(),
                              LanguageHash(word));
  });
  return static_cast<float>(common) / static_cast<float>(words.size());
}

std::string LanguageModel::Identify(const std::vector<std::string>& words,
                                    const std::vector<std::string>& unnamed,
                                    const std::vector<std::string>& excluded) const {
  constexpr char kUndetermined[] = "und";
  if (words.empty()) return kUndetermined;
  std::vector<float> scores = Score(LanguageFeatures(words));
  for (size_t i = 0; i < languages.size(); ++i) {
    const bool is_out =
        std::find(excluded.begin(), excluded.end(), languages[i].tag) != excluded.end();
    if (is_out) scores[i] = std::numeric_limits<float>::lowest();
  }
  const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
  if (scores.empty() || scores[static_cast<size_t>(best)] == std::numeric_limits<float>::lowest()) {
    return kUndetermined;
  }
  const Language& language = languages[static_cast<size_t>(best)];
  // As if each word were drawn by itself, from a share that differs from text to text: few words
  // say little, many say much.
  constexpr float kDeviations = 3;
  constexpr float kBetweenTexts = 0.08F;
  const std::vector<std::string>& judged = unnamed.empty() ? words : unnamed;
  // Names are hardly ever among the common words: of the others, somewhat more must be.
  constexpr float kMore = 0.1F;
  const float named = static_cast<float>(words.size()) / static_cast<float>(judged.size()) - 1;
  const float share = std::min(language.common_share * (1 + kMore * named), 1.0F);
  const float within = share * (1 - share) / static_cast<float>(judged.size());
  const float deviation = std::sqrt(within + kBetweenTexts * kBetweenTexts);
  const bool is_usual = CommonShare(language, judged) >= share - kDeviations * deviation;
  return is_usual ? language.tag : kUndetermined;
}

}  // namespace norn::ingest
