#include "tools/train/vectors/skip_gram.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/neural/token_features.h"
#include "tools/train/network/exact_math.h"

namespace norn::train {
namespace {

constexpr int kSize = SkipGram::kDimensions;
constexpr int kSides = 4;  // next before, next behind, farther before, farther behind
constexpr size_t kNegativeSlots = size_t{1} << 22;
constexpr float kLogisticEdge = 8;
constexpr int kLogisticSteps = 1024;

// In sixteen sums, so that the compiler may take several numbers at once.
float Dot(const float* a, const float* b) {
  float sums[16] = {};
  for (int i = 0; i < kSize; i += 16) {
    for (int k = 0; k < 16; ++k) sums[k] += a[i + k] * b[i + k];
  }
  float sum = 0;
  for (const float part : sums) sum += part;
  return sum;
}

void Add(const float* from, float share, float* to) {
  for (int i = 0; i < kSize; ++i) to[i] += share * from[i];
}

int SideOf(int from, int to) { return (to < from ? 0 : 1) + (std::abs(to - from) > 1 ? 2 : 0); }

// A word's share of the slots goes with its count to the power of 3/4.
std::vector<int32_t> NegativeSlots(const std::vector<RawWord>& words) {
  std::vector<double> weights;
  for (const RawWord& word : words) {
    const double root = std::sqrt(static_cast<double>(word.count));
    weights.push_back(root * std::sqrt(root));
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<int32_t> slots;
  slots.reserve(kNegativeSlots);
  double filled = 0;
  for (size_t w = 0; w < words.size(); ++w) {
    filled += weights[w] / total * static_cast<double>(kNegativeSlots);
    while (static_cast<double>(slots.size()) < filled && slots.size() < kNegativeSlots) {
      slots.push_back(static_cast<int32_t>(w));
    }
  }
  slots.resize(kNegativeSlots, slots.empty() ? 0 : slots.back());
  return slots;
}

template <typename T>
void WriteAll(std::ofstream& out, const std::vector<T>& values) {
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof(T)));
}
template <typename T>
void ReadAll(std::ifstream& in, std::vector<T>& values) {
  in.read(reinterpret_cast<char*>(values.data()),
          static_cast<std::streamsize>(values.size() * sizeof(T)));
}

}  // namespace

SkipGram::SkipGram(const RawText& text, const SkipGramOptions& options)
    : text_(text),
      options_(options),
      random_(11),
      words_(text.words.size() * kSize),
      pieces_(size_t{ingest::kPieceBuckets} * kSize),
      outputs_(text.words.size() * kSides * kSize),
      negatives_(NegativeSlots(text.words)) {
  for (Table* table : {&words_, &pieces_}) {
    for (float& x : *table) x = (random_.Uniform() - 0.5F) / kSize;
  }
  const double total = static_cast<double>(std::max<size_t>(1, text.tokens.size()));
  for (const RawWord& word : text.words) {
    const double often = static_cast<double>(word.count) / total / options.frequent;
    keep_.push_back(static_cast<float>(std::min(1.0, (1 + std::sqrt(often)) / often)));
  }
  for (int i = 0; i <= kLogisticSteps; ++i) {
    const float x = kLogisticEdge * (2 * static_cast<float>(i) / kLogisticSteps - 1);
    logistic_.push_back(1 / (1 + Exp(-x)));
  }
  BeginEpoch();
}

void SkipGram::BeginEpoch() {
  order_.resize(text_.paragraphs.size() - 1);
  std::iota(order_.begin(), order_.end(), 0);
  Random random(100 + static_cast<uint64_t>(epoch_));
  for (size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random.Below(i)]);
  next_ = 0;
}

double SkipGram::share_done() const {
  const double all = static_cast<double>(text_.tokens.size()) * options_.epochs;
  return all == 0 ? 1 : static_cast<double>(tokens_read_) / all;
}

double SkipGram::TakeLoss() {
  const double loss = pairs_ == 0 ? 0 : loss_ / static_cast<double>(pairs_);
  loss_ = 0;
  pairs_ = 0;
  return loss;
}

void SkipGram::Advance(uint64_t tokens) {
  const uint64_t until = tokens_read_ + tokens;
  while (!done() && tokens_read_ < until) {
    if (next_ < order_.size()) {
      ReadParagraph(order_[next_++]);
    } else {
      ++epoch_;
      BeginEpoch();
    }
  }
}

