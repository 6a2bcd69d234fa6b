// Goals: what must come of an article, written beside it. A line each, # begins a comment:
//
//   actor Kari Nordmann person            somebody goes by that name or alias, and is of that kind
//   no-actor Oslo                         nobody does
//   weapon X-1
//   event call happened 2025-07-04 participants=Kari Nordmann,Utland place=Bodø
//   no-event meeting * *
//   edge Kari Nordmann SPOKE_WITH Utland
//   no-edge Kari Nordmann MET_AT *
//   nothing                               no event and no headline edge
//   gap event meeting happened * …        a goal that is known not to be met yet; meeting it is an
//                                         error too, so that the word is taken away
//
// `*` stands for anything. An event's date `-` says that it has none. `participants` must be there,
// others may be too; `only=` allows no others; `place`, `weapons` and any role (`supplier=`,
// `host=`, …) or property of the event may be asked for. A name fits a node whose name or one of
// whose aliases it is, without regard to case; an event fits the end of an edge by its type, date
// or place.
//
//   ParsedGoals goals = ParseGoals(text);
//   for (const Goal& goal : goals.goals)
//     if (std::string why = Unmet(goal, graph); !why.empty()) ADD_FAILURE() << goal.text << why;
#ifndef NORN_TESTS_SUPPORT_GOALS_H_
#define NORN_TESTS_SUPPORT_GOALS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "graph/model/model.h"

namespace norn::tests {

struct Goal {
  enum class Kind { kActor, kWeapon, kEvent, kEdge, kNothing };
  Kind kind = Kind::kNothing;
  bool forbidden = false;  // no-…
  bool gap = false;
  int line = 0;
  std::string text;   // as written
  std::string name;   // actor, weapon; an edge's source
  std::string type;   // an actor's kind; an event's or edge's type
  std::string other;  // an edge's target
  std::string status;
  std::string date;
  std::map<std::string, std::string> details;  // participants=, place=, …
};

struct ParsedGoals {
  std::vector<Goal> goals;
  std::vector<std::string> errors;  // "line 3: …"
};

ParsedGoals ParseGoals(absl::string_view text);

// Empty if the graph meets the goal, else why not.
std::string Unmet(const Goal& goal, const graph::PropertyGraph& graph);

// The graph's actors, events and headline edges for people, a line each.
std::string Describe(const graph::PropertyGraph& graph);

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_GOALS_H_
