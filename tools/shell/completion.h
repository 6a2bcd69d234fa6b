// What the shell offers when Tab is pressed: a function of the line so far and the graph's
// names.
//
//   Completions(graph_names, "MATCH (p:Pe")  is {"Person"}
#ifndef NORN_TOOLS_SHELL_COMPLETION_H_
#define NORN_TOOLS_SHELL_COMPLETION_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/view/view.h"

namespace norn::tools {

struct GraphNames {
  std::vector<std::string> labels;
  std::vector<std::string> edge_types;
  std::vector<std::string> property_keys;
  // By label or relationship type, the properties that it has.
  std::map<std::string, std::vector<std::string>> keys_of = {};
  // The names of nodes that have a name or alias beginning so, however it is spelt.
  std::function<std::vector<std::string>(absl::string_view prefix)> names = {};
};

// As long as the view lives.
GraphNames GraphNamesOf(const graph::View& view);

// The names of nodes of which a name or alias begins so, in any spelling; at most fifty, sorted.
std::vector<std::string> NamesWithPrefix(const graph::View& view, absl::string_view prefix);

// The part of `line` that is being completed: letters, digits and underscores at its end.
absl::string_view WordAtEnd(absl::string_view line);

// What WordAtEnd(line) can become, sorted. After a colon labels or, within square brackets,
// relationship types; after a dot or within braces the properties of what stands before, as far as
// the line tells what that is; within quotes names in the graph, by any alias; behind CALL
// procedures, behind their bracket what they take (as text that fits nothing, so that it is only
// shown) and behind YIELD what they give; at the line's start the shell's own commands, and behind
// one what it takes; else the language's keywords and functions. Upper and lower case are one.
std::vector<std::string> Completions(const GraphNames& graph_names, absl::string_view line);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_COMPLETION_H_
