#include "tools/export/picture/picture_events.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/export/text/picture_text.h"

namespace norn::tools {

using graph::Edge;

PictureIndex IndexOf(const graph::PropertyGraph& graph) {
  PictureIndex index;
  for (size_t i = 0; i < graph.nodes.size(); ++i) index.emplace(graph.nodes[i].id, i);
  return index;
}

PictureEvents::PictureEvents(const graph::PropertyGraph& graph, const PictureIndex& index,
                             bool may_be_told)
    : graph_(graph), may_be_told_(may_be_told) {
  for (const Edge& edge : graph.edges) {
    const size_t from = index.at(edge.from);
    const size_t to = index.at(edge.to);
    if (edge.type == "PARTICIPATED_IN" && HasLabel(At(to), "Event")) {
      events_[to].roles.emplace(from, &edge);
    } else if (edge.type == "MET_AT" && HasLabel(At(to), "Event")) {
      events_[to].meetings.emplace(from, &edge);
    } else if (edge.type == "INVOLVES" && HasLabel(At(from), "Event")) {
      events_[from].weapons.push_back(&edge);
    } else if (edge.type == "SPOKE_WITH" || edge.type == "SUPPLIED") {
      const auto event = index.find(TextOf(edge.properties, "event"));
      if (event != index.end()) events_[event->second].headline = &edge;
    }
  }
}

// Who had which part in it, and with what.
std::string PictureEvents::PartsOf(const EventFacts& facts) const {
  std::string parts;
  for (const auto& [actor, edge] : facts.roles) {
    absl::StrAppend(&parts, "\n", actor, " ", TextOf(edge->properties, "role"));
  }
  for (const auto& [actor, edge] : facts.meetings) absl::StrAppend(&parts, "\nmet ", actor);
  for (const Edge* edge : facts.weapons) absl::StrAppend(&parts, "\nwith ", edge->to);
  return parts;
}

void PictureEvents::Join(const std::vector<size_t>& events) {
  for (size_t i = 1; i < events.size(); ++i) {
    alike_[events[0]].push_back(events[i]);
    events_.erase(events[i]);
  }
}

void PictureEvents::JoinAlike(bool over_and_over) {
  constexpr size_t kOverAndOver = 3;
  std::map<std::string, std::vector<size_t>> same_look, same_parts;
  for (const auto& [event, facts] : events_) {
    if (IsTold(facts)) continue;
    same_look[absl::StrCat(NodeLabel(At(event)), PartsOf(facts))].push_back(event);
    same_parts[absl::StrCat(TextOf(At(event).properties, "type"), " ",
                            TextOf(At(event).properties, "status"), PartsOf(facts))]
        .push_back(event);
  }
  if (over_and_over) {
    for (const auto& [parts, events] : same_parts) {
      if (events.size() >= kOverAndOver) Join(events);
    }
  }
  for (const auto& [look, events] : same_look) {
    std::vector<size_t> left;
    for (const size_t event : events) {
      if (events_.contains(event) && !alike_.contains(event)) left.push_back(event);
    }
    Join(left);
  }
}

const std::vector<size_t>& PictureEvents::AlikeOf(size_t event) const {
  static const auto* const none = new std::vector<size_t>();
  const auto alike = alike_.find(event);
  return alike == alike_.end() ? *none : alike->second;
}

std::string PictureEvents::LabelOf(size_t node) const {
  const std::vector<size_t>& others = AlikeOf(node);
  if (others.empty()) return NodeLabel(At(node));
  std::set<std::string> dates, labels;
  const auto take = [&](size_t one) {
    labels.insert(NodeLabel(At(one)));
    const std::string date = TextOf(At(one).properties, "date");
    if (!date.empty()) dates.insert(date);
  };
  take(node);
  for (const size_t other : others) take(other);
  const std::string number = absl::StrCat(others.size() + 1, " × ");
  const std::string& first = *labels.begin();
  if (labels.size() == 1) return absl::StrCat(number, first);
  std::string label = absl::StrCat(number, first.substr(0, first.find('\n')));
  if (dates.size() == 1) absl::StrAppend(&label, "\n", *dates.begin());
  if (dates.size() > 1) absl::StrAppend(&label, "\n", *dates.begin(), " – ", *dates.rbegin());
  return label;
}

}  // namespace norn::tools
