#include "tests/support/norn_process.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "gtest/gtest.h"

namespace norn::tests {
namespace {

using Clock = std::chrono::steady_clock;

// What a process has written, without a pipe that could fill up.
class Written {
 public:
  explicit Written(const char* name) : fd_(memfd_create(name, MFD_CLOEXEC)) { EXPECT_GE(fd_, 0); }
  ~Written() { close(fd_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;

  int fd() const { return fd_; }
  std::string Text() const {
    std::string text(static_cast<size_t>(lseek(fd_, 0, SEEK_END)), '\0');
    EXPECT_EQ(pread(fd_, text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
    return text;
  }

 private:
  int fd_;
};

[[noreturn]] void Become(std::vector<char*> arguments, const ProcessOptions& options, int out,
                         int err) {
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  for (const auto& [name, value] : options.environment) setenv(name.c_str(), value.c_str(), 1);
  for (const auto& [resource, most] : options.limits) {
    const rlimit limit = {most, most};
    if (setrlimit(resource, &limit) != 0) _exit(126);
  }
  execv(arguments[0], arguments.data());
  _exit(127);
}

// True once the process has ended, false when the time is over.
bool WaitUntil(pid_t child, Clock::time_point end, int& status) {
  constexpr useconds_t kNap = 300;
  while (Clock::now() < end) {
    if (waitpid(child, &status, WNOHANG) == child) return true;
    usleep(kNap);
  }
  return false;
}

}  // namespace

Ended RunProcess(const std::vector<std::string>& arguments, const ProcessOptions& options) {
  std::vector<std::string> words = {"tools/norn"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const Written out("out");
  const Written err("err");
  const Clock::time_point start = Clock::now();
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) Become(pointers, options, out.fd(), err.fd());
  Ended ended;
  int status = 0;
  const Micros patience = options.kill_after.value_or(std::chrono::minutes(5));
  if (!WaitUntil(child, start + std::chrono::duration_cast<Clock::duration>(patience), status)) {
    EXPECT_TRUE(options.kill_after.has_value()) << "it does not end: " << arguments[0];
    ended.was_killed = true;
    kill(child, options.kill_after.has_value() ? options.kill_signal : SIGKILL);
    EXPECT_EQ(waitpid(child, &status, 0), child);
  }
  ended.took = Clock::now() - start;
  if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
  ended.out = out.Text();
  ended.err = err.Text();
  return ended;
}

}  // namespace norn::tests
