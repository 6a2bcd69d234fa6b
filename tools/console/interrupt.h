// Signals as a flag, for commands that end or go on in their own time.
//
//   const CatchSignals signals({SIGINT, SIGTERM});
//   while (!signals.flag().load()) WorkALittle();
#ifndef NORN_TOOLS_CONSOLE_INTERRUPT_H_
#define NORN_TOOLS_CONSOLE_INTERRUPT_H_

#include <atomic>
#include <csignal>
#include <utility>
#include <vector>

namespace norn::tools {

// While it lives, the signals set the flag and do nothing else. One at a time in a process.
class CatchSignals {
 public:
  explicit CatchSignals(const std::vector<int>& signals);
  ~CatchSignals();
  CatchSignals(const CatchSignals&) = delete;
  CatchSignals& operator=(const CatchSignals&) = delete;

  std::atomic<bool>& flag() const;

 private:
  std::vector<std::pair<int, struct sigaction>> previous_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_INTERRUPT_H_
