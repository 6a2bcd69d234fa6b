#include "tools/train/meaning_trainer.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>

#include "tools/train/filler_alignment.h"

namespace norn::train {
namespace {

constexpr int kEpochs = 12;
constexpr double kStep = 0.2;
constexpr double kDecay = 2e-4;
constexpr uint32_t kSeed = 1;
constexpr double kUnit = 1024;  // of a scorer's weights
constexpr int kLeastWeight = 4;
constexpr double kMostWeight = 32767;
// Features of fewer phrases say nothing of others.
constexpr int kLeastPhrases = 2;

class Trainer {
 public:
  explicit Trainer(const std::vector<MeaningExample>& examples) {
    std::map<uint64_t, int> phrases;
    for (const MeaningExample& example : examples) {
      std::set<uint64_t> seen;
      for (const auto& features : example.features) seen.insert(features.begin(), features.end());
      for (const uint64_t feature : seen) ++phrases[feature];
    }
    for (const auto& [feature, count] : phrases) {
      if (count < kLeastPhrases) continue;
      index_[feature] = hashes_.size();
      hashes_.push_back(feature);
    }
    weights_.assign(hashes_.size() + 1, 0);  // the last is the bias
    squares_.assign(hashes_.size() + 1, 1e-6);
    for (const MeaningExample& example : examples) {
      if (example.features.empty()) continue;
      Row row;
      row.is_meant = example.is_meant;
      for (const auto& features : example.features) row.features.push_back(Known(features));
      rows_.push_back(std::move(row));
    }
  }

  ingest::Scorer Run(absl::string_view name) {
    std::mt19937 random(kSeed);
    std::vector<size_t> order(rows_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const size_t row : order) Learn(rows_[row]);
    }
    return Made(name);
  }

 private:
  struct Row {
    std::vector<std::vector<size_t>> features;
    std::vector<bool> is_meant;
  };

  std::vector<size_t> Known(const std::vector<uint64_t>& features) const {
    std::vector<size_t> known;
    for (const uint64_t feature : features) {
      if (const auto found = index_.find(feature); found != index_.end()) {
        known.push_back(found->second);
      }
    }
    return known;
  }

  double Score(const std::vector<size_t>& features) const {
    double score = weights_.back();
    for (const size_t feature : features) score += weights_[feature];
    return score;
  }

  void Learn(const Row& row) {
    std::vector<double> powers;
    double most = 0;
    for (const auto& features : row.features) {
      powers.push_back(Score(features));
      most = std::max(most, powers.back());
    }
    double all = std::exp(-most);  // nobody
    double right = 0;
    for (size_t i = 0; i < powers.size(); ++i) {
      powers[i] = std::exp(powers[i] - most);
      all += powers[i];
      right += row.is_meant[i] ? powers[i] : 0;
    }
    const bool is_nobody = right == 0;
    if (is_nobody) right = std::exp(-most);
    for (size_t i = 0; i < powers.size(); ++i) {
      const double wanted = row.is_meant[i] && !is_nobody ? powers[i] / right : 0;
      const double gradient = powers[i] / all - wanted;
      for (const size_t feature : row.features[i]) Step(feature, gradient);
      Step(weights_.size() - 1, gradient);
    }
  }

  void Step(size_t feature, double gradient) {
    gradient += kDecay * weights_[feature];
    squares_[feature] += gradient * gradient;
    weights_[feature] -= kStep * gradient / std::sqrt(squares_[feature]);
  }

  ingest::Scorer Made(absl::string_view name) const {
    ingest::Scorer scorer;
    scorer.set_name(std::string(name));
    scorer.add_label("meant");
    scorer.add_bias(static_cast<int32_t>(std::lround(weights_.back() * kUnit)));
    std::string bytes;
    for (size_t i = 0; i < hashes_.size(); ++i) {
      const double scaled = std::clamp(weights_[i] * kUnit, -kMostWeight, kMostWeight);
      const auto weight = static_cast<int16_t>(std::lround(scaled));
      if (std::abs(weight) < kLeastWeight) continue;
      scorer.add_feature(static_cast<uint32_t>(hashes_[i]));
      const auto bits = static_cast<uint16_t>(weight);
      bytes.push_back(static_cast<char>(bits & 0xFF));
      bytes.push_back(static_cast<char>(bits >> 8));
    }
    scorer.set_weights(bytes);
    return scorer;
  }

  std::map<uint64_t, size_t> index_;
  std::vector<uint64_t> hashes_;
  std::vector<double> weights_;
  std::vector<double> squares_;  // of the gradients
  std::vector<Row> rows_;
};

}  // namespace

MeaningExamples::MeaningExamples() {
  visitor_ = [this](uint32_t, const ingest::Mention& candidate, const std::vector<uint32_t>& asked,
                    const std::vector<ingest::Features>& features) {
    Asked& one = asked_[candidate.head_token];
    one.entities = asked;
    for (const ingest::Features& each : features) one.features.push_back(each.hashes());
  };
}

std::vector<MeaningExample> MeaningExamples::Take(const CorpusArticle& article,
                                                  const ingest::AnnotatedText& text,
                                                  const ingest::MentionedEntities& found,
                                                  const ingest::Lexicon& lexicon) const {
  std::map<uint32_t, std::vector<const CorpusActor*>> meant;  // by head
  for (const CorpusMention& mention : article.mentions) {
    for (const CorpusFiller& filler : mention.fillers) {
      const CorpusActor* actor = article.FindActor(filler.actor);
      if (actor == nullptr || actor->kind == "weapon" || filler.role == "source") continue;
      const auto span = LocateFiller(article, text, mention, filler.words);
      if (!span) continue;
      const ingest::Mention* candidate = CandidateAt(text, found, *span);
      if (candidate != nullptr) meant[candidate->head_token].push_back(actor);
    }
  }
  std::vector<MeaningExample> examples;
  for (const auto& [head, actors] : meant) {
    const auto asked = asked_.find(head);
    if (asked == asked_.end()) continue;
    MeaningExample example;
    example.features = asked->second.features;
    for (const uint32_t entity : asked->second.entities) {
      example.is_meant.push_back(
          std::any_of(actors.begin(), actors.end(), [&](const CorpusActor* actor) {
            return IsActor(lexicon, found.entities[entity], *actor);
          }));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::vector<MeaningExample> ActorExamples(const CorpusArticle& article,
                                          const ingest::MentionedEntities& found,
                                          const std::vector<ingest::EntityFeatures>& features,
                                          const ingest::Lexicon& lexicon) {
  std::vector<MeaningExample> examples;
  for (const ingest::EntityFeatures& one : features) {
    bool is_wanted = false;
    bool is_optional = false;
    for (const CorpusActor& actor : article.actors) {
      if (actor.kind == "weapon" || !IsActor(lexicon, found.entities[one.entity], actor)) continue;
      (actor.is_optional ? is_optional : is_wanted) = true;
    }
    if (is_optional && !is_wanted) continue;
    examples.push_back({{one.features.hashes()}, {is_wanted}});
  }
  return examples;
}

ingest::Scorer TrainMeanings(absl::string_view name, const std::vector<MeaningExample>& examples) {
  return Trainer(examples).Run(name);
}

}  // namespace norn::train
