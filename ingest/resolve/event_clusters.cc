#include "ingest/resolve/event_clusters.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "ingest/extract/event_compatibility.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/resolve/cluster_index.h"

namespace norn::ingest {
namespace {

constexpr int64_t kOpenRangeDays = int64_t{1} << 40;

// How many days the claim can be on: the most certain are placed first.
int64_t Width(const proto::DateRange& date) {
  const DayRange range = ToDayRange(date);
  if (!range.from || !range.to) return kOpenRangeDays;
  const int64_t days = *range.to - *range.from;
  return date.weekday() != 0 ? days / 7 : days;
}

// Texts are those of the claim.
auto OrderOf(const ResolvedClaim& claim) {
  const uint32_t start =
      claim.claim->reports_size() > 0 ? claim.claim->reports(0).sentence().start() : 0;
  const uint32_t trigger =
      claim.claim->reports_size() > 0 ? claim.claim->reports(0).trigger().start() : 0;
  return std::tuple<int64_t, const std::string&, const std::string&, const std::string&, uint32_t,
                    uint32_t, const std::string&, const std::string&>(
      Width(claim.claim->date()), claim.claim->date().from(), claim.claim->date().to(),
      claim.article_name, start, trigger, claim.claim->type(), claim.claim->status());
}

void Finish(const EventSchema& schema, EventCluster& cluster) {
  std::sort(cluster.claims.begin(), cluster.claims.end(),
            [](const ResolvedClaim& a, const ResolvedClaim& b) {
              return std::tie(b.published, a.article_name) < std::tie(a.published, b.article_name);
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

// In words, for `norn explain`: why the claim is of the event that `one` tells of.
std::string Grounds(const ResolvedClaim& one, const ResolvedClaim& claim) {
  std::vector<std::string> grounds;
  grounds.push_back(one.participants == claim.participants ? "the same took part"
                                                           : "one names all that the other names");
  if (ToDayRange(one.claim->date()).is_day() && ToDayRange(claim.claim->date()).is_day()) {
    grounds.push_back("on the same day");
  } else {
    grounds.push_back("the dates can agree");
  }
  if (!one.place.empty() && one.place == claim.place) grounds.push_back("in the same place");
  return absl::StrCat("as in ", one.article_name, ": ", absl::StrJoin(grounds, ", "));
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

std::vector<ResolvedClaim> PlacementOrder(std::vector<ResolvedClaim> claims) {
  std::vector<decltype(OrderOf(claims[0]))> keys;
  keys.reserve(claims.size());
  for (const ResolvedClaim& claim : claims) keys.push_back(OrderOf(claim));
  std::vector<size_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return keys[a] < keys[b]; });
  std::vector<ResolvedClaim> sorted;
  sorted.reserve(claims.size());
  for (const size_t i : order) sorted.push_back(std::move(claims[i]));
  return sorted;
}

std::vector<EventCluster> ClusterEvents(const EventSchema& schema,
                                        std::vector<ResolvedClaim> claims) {
  const std::vector<ResolvedClaim> sorted = PlacementOrder(std::move(claims));
  ClaimKinds kinds(schema);
  ClusterIndex index(schema, kinds);
  std::vector<EventCluster> clusters;
  for (const ResolvedClaim& claim : sorted) {
    const ComparedClaim compared = kinds.Compare(claim);
    const std::optional<ClusterIndex::Match> match = index.OnlyMatch(compared);
    // A coarse report that fits two events tells of neither for certain: it stays its own.
    const size_t number = match ? match->cluster : clusters.size();
    if (!match) clusters.emplace_back().date = claim.claim->date();
    EventCluster& cluster = clusters[number];
    ResolvedClaim placed = claim;
    if (match) {
      placed.grounds = Grounds(cluster.claims[match->member], claim);
      cluster.date = match->date;
    }
    cluster.claims.push_back(std::move(placed));
    index.Add(compared, number, cluster.date);
  }
  for (EventCluster& cluster : clusters) Finish(schema, cluster);
  return clusters;
}

}  // namespace norn::ingest
