// norn's command line: options and help of every subcommand, in one place. The subcommands
// themselves know nothing of it.
//
//   std::ostringstream out, err;
//   Streams streams{std::cin, out, err};
//   EXPECT_EQ(RunCommandLine({"query", "--graph", folder, "RETURN 1"}, streams), ExitCode::kDone);
#ifndef NORN_TOOLS_COMMANDS_COMMAND_LINE_H_
#define NORN_TOOLS_COMMANDS_COMMAND_LINE_H_

#include <string>
#include <vector>

#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {

// `arguments` without the program's name. Results that cannot be written are kInputOutput.
ExitCode RunCommandLine(const std::vector<std::string>& arguments, Streams& streams);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_COMMAND_LINE_H_
