// The shell's own commands: what begins with a colon, and what other shells call the same.
//
//   ShellState state{*graph, streams};
//   if (std::optional<std::string> meant = MeantCommand(".tables"))   // ":schema"
//     absl::Status status = RunShellCommand(*meant, state);
#ifndef NORN_TOOLS_SHELL_SHELL_COMMANDS_H_
#define NORN_TOOLS_SHELL_SHELL_COMMANDS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "query/runtime/options.h"
#include "tools/ask/asked_graph.h"
#include "tools/ask/result_writer.h"
#include "tools/console/streams.h"

namespace norn::tools {

// What a session is set to, and what its commands work on.
struct ShellState {
  AskedGraph& graph;
  Streams& streams;
  ResultFormat format = ResultFormat::kTable;
  query::QueryOptions query = {};            // limits and parameters of every statement
  bool timing = false;                       // tell how many rows, and how long it took
  bool done = false;                         // set by :quit
  std::string pager = {};                    // what long answers go through; empty: nothing
  std::string last_query = {};               // the last one that answered: what :draw draws
  std::string last_question = {};            // it in words, of one of the examples
  std::vector<std::string> statements = {};  // all that answered: what :save writes
  uint64_t noted_generation = 0;             // the newest that was told of
  // Runs one statement as if it had been typed.
  std::function<void(absl::string_view statement)> run_statement = {};
  // Runs the statements of a file.
  std::function<absl::Status(const std::string& file)> run_file = {};
  // Whether the terminal shows pictures, and shows one (a PNG); empty: nobody sits there.
  std::function<bool()> can_show_images = {};
  std::function<absl::Status(const std::string& png)> show_image = {};
};

// With the colon, in the order of :help.
const std::vector<std::string>& ShellCommands();

// A line of another shell (help, exit, \q, .tables, …) as the command that is meant here; nothing
// for any other line.
std::optional<std::string> MeantCommand(absl::string_view line);

// `line` begins with a colon. kInvalidArgument for a command that is not there or is used wrongly.
absl::Status RunShellCommand(absl::string_view line, ShellState& state);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_SHELL_COMMANDS_H_
