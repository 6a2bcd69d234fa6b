// The colours and shapes of what a graph holds: one place, so that pictures, their legend and
// network tools agree. Light fills with dark borders: text stays readable, also in print.
#ifndef NORN_TOOLS_EXPORT_TEXT_PALETTE_H_
#define NORN_TOOLS_EXPORT_TEXT_PALETTE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::tools {

struct NodeStyle {
  absl::string_view name;    // in the legend
  absl::string_view shape;   // Graphviz's
  absl::string_view fill;    // #rrggbb
  absl::string_view border;  // #rrggbb
  int rank = 0;              // its place in a legend
  absl::string_view mark;    // a letter of DejaVu Sans that looks like it
  bool small = false;        // its words are smaller: an event, an article
};

// Shapes tell what colours tell. By the labels of schema.md; the first that fits decides. Other
// labels get a plain grey box.
const NodeStyle& StyleOfLabels(const std::vector<std::string>& labels);

struct EdgeStyle {
  absl::string_view name;   // in the legend; empty: not in it
  absl::string_view color;  // #rrggbb
  double width = 1;
  bool directed = true;
};

// SPOKE_WITH, MET_AT and SUPPLIED stand out; all else is thin and grey.
const EdgeStyle& StyleOfType(absl::string_view type);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_PALETTE_H_
