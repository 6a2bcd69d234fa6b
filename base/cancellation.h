// How long work learns that nobody waits for its result any more.
//
//   CancellationToken cancellation(keep_going);
//   for (…) { if (cancellation.IsStopped()) return …; … }
#ifndef NORN_BASE_CANCELLATION_H_
#define NORN_BASE_CANCELLATION_H_

#include <cstdint>
#include <functional>

namespace norn::base {

// Asked now and then; false ends the work, and what is returned is of no use.
using KeepGoing = std::function<bool()>;

inline bool AlwaysGoing() { return true; }

// Asks at every 64th turn only, and stays stopped. `keep_going` must outlive it.
class CancellationToken {
 public:
  explicit CancellationToken(const KeepGoing& keep_going) : keep_going_(keep_going) {}
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

}  // namespace norn::base

#endif  // NORN_BASE_CANCELLATION_H_
