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

struct Shape {
  absl::string_view name;  // Graphviz's
  absl::string_view mark;
};

// For the kinds of events, in the order of the event schema: two that follow each other are not
// alike.
constexpr std::array<Shape, 8> kEventShapes = {{{"ellipse", "●"},
                                                {"egg", "◖"},
                                                {"octagon", "⬣"},
                                                {"parallelogram", "▰"},
                                                {"invhouse", "▼"},
                                                {"house", "⌂"},
                                                {"trapezium", "▲"},
                                                {"pentagon", "⬟"}}};

using Styles = std::vector<std::pair<std::string, NodeStyle>>;

// What stands first decides. The kinds of events are drawn as the event schema says.
Styles MakeNodeStyles() {
  Styles styles = {
      {"Person", {"person", "box", "#DCEBFB", "#1F5FA8", 0, "▢"}},
      {"State", {"state", "rect", "#FDF0CD", "#A8730B", 1, "■"}},
      {"Organization", {"organization", "tab", "#DDF3E2", "#2B7A45", 2, "▣"}},
      {"Actor", {"actor", "rect", "#E9EEF4", "#5B6B7E", 3, "□"}},
      {"WeaponSystem", {"weapon system", "hexagon", "#E4E2DD", "#5A554B", 4, "⬢"}},
  };
  int rank = kFirstEventRank;
  size_t kind = 0;
  for (const ingest::EventType& type : ingest::EventSchema::BuiltIn().types()) {
    const Shape& shape = kEventShapes[kind++ % kEventShapes.size()];
    styles.push_back(
        {type.label(),
         {type.type(), shape.name, type.fill(), type.line(), rank++, shape.mark, true}});
  }
  styles.push_back({"Event", {"event", "ellipse", "#F3F4F6", "#5B6B7E", rank++, "●", true}});
  styles.push_back({"Place", {"place", "cylinder", "#F7F7F2", "#7C7A5C", rank++, "◫"}});
  styles.push_back({"Article", {"article", "note", "#FFFFFF", "#8A94A0", rank++, "▯", true}});
  styles.push_back({"", {"other", "rect", "#F3F4F6", "#8A94A0", rank, "□"}});
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
