// What is installed beside norn: manual pages, and what shells complete. All made from one table,
// that of the command line.
//
//   std::cout << ManualPage(command, "1.0");
//   std::cout << BashCompletion(commands);
#ifndef NORN_TOOLS_COMMANDS_MANUAL_H_
#define NORN_TOOLS_COMMANDS_MANUAL_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::tools {

struct OptionText {
  std::vector<std::string> names;  // "-o", "--output"; of a positional one, none
  std::string value;               // what it takes: FILE; empty: nothing
  std::string description;
  std::vector<std::string> choices;  // the only values that it takes; empty: any
};

struct ManualText {
  std::string name;  // "query"; empty: norn itself
  std::string description;
  std::vector<OptionText> options;
  std::string footer;                    // example and exit codes
  std::vector<std::string> subcommands;  // of norn itself: "query  Ask a graph"
};

// In troff, for man(1), section 1.
std::string ManualPage(const ManualText& command, absl::string_view version);

std::string BashCompletion(const std::vector<ManualText>& commands);
std::string ZshCompletion(const std::vector<ManualText>& commands);
std::string FishCompletion(const std::vector<ManualText>& commands);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_MANUAL_H_