void SkipGram::ReadParagraph(uint32_t paragraph) {
  const float rate = options_.rate * std::max(0.001F, 1 - static_cast<float>(share_done()));
  std::vector<int32_t> words;
  for (uint32_t i = text_.paragraphs[paragraph]; i < text_.paragraphs[paragraph + 1]; ++i) {
    ++tokens_read_;
    if (random_.Uniform() < keep_[text_.tokens[i]]) words.push_back(text_.tokens[i]);
  }
  for (int at = 0; at < static_cast<int>(words.size()); ++at) LearnWord(words, at, rate);
}

float* SkipGram::Output(int32_t word, int side) {
  return &outputs_[(static_cast<size_t>(word) * kSides + side) * kSize];
}

void SkipGram::Compose(int32_t word, float* vector) const {
  const std::vector<uint32_t>& pieces = text_.words[word].pieces;
  const float share = 1.0F / static_cast<float>(pieces.size() + 1);
  std::fill(vector, vector + kSize, 0.0F);
  Add(&words_[static_cast<size_t>(word) * kSize], share, vector);
  for (const uint32_t piece : pieces) {
    Add(&pieces_[static_cast<size_t>(piece) * kSize], share, vector);
  }
}

float SkipGram::LearnPair(const float* input, float* output, bool is_there, float rate,
                          float* gradient) {
  const float score = Dot(input, output);
  const float step = (score + kLogisticEdge) * (kLogisticSteps / (2 * kLogisticEdge));
  const int slot = static_cast<int>(std::clamp(step, 0.0F, static_cast<float>(kLogisticSteps)));
  const float likely = logistic_[slot];
  const float move = rate * ((is_there ? 1.0F : 0.0F) - likely);
  Add(output, move, gradient);
  Add(input, move, output);
  return is_there ? 1 - likely : likely;
}

void SkipGram::LearnWord(const std::vector<int32_t>& words, int at, float rate) {
  float input[kSize];
  Compose(words[at], input);
  float gradient[kSize] = {};
  const int window = 1 + static_cast<int>(random_.Below(static_cast<uint64_t>(options_.window)));
  const int end = std::min(static_cast<int>(words.size()), at + window + 1);
  for (int other = std::max(0, at - window); other < end; ++other) {
    if (other == at) continue;
    const int side = SideOf(at, other);
    loss_ += LearnPair(input, Output(words[other], side), true, rate, gradient);
    for (int i = 0; i < options_.negatives; ++i) {
      const int32_t drawn = negatives_[random_.Next() % kNegativeSlots];
      if (drawn == words[other]) continue;
      loss_ += LearnPair(input, Output(drawn, side), false, rate, gradient);
    }
    ++pairs_;
  }
  Add(gradient, 1, &words_[static_cast<size_t>(words[at]) * kSize]);
  for (const uint32_t piece : text_.words[words[at]].pieces) {
    Add(gradient, 1, &pieces_[static_cast<size_t>(piece) * kSize]);
  }
}

// What a saved state must agree in.
std::vector<uint64_t> SkipGram::Signature() const {
  return {0x314D4152474B53ULL,  // "SKGRAM1"
          text_.words.size(),
          text_.tokens.size(),
          text_.paragraphs.size(),
          static_cast<uint64_t>(options_.epochs),
          static_cast<uint64_t>(options_.window),
          static_cast<uint64_t>(options_.negatives)};
}

absl::Status SkipGram::Save(const std::string& path) const {
  const std::string unfinished = absl::StrCat(path, ".new");
  std::ofstream out(unfinished, std::ios::binary);
  WriteAll(out, Signature());
  WriteAll(out, std::vector<uint64_t>{static_cast<uint64_t>(epoch_), next_, tokens_read_,
                                      random_.state()});
  for (const Table* table : {&words_, &pieces_, &outputs_}) WriteAll(out, *table);
  out.close();
  if (!out || std::rename(unfinished.c_str(), path.c_str()) != 0) {
    return absl::UnavailableError(absl::StrCat(path, ": cannot be written"));
  }
  return absl::OkStatus();
}

absl::Status SkipGram::Load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<uint64_t> signature(Signature().size());
  std::vector<uint64_t> place(4);
  ReadAll(in, signature);
  ReadAll(in, place);
  if (!in || signature != Signature()) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, ": not a state of this text with these options; remove it"));
  }
  for (Table* table : {&words_, &pieces_, &outputs_}) ReadAll(in, *table);
  if (!in) return absl::FailedPreconditionError(absl::StrCat(path, ": cut off; remove it"));
  epoch_ = static_cast<int>(place[0]);
  BeginEpoch();
  next_ = place[1];
  tokens_read_ = place[2];
  random_ = Random(place[3]);
  return absl::OkStatus();
}

}  // namespace norn::train
