#include "tests/support/pseudo_terminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "gtest/gtest.h"

namespace norn::tests {
namespace {

constexpr int kPatienceMilliseconds = 20'000;

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

PseudoTerminal::PseudoTerminal(const std::vector<std::string>& command,
                               const std::map<std::string, std::string>& environment,
                               unsigned short columns) {
  std::vector<std::string> arguments = command;
  std::vector<std::string> variables = {"TERM=vt100"};
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const std::vector<char*> argv = Pointers(arguments);
  const std::vector<char*> envp = Pointers(variables);
  winsize size = {};
  size.ws_row = 50;
  size.ws_col = columns;
  child_ = forkpty(&terminal_, nullptr, nullptr, &size);
  if (child_ == 0) {
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  EXPECT_GT(child_, 0) << "no pseudo-terminal";
}

PseudoTerminal::~PseudoTerminal() {
  if (terminal_ >= 0) close(terminal_);
  if (child_ <= 0) return;
  kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
}

void PseudoTerminal::Type(const std::string& keys) {
  EXPECT_EQ(write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
}

bool PseudoTerminal::ReadMore() {
  pollfd waiting = {terminal_, POLLIN, 0};
  if (poll(&waiting, 1, kPatienceMilliseconds) <= 0) return false;
  std::array<char, 4096> buffer = {};
  const ssize_t size = read(terminal_, buffer.data(), buffer.size());
  if (size <= 0) return false;
  shown_.append(buffer.data(), static_cast<size_t>(size));
  return true;
}

bool PseudoTerminal::WaitFor(const std::string& text) {
  while (true) {
    const size_t at = shown_.find(text, seen_);
    if (at != std::string::npos) {
      seen_ = at + text.size();
      return true;
    }
    if (!ReadMore()) return false;
  }
}

int PseudoTerminal::Wait() {
  while (ReadMore()) {
  }
  // The terminal is closed just before the end.
  for (int i = 0; i < kPatienceMilliseconds / 50; ++i) {
    int status = 0;
    if (waitpid(child_, &status, WNOHANG) == child_) {
      child_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    usleep(50'000);
  }
  return -1;
}

}  // namespace norn::tests
