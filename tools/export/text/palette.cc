#include "tools/export/text/palette.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ingest/lexicon/event_schema.h"

namespace norn::tools {
namespace {

constexpr int kFirstEventRank = 5;

using Styles = std::vector<std::pair<std::string, NodeStyle>>;

// What stands first decides. The kinds of events are drawn as the event schema says.
Styles MakeNodeStyles() {
  Styles styles = {
      {"Person", {"person", "box", "#DCEBFB", "#1F5FA8", 0}},
      {"State", {"state", "box", "#FDF0CD", "#A8730B", 1}},
      {"Organization", {"organization", "box", "#DDF3E2", "#2B7A45", 2}},
      {"Actor", {"actor", "box", "#E9EEF4", "#5B6B7E", 3}},
      {"WeaponSystem", {"weapon system", "hexagon", "#E4E2DD", "#5A554B", 4}},
  };
  int rank = kFirstEventRank;
  for (const ingest::EventType& type : ingest::EventSchema::BuiltIn().types()) {
    styles.push_back({type.label(), {type.type(), "ellipse", type.fill(), type.line(), rank++}});
  }
  styles.push_back({"Event", {"event", "ellipse", "#F3F4F6", "#5B6B7E", rank++}});
  styles.push_back({"Place", {"place", "house", "#F7F7F2", "#7C7A5C", rank++}});
  styles.push_back({"Article", {"article", "note", "#FFFFFF", "#8A94A0", rank++}});
  styles.push_back({"", {"other", "box", "#F3F4F6", "#8A94A0", rank}});
  return styles;
}

const Styles& NodeStyles() {
  static const Styles* const kStyles = new Styles(MakeNodeStyles());
  return *kStyles;
}

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
  for (const auto& [label, style] : NodeStyles()) {
    if (std::find(labels.begin(), labels.end(), label) != labels.end()) return style;
  }
  return NodeStyles().back().second;
}

const EdgeStyle& StyleOfType(absl::string_view type) {
  for (const TypedStyle& candidate : kEdges) {
    if (candidate.type == type) return candidate.style;
  }
  return kOtherEdge;
}

}  // namespace norn::tools
