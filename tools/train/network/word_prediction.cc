#include "tools/train/network/word_prediction.h"

#include <algorithm>
#include <cmath>

#include "tools/train/network/exact_math.h"
#include "tools/train/network/matrix_product.h"

namespace norn::train {
namespace {

constexpr int kDraws = 2000;
constexpr float kNever = -1e9F;

}  // namespace

WordPrediction::WordPrediction(int states, const Matrix& vectors, uint64_t seed) {
  Random random(seed);
  const auto size = static_cast<int>(vectors.rows());
  const auto words = static_cast<int>(vectors.cols());
  projection_ = Parameter(size, states, random);
  projection_bias_ = Parameter::Zero(size, 1);
  words_ = Parameter::Table(size, words, random);
  words_.value = vectors;
  bias_ = Parameter::Table(1, words, random);
  bias_.value.setZero();
}

std::vector<int> WordPrediction::Draw(Random& random) const {
  const auto count = static_cast<int>(words_.value.cols());
  const float range = Log(static_cast<float>(count + 1));
  std::vector<int> drawn;
  for (int i = 0; i < kDraws; ++i) {
    drawn.push_back(std::min(count, static_cast<int>(Exp(random.Uniform() * range))) - 1);
  }
  std::sort(drawn.begin(), drawn.end());
  drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
  return drawn;
}

float WordPrediction::LogShare(int word) const {
  const float range = Log(static_cast<float>(words_.value.cols() + 1));
  const float of_one_draw =
      Log(static_cast<float>(word + 2) / static_cast<float>(word + 1)) / range;
  return Log(1 - Exp(-static_cast<float>(kDraws) * of_one_draw));
}

float WordPrediction::Train(const Matrix& states, const std::vector<HiddenWord>& hidden,
                            Matrix& gradient, Random& random) {
  if (hidden.empty()) return 0;
  const auto count = static_cast<Eigen::Index>(hidden.size());
  const std::vector<int> drawn = Draw(random);
  const auto others = static_cast<Eigen::Index>(drawn.size());
  Matrix at(states.rows(), count);
  Matrix right(words_.value.rows(), count);  // the hidden words' own weights
  for (Eigen::Index i = 0; i < count; ++i) {
    at.col(i) = states.col(hidden[i].column);
    right.col(i) = words_.value.col(hidden[i].word);
  }
  Matrix wrong(words_.value.rows(), others);
  Vector prior(others);
  for (Eigen::Index k = 0; k < others; ++k) {
    wrong.col(k) = words_.value.col(drawn[k]);
    prior(k) = bias_.value(0, drawn[k]) - LogShare(drawn[k]);
  }

  Matrix guess = Product(projection_.value, at);
  guess.colwise() += projection_bias_.value.col(0);
  // The first row is the right word's.
  Matrix logits(others + 1, count);
  logits.bottomRows(others) = Product(wrong.transpose(), guess);
  logits.bottomRows(others).colwise() += prior;
  double loss = 0;
  const float weight = 1.0F / static_cast<float>(count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const int word = hidden[i].word;
    float score = bias_.value(0, word) - LogShare(word);
    for (Eigen::Index r = 0; r < right.rows(); ++r) score += right(r, i) * guess(r, i);
    logits(0, i) = score;
    const auto same = std::lower_bound(drawn.begin(), drawn.end(), word);
    if (same != drawn.end() && *same == word) logits(1 + (same - drawn.begin()), i) = kNever;
    const float largest = logits.col(i).maxCoeff();
    float sum = 0;
    for (float& logit : logits.col(i)) sum += logit = Exp(logit - largest);
    loss -= Log(logits(0, i) / sum + 1e-30F);
    logits.col(i) *= weight / sum;
    logits(0, i) -= weight;
  }

  Matrix guess_gradient = Product(wrong, logits.bottomRows(others));
  const Matrix wrong_gradient = Product(guess, logits.bottomRows(others).transpose());
  for (Eigen::Index k = 0; k < others; ++k) {
    words_.Touch(drawn[k]);
    words_.gradient.col(drawn[k]) += wrong_gradient.col(k);
    bias_.Touch(drawn[k]);
    bias_.gradient(0, drawn[k]) += logits.row(1 + k).sum();
  }
  for (Eigen::Index i = 0; i < count; ++i) {
    const int word = hidden[i].word;
    guess_gradient.col(i) += logits(0, i) * right.col(i);
    words_.Touch(word);
    words_.gradient.col(word) += logits(0, i) * guess.col(i);
    bias_.Touch(word);
    bias_.gradient(0, word) += logits(0, i);
  }
  AddProduct(guess_gradient, at.transpose(), projection_.gradient);
  projection_bias_.gradient += guess_gradient.rowwise().sum();
  const Matrix back = Product(projection_.value.transpose(), guess_gradient);
  for (Eigen::Index i = 0; i < count; ++i) gradient.col(hidden[i].column) += back.col(i);
  return static_cast<float>(loss) * weight;
}

}  // namespace norn::train
