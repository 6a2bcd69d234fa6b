// How long work is told that somebody still waits for it.
#ifndef NORN_BASE_KEEP_GOING_H_
#define NORN_BASE_KEEP_GOING_H_

#include <cstdint>
#include <functional>

namespace norn::graph {

// Asked now and then; false ends the work, and what is returned is of no use.
using KeepGoing = std::function<bool()>;

inline bool AlwaysGoing() { return true; }

// Asks at every 64th turn only, and stays stopped.
class Brake {
 public:
  explicit Brake(const KeepGoing& keep_going) : keep_going_(keep_going) {}
  bool IsStopped() {
    constexpr uint32_t kTurns = 64;
    if (!stopped_ && turns_++ % kTurns == 0) stopped_ = !keep_going_();
    return stopped_;
  }

 private:
  const KeepGoing& keep_going_;
  uint32_t turns_ = 0;
  bool stopped_ = false;
};

}  // namespace norn::graph

#endif  // NORN_BASE_KEEP_GOING_H_
