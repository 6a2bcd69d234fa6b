// A command's standard streams as values, so that every command runs within a test as well as from
// a terminal.
//
//   std::istringstream in; std::ostringstream out, err;
//   Streams streams{in, out, err};
//   EXPECT_EQ(RunQueryCommand(options, streams), ExitCode::kDone);
#ifndef NORN_TOOLS_CONSOLE_STREAMS_H_
#define NORN_TOOLS_CONSOLE_STREAMS_H_

#include <istream>
#include <ostream>

namespace norn::tools {

struct Streams {
  std::istream& in;
  std::ostream& out;  // results only
  std::ostream& err;  // messages and progress
  // Whether somebody is looking: decides on prompts, progress and whether control characters
  // of results are escaped.
  bool in_is_terminal = false;
  bool err_is_terminal = false;
  bool out_is_terminal = false;
  bool in_colour = false;  // what is shown to people
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_CONSOLE_STREAMS_H_
