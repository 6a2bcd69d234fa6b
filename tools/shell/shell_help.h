// What the shell tells those who ask it for help: topics and example queries.
#ifndef NORN_TOOLS_SHELL_SHELL_HELP_H_
#define NORN_TOOLS_SHELL_SHELL_HELP_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::tools {

// Questions that people ask, each with the query that answers it on lines that begin with blanks.
absl::string_view ShellExamples();

// In the order in which :help names them.
const std::vector<std::string>& HelpTopics();
std::optional<absl::string_view> HelpOnTopic(absl::string_view topic);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_SHELL_HELP_H_
