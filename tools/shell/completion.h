// What the shell offers when Tab is pressed: a function of the line so far and the graph's
// vocabulary.
//
//   Completions(vocabulary, "MATCH (p:Pe")  is {"Person"}
#ifndef NORN_TOOLS_SHELL_COMPLETION_H_
#define NORN_TOOLS_SHELL_COMPLETION_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/view/view.h"

namespace norn::tools {

struct Vocabulary {
  std::vector<std::string> labels;
  std::vector<std::string> edge_types;
  std::vector<std::string> property_keys;
};

Vocabulary VocabularyOf(const graph::View& view);

// The part of `line` that is being completed: letters, digits and underscores at its end.
absl::string_view WordAtEnd(absl::string_view line);

// What WordAtEnd(line) can become, sorted: after a colon labels or, within square brackets,
// relationship types; after a dot or within braces property keys; behind CALL procedures; at the
// line's start the shell's own commands too, and behind one what it takes; else the language's
// keywords and functions. Upper and lower case are one.
std::vector<std::string> Completions(const Vocabulary& vocabulary, absl::string_view line);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_COMPLETION_H_
