// A program on a terminal of its own, as somebody at a keyboard has it.
//
//   PseudoTerminal terminal({"tools/norn", "shell", "--graph", graph}, {{"HOME", home}});
//   terminal.WaitFor("norn> ");
//   terminal.Type("RETURN 1 AS one;\n");
//   EXPECT_TRUE(terminal.WaitFor("│   1 │"));
#ifndef NORN_TESTS_SUPPORT_PSEUDO_TERMINAL_H_
#define NORN_TESTS_SUPPORT_PSEUDO_TERMINAL_H_

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

namespace norn::tests {

class PseudoTerminal {
 public:
  // `environment` is all that the program gets besides TERM.
  PseudoTerminal(const std::vector<std::string>& command,
                 const std::map<std::string, std::string>& environment,
                 unsigned short columns = 100);
  ~PseudoTerminal();
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  void Type(const std::string& keys);
  // Reads until `text` was shown after what was waited for before; false after 20 seconds.
  bool WaitFor(const std::string& text);
  // The exit code, once the program has ended; -1 if it does not within 20 seconds.
  int Wait();

  // Everything that was shown.
  const std::string& shown() const { return shown_; }

 private:
  // False at the end, or when nothing came in time.
  bool ReadMore();

  int terminal_ = -1;
  pid_t child_ = -1;
  std::string shown_;
  size_t seen_ = 0;  // up to where WaitFor has looked
};

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_PSEUDO_TERMINAL_H_
