#include "tests/support/run_norn.h"

#include <sstream>

#include "tools/command_line.h"
#include "tools/streams.h"

namespace norn::tests {

Ran RunNorn(const std::vector<std::string>& arguments, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out, err;
  tools::Streams streams{in, out, err};
  const tools::ExitCode code = tools::RunCommandLine(arguments, streams);
  return {static_cast<int>(code), out.str(), err.str()};
}

}  // namespace norn::tests
