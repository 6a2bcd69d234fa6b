// Guesses words that the network was not shown from the states where they stand (the masked words
// of Devlin et al., 2019, "BERT"), by a softmax over words drawn at random and the right one: Jean
// et al. (2015), "On Using Very Large Target Vocabulary for Neural Machine Translation".
//
//   WordPrediction prediction(states, vectors, seed);
//   loss = prediction.Train(states, hidden, gradient, random);
//   adam.Step(prediction.parameters(), rate);
#ifndef NORN_TOOLS_TRAIN_NETWORK_WORD_PREDICTION_H_
#define NORN_TOOLS_TRAIN_NETWORK_WORD_PREDICTION_H_

#include <vector>

#include "tools/train/network/parameter.h"

namespace norn::train {

struct HiddenWord {
  int column = 0;  // of the states
  int word = 0;
};

class WordPrediction {
 public:
  // `states`: rows of the states. `vectors`: a column a word, the most frequent first; from these
  // on the words' own weights are learned.
  WordPrediction(int states, const Matrix& vectors, uint64_t seed);

  // Adds to the parameters' gradients and to that of the states. Returns the loss for each word.
  float Train(const Matrix& states, const std::vector<HiddenWord>& hidden, Matrix& gradient,
              Random& random);

  std::vector<Parameter*> parameters() {
    return {&projection_, &projection_bias_, &words_, &bias_};
  }

 private:
  // Words as a text has them: the n-th with a likelihood as 1/n. Sorted, each once.
  std::vector<int> Draw(Random& random) const;
  // The logarithm of how likely a word is among those drawn.
  float LogShare(int word) const;

  Parameter projection_, projection_bias_;
  Parameter words_, bias_;  // a column a word
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_WORD_PREDICTION_H_
