// Where the shell's lines come from: a terminal with editing, history and completion, or a stream.
//
//   std::unique_ptr<LineSource> lines = MakeStreamLines(streams.in);
//   while (std::optional<std::string> line = lines->Read("norn> ")) Use(*line);
#ifndef NORN_TOOLS_SHELL_LINE_SOURCE_H_
#define NORN_TOOLS_SHELL_LINE_SOURCE_H_

#include <atomic>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace norn::tools {

class LineSource {
 public:
  virtual ~LineSource() = default;
  // Without its line break; nothing at the end. What was pasted or comes out of the history may be
  // several lines.
  virtual std::optional<std::string> Read(const std::string& prompt) = 0;
  // A statement that was whole: what the arrow keys bring back.
  virtual void Remember(const std::string& statement) = 0;
};

// Shows no prompts and remembers nothing.
std::unique_ptr<LineSource> MakeStreamLines(std::istream& in);

// Given the line up to the cursor, what its last word can become.
using Completer = std::function<std::vector<std::string>(const std::string& line)>;

struct TerminalOptions {
  std::string history_file;  // empty: none is kept
  bool in_colour = false;    // the prompts
};

// libedit on the process's terminal; one in a process. A history that cannot be written is not
// kept. Where `interrupted` was set while a line was typed, that line is given up, and an empty one
// is read. What is pasted is text: its tabs complete nothing, its line breaks end no line.
std::unique_ptr<LineSource> MakeTerminalLines(const TerminalOptions& options, Completer completer,
                                              const std::atomic<bool>& interrupted);

// Whether the terminal knows nothing but letters, by $TERM.
bool IsDumbTerminal();

// $XDG_STATE_HOME/norn/history, by default below ~/.local/state; empty without a home.
std::string DefaultHistoryFile();

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_LINE_SOURCE_H_
