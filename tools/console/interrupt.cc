#include "tools/console/interrupt.h"

namespace norn::tools {
namespace {

std::atomic<bool> caught{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

void Note(int) { caught.store(true); }

}  // namespace

CatchSignals::CatchSignals(const std::vector<int>& signals) {
  caught.store(false);
  struct sigaction action = {};
  action.sa_handler = Note;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART: a sleep ends when a signal comes.
  for (const int signal : signals) {
    struct sigaction previous = {};
    sigaction(signal, &action, &previous);
    previous_.emplace_back(signal, previous);
  }
}

CatchSignals::~CatchSignals() {
  for (const auto& [signal, action] : previous_) sigaction(signal, &action, nullptr);
}

std::atomic<bool>& CatchSignals::flag() const { return caught; }

}  // namespace norn::tools
