// norn check: is everything that is stored sound?
#ifndef NORN_TOOLS_CHECK_COMMAND_H_
#define NORN_TOOLS_CHECK_COMMAND_H_

#include <string>

#include "tools/exit_code.h"
#include "tools/streams.h"

namespace norn::tools {

struct CheckOptions {
  std::string graph;
  bool repair = false;  // first mends what can be mended from what is there
};

// Reads all generations that are kept whole. Damage is kBadData: the file is named, and how to mend
// it.
ExitCode RunCheck(const CheckOptions& options, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_CHECK_COMMAND_H_
