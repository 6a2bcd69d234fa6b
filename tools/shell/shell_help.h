// What the shell tells those who ask it for help: topics and example queries.
#ifndef NORN_TOOLS_SHELL_SHELL_HELP_H_
#define NORN_TOOLS_SHELL_SHELL_HELP_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::tools {

// One of the examples: in words, and as a query.
struct ShellQuestion {
  const char* question;
  const char* query;
};

// Questions that people ask, numbered, each with the query that answers it on a line that begins
// with blanks.
std::string ShellExamples();
// kInvalidArgument where there is none of that number.
absl::StatusOr<ShellQuestion> ShellExample(absl::string_view number);

// In the order in which :help names them.
const std::vector<std::string>& HelpTopics();
std::optional<absl::string_view> HelpOnTopic(absl::string_view topic);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_SHELL_HELP_H_
