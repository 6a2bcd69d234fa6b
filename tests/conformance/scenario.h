// One scenario of a conformance suite: reading it, running it, comparing.
#ifndef NORN_TESTS_CONFORMANCE_SCENARIO_H_
#define NORN_TESTS_CONFORMANCE_SCENARIO_H_

#include <string>

namespace norn::conformance {

struct Verdict {
  std::string id;
  std::string category;
  std::string runnable;  // read, write or call
  bool passed = false;
  std::string why;  // it failed
};

// `line` is one JSON object; a line that is none is a failed scenario.
Verdict RunScenario(const std::string& line);

}  // namespace norn::conformance

#endif  // NORN_TESTS_CONFORMANCE_SCENARIO_H_
