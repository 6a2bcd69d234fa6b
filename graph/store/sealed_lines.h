// Text files of lines whose last line is a checksum of the lines before it.
//
//   WriteFileSynced(path, SealedLines("keep 2\n"));
//   if (std::optional<absl::string_view> lines = LinesOf(text)) ...
#ifndef NORN_GRAPH_STORE_SEALED_LINES_H_
#define NORN_GRAPH_STORE_SEALED_LINES_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace norn::graph {

// `lines` ends with a line break, or is empty.
std::string SealedLines(absl::string_view lines);
// Without the seal; nothing if it does not fit. Points into `text`.
std::optional<absl::string_view> LinesOf(absl::string_view text);

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_SEALED_LINES_H_
