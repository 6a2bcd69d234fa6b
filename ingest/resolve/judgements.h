// A person's judgements: which nodes are one, which are two, what is no fact. They come as files
// among the articles (proto/judgements.proto) and are applied in the order of their files' names.
//
//   std::vector<JudgementFault> faults;
//   const JudgementBook book = JudgementBook::Read(articles, faults);
//   const std::string& id = book.ActorFor("person/jens-a-dahl", "b.txt");
#ifndef NORN_INGEST_RESOLVE_JUDGEMENTS_H_
#define NORN_INGEST_RESOLVE_JUDGEMENTS_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "graph/model/model.h"
#include "ingest/resolve/event_clusters.h"
#include "proto/article.pb.h"
#include "proto/judgements.pb.h"

namespace norn::ingest {

// A file that is not of the format, with line and column, or a judgement that lacks what its
// verdict needs.
struct JudgementFault {
  std::string file;
  std::string what;
};

class JudgementBook {
 public:
  // A file or judgement with a fault is appended to `faults` and passed over: one slip of a person
  // must not stop the news.
  static JudgementBook Read(absl::Span<const proto::Article> articles,
                            std::vector<JudgementFault>& faults);

  bool empty() const { return entries_.empty(); }

  // The node that an actor or weapon system of an article is, by what has been judged.
  std::string ActorFor(const std::string& id, const std::string& article) const;
  bool IsNoFact(const std::string& id) const { return no_facts_.contains(id); }

  // Joins, splits and drops events. `ids_of` gives the clusters' ids, which every step may change.
  template <typename IdsOf>
  void ApplyToEvents(const EventSchema& schema, const IdsOf& ids_of,
                     std::vector<EventCluster>& clusters) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (!IsOfEvents(i)) continue;
      Apply(schema, i, ids_of(clusters), clusters);
    }
  }

  // The files as nodes, with JUDGED_BY edges from what they decided. To be called last: judgements
  // of ids that are in no article are listed there as `not_applied`.
  void Write(absl::Span<const EventCluster> clusters, absl::Span<const std::string> event_ids,
             graph::PropertyGraph& graph) const;

 private:
  struct Entry {
    proto::Judgement judgement;
    std::string file;
    bool is_applied = false;
  };

  bool IsOfEvents(size_t entry) const;
  void Apply(const EventSchema& schema, size_t entry, const std::vector<std::string>& ids,
             std::vector<EventCluster>& clusters);

  std::vector<Entry> entries_;
  std::map<std::string, std::string> files_;                          // by name: hash
  std::map<std::string, std::string> same_;                           // id to the one that stays
  std::map<std::pair<std::string, std::string>, std::string> other_;  // id and article to new id
  std::set<std::string> no_facts_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_JUDGEMENTS_H_
