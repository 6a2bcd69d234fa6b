#include "ingest/resolve/resolve.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "ingest/read/judgements_file.h"
#include "ingest/resolve/actor_resolution.h"
#include "ingest/resolve/event_clusters.h"
#include "ingest/resolve/event_writer.h"
#include "ingest/resolve/judgements.h"

namespace norn::ingest {
namespace {

using graph::Properties;
using graph::Value;

bool SpanFits(const proto::Span& span, const proto::Article& article) {
  return span.start() <= span.end() && span.end() <= article.text().size();
}

bool IndexesFit(const proto::Extraction& extraction, const proto::Article& article) {
  const auto entities = static_cast<uint32_t>(extraction.entities_size());
  for (const proto::OfficeClaim& office : extraction.offices()) {
    if (office.holder() >= entities || office.of() >= entities) return false;
  }
  for (const proto::EventClaim& event : extraction.events()) {
    for (const auto& p : event.participants()) {
      if (p.entity() >= entities) return false;
    }
    for (const auto& weapon : event.weapons()) {
      if (weapon.entity() >= entities) return false;
    }
    if (event.place() > entities) return false;
    for (const proto::Report& report : event.reports()) {
      if (!SpanFits(report.sentence(), article)) return false;
    }
  }
  return true;
}

void AddArticle(const proto::Article& article, graph::PropertyGraph& graph) {
  graph::Node node;
  node.id = ArticleId(article);
  node.labels = {"Article"};
  const std::pair<const char*, const std::string*> texts[] = {
      {"name", &article.name()},         {"source", &article.source()},
      {"title", &article.title()},       {"published", &article.published()},
      {"language", &article.language()}, {"sha256", &article.sha256()},
  };
  for (const auto& [key, text] : texts) {
    if (!text->empty()) node.properties[key] = Value(*text);
  }
  graph.nodes.push_back(std::move(node));
}

std::vector<ResolvedClaim> ResolveClaims(absl::Span<const proto::Article> articles,
                                         absl::Span<const proto::Extraction> extractions,
                                         const EventSchema& schema, const ActorResolution& actors,
                                         const JudgementBook& judgements) {
  std::vector<ResolvedClaim> claims;
  for (size_t i = 0; i < extractions.size(); ++i) {
    for (const proto::EventClaim& event : extractions[i].events()) {
      ResolvedClaim claim;
      claim.article = i;
      claim.article_name = articles[i].name();
      claim.published = articles[i].published();
      claim.claim = &event;
      for (const proto::Participant& participant : event.participants()) {
        const std::string& id = actors.IdOf(i, participant.entity());
        if (judgements.IsNoFact(id)) continue;
        claim.participants.insert(id);
        claim.roles.insert({participant.role(), id});
      }
      for (const proto::WeaponUse& use : event.weapons()) {
        claim.weapons.insert(actors.IdOf(i, use.entity()));
      }
      // Judged away or judged to be one: nobody is left to speak with.
      const bool lost = static_cast<int>(claim.participants.size()) < event.participants_size();
      if (lost && claim.participants.size() < (schema.IsConversation(event.type()) ? 2U : 1U))
        continue;
      if (event.place() != 0) claim.place = actors.IdOf(i, event.place() - 1);
      claims.push_back(std::move(claim));
    }
  }
  return claims;
}

void AddMentions(absl::Span<const proto::Article> articles,
                 absl::Span<const proto::Extraction> extractions, const ActorResolution& actors,
                 const JudgementBook& judgements, graph::PropertyGraph& graph) {
  for (size_t i = 0; i < extractions.size(); ++i) {
    std::map<std::string, int64_t> counts;
    for (uint32_t k = 0; k < static_cast<uint32_t>(extractions[i].entities_size()); ++k) {
      const proto::Entity& entity = extractions[i].entities(static_cast<int>(k));
      if (entity.kind() != proto::Entity::PLACE && entity.mentions_size() > 0) {
        counts[actors.IdOf(i, k)] += entity.mentions_size();
      }
    }
    for (const auto& [id, count] : counts) {
      if (judgements.IsNoFact(id)) continue;
      graph.edges.push_back(
          {id, ArticleId(articles[i]), "MENTIONED_IN", "", {{"count", Value(count)}}});
    }
  }
}

void AddOffices(absl::Span<const proto::Article> articles,
                absl::Span<const proto::Extraction> extractions, const ActorResolution& actors,
                const JudgementBook& judgements, graph::PropertyGraph& graph) {
  struct Seen {
    std::map<std::string, int> titles;
    std::string first;
    std::string last;
  };
  std::map<std::tuple<std::string, std::string, std::string>, Seen> offices;
  for (size_t i = 0; i < extractions.size(); ++i) {
    for (const proto::OfficeClaim& claim : extractions[i].offices()) {
      const std::string& holder = actors.IdOf(i, claim.holder());
      const std::string& of = actors.IdOf(i, claim.of());
      if (holder == of || actors.KindOf(of) == proto::Entity::PLACE) continue;
      if (judgements.IsNoFact(holder) || judgements.IsNoFact(of)) continue;
      Seen& seen = offices[{holder, of, claim.office()}];
      ++seen.titles[claim.title()];
      const std::string& published = articles[i].published();
      if (published.empty()) continue;
      if (seen.first.empty() || published < seen.first) seen.first = published;
      seen.last = std::max(seen.last, published);
    }
  }
  for (const auto& [key, seen] : offices) {
    const auto& [holder, of, office] = key;
    const auto title =
        std::max_element(seen.titles.begin(), seen.titles.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    Properties properties = {{"title", Value(title->first)}, {"office", Value(office)}};
    if (!seen.first.empty()) {
      properties["first_seen"] = Value(seen.first);
      properties["last_seen"] = Value(seen.last);
    }
    graph.edges.push_back({holder, of, "HOLDS_OFFICE", office, std::move(properties)});
  }
}

}  // namespace

absl::StatusOr<graph::PropertyGraph> Resolve(absl::Span<const proto::Article> articles,
                                             absl::Span<const proto::Extraction> extractions,
                                             const LexiconSet& lexicons) {
  if (articles.size() != extractions.size()) {
    return absl::InvalidArgumentError("articles and extraction records do not belong together");
  }
  for (size_t i = 0; i < articles.size(); ++i) {
    if (!IndexesFit(extractions[i], articles[i])) {
      return absl::InvalidArgumentError(absl::StrCat(
          articles[i].name(), ": its extraction record is damaged; build again without the cache"));
    }
  }
  NORN_ASSIGN_OR_RETURN(JudgementBook judgements, JudgementBook::Read(articles));
  graph::PropertyGraph graph;
  const ActorResolution actors(articles, extractions, lexicons, judgements);
  const EventSchema& schema = lexicons.events();
  EventWriter events(articles, actors, schema, graph);
  std::vector<EventCluster> clusters =
      ClusterEvents(schema, ResolveClaims(articles, extractions, schema, actors, judgements));
  const auto ids_of = [&](const std::vector<EventCluster>& now) { return events.IdsOf(now); };
  judgements.ApplyToEvents(schema, ids_of, clusters);
  events.Write(clusters);
  for (graph::Node& node : actors.Nodes(events.places())) graph.nodes.push_back(std::move(node));
  for (const proto::Article& article : articles) {
    if (!IsJudgements(article)) AddArticle(article, graph);
  }
  AddMentions(articles, extractions, actors, judgements, graph);
  AddOffices(articles, extractions, actors, judgements, graph);
  judgements.Write(clusters, judgements.empty() ? std::vector<std::string>() : ids_of(clusters),
                   graph);
  NORN_RETURN_IF_ERROR(graph::Normalize(graph));
  return graph;
}

}  // namespace norn::ingest
