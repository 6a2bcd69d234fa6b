// The words on a picture's nodes and edges: short, with the date as far as it is known.
//
//   NodeLabel(event)  is "planned meeting\nAlaska, 2025-08-15"
#ifndef NORN_TOOLS_EXPORT_TEXT_PICTURE_TEXT_H_
#define NORN_TOOLS_EXPORT_TEXT_PICTURE_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"

namespace norn::tools {

bool HasLabel(const graph::Node& node, absl::string_view label);

// The property as text; empty where it is not there.
std::string TextOf(const graph::Properties& properties, absl::string_view key);

// How sure an event is to have been: what lies ahead or is only spoken of, and what was not.
enum class Reality : uint8_t { kHappened, kAhead, kNot };
Reality RealityOf(const graph::Node& node);

// True for an event that did not happen, or not yet.
bool IsUnreal(const graph::Node& node);

std::string NodeLabel(const graph::Node& node);
std::string NodeTooltip(const graph::Node& node);

// For edges of one type between the same two nodes: "2025-07-04", "3 times\n2025-07 – 2025-08".
// Without the dates where a node that is drawn has them.
std::string EdgeLabel(const std::vector<const graph::Edge*>& edges, bool with_dates);
std::string EdgeTooltip(const std::vector<const graph::Edge*>& edges);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_PICTURE_TEXT_H_
