// norn as a process of its own: a test may kill it, limit it, or let its calls of the system fail.
//
//   const Ended ended = RunProcess({"build", "--graph", graph, "news"}, {.kill_after = patience});
//   EXPECT_TRUE(ended.was_killed || ended.code == 0) << ended.err;
#ifndef NORN_TESTS_SUPPORT_NORN_PROCESS_H_
#define NORN_TESTS_SUPPORT_NORN_PROCESS_H_

#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace norn::tests {

using Micros = std::chrono::duration<double, std::micro>;

struct ProcessOptions {
  std::map<std::string, std::string> environment = {};  // besides the test's own
  std::map<__rlimit_resource, rlim_t> limits = {};
  std::optional<Micros> kill_after = {};  // not set: after five minutes
  int kill_signal = SIGKILL;
};

struct Ended {
  int code = -1;            // -1: a signal ended it
  int signal = 0;           // that signal
  bool was_killed = false;  // the signal of `kill_after` was sent
  Micros took{0};
  std::string out;
  std::string err;
};

// The program is //tools:norn, which the test has among its data.
Ended RunProcess(const std::vector<std::string>& arguments, const ProcessOptions& options = {});

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_NORN_PROCESS_H_
