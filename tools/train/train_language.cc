// Trains language identification: multinomial logistic regression over hashed words and runs of
// letters, by stochastic gradient descent with a fixed seed: the same samples give the same model.
//
//   train_language train.tsv dev.tsv model      writes the model, prints figures for dev
//   train_language --test model test.tsv        prints figures only
//
// Samples are lines "language<TAB>sentence"; tools/train/language_samples makes them.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/prepare/language_features.h"
#include "ingest/prepare/language_model.h"
#include "tools/train/network/exact_math.h"

namespace norn::ingest {
namespace {

constexpr int kEpochs = 4;
constexpr float kLearningRate = 0.2F;
constexpr size_t kCommonWords = 500;
// Sentences of at least so many bytes count for the figures and the common words' share.
constexpr size_t kMinBytes = 60;
constexpr size_t kArticleSentences = 15;

struct Sample {
  size_t language = 0;
  std::string text;
  std::vector<uint32_t> features;
};

std::vector<Sample> ReadSamples(const std::string& path, std::vector<std::string>& tags) {
  std::vector<Sample> samples;
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string tag = line.substr(0, tab);
    auto found = std::find(tags.begin(), tags.end(), tag);
    if (found == tags.end()) found = tags.insert(tags.end(), tag);
    Sample sample;
    sample.language = static_cast<size_t>(found - tags.begin());
    sample.text = line.substr(tab + 1);
    sample.features = LanguageFeatures(LanguageWords(sample.text));
    samples.push_back(std::move(sample));
  }
  return samples;
}

class Trainer {
 public:
  explicit Trainer(size_t languages)
      : weights_(languages, std::vector<float>(kLanguageBuckets)),
        squares_(languages, std::vector<float>(kLanguageBuckets, 1e-3F)) {}

  // Languages with fewer samples weigh more, so that all weigh the same together.
  void Train(const std::vector<Sample>& samples) {
    std::vector<float> importance(weights_.size());
    for (const Sample& sample : samples) importance[sample.language] += 1;
    for (float& count : importance) {
      count = static_cast<float>(samples.size()) /
              (static_cast<float>(weights_.size()) * std::max(1.0F, count));
    }
    std::vector<size_t> order(samples.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      Shuffle(order);
      for (const size_t i : order) Step(samples[i], importance[samples[i].language]);
    }
  }

  const std::vector<std::vector<float>>& weights() const { return weights_; }

 private:
  void Shuffle(std::vector<size_t>& order) {
    for (size_t i = order.size(); i > 1; --i) {
      random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order[i - 1], order[(random_ >> 33) % i]);
    }
  }

  void Step(const Sample& sample, float importance) {
    const float norm = 1 / std::sqrt(std::max(1.0F, static_cast<float>(sample.features.size())));
    std::vector<float> scores(weights_.size());
    for (size_t l = 0; l < weights_.size(); ++l) {
      for (const uint32_t feature : sample.features) scores[l] += weights_[l][feature];
      scores[l] *= norm;
    }
    const float largest = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = train::Exp(score - largest);
    for (size_t l = 0; l < weights_.size(); ++l) {
      const float truth = l == sample.language ? 1.0F : 0.0F;
      const float gradient = (scores[l] / sum - truth) * norm * importance;
      for (const uint32_t feature : sample.features) {
        squares_[l][feature] += gradient * gradient;
        weights_[l][feature] -= kLearningRate * gradient / std::sqrt(squares_[l][feature]);
      }
    }
  }

  std::vector<std::vector<float>> weights_;
  std::vector<std::vector<float>> squares_;
  uint64_t random_ = 20250704;
};

std::vector<uint32_t> CommonWords(const std::vector<Sample>& samples, size_t language) {
  std::map<std::string, size_t> counts;
  for (const Sample& sample : samples) {
    if (sample.language != language) continue;
    for (std::string& word : LanguageWords(sample.text)) ++counts[std::move(word)];
  }
  std::vector<std::pair<size_t, std::string>> sorted;
  for (auto& [word, count] : counts) sorted.emplace_back(count, word);
  std::sort(sorted.rbegin(), sorted.rend());
  std::set<uint32_t> hashes;
  for (size_t i = 0; i < std::min(kCommonWords, sorted.size()); ++i) {
    hashes.insert(LanguageHash(sorted[i].second));
  }
  return {hashes.begin(), hashes.end()};
}

