// A matrix that training learns, and the step that improves it: Adam (Kingma and Ba, 2015). Tables
// of which a batch touches few columns are updated in those alone ("lazy" Adam).
//
//   Parameter weights(rows, columns, random);
//   weights.gradient += …;
//   adam.Step({&weights, …}, learning_rate);   // and the gradient is zero again
#ifndef NORN_TOOLS_TRAIN_NETWORK_PARAMETER_H_
#define NORN_TOOLS_TRAIN_NETWORK_PARAMETER_H_

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "tools/train/network/random.h"

namespace norn::train {

using Matrix = Eigen::MatrixXf;  // a column is one token's vector
using Vector = Eigen::VectorXf;

struct Parameter {
  Parameter() = default;
  // Uniform in ±sqrt(6 / (rows + columns)) times `scale` (Glorot and Bengio, 2010).
  Parameter(int rows, int columns, Random& random, float scale = 1);
  static Parameter Zero(int rows, int columns);
  // Columns are vectors of words or pieces; those named by Touch are updated.
  static Parameter Table(int rows, int columns, Random& random);

  void Touch(int column);

  Matrix value;
  Matrix gradient;
  Matrix mean;    // of the gradient
  Matrix square;  // of the squared gradient
  bool is_table = false;
  std::vector<int> touched;
  std::vector<char> is_touched;
};

class Adam {
 public:
  // As it stands after so many steps: with saved parameters training goes on.
  static Adam After(uint64_t steps);

  // Gradients whose norm over all parameters is above `clip` are brought down to it.
  void Step(const std::vector<Parameter*>& parameters, float rate, float clip = 5);

 private:
  // The decays to the power of the number of steps: the library's pow gives other last bits on
  // machines with fused operations.
  double mean_power_ = 1;
  double square_power_ = 1;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_PARAMETER_H_
