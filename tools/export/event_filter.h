// A part of a graph, chosen by its events: for pictures and pages of one question.
//
//   EventFilter filter{.around = "Ada Berg", .from = "2025-01"};
//   NORN_ASSIGN_OR_RETURN(const PropertyGraph part, FilterEvents(graph, filter));
#ifndef NORN_TOOLS_EXPORT_EVENT_FILTER_H_
#define NORN_TOOLS_EXPORT_EVENT_FILTER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "graph/model/model.h"

namespace norn::tools {

struct EventFilter {
  std::string around = {};  // an actor by id, name or alias: only what is near
  int depth = 1;            // 1: those who had a part in an event with them; 2: with those too; …
  std::string from = {};    // ISO dates of any precision: events that can have been between them
  std::string to = {};
  int64_t min_reports = 0;                 // by how many articles, at least
  std::vector<std::string> types = {};     // any of these; none: all
  std::vector<std::string> statuses = {};  // likewise

  bool chooses() const {
    return !around.empty() || !from.empty() || !to.empty() || min_reports > 0 || !types.empty() ||
           !statuses.empty();
  }
};

// The graph without the events that do not pass and without the edges that stand for them; with
// `around` also without the actors that are too far away. Articles stay. kNotFound for a name that
// nobody has, kInvalidArgument for one that several have and for what is no date.
absl::StatusOr<graph::PropertyGraph> FilterEvents(graph::PropertyGraph graph,
                                                  const EventFilter& filter);

// In words, for a title; empty where nothing is chosen.
std::string Describe(const EventFilter& filter);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_EVENT_FILTER_H_
