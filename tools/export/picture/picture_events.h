// The events of a picture: who had a part in each, which need no node of their own, and which are
// so alike that one node stands for all of them.
//
//   PictureEvents events(graph, index);
//   events.JoinAlike(/*over_and_over=*/true);
//   for (const auto& [event, facts] : events.all()) …
#ifndef NORN_TOOLS_EXPORT_PICTURE_PICTURE_EVENTS_H_
#define NORN_TOOLS_EXPORT_PICTURE_PICTURE_EVENTS_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "graph/model/model.h"

namespace norn::tools {

// By id, the place in the graph's nodes.
using PictureIndex = absl::flat_hash_map<std::string, size_t>;
PictureIndex IndexOf(const graph::PropertyGraph& graph);

// Everything that a choice needs to know of an event.
struct EventFacts {
  std::map<size_t, const graph::Edge*> roles;     // PARTICIPATED_IN by actor
  std::map<size_t, const graph::Edge*> meetings;  // MET_AT by actor
  std::vector<const graph::Edge*> weapons;        // INVOLVES
  const graph::Edge* headline = nullptr;          // a SPOKE_WITH or SUPPLIED that came of it

  size_t Participants() const {
    std::set<size_t> all;
    for (const auto& [actor, edge] : roles) all.insert(actor);
    for (const auto& [actor, edge] : meetings) all.insert(actor);
    return all.size();
  }
  // A reader sees it in the headline edge already.
  bool IsToldByEdge() const {
    return headline != nullptr && Participants() <= 2 && weapons.empty() && meetings.empty();
  }
};

class PictureEvents {
 public:
  // Both must outlive it. Without `may_be_told` every event has a node.
  PictureEvents(const graph::PropertyGraph& graph, const PictureIndex& index, bool may_be_told);

  // By node. Of those that were joined, the first one.
  const std::map<size_t, EventFacts>& all() const { return events_; }

  // A line of its own stands for the event; not a node.
  bool IsTold(const EventFacts& facts) const { return may_be_told_ && facts.IsToldByEdge(); }
  bool IsTold(size_t event) const {
    const auto at = events_.find(event);
    return at != events_.end() && IsTold(at->second);
  }

  // A reader cannot tell them apart: the same words on the node, and the same lines to the same
  // nodes. With `over_and_over` also what the same actors did three times or more: of a kind and
  // status they are one, whenever and wherever they were.
  void JoinAlike(bool over_and_over);
  // The others that a node stands for.
  const std::vector<size_t>& AlikeOf(size_t event) const;
  // The words on a node: of several "15 × attack\n2022 – 2024".
  std::string LabelOf(size_t node) const;

 private:
  const graph::Node& At(size_t node) const { return graph_.nodes[node]; }
  std::string PartsOf(const EventFacts& facts) const;
  void Join(const std::vector<size_t>& events);

  const graph::PropertyGraph& graph_;
  const bool may_be_told_;
  std::map<size_t, EventFacts> events_;
  std::map<size_t, std::vector<size_t>> alike_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_PICTURE_EVENTS_H_
