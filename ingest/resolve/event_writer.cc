#include "ingest/resolve/event_writer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/event_status.h"

namespace norn::ingest {
namespace {

using graph::Properties;
using graph::Value;

constexpr size_t kNamesInId = 4;

void SetText(Properties& properties, const char* key, const std::string& text) {
  if (!text.empty()) properties[key] = Value(text);
}

void SetCount(Properties& properties, const char* key, int64_t count) {
  if (count > 0) properties[key] = Value(count);
}

// The part of an id behind the kind: state/norge is norge.
std::string ShortId(const std::string& id) { return id.substr(id.find('/') + 1); }

// What stands below a picture may tell of the picture and not of the news.
bool IsCaption(const proto::Article& article, const proto::Span& sentence) {
  return std::any_of(article.passage().begin(), article.passage().end(), [&](const auto& passage) {
    return passage.kind() == proto::Article::Passage::CAPTION &&
           passage.start() <= sentence.start() && sentence.end() <= passage.end();
  });
}

}  // namespace

double ConfidenceOf(const EventCluster& cluster) {
  double most = 0;
  for (const ResolvedClaim& claim : cluster.claims) {
    most = std::max(most, claim.claim->confidence());
  }
  return std::round(most * 100) / 100;
}

std::string ArticleId(const proto::Article& article) {
  return absl::StrCat("article/", article.name());
}

// One event with what all its reports say together.
struct EventWriter::Event {
  const EventCluster* cluster;
  proto::EventClaim claim;                   // the details; its entities' indexes mean nothing here
  std::map<std::string, std::string> roles;  // by actor
  std::map<std::string, int64_t> weapons;    // by id, with quantity
  std::string place;
  std::string date;
  std::string id;
  const EventType* type = nullptr;
};

EventWriter::EventWriter(absl::Span<const proto::Article> articles,
                         absl::Span<const size_t> originals, const ActorResolution& actors,
                         const EventSchema& schema, graph::PropertyGraph& graph)
    : articles_(articles), originals_(originals), actors_(actors), schema_(schema), graph_(graph) {}

void EventWriter::Write(const std::vector<EventCluster>& clusters) {
  for (const EventCluster& cluster : clusters) {
    Event event = Summarize(cluster);
    event.id = UniqueId(event);
    AddNode(event);
    AddParticipants(event);
    AddHeadlineEdges(event);
    AddReports(event);
  }
}

std::vector<std::string> EventWriter::IdsOf(const std::vector<EventCluster>& clusters) {
  const std::set<std::string> before = std::exchange(ids_, {});
  const std::map<std::string, int> numbers = std::exchange(numbers_, {});
  std::vector<std::string> ids;
  for (const EventCluster& cluster : clusters) ids.push_back(UniqueId(Summarize(cluster)));
  ids_ = before;
  numbers_ = numbers;
  return ids;
}

EventWriter::Event EventWriter::Summarize(const EventCluster& cluster) {
  Event event;
  event.cluster = &cluster;
  for (const ResolvedClaim& claim : cluster.claims) {
    proto::EventClaim details = *claim.claim;
    details.clear_participants();
    details.clear_weapons();
    details.clear_reports();
    if (&claim == &cluster.claims.front()) {
      event.claim = details;
    } else {
      MergeClaim(schema_, details, event.claim);
    }
    for (const auto& [role, id] : claim.roles) {
      std::string& known = event.roles[id];
      // A role that says something goes before mere participation; of two, the first in order.
      const bool says_more = !schema_.IsGeneric(role) && role < known;
      if (known.empty() || schema_.IsGeneric(known) || says_more) known = role;
    }
    for (const proto::WeaponUse& use : claim.claim->weapons()) {
      int64_t& quantity = event.weapons[actors_.IdOf(claim.article, use.entity())];
      quantity = std::max(quantity, use.quantity());
    }
    if (event.place.empty()) event.place = claim.place;
  }
  event.date = IsoText(ToDayRange(cluster.date));
  event.type = schema_.Find(cluster.type);
  return event;
}

// Made of what the event is; a number behind it where that is not enough.
std::string EventWriter::UniqueId(const Event& event) {
  std::vector<std::string> names;
  for (const auto& [id, role] : event.roles) names.push_back(ShortId(id));
  for (const auto& [id, quantity] : event.weapons) names.push_back(ShortId(id));
  std::sort(names.begin(), names.end());
  const size_t more = names.size() > kNamesInId ? names.size() - kNamesInId : 0;
  names.resize(names.size() - more);
  if (more > 0) names.push_back(absl::StrCat(more, "-more"));
  const std::string& status = event.cluster->status;
  const std::string id = absl::StrCat(
      "event/", event.cluster->type, status == kHappened ? "" : absl::StrCat("/", status), "/",
      event.date.empty() ? "undated" : event.date, "/", absl::StrJoin(names, "+"));
  std::string unique = id;
  // Of many events of one name each would else try all numbers of those before it.
  int& number = numbers_[id];
  while (!ids_.insert(unique).second) {
    number = std::max(number + 1, 2);
    unique = absl::StrCat(id, "/", number);
  }
  return unique;
}

// What stands in several copies of a text is reported as often as in that which says it most often.
int64_t EventWriter::CountReports(const EventCluster& cluster) const {
  std::map<size_t, int64_t> by_article;
  for (const ResolvedClaim& claim : cluster.claims) ++by_article[claim.article];
  std::map<size_t, int64_t> by_text;
  for (const auto& [article, count] : by_article) {
    int64_t& most = by_text[originals_[article]];
    most = std::max(most, count);
  }
  int64_t reports = 0;
  for (const auto& [text, count] : by_text) reports += count;
  return reports;
}

void EventWriter::AddNode(const Event& event) {
  graph::Node node;
  node.id = event.id;
  const std::string label = event.type != nullptr ? event.type->label() : "";
  node.labels = {"Event"};
  if (!label.empty()) node.labels.push_back(label);
  Properties& properties = node.properties;
  std::vector<std::string> names;
  for (const auto& [id, role] : event.roles) names.push_back(actors_.NameOf(id));
  properties["name"] = Value(absl::StrCat(label, event.date.empty() ? "" : " ", event.date, ": ",
                                          absl::StrJoin(names, ", ")));
  properties["type"] = Value(event.cluster->type);
  properties["status"] = Value(event.cluster->status);
  SetText(properties, "date", event.date);
  SetText(properties, "date_from", event.cluster->date.from());
  SetText(properties, "date_to", event.cluster->date.to());
  SetText(properties, "date_derivation", event.cluster->date.derivation());
  SetCount(properties, "duration_minutes", event.claim.duration_minutes());
  if (!event.place.empty()) properties["place"] = Value(actors_.NameOf(event.place));
  SetText(properties, "medium", event.claim.medium());
  if (event.claim.has_killed()) properties["killed"] = Value(int64_t{event.claim.killed()});
  if (event.claim.has_wounded()) properties["wounded"] = Value(int64_t{event.claim.wounded()});
  SetCount(properties, "quantity", event.claim.quantity());
  if (event.claim.value() > 0) properties["value"] = Value(event.claim.value());
  SetText(properties, "currency", event.claim.currency());
  if (event.type != nullptr) SetText(properties, "plover", event.type->plover());
  properties["reports"] = Value(CountReports(*event.cluster));
  properties["confidence"] = Value(ConfidenceOf(*event.cluster));
  graph_.nodes.push_back(std::move(node));
}

void EventWriter::AddEdge(const std::string& from, const char* type, const std::string& to,
                          const std::string& key, Properties properties) {
  graph_.edges.push_back({from, to, type, key, std::move(properties)});
}

void EventWriter::AddParticipants(const Event& event) {
  for (const auto& [id, role] : event.roles) {
    AddEdge(id, "PARTICIPATED_IN", event.id, "", {{"role", Value(role)}});
  }
  for (const auto& [id, quantity] : event.weapons) {
    Properties properties;
    SetCount(properties, "quantity", quantity);
    AddEdge(event.id, "INVOLVES", id, "", std::move(properties));
  }
  if (!event.place.empty() && actors_.KindOf(event.place) == proto::Entity::PLACE) {
    places_.insert(event.place);
    AddEdge(event.id, "TOOK_PLACE_IN", event.place, "", {});
  }
}

void EventWriter::AddHeadlineEdges(const Event& event) {
  if (event.cluster->status != kHappened || event.type == nullptr) return;
  Properties dated;
  SetText(dated, "date", event.date);
  Properties about = dated;
  about["event"] = Value(event.id);
  switch (event.type->headline_edge()) {
    case EventType::MET_AT:
      for (const auto& [id, role] : event.roles) {
        Properties properties = dated;
        properties["role"] = Value(role);
        AddEdge(id, "MET_AT", event.id, "", std::move(properties));
      }
      break;
    case EventType::SPOKE_WITH:
      SetText(about, "medium", event.claim.medium());
      SetCount(about, "duration_minutes", event.claim.duration_minutes());
      AddPairs(event, about);
      break;
    case EventType::SUPPLIED:
      AddDirected(event, std::move(about));
      break;
    default:
      break;
  }
}

void EventWriter::AddPairs(const Event& event, const Properties& about) {
  for (auto a = event.roles.begin(); a != event.roles.end(); ++a) {
    for (auto b = std::next(a); b != event.roles.end(); ++b) {
      AddEdge(a->first, "SPOKE_WITH", b->first, event.id, about);
    }
  }
}

void EventWriter::AddDirected(const Event& event, Properties about) {
  Value::List weapons;
  int64_t quantity = event.claim.quantity();
  for (const auto& [id, count] : event.weapons) {
    weapons.emplace_back(actors_.NameOf(id));
    quantity = std::max(quantity, count);
  }
  if (!weapons.empty()) about["weapons"] = Value(std::move(weapons));
  SetCount(about, "quantity", quantity);
  if (event.claim.value() > 0) about["value"] = Value(event.claim.value());
  SetText(about, "currency", event.claim.currency());
  const std::string& type = event.cluster->type;
  for (const auto& [from, giver] : event.roles) {
    for (const auto& [to, receiver] : event.roles) {
      if (schema_.RoleOf(type, giver).direction() == Role::FROM &&
          schema_.RoleOf(type, receiver).direction() == Role::TO) {
        AddEdge(from, "SUPPLIED", to, event.id, about);
      }
    }
  }
}

void EventWriter::AddReports(const Event& event) {
  std::set<std::string> written;
  for (const ResolvedClaim& claim : event.cluster->claims) {
    const proto::Article& article = articles_[claim.article];
    for (const proto::Report& report : claim.claim->reports()) {
      const proto::Span& span = report.sentence();
      const std::string key = absl::StrCat(article.name(), ":", span.start());
      if (!written.insert(key).second) continue;
      Properties properties;
      properties["quote"] = Value(article.text().substr(span.start(), span.end() - span.start()));
      properties["start"] = Value(int64_t{span.start()});
      properties["end"] = Value(int64_t{span.end()});
      SetText(properties, "attributed_to", report.attributed_to());
      properties["hedged"] = Value(report.hedged());
      properties["rule"] = Value(report.rule());
      const proto::Span& words = report.trigger();
      if (span.start() <= words.start() && words.start() < words.end() &&
          words.end() <= span.end()) {
        SetText(properties, "words",
                article.text().substr(words.start(), words.end() - words.start()));
      }
      SetText(properties, "grounds", claim.grounds);
      if (IsCaption(article, span)) properties["caption"] = Value(true);
      AddEdge(event.id, "REPORTED_IN", ArticleId(article), absl::StrCat(span.start()),
              std::move(properties));
    }
  }
}

}  // namespace norn::ingest
