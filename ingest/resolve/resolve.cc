#include "ingest/resolve/resolve.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "base/utf8.h"
#include "ingest/read/judgements_file.h"
#include "ingest/resolve/actor_resolution.h"
#include "ingest/resolve/copies.h"
#include "ingest/resolve/event_clusters.h"
#include "ingest/resolve/event_writer.h"
#include "ingest/resolve/judgements.h"
#include "ingest/resolve/record_check.h"

namespace norn::ingest {
namespace {

using graph::Properties;
using graph::Value;

// As much of an earlier text as tells what it said; the article keeps all of it.
std::string Beginning(const std::string& text) {
  constexpr size_t kBytes = 2000;
  if (text.size() <= kBytes) return text;
  return absl::StrCat(base::Utf8Prefix(text, kBytes), "…");
}

// `original` is the article that it is a copy of, or itself.
void AddArticle(const proto::Article& article, const proto::Article& original,
                graph::PropertyGraph& graph) {
  graph::Node node;
  node.id = ArticleId(article);
  node.labels = {"Article"};
  const std::pair<const char*, const std::string*> texts[] = {
      {"name", &article.name()},
      {"source", &article.source()},
      {"title", &article.title()},
      {"published", &article.published()},
      {"language", &article.language()},
      {"sha256", &article.sha256()},
      {"url", &article.url()},
      {"publication_status", &article.publication_status()},
      {"embargoed", &article.embargoed()},
      {"rights", &article.rights()},
      {"section", &article.section()},
  };
  for (const auto& [key, text] : texts) {
    if (!text->empty()) node.properties[key] = Value(*text);
  }
  Value::List earlier;
  Value::List earlier_texts;
  for (const proto::Article::Version& version : article.earlier()) {
    earlier.push_back(Value(version.sha256()));
    earlier_texts.push_back(Value(Beginning(version.text())));
  }
  if (!earlier.empty()) {
    node.properties["earlier_versions"] = Value(std::move(earlier));
    node.properties["earlier_texts"] = Value(std::move(earlier_texts));
  }
  if (&original != &article) node.properties["copy_of"] = Value(ArticleId(original));
  graph.nodes.push_back(std::move(node));
}

// Where an actor belongs: a place is a node only where something took place in it.
bool IsPlace(const ActorResolution& actors, const std::string& id) {
  return actors.KindOf(id) == proto::Entity::PLACE;
}

// Why the graph cannot hold the claim; empty: it can.
std::string Misfit(const proto::EventClaim& event, size_t article, const ActorResolution& actors) {
  const auto is_place = [&](uint32_t entity, absl::string_view part) -> std::string {
    const std::string& id = actors.IdOf(article, entity);
    if (!IsPlace(actors, id)) return "";
    return absl::StrCat("a ", event.type(), ": ", actors.NameOf(id),
                        " is a place and cannot be its ", part);
  };
  for (const proto::Participant& participant : event.participants()) {
    std::string misfit = is_place(participant.entity(), participant.role());
    if (!misfit.empty()) return misfit;
  }
  for (const proto::WeaponUse& use : event.weapons()) {
    std::string misfit = is_place(use.entity(), "weapon");
    if (!misfit.empty()) return misfit;
  }
  return "";
}

ResolvedClaim ResolveClaim(const proto::EventClaim& event, size_t index,
                           const proto::Article& article, const ActorResolution& actors,
                           const JudgementBook& judgements) {
  ResolvedClaim claim;
  claim.article = index;
  claim.article_name = article.name();
  claim.published = article.published();
  claim.claim = &event;
  for (const proto::Participant& participant : event.participants()) {
    const std::string& id = actors.IdOf(index, participant.entity());
    if (judgements.IsNoFact(id)) continue;
    claim.participants.insert(id);
    claim.roles.insert({participant.role(), id});
  }
  for (const proto::WeaponUse& use : event.weapons()) {
    claim.weapons.insert(actors.IdOf(index, use.entity()));
  }
  if (event.place() != 0) claim.place = actors.IdOf(index, event.place() - 1);
  return claim;
}

std::vector<ResolvedClaim> ResolveClaims(absl::Span<const proto::Article> articles,
                                         absl::Span<const proto::Extraction> extractions,
                                         const EventSchema& schema, const ActorResolution& actors,
                                         const JudgementBook& judgements,
                                         std::vector<LeftOut>& left_out) {
  std::vector<ResolvedClaim> claims;
  for (size_t i = 0; i < extractions.size(); ++i) {
    for (const proto::EventClaim& event : extractions[i].events()) {
      if (std::string misfit = Misfit(event, i, actors); !misfit.empty()) {
        left_out.push_back({articles[i].name(), std::move(misfit)});
        continue;
      }
      ResolvedClaim claim = ResolveClaim(event, i, articles[i], actors, judgements);
      // Judged away or judged to be one: nobody is left to speak with.
      const bool lost = static_cast<int>(claim.participants.size()) < event.participants_size();
      const size_t needed = schema.IsConversation(event.type()) ? 2 : 1;
      if (lost && claim.participants.size() < needed) continue;
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
      // Judged to be a place: a mention of one is not kept.
      if (judgements.IsNoFact(id) || IsPlace(actors, id)) continue;
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
      if (holder == of || IsPlace(actors, of) || IsPlace(actors, holder)) continue;
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

// The records that fit their articles, with empty ones in place of the rest; `storage` holds them
// where some do not.
absl::Span<const proto::Extraction> SoundRecords(absl::Span<const proto::Article> articles,
                                                 absl::Span<const proto::Extraction> extractions,
                                                 std::vector<proto::Extraction>& storage,
                                                 std::vector<LeftOut>& left_out) {
  std::vector<size_t> damaged;
  for (size_t i = 0; i < articles.size(); ++i) {
    const absl::Status fits = CheckRecord(extractions[i], articles[i]);
    if (fits.ok()) continue;
    left_out.push_back({articles[i].name(),
                        absl::StrCat("its extraction record does not fit it: ", fits.message())});
    damaged.push_back(i);
  }
  if (damaged.empty()) return extractions;
  storage.assign(extractions.begin(), extractions.end());
  for (const size_t i : damaged) storage[i].Clear();
  return storage;
}

}  // namespace

absl::StatusOr<graph::PropertyGraph> Resolve(absl::Span<const proto::Article> articles,
                                             absl::Span<const proto::Extraction> records,
                                             const LexiconSet& lexicons,
                                             std::vector<LeftOut>* left_out, BlockMemo* memo,
                                             ConfidenceFloor* floor) {
  if (articles.size() != records.size()) {
    return absl::InvalidArgumentError("articles and extraction records do not belong together");
  }
  std::vector<LeftOut> unfit;
  std::vector<proto::Extraction> storage;
  const absl::Span<const proto::Extraction> extractions =
      SoundRecords(articles, records, storage, unfit);
  std::vector<JudgementFault> faults;
  JudgementBook judgements = JudgementBook::Read(articles, faults);
  for (JudgementFault& fault : faults) {
    unfit.push_back({std::move(fault.file), std::move(fault.what)});
  }
  graph::PropertyGraph graph;
  // It asks for nothing but the texts, and takes as long as what is done meanwhile.
  std::future<std::vector<size_t>> copies =
      std::async([&articles] { return FindCopies(articles); });
  const ActorResolution actors(articles, extractions, lexicons, judgements);
  const EventSchema& schema = lexicons.events();
  std::vector<EventCluster> clusters = ClusterEvents(
      schema, ResolveClaims(articles, extractions, schema, actors, judgements, unfit), memo);
  const std::vector<size_t> originals = copies.get();
  EventWriter events(articles, originals, actors, schema, graph);
  if (floor != nullptr) {
    floor->left_out = std::erase_if(clusters, [floor](const EventCluster& cluster) {
      return ConfidenceOf(cluster) < floor->least;
    });
  }
  const auto ids_of = [&](const std::vector<EventCluster>& now) { return events.IdsOf(now); };
  judgements.ApplyToEvents(schema, ids_of, clusters);
  events.Write(clusters);
  for (graph::Node& node : actors.Nodes(events.places())) graph.nodes.push_back(std::move(node));
  for (size_t i = 0; i < articles.size(); ++i) {
    if (!IsJudgements(articles[i])) AddArticle(articles[i], articles[originals[i]], graph);
  }
  AddMentions(articles, extractions, actors, judgements, graph);
  AddOffices(articles, extractions, actors, judgements, graph);
  judgements.Write(clusters, judgements.empty() ? std::vector<std::string>() : ids_of(clusters),
                   graph);
  NORN_RETURN_IF_ERROR(graph::Normalize(graph));
  if (left_out != nullptr) left_out->insert(left_out->end(), unfit.begin(), unfit.end());
  return graph;
}

}  // namespace norn::ingest