float MeanCommonShare(const LanguageModel::Language& language, const std::vector<Sample>& samples,
                      size_t index) {
  float sum = 0;
  size_t count = 0;
  for (const Sample& sample : samples) {
    if (sample.language != index || sample.text.size() < kMinBytes) continue;
    sum += LanguageModel::CommonShare(language, LanguageWords(sample.text));
    ++count;
  }
  return sum / static_cast<float>(std::max<size_t>(1, count));
}

LanguageModel Quantise(const Trainer& trainer, const std::vector<std::string>& tags,
                       const std::vector<Sample>& samples) {
  LanguageModel model;
  for (size_t l = 0; l < tags.size(); ++l) {
    LanguageModel::Language& language = model.languages.emplace_back();
    language.tag = tags[l];
    float largest = 0;
    for (const float weight : trainer.weights()[l]) largest = std::max(largest, std::abs(weight));
    constexpr float kLevels = 127;
    language.scale = largest / kLevels;
    for (const float weight : trainer.weights()[l]) {
      language.weights.push_back(static_cast<int8_t>(std::lround(weight / language.scale)));
    }
    language.common_words = CommonWords(samples, l);
    language.common_share = MeanCommonShare(language, samples, l);
  }
  return model;
}

void PrintFigures(const std::string& what, const LanguageModel& model,
                  const std::vector<std::pair<std::string, std::string>>& texts) {
  std::map<std::string, std::map<std::string, size_t>> confusion;
  for (const auto& [tag, text] : texts) ++confusion[tag][model.Identify(LanguageWords(text))];
  for (const auto& [tag, row] : confusion) {
    size_t all = 0;
    for (const auto& [guess, count] : row) all += count;
    const auto right = row.find(tag);
    std::printf("%s %s %zu: %.2f %%", what.c_str(), tag.c_str(), all,
                right == row.end()
                    ? 0.0
                    : 100.0 * static_cast<double>(right->second) / static_cast<double>(all));
    for (const auto& [guess, count] : row) std::printf(" %s=%zu", guess.c_str(), count);
    std::printf("\n");
  }
}

void PrintAllFigures(const LanguageModel& model, const std::vector<Sample>& samples,
                     const std::vector<std::string>& tags) {
  std::vector<std::pair<std::string, std::string>> sentences;
  std::vector<std::pair<std::string, std::string>> articles;
  std::string article;
  size_t in_article = 0;
  for (size_t i = 0; i < samples.size(); ++i) {
    const Sample& sample = samples[i];
    if (sample.text.size() >= kMinBytes) sentences.emplace_back(tags[sample.language], sample.text);
    article += sample.text + " ";
    const bool is_last = i + 1 == samples.size() || samples[i + 1].language != sample.language;
    if (++in_article < kArticleSentences && !is_last) continue;
    if (in_article == kArticleSentences) articles.emplace_back(tags[sample.language], article);
    article.clear();
    in_article = 0;
  }
  PrintFigures("sentences", model, sentences);
  PrintFigures("articles", model, articles);
}

int Test(const std::string& model_path, const std::string& samples_path) {
  std::ifstream in(model_path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const absl::StatusOr<LanguageModel> model = LanguageModel::Parse(bytes.str());
  if (!model.ok()) {
    std::cerr << model_path << ": " << model.status() << "\n";
    return 1;
  }
  std::vector<std::string> tags;
  const std::vector<Sample> samples = ReadSamples(samples_path, tags);
  PrintAllFigures(*model, samples, tags);
  return 0;
}

int Train(const std::string& train_path, const std::string& dev_path,
          const std::string& model_path) {
  std::vector<std::string> tags;
  const std::vector<Sample> samples = ReadSamples(train_path, tags);
  if (samples.empty()) {
    std::cerr << train_path << ": no samples\n";
    return 1;
  }
  Trainer trainer(tags.size());
  trainer.Train(samples);
  const LanguageModel model = Quantise(trainer, tags, samples);
  const std::string bytes = model.Serialize();
  std::ofstream(model_path, std::ios::binary) << bytes;
  std::printf("%s: %zu bytes\n", model_path.c_str(), bytes.size());
  for (const LanguageModel::Language& language : model.languages) {
    std::printf("%s: %.3f of the words are common\n", language.tag.c_str(),
                static_cast<double>(language.common_share));
  }
  return Test(model_path, dev_path);
}

}  // namespace
}  // namespace norn::ingest

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 3 && arguments[0] == "--test") {
    return norn::ingest::Test(arguments[1], arguments[2]);
  }
  if (arguments.size() == 3) return norn::ingest::Train(arguments[0], arguments[1], arguments[2]);
  std::cerr << "usage: train_language TRAIN DEV MODEL | train_language --test MODEL TEST\n";
  return 64;
}
