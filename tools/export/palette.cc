#include "tools/export/palette.h"

#include <array>

namespace norn::tools {
namespace {

struct LabelledStyle {
  absl::string_view label;
  NodeStyle style;
};

constexpr std::array<LabelledStyle, 13> kNodes = {{
    {"Person", {"person", "box", "#DCEBFB", "#1F5FA8", 0}},
    {"State", {"state", "box", "#FDF0CD", "#A8730B", 1}},
    {"Organization", {"organization", "box", "#DDF3E2", "#2B7A45", 2}},
    {"Actor", {"actor", "box", "#E9EEF4", "#5B6B7E", 3}},
    {"WeaponSystem", {"weapon system", "hexagon", "#E4E2DD", "#5A554B", 4}},
    {"Call", {"call", "ellipse", "#F1EAFB", "#6B3FA0", 5}},
    {"Talks", {"talks", "ellipse", "#F1EAFB", "#6B3FA0", 6}},
    {"Meeting", {"meeting", "ellipse", "#DDF4F2", "#0B7570", 7}},
    {"Supply", {"supply", "ellipse", "#FDE9DC", "#B4540A", 8}},
    {"Attack", {"attack", "ellipse", "#FBE3E4", "#B3262E", 9}},
    {"Event", {"event", "ellipse", "#F3F4F6", "#5B6B7E", 10}},
    {"Place", {"place", "house", "#F7F7F2", "#7C7A5C", 11}},
    {"Article", {"article", "note", "#FFFFFF", "#8A94A0", 12}},
}};
constexpr NodeStyle kOtherNode = {"other", "box", "#F3F4F6", "#8A94A0", 13};

struct TypedStyle {
  absl::string_view type;
  EdgeStyle style;
};

constexpr std::array<TypedStyle, 3> kEdges = {{
    {"SPOKE_WITH", {"spoke with", "#6B3FA0", 2.4, false}},
    {"MET_AT", {"met at", "#0B7570", 2.4, false}},
    {"SUPPLIED", {"supplied", "#B4540A", 2.4, true}},
}};
constexpr EdgeStyle kOtherEdge = {"", "#8A94A0", 1, true};

}  // namespace

const NodeStyle& StyleOfLabels(const std::vector<std::string>& labels) {
  for (const LabelledStyle& candidate : kNodes) {
    for (const std::string& label : labels) {
      if (candidate.label == label) return candidate.style;
    }
  }
  return kOtherNode;
}

const EdgeStyle& StyleOfType(absl::string_view type) {
  for (const TypedStyle& candidate : kEdges) {
    if (candidate.type == type) return candidate.style;
  }
  return kOtherEdge;
}

}  // namespace norn::tools
