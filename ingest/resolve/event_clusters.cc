#include "ingest/resolve/event_clusters.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"
#include "ingest/extract/event_compatibility.h"
#include "ingest/extract/time/day_range.h"

namespace norn::ingest {
namespace {

// Articles further apart than this do not report one undated event.
constexpr int kNewsDays = 31;
constexpr int64_t kOpenRangeDays = int64_t{1} << 40;

// How many days the claim can be on: the most certain are placed first.
int64_t Width(const proto::DateRange& date) {
  const DayRange range = ToDayRange(date);
  if (!range.from || !range.to) return kOpenRangeDays;
  const int64_t days = *range.to - *range.from;
  return date.weekday() != 0 ? days / 7 : days;
}

auto OrderOf(const ResolvedClaim& claim) {
  const uint32_t start =
      claim.claim->reports_size() > 0 ? claim.claim->reports(0).sentence().start() : 0;
  const uint32_t trigger =
      claim.claim->reports_size() > 0 ? claim.claim->reports(0).trigger().start() : 0;
  return std::make_tuple(Width(claim.claim->date()), claim.claim->date().from(),
                         claim.claim->date().to(), claim.article_name, start, trigger,
                         claim.claim->type(), claim.claim->status());
}

bool Includes(const std::set<std::string>& all, const std::set<std::string>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

std::set<std::string> InRole(const ResolvedClaim& claim, absl::string_view role) {
  std::set<std::string> ids;
  for (const auto& [name, id] : claim.roles) {
    if (name == role) ids.insert(id);
  }
  return ids;
}

bool PublishedNear(const ResolvedClaim& a, const ResolvedClaim& b) {
  const auto x = ParseIsoDate(a.published);
  const auto y = ParseIsoDate(b.published);
  if (!x || !y) return false;
  return *x->from - *y->to <= kNewsDays && *y->from - *x->to <= kNewsDays;
}

bool HasDay(const proto::DateRange& date) { return ToDayRange(date).is_day(); }

// Those who take part agree: for conversations one report may name more people than the other, for
// the rest the roles must be filled alike.
bool PartiesAgree(const EventSchema& schema, const ResolvedClaim& a, const ResolvedClaim& b) {
  const EventType* type = schema.Find(a.claim->type());
  if (type == nullptr) return a.roles == b.roles;
  if (type->family() == EventType::CONVERSATION) {
    return Includes(a.participants, b.participants) || Includes(b.participants, a.participants);
  }
  const auto& roles = type->same_event().role();
  return std::all_of(roles.begin(), roles.end(),
                     [&](const std::string& role) { return InRole(a, role) == InRole(b, role); });
}

bool WeaponsAgree(EventType::SameEvent::Weapons rule, const ResolvedClaim& a,
                  const ResolvedClaim& b) {
  const bool one_is_silent = a.weapons.empty() || b.weapons.empty();
  return rule == EventType::SameEvent::ANY || a.weapons == b.weapons ||
         (rule == EventType::SameEvent::EQUAL_WHERE_NAMED && one_is_silent);
}

bool CanBeOne(const EventSchema& schema, const ResolvedClaim& a, const ResolvedClaim& b) {
  if (a.article == b.article) return false;
  if (!TypesAgree(schema, *a.claim, *b.claim) ||
      !StatusesAgree(a.claim->status(), b.claim->status())) {
    return false;
  }
  const EventType::SameEvent& rule = schema.Of(a.claim->type()).same_event();
  if (!PartiesAgree(schema, a, b) || !WeaponsAgree(rule.weapons(), a, b)) return false;
  if (rule.same_place() && !a.place.empty() && !b.place.empty() && a.place != b.place) return false;
  const bool dated = HasDay(a.claim->date()) && HasDay(b.claim->date());
  // Of a type that is not known, and of one among many, only the day tells that both mean the same.
  if (rule.needs_day() || schema.Find(a.claim->type()) == nullptr) return dated;
  return dated || PublishedNear(a, b) || a.claim->date().from() == b.claim->date().from();
}

// The cluster's date with the claim's, if the claim can be of it.
std::optional<proto::DateRange> Fits(const EventSchema& schema, const EventCluster& cluster,
                                     const ResolvedClaim& claim) {
  for (const ResolvedClaim& member : cluster.claims) {
    if (member.article == claim.article) return std::nullopt;
  }
  const bool with_one =
      std::any_of(cluster.claims.begin(), cluster.claims.end(),
                  [&](const auto& member) { return CanBeOne(schema, member, claim); });
  if (!with_one) return std::nullopt;
  if (!claim.claim->has_date()) return cluster.date;
  auto both = Intersect(cluster.date, claim.claim->date());
  if (both) both->set_derivation(cluster.date.derivation());
  return both;
}

// Clusters by who takes part: only those who share somebody can be one event.
class ClusterIndex {
 public:
  explicit ClusterIndex(const EventSchema& schema) : schema_(schema) {}

  void Add(const ResolvedClaim& claim, size_t cluster) {
    for (const std::string& id : claim.participants) clusters_[KeyOf(claim, id)].insert(cluster);
  }

  // In ascending order.
  std::set<size_t> Candidates(const ResolvedClaim& claim) const {
    std::set<size_t> candidates;
    for (const std::string& id : claim.participants) {
      const auto found = clusters_.find(KeyOf(claim, id));
      if (found != clusters_.end()) candidates.insert(found->second.begin(), found->second.end());
    }
    return candidates;
  }

 private:
  std::string KeyOf(const ResolvedClaim& claim, const std::string& id) const {
    const std::string& type = claim.claim->type();
    return absl::StrCat(schema_.IsConversation(type) ? "" : type, " ", id);
  }

  const EventSchema& schema_;
  absl::flat_hash_map<std::string, std::set<size_t>> clusters_;
};

void Finish(const EventSchema& schema, EventCluster& cluster) {
  std::sort(cluster.claims.begin(), cluster.claims.end(),
            [](const ResolvedClaim& a, const ResolvedClaim& b) {
              return std::make_tuple(b.published, a.article_name) <
                     std::make_tuple(a.published, b.article_name);
            });
  proto::EventClaim merged = *cluster.claims.front().claim;
  for (const ResolvedClaim& claim : cluster.claims) {
    proto::EventClaim copy = *claim.claim;
    copy.clear_participants();
    copy.clear_weapons();
    MergeClaim(schema, copy, merged);
  }
  cluster.type = merged.type();
  cluster.status = merged.status();
}

// In words, for `norn explain`.
std::string Grounds(const EventSchema& schema, const EventCluster& cluster,
                    const ResolvedClaim& claim) {
  std::vector<std::string> grounds;
  const auto one =
      std::find_if(cluster.claims.begin(), cluster.claims.end(),
                   [&](const auto& member) { return CanBeOne(schema, member, claim); });
  if (one == cluster.claims.end()) return "";
  grounds.push_back(one->participants == claim.participants ? "the same took part"
                                                            : "one names all that the other names");
  if (HasDay(one->claim->date()) && HasDay(claim.claim->date())) {
    grounds.push_back("on the same day");
  } else {
    grounds.push_back("the dates can agree");
  }
  if (!one->place.empty() && one->place == claim.place) grounds.push_back("in the same place");
  return absl::StrCat("as in ", one->article_name, ": ", absl::StrJoin(grounds, ", "));
}

}  // namespace

void JoinClusters(const EventSchema& schema, const EventCluster& from, EventCluster& into) {
  for (ResolvedClaim claim : from.claims) {
    claim.grounds = "judged to be the same";
    into.claims.push_back(std::move(claim));
  }
  if (auto both = Intersect(into.date, from.date)) {
    both->set_derivation(into.date.derivation());
    into.date = *std::move(both);
  }
  Finish(schema, into);
}

std::optional<EventCluster> SplitCluster(const EventSchema& schema,
                                         const std::set<std::string>& articles,
                                         EventCluster& from) {
  EventCluster kept;
  EventCluster other;
  for (ResolvedClaim& claim : from.claims) {
    EventCluster& into = articles.contains(claim.article_name) ? other : kept;
    const auto both = into.claims.empty() ? std::make_optional(claim.claim->date())
                                          : Intersect(into.date, claim.claim->date());
    if (both) into.date = *both;
    into.claims.push_back(std::move(claim));
  }
  const bool is_split = !kept.claims.empty() && !other.claims.empty();
  if (!is_split) {
    from.claims = std::move(kept.claims.empty() ? other.claims : kept.claims);
    return std::nullopt;
  }
  kept.judgements = std::move(from.judgements);
  from = std::move(kept);
  Finish(schema, from);
  Finish(schema, other);
  return other;
}

std::vector<EventCluster> ClusterEvents(const EventSchema& schema,
                                        std::vector<ResolvedClaim> claims) {
  std::sort(claims.begin(), claims.end(),
            [](const ResolvedClaim& a, const ResolvedClaim& b) { return OrderOf(a) < OrderOf(b); });
  std::vector<EventCluster> clusters;
  ClusterIndex index(schema);
  for (ResolvedClaim& claim : claims) {
    std::optional<size_t> only;
    std::optional<proto::DateRange> date;
    bool several = false;
    for (const size_t candidate : index.Candidates(claim)) {
      const auto common = Fits(schema, clusters[candidate], claim);
      if (!common) continue;
      several = only.has_value();
      if (several) break;
      only = candidate;
      date = common;
    }
    // A coarse report that fits two events tells of neither for certain: it stays its own.
    if (!only || several) {
      only = clusters.size();
      date = claim.claim->date();
      clusters.emplace_back();
    } else {
      claim.grounds = Grounds(schema, clusters[*only], claim);
    }
    index.Add(claim, *only);
    clusters[*only].date = *date;
    clusters[*only].claims.push_back(std::move(claim));
  }
  for (EventCluster& cluster : clusters) Finish(schema, cluster);
  return clusters;
}

}  // namespace norn::ingest
