#include "ingest/resolve/event_clusters.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/resolve/cluster_index.h"
#include "ingest/resolve/clustering_hash.h"

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

void SortClaims(EventCluster& cluster) {
  std::sort(cluster.claims.begin(), cluster.claims.end(),
            [](const ResolvedClaim& a, const ResolvedClaim& b) {
              return std::tie(b.published, a.article_name) < std::tie(a.published, b.article_name);
            });
}

void Finish(const EventSchema& schema, EventCluster& cluster) {
  SortClaims(cluster);
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

namespace {

// Places claims one by one: into the events that they had the last time where nothing in their
// block has changed, by what all reports say where something has.
class Placement {
 public:
  Placement(const EventSchema& schema, std::vector<ResolvedClaim> claims, BlockMemo* memo)
      : claims_(std::move(claims)),
        kinds_(schema),
        index_(schema, kinds_),
        block_of_(claims_.size()) {
    for (const std::vector<size_t>& members : BlocksOf(schema, claims_)) {
      Block& block = blocks_.emplace_back();
      for (const size_t i : members) block_of_[i] = &block;
      // A report that nothing can be one with is placed faster than it is looked up.
      if (memo == nullptr || members.size() < 2) continue;
      block.now.set_digest(BlockDigest(claims_, members));
      block.last = memo->Find(block.now.digest(), members.size());
    }
  }

  // Once: the claims are in the clusters then.
  std::vector<EventCluster> PlaceAll() {
    for (size_t i = 0; i < claims_.size(); ++i) {
      Block& block = *block_of_[i];
      if (block.last != nullptr) {
        TakeOver(claims_[i], block);
      } else {
        Place(claims_[i], block);
      }
    }
    return std::move(clusters_);
  }

  // Finished clusters, in the order of PlaceAll.
  void Remember(const std::vector<EventCluster>& finished, BlockMemo& memo) {
    for (Block& block : blocks_) {
      if (block.last != nullptr || block.now.digest().empty()) continue;
      for (const size_t number : block.clusters) {
        proto::Block::Cluster& cluster = *block.now.add_cluster();
        cluster.set_type(finished[number].type);
        cluster.set_status(finished[number].status);
        *cluster.mutable_date() = finished[number].date;
      }
      memo.Put(std::move(block.now));
    }
  }

 private:
  struct Block {
    const proto::Block* last = nullptr;  // what it came to the last time; null: not known
    int next = 0;                        // the claim of `last` that comes next
    proto::Block now;                    // what it comes to; without a digest: nobody asks
    std::vector<size_t> clusters;        // by their number within the block
  };

  EventCluster& ClusterOf(Block& block, size_t number) {
    if (number == block.clusters.size()) {
      block.clusters.push_back(clusters_.size());
      clusters_.emplace_back();
    }
    return clusters_[block.clusters[number]];
  }

  void TakeOver(ResolvedClaim& claim, Block& block) {
    const proto::Block::Placement& placement = block.last->claim(block.next++);
    EventCluster& cluster = ClusterOf(block, placement.cluster());
    const proto::Block::Cluster& last = block.last->cluster(placement.cluster());
    cluster.type = last.type();
    cluster.status = last.status();
    cluster.date = last.date();
    claim.grounds = placement.grounds();
    cluster.claims.push_back(std::move(claim));
  }

  void Place(ResolvedClaim& claim, Block& block) {
    const ComparedClaim compared = kinds_.Compare(claim);
    const std::optional<ClusterIndex::Match> match = index_.OnlyMatch(compared);
    // A coarse report that fits two events tells of neither for certain: it stays its own.
    const size_t indexed = match ? match->cluster : numbers_.size();
    if (!match) numbers_.push_back(block.clusters.size());
    const size_t number = numbers_[indexed];
    EventCluster& cluster = ClusterOf(block, number);
    if (!match) cluster.date = claim.claim->date();
    if (match) {
      claim.grounds = Grounds(cluster.claims[match->member], claim);
      cluster.date = match->date;
    }
    if (!block.now.digest().empty()) {
      proto::Block::Placement& placement = *block.now.add_claim();
      placement.set_cluster(static_cast<uint32_t>(number));
      placement.set_grounds(claim.grounds);
    }
    index_.Add(compared, indexed, cluster.date);
    cluster.claims.push_back(std::move(claim));
  }

  std::vector<ResolvedClaim> claims_;
  ClaimKinds kinds_;
  ClusterIndex index_;
  std::deque<Block> blocks_;
  std::vector<Block*> block_of_;  // by claim
  std::vector<size_t> numbers_;   // within its block, by the index's number
  std::vector<EventCluster> clusters_;
};

}  // namespace

absl::string_view ClusteringVersion() { return kSourceHash; }

std::vector<EventCluster> ClusterEvents(const EventSchema& schema,
                                        std::vector<ResolvedClaim> claims, BlockMemo* memo) {
  Placement placement(schema, PlacementOrder(std::move(claims)), memo);
  std::vector<EventCluster> clusters = placement.PlaceAll();
  for (EventCluster& cluster : clusters) {
    if (cluster.type.empty()) {
      Finish(schema, cluster);
    } else {
      SortClaims(cluster);
    }
  }
  if (memo != nullptr) placement.Remember(clusters, *memo);
  return clusters;
}

}  // namespace norn::ingest
