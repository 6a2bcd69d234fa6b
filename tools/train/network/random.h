// SplitMix64: the same numbers on every machine, which std's distributions do not promise.
//
//   Random random(7);
//   const uint64_t face = random.Below(6);
#ifndef NORN_TOOLS_TRAIN_NETWORK_RANDOM_H_
#define NORN_TOOLS_TRAIN_NETWORK_RANDOM_H_

#include <cstdint>

namespace norn::train {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  float Uniform() { return static_cast<float>(Next() >> 40) * 0x1.0p-24F; }  // [0, 1)
  uint64_t Below(uint64_t limit) { return Next() % limit; }

  // Random(state()) goes on where this stands.
  uint64_t state() const { return state_; }

 private:
  uint64_t state_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_RANDOM_H_
