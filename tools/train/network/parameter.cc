#include "tools/train/network/parameter.h"

#include <cmath>

namespace norn::train {
namespace {

constexpr float kMeanDecay = 0.9F;
constexpr float kSquareDecay = 0.99F;
constexpr float kEpsilon = 1e-8F;

double SquaredNorm(const Parameter& parameter) {
  if (!parameter.is_table) return parameter.gradient.squaredNorm();
  double sum = 0;
  for (const int column : parameter.touched) sum += parameter.gradient.col(column).squaredNorm();
  return sum;
}

template <typename Value, typename Gradient, typename Moment>
void Update(Value value, Gradient gradient, Moment mean, Moment square, float scale, float rate) {
  mean = kMeanDecay * mean + (1 - kMeanDecay) * scale * gradient;
  square = kSquareDecay * square + (1 - kSquareDecay) * scale * scale * gradient.square();
  value -= rate * mean / (square.sqrt() + kEpsilon);
  gradient.setZero();
}

}  // namespace

Parameter::Parameter(int rows, int columns, Random& random, float scale)
    : Parameter(Zero(rows, columns)) {
  const float limit = scale * std::sqrt(6.0F / static_cast<float>(rows + columns));
  for (float& x : value.reshaped()) x = (2 * random.Uniform() - 1) * limit;
}

Parameter Parameter::Zero(int rows, int columns) {
  Parameter parameter;
  parameter.value = parameter.gradient = Matrix::Zero(rows, columns);
  parameter.mean = parameter.square = Matrix::Zero(rows, columns);
  return parameter;
}

Parameter Parameter::Table(int rows, int columns, Random& random) {
  Parameter parameter = Zero(rows, columns);
  const float limit = std::sqrt(3.0F / static_cast<float>(rows));
  for (float& x : parameter.value.reshaped()) x = (2 * random.Uniform() - 1) * limit;
  parameter.is_table = true;
  parameter.is_touched.resize(columns);
  return parameter;
}

void Parameter::Touch(int column) {
  if (is_touched[column]) return;
  is_touched[column] = 1;
  touched.push_back(column);
}

Adam Adam::After(uint64_t steps) {
  Adam adam;
  for (uint64_t i = 0; i < steps; ++i) {
    adam.mean_power_ *= kMeanDecay;
    adam.square_power_ *= kSquareDecay;
  }
  return adam;
}

void Adam::Step(const std::vector<Parameter*>& parameters, float rate, float clip) {
  double sum = 0;
  for (const Parameter* parameter : parameters) sum += SquaredNorm(*parameter);
  const float norm = static_cast<float>(std::sqrt(sum));
  const float scale = norm > clip ? clip / norm : 1;
  mean_power_ *= kMeanDecay;
  square_power_ *= kSquareDecay;
  const double bias = std::sqrt(1 - square_power_) / (1 - mean_power_);
  const float corrected = rate * static_cast<float>(bias);
  for (Parameter* p : parameters) {
    if (!p->is_table) {
      Update(p->value.array(), p->gradient.array(), p->mean.array(), p->square.array(), scale,
             corrected);
      continue;
    }
    for (const int column : p->touched) {
      Update(p->value.col(column).array(), p->gradient.col(column).array(),
             p->mean.col(column).array(), p->square.col(column).array(), scale, corrected);
      p->is_touched[column] = 0;
    }
    p->touched.clear();
  }
}

}  // namespace norn::train
