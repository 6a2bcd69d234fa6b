// A layer that reads sentences both ways: long short-term memory (Hochreiter and Schmidhuber, 1997;
// the forget gate of Gers et al., 2000), forward and backward over a packed batch.
//
//   Lstm layer(inputs, units, random);
//   const Matrix& states = layer.Forward(packing, input);        // 2 * units rows
//   Matrix input_gradient = layer.Backward(packing, input, states_gradient);
#ifndef NORN_TOOLS_TRAIN_NETWORK_LSTM_H_
#define NORN_TOOLS_TRAIN_NETWORK_LSTM_H_

#include <vector>

#include "ingest/analysis/neural/packing.h"
#include "tools/train/network/parameter.h"

namespace norn::train {

using ingest::Packing;

class Lstm {
 public:
  Lstm(int inputs, int units, Random& random);

  const Matrix& Forward(const Packing& packing, const Matrix& input);
  // Adds to the parameters' gradients; Forward of the same input comes before it.
  Matrix Backward(const Packing& packing, const Matrix& input, const Matrix& gradient);

  std::vector<Parameter*> parameters();

  // Rows of gates: input, forget, cell, output; `units` of each.
  struct Direction {
    Parameter input;
    Parameter recurrent;
    Parameter bias;  // one column
    Matrix gates;    // after their squashing functions
    Matrix cell;
    Matrix before;       // the state that each token's step began with
    Matrix cell_before;  // likewise
  };
  const Direction& direction(int which) const { return directions_[which]; }
  int units() const { return units_; }

 private:
  void Run(const Packing& packing, const Matrix& input, int which);
  Matrix RunBack(const Packing& packing, const Matrix& input, const Matrix& gradient, int which);

  int units_;
  Direction directions_[2];  // forward, backward
  Matrix states_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_LSTM_H_
