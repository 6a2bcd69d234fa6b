// Which entities of all articles are one actor, weapon system or place.
#ifndef NORN_INGEST_RESOLVE_ACTOR_RESOLUTION_H_
#define NORN_INGEST_RESOLVE_ACTOR_RESOLUTION_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "graph/model/model.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/resolve/judgements.h"
#include "proto/article.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

class ActorResolution {
 public:
  // The order of the articles does not matter.
  ActorResolution(absl::Span<const proto::Article> articles,
                  absl::Span<const proto::Extraction> extractions, const LexiconSet& lexicons,
                  const JudgementBook& judgements);
  ActorResolution(const ActorResolution&) = delete;
  ActorResolution& operator=(const ActorResolution&) = delete;

  // The id of the node that an article's entity is.
  const std::string& IdOf(size_t article, uint32_t entity) const { return *ids_[article][entity]; }

  // The name of a node.
  const std::string& NameOf(const std::string& id) const { return resolved_.at(id).name; }
  proto::Entity::Kind KindOf(const std::string& id) const { return resolved_.at(id).kind; }

  // Actors and weapon systems, and those places of `places` (ids).
  std::vector<graph::Node> Nodes(const std::set<std::string>& places) const;

 private:
  struct Resolved {
    proto::Entity::Kind kind = proto::Entity::KIND_UNSPECIFIED;
    std::string lexicon_id;
    std::string name;
    std::map<std::string, uint64_t> spellings;  // with how often each was seen
    uint64_t mentions = 0;
    double range_km = 0;
    std::string first_seen;
    std::string last_seen;
  };
  struct Known;

  void ReadLexicons(const LexiconSet& lexicons);
  void AssignIds(absl::Span<const proto::Extraction> extractions);
  std::string IdOfUnknown(const proto::Entity& entity) const;
  void Collect(const proto::Article& article, const proto::Extraction& extraction, size_t index);
  void GiveName(const std::string& id, Resolved& resolved) const;
  graph::Node ToNode(const std::string& id, const Resolved& resolved) const;

  // What the lexicons of all languages know of an id.
  struct Known {
    std::string name;
    std::set<std::string> aliases;
    std::string wikidata;
    std::string category;
    std::string country;
    double range_km = 0;
  };
  std::map<std::string, Known> known_;
  std::map<std::string, std::string> id_by_key_;  // kind and name key to id
  std::map<std::string, std::set<std::string>> persons_by_surname_;
  const JudgementBook& judgements_;
  std::map<std::string, Resolved> resolved_;
  std::vector<std::vector<const std::string*>> ids_;  // keys of `resolved_`
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_ACTOR_RESOLUTION_H_
