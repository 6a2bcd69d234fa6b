// Runs norn's command line within the test's own process.
//
//   const Ran ran = RunNorn({"query", "--graph", graph, "RETURN 1 AS one"});
//   EXPECT_EQ(ran.code, 0) << ran.err;
#ifndef NORN_TESTS_SUPPORT_RUN_NORN_H_
#define NORN_TESTS_SUPPORT_RUN_NORN_H_

#include <string>
#include <vector>

namespace norn::tests {

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
  std::string both;  // as a terminal shows it
};

Ran RunNorn(const std::vector<std::string>& arguments, const std::string& input = "");

// The same with a terminal as standard output.
Ran RunNornOnTerminal(const std::vector<std::string>& arguments, const std::string& input = "");

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_RUN_NORN_H_
