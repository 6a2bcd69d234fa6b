#include "tools/train/network/word_prediction.h"

#include <vector>

#include "gtest/gtest.h"

namespace norn::train {
namespace {

constexpr int kStates = 3;
constexpr int kWords = 6;

TEST(WordPredictionTest, WithoutHiddenWordsThereIsNothingToLearn) {
  WordPrediction prediction(kStates, Matrix::Random(4, kWords), 7);
  Matrix gradient = Matrix::Zero(kStates, 2);
  Random random(3);
  EXPECT_EQ(prediction.Train(Matrix::Random(kStates, 2), {}, gradient, random), 0);
  EXPECT_EQ(gradient, Matrix::Zero(kStates, 2));
}

TEST(WordPredictionTest, OnlyStatesOfHiddenWordsHaveAGradient) {
  WordPrediction prediction(kStates, Matrix::Random(4, kWords), 7);
  Matrix gradient = Matrix::Zero(kStates, 3);
  Random random(3);
  prediction.Train(Matrix::Random(kStates, 3), {{1, 4}}, gradient, random);
  EXPECT_EQ(gradient.col(0), Vector::Zero(kStates));
  EXPECT_NE(gradient.col(1), Vector::Zero(kStates));
  EXPECT_EQ(gradient.col(2), Vector::Zero(kStates));
}

TEST(WordPredictionTest, LearnsWhichWordStandsWithWhichState) {
  WordPrediction prediction(kStates, Matrix::Random(4, kWords), 7);
  const Matrix states = Matrix::Identity(kStates, kStates);
  const std::vector<HiddenWord> hidden = {{0, 5}, {1, 0}, {2, 3}};
  Adam adam;
  Random random(3);
  float first = 0;
  float last = 0;
  for (int i = 0; i < 200; ++i) {
    Matrix gradient = Matrix::Zero(kStates, kStates);
    last = prediction.Train(states, hidden, gradient, random);
    if (i == 0) first = last;
    adam.Step(prediction.parameters(), 5e-2F);
  }
  EXPECT_LT(last, first / 10);
}

}  // namespace
}  // namespace norn::train
