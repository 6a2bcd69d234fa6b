// Gradients against what small steps do to the loss: a wrong one is a model that learns badly, and
// nothing else would show it.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "gtest/gtest.h"
#include "tools/train/network/analysis_network.h"
#include "tools/train/network/crf.h"

namespace norn::train {
namespace {

constexpr int kVectorLength = 3;

NetworkShape SmallShape() {
  NetworkShape shape;
  shape.words = 5;
  shape.pieces = 7;
  shape.shapes = 2;
  shape.languages = 2;
  shape.lexicon_bits = 2;
  shape.vector = kVectorLength;
  shape.tags = 3;
  shape.features = 4;
  shape.relations = 3;
  shape.name_tags = {3, 5};
  shape.input = 4;
  shape.units1 = shape.units2 = 3;
  shape.narrow = shape.arc = shape.relation = 4;
  shape.input_dropout = shape.dropout = 0;
  return shape;
}

EncodedSentence Sentence(int length, int scheme) {
  EncodedSentence sentence;
  sentence.language = scheme;
  sentence.scheme = scheme;
  sentence.has_tags = sentence.has_tree = sentence.has_names = true;
  for (int i = 0; i < length; ++i) {
    EncodedToken token;
    token.word = 1 + i % 4;
    token.word_count = 1 << 30;  // never taken for unknown
    token.pieces = {i % 7, (3 * i + 1) % 7};
    token.shape = i % 2;
    token.lexicon = static_cast<uint32_t>(i % 4);
    token.vectors = {i % 2, i % 3 - 1};
    token.tag = i % 3;
    token.feature = i % 4;
    token.name = i % 3;
    token.head = i == 0 ? 0 : i;
    token.relation = i % 3;
    sentence.tokens.push_back(token);
  }
  return sentence;
}

double Loss(AnalysisNetwork& network, const std::vector<const EncodedSentence*>& batch) {
  Random random(3);  // words are forgotten alike each time
  return network.Train(batch, random);
}

void ZeroGradients(AnalysisNetwork& network) {
  for (Parameter* parameter : network.parameters()) parameter->gradient.setZero();
}

TEST(NetworkTest, GradientsAreThoseOfTheLoss) {
  const Matrix longer_vectors = Matrix::Random(kVectorLength - 1, 2);
  const Matrix shorter_vectors = Matrix::Random(1, 2);
  AnalysisNetwork network(SmallShape(), {&longer_vectors, &shorter_vectors}, 5);
  const EncodedSentence longer = Sentence(5, 0);
  const EncodedSentence shorter = Sentence(3, 1);
  const std::vector<const EncodedSentence*> batch = {&longer, &shorter};
  ZeroGradients(network);
  const double at = Loss(network, batch);
  std::vector<Matrix> gradients;
  for (const Parameter* parameter : network.parameters()) {
    gradients.push_back(parameter->gradient);
  }
  constexpr float kStep = 1e-3F;
  int index = 0;
  for (Parameter* parameter : network.parameters()) {
    const Matrix& gradient = gradients[index++];
    for (int64_t i = 0; i < parameter->value.size(); i += 1 + parameter->value.size() / 5) {
      float& value = parameter->value.data()[i];
      const float kept = value;
      value = kept + kStep;
      const double above = Loss(network, batch);
      value = kept - kStep;
      const double below = Loss(network, batch);
      value = kept;
      // Where a rectifier bends within the step, the slopes on both sides differ, and the gradient
      // is one of the two.
      const double up = (above - at) / kStep;
      const double down = (at - below) / kStep;
      constexpr double kTolerance = 5e-3;
      EXPECT_GE(gradient.data()[i], std::min(up, down) - kTolerance)
          << "parameter " << index << ", element " << i;
      EXPECT_LE(gradient.data()[i], std::max(up, down) + kTolerance)
          << "parameter " << index << ", element " << i;
    }
  }
}

// The hidden words' loss, with the same words drawn each time.
double HiddenLoss(AnalysisNetwork& network, WordPrediction& prediction,
                  const std::vector<const EncodedSentence*>& batch) {
  Random random(3);
  return network.TrainOnHiddenWords(batch, prediction, random);
}

EncodedSentence WithHiddenWords(int length) {
  EncodedSentence sentence = Sentence(length, 0);
  sentence.tokens[1].hidden_word = 2;
  sentence.tokens[3].hidden_word = 7;
  return sentence;
}

TEST(NetworkTest, GradientsOfHiddenWordsAreThoseOfTheirLoss) {
  const Matrix longer_vectors = Matrix::Random(kVectorLength - 1, 2);
  const Matrix shorter_vectors = Matrix::Random(1, 2);
  AnalysisNetwork network(SmallShape(), {&longer_vectors, &shorter_vectors}, 5);
  WordPrediction prediction(6, Matrix::Random(4, 9), 7);
  const EncodedSentence sentence = WithHiddenWords(5);
  const std::vector<const EncodedSentence*> batch = {&sentence};
  HiddenLoss(network, prediction, batch);
  std::vector<Parameter*> parameters = network.encoder_parameters();
  for (Parameter* parameter : prediction.parameters()) parameters.push_back(parameter);
  std::vector<Matrix> gradients;
  for (const Parameter* parameter : parameters) gradients.push_back(parameter->gradient);
  constexpr float kStep = 1e-2F;
  for (size_t p = 0; p < parameters.size(); ++p) {
    for (int64_t i = 0; i < parameters[p]->value.size(); ++i) {
      float& value = parameters[p]->value.data()[i];
      const float kept = value;
      value = kept + kStep;
      const double above = HiddenLoss(network, prediction, batch);
      value = kept - kStep;
      const double below = HiddenLoss(network, prediction, batch);
      value = kept;
      EXPECT_NEAR(gradients[p].data()[i], (above - below) / (2 * kStep), 3e-3)
          << "parameter " << p << ", element " << i;
    }
  }
}

TEST(NetworkTest, LearnsToGuessHiddenWords) {
  const Matrix longer_vectors = Matrix::Random(kVectorLength - 1, 2);
  const Matrix shorter_vectors = Matrix::Random(1, 2);
  AnalysisNetwork network(SmallShape(), {&longer_vectors, &shorter_vectors}, 5);
  WordPrediction prediction(6, Matrix::Random(4, 9), 7);
  const EncodedSentence sentence = WithHiddenWords(5);
  const std::vector<const EncodedSentence*> batch = {&sentence};
  std::vector<Parameter*> parameters = network.encoder_parameters();
  for (Parameter* parameter : prediction.parameters()) parameters.push_back(parameter);
  Adam adam;
  const double before = HiddenLoss(network, prediction, batch);
  for (int i = 0; i < 300; ++i) {
    HiddenLoss(network, prediction, batch);
    adam.Step(parameters, 1e-2F);
  }
  EXPECT_LT(HiddenLoss(network, prediction, batch), before / 10);
}

TEST(NetworkTest, LearnsWhatItIsShown) {
  const Matrix longer_vectors = Matrix::Random(kVectorLength - 1, 2);
  const Matrix shorter_vectors = Matrix::Random(1, 2);
  AnalysisNetwork network(SmallShape(), {&longer_vectors, &shorter_vectors}, 5);
  const EncodedSentence sentence = Sentence(4, 0);
  const std::vector<const EncodedSentence*> batch = {&sentence};
  Adam adam;
  const double before = Loss(network, batch);
  for (int i = 0; i < 300; ++i) {
    Loss(network, batch);
    adam.Step(network.parameters(), 1e-2F);
  }
  EXPECT_LT(Loss(network, batch), before / 10);
}

TEST(CrfTest, ProbabilitiesOfAllRowsAddUpToOne) {
  const Matrix scores = Matrix::Random(3, 4);
  const Matrix transitions = Matrix::Random(4, 3);
  double sum = 0;
  for (int row = 0; row < 81; ++row) {
    Matrix score_gradient = Matrix::Zero(3, 4);
    Matrix transition_gradient = Matrix::Zero(4, 3);
    const std::vector<int> tags = {row % 3, row / 3 % 3, row / 9 % 3, row / 27};
    sum += std::exp(-CrfLoss(scores, transitions, tags, 1, score_gradient, transition_gradient));
  }
  EXPECT_NEAR(sum, 1, 1e-4);
}

}  // namespace
}  // namespace norn::train
