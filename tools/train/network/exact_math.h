// exp and log of which every bit is the same on every machine: sums and products only, in a fixed
// order. The library's have variants with and without fused operations and choose at run time
// (findings/glibc_math_bits). Within one unit in the last place of a float.
#ifndef NORN_TOOLS_TRAIN_NETWORK_EXACT_MATH_H_
#define NORN_TOOLS_TRAIN_NETWORK_EXACT_MATH_H_

#include <cmath>
#include <cstdint>
#include <cstring>

namespace norn::train {

// 0 below -87, where a float loses digits; infinity above 88.
inline float Exp(float x) {
  constexpr double kLog2 = 0.693147180559945309417;
  if (x < -87.0F) return 0;
  if (x > 88.0F) return INFINITY;
  // e^x = 2^n * e^r with |r| <= log(2) / 2, and Taylor's series for e^r.
  const auto n = static_cast<int64_t>(x / kLog2 + (x < 0 ? -0.5 : 0.5));
  const double r = x - static_cast<double>(n) * kLog2;
  // Reciprocals of factorials, the last first: a division for each term would take most of the
  // time.
  constexpr double kTerms[] = {1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
                               1.0 / 120,     1.0 / 24,     1.0 / 6,     1.0 / 2,    1.0};
  double sum = 0;
  for (const double term : kTerms) sum = (sum + term) * r;
  sum += 1;
  const auto bits = static_cast<uint64_t>(n + 1023) << 52;  // of 2^n
  double power;
  std::memcpy(&power, &bits, sizeof(power));
  return static_cast<float>(sum * power);
}

// Of a number above 0.
inline float Log(float x) {
  constexpr double kLog2 = 0.693147180559945309417;
  int exponent = 0;
  const double m = std::frexp(static_cast<double>(x), &exponent);  // in [1/2, 1)
  // log(m) = 2 * artanh((m - 1) / (m + 1)), and its series, for m in [sqrt(1/2), sqrt(2)).
  const bool is_small = m < 0.70710678118654752440;
  const double s = ((is_small ? 2 * m : m) - 1) / ((is_small ? 2 * m : m) + 1);
  double sum = 0;
  for (int i = 15; i > 0; i -= 2) sum = sum * s * s + 1.0 / i;
  return static_cast<float>((is_small ? exponent - 1 : exponent) * kLog2 + 2 * s * sum);
}

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_EXACT_MATH_H_
