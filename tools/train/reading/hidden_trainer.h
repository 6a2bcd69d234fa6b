// Learns the hidden layer of a scorer (ingest/extract/scoring/hidden_layer.h) beside its sparse
// weights: rectified linear units over the states of words, with dropout, by Adam over batches. One
// thread and one order: the same examples give the same layer.
//
//   HiddenTrainer hidden(inputs, labels, options);
//   hidden.Read(states);                       // of a batch's examples
//   … hidden.scores().col(i) …                 // added to example i's other scores
//   hidden.Learn(errors, rate);                // a column an example: the scores' gradient
//   *scorer.mutable_hidden() = hidden.ToProto();
#ifndef NORN_TOOLS_TRAIN_READING_HIDDEN_TRAINER_H_
#define NORN_TOOLS_TRAIN_READING_HIDDEN_TRAINER_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "ingest/extract/scoring/scoring.pb.h"
#include "tools/train/network/parameter.h"
#include "tools/train/network/random.h"

namespace norn::train {

struct HiddenOptions {
  int units = 64;  // a multiple of 16; none: no layer
  float rate = 1e-3;
  float decay = 0.01;  // of the weights, a step, times the rate
  float input_dropout = 0.1;
  float dropout = 0.3;
};

class HiddenTrainer {
 public:
  HiddenTrainer(int inputs, int labels, const HiddenOptions& options);

  // Each of `inputs` numbers.
  void Read(const std::vector<absl::Span<const int8_t>>& states);
  // Of what was read last: a row a label, a column an example.
  const Matrix& scores() const { return scores_; }
  // `pace`: of the rate, from 1 at the start to 0 at the end.
  void Learn(const Matrix& errors, float pace);

  ingest::Hidden ToProto() const;

 private:
  // What is dropped is 0, and the rest larger by so much.
  void Drop(float share, Matrix& values);

  HiddenOptions options_;
  Random random_;
  Parameter weights_;  // units by inputs
  Parameter bias_;
  Parameter out_;  // labels by units
  Adam adam_;
  Matrix input_;   // of the batch, a column an example
  Matrix active_;  // what the units say
  Matrix slope_;   // of the units, with what dropout makes of it
  Matrix scores_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_HIDDEN_TRAINER_H_
