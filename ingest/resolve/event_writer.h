// From clusters of reports to the graph's event nodes and the edges around them.
#ifndef NORN_INGEST_RESOLVE_EVENT_WRITER_H_
#define NORN_INGEST_RESOLVE_EVENT_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "graph/model/model.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/resolve/actor_resolution.h"
#include "ingest/resolve/event_clusters.h"
#include "proto/article.pb.h"

namespace norn::ingest {

// How sure the event is, 0 to 1 in hundredths: as the surest of its reports.
double ConfidenceOf(const EventCluster& cluster);

class EventWriter {
 public:
  // `schema` says which headline edge an event type has, `originals` (copies.h) which articles are
  // one text: it counts once among an event's reports.
  EventWriter(absl::Span<const proto::Article> articles, absl::Span<const size_t> originals,
              const ActorResolution& actors, const EventSchema& schema,
              graph::PropertyGraph& graph);

  // The clusters in an order that depends on their content alone: ids are given in it.
  void Write(const std::vector<EventCluster>& clusters);

  // The ids that Write would give, in the order of the clusters.
  std::vector<std::string> IdsOf(const std::vector<EventCluster>& clusters);

  // The places that events took place in, by id.
  const std::set<std::string>& places() const { return places_; }

 private:
  struct Event;

  Event Summarize(const EventCluster& cluster);
  std::string UniqueId(const Event& event);
  int64_t CountReports(const EventCluster& cluster) const;
  void AddNode(const Event& event);
  void AddParticipants(const Event& event);
  void AddHeadlineEdges(const Event& event);
  void AddPairs(const Event& event, const graph::Properties& about);
  void AddDirected(const Event& event, graph::Properties about);
  void AddReports(const Event& event);
  void AddEdge(const std::string& from, const char* type, const std::string& to,
               const std::string& key, graph::Properties properties);

  absl::Span<const proto::Article> articles_;
  absl::Span<const size_t> originals_;
  const ActorResolution& actors_;
  const EventSchema& schema_;
  graph::PropertyGraph& graph_;
  std::set<std::string> ids_;
  std::map<std::string, int> numbers_;  // the last that was tried, by the id without one
  std::set<std::string> places_;
};

// The id of an article's node.
std::string ArticleId(const proto::Article& article);

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_EVENT_WRITER_H_
