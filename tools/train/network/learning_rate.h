// How fast learning goes: up to the full rate at first, then down along a cosine.
#ifndef NORN_TOOLS_TRAIN_NETWORK_LEARNING_RATE_H_
#define NORN_TOOLS_TRAIN_NETWORK_LEARNING_RATE_H_

#include <algorithm>

namespace norn::train {

// Taylor's series, good to nine digits in the first quarter. The library's cos gives other last
// bits on machines with fused operations.
inline double Sine(double x) {
  double term = x;
  double sum = x;
  for (int i = 2; i <= 14; i += 2) sum += term *= -x * x / (i * (i + 1));
  return sum;
}

inline float LearningRate(float highest, double step, double steps) {
  constexpr double kWarmUpSteps = 300;
  constexpr float kLastShare = 0.02F;  // of the rate, at the end
  constexpr double kHalfPi = 1.57079632679489661923;
  const double warm = std::min(1.0, step / kWarmUpSteps);
  const double sine = Sine(kHalfPi * std::min(1.0, step / steps));
  const double fall = 1 - sine * sine;  // (1 + cos(2x)) / 2
  return highest * static_cast<float>(warm * (kLastShare + (1 - kLastShare) * fall));
}

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_LEARNING_RATE_H_
