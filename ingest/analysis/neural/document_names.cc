#include "ingest/analysis/neural/document_names.h"

#include <algorithm>
#include <cstdint>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/neural/token_features.h"

namespace norn::ingest {
namespace {

// How far a place's scores are drawn towards the document's.
constexpr float kShare = 0.5F;

struct Place {
  size_t sentence = 0;
  size_t word = 0;
};

// The places of one capitalised word, and how much likelier each type of name is there than none,
// added up.
struct Word {
  uint32_t stem = 0;
  std::vector<Place> places;
  std::vector<float> evidence;

  bool IsName() const {
    return std::any_of(evidence.begin(), evidence.end(), [](float of_type) { return of_type > 0; });
  }
};

}  // namespace

void ShareNameScores(absl::Span<const std::string> labels,
                     absl::Span<const std::vector<absl::string_view>> sentences,
                     std::vector<std::vector<float>>& scores) {
  const size_t count = labels.size();
  // By label: the types, numbered from 0; a type's beginning and its inside count as one.
  std::vector<size_t> types(count);
  absl::flat_hash_map<absl::string_view, size_t> numbers;
  for (size_t label = 1; label < count; ++label) {
    const absl::string_view type = absl::string_view(labels[label]).substr(2);
    types[label] = numbers.try_emplace(type, numbers.size()).first->second;
  }
  const auto evidence = [&](const Place& place) {
    const float* row = scores[place.sentence].data() + place.word * count;
    std::vector<float> of_type(numbers.size(), -1e9F);
    for (size_t label = 1; label < count; ++label) {
      of_type[types[label]] = std::max(of_type[types[label]], row[label] - row[0]);
    }
    return of_type;
  };
  std::vector<Word> words;
  absl::flat_hash_map<uint32_t, size_t> indices;
  for (size_t s = 0; s < sentences.size(); ++s) {
    for (size_t w = 0; w < sentences[s].size(); ++w) {
      const TokenFeatures features = MakeTokenFeatures(sentences[s][w]);
      // Initials are many people's.
      if (!features.has_capital() || features.shape == WordShape::kInitial) continue;
      const auto [at, is_new] = indices.try_emplace(features.word, words.size());
      if (is_new) words.push_back({features.stem, {}, std::vector<float>(numbers.size())});
      Word& word = words[at->second];
      word.places.push_back({s, w});
      const std::vector<float> own = evidence(word.places.back());
      for (size_t type = 0; type < own.size(); ++type) word.evidence[type] += own[type];
    }
  }
  for (const Word& word : words) {
    std::vector<float> mean = word.evidence;
    size_t places = word.places.size();
    // A genitive of a name: "Hans" is none of the pronoun "Han".
    const auto stem = indices.find(word.stem);
    if (stem != indices.end() && &words[stem->second] != &word && words[stem->second].IsName()) {
      const Word& base = words[stem->second];
      for (size_t type = 0; type < mean.size(); ++type) mean[type] += base.evidence[type];
      places += base.places.size();
    }
    if (places < 2) continue;
    for (float& value : mean) value /= static_cast<float>(places);
    for (const Place& place : word.places) {
      const std::vector<float> own = evidence(place);
      float* row = scores[place.sentence].data() + place.word * count;
      for (size_t label = 1; label < count; ++label) {
        row[label] += kShare * (mean[types[label]] - own[types[label]]);
      }
    }
  }
}

}  // namespace norn::ingest
