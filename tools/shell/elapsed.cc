#include "tools/shell/elapsed.h"

#include <pthread.h>

#include <csignal>

#include "absl/strings/str_format.h"
#include "tools/console/printable_stream.h"

namespace norn::tools {
namespace {

constexpr TerminalSequence kClearLine = {"\r\033[K"};

}  // namespace

Elapsed::Elapsed(std::ostream& out, std::chrono::milliseconds period) : out_(out), period_(period) {
  // Ctrl-C is for the thread that reads keys.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  teller_ = std::thread([this] { Tell(); });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Elapsed::~Elapsed() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_over_ = true;
  }
  ended_.notify_one();
  teller_.join();
  if (is_shown_) out_ << kClearLine << std::flush;
}

void Elapsed::Tell() {
  const auto start = std::chrono::steady_clock::now();
  std::unique_lock<std::mutex> lock(mutex_);
  for (int periods = 1;
       !ended_.wait_until(lock, start + periods * period_, [this] { return is_over_; });
       ++periods) {
    if (periods == 1) continue;
    is_shown_ = true;
    const double seconds = std::chrono::duration<double>(periods * period_).count();
    out_ << kClearLine << absl::StreamFormat("%.0f s … Ctrl-C gives it up", seconds) << std::flush;
  }
}

}  // namespace norn::tools
