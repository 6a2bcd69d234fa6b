// Finds the one event that a claim can be a report of, among many: what decides is worked out once
// for each kind of claim, and only events that can be on the claim's days are looked at. Internal
// to event_clusters.
//
//   ClaimKinds kinds(schema);
//   ClusterIndex index(schema, kinds);
//   const ComparedClaim compared = kinds.Compare(claim);
//   if (const auto match = index.OnlyMatch(compared)) …match->cluster…
//   index.Add(compared, cluster, date);
#ifndef NORN_INGEST_RESOLVE_CLUSTER_INDEX_H_
#define NORN_INGEST_RESOLVE_CLUSTER_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/time/civil_time.h"
#include "ingest/extract/time/day_range.h"
#include "ingest/lexicon/event_schema.h"
#include "ingest/resolve/resolved_claim.h"

namespace norn::ingest {

// A claim with what comparing asks for. `claim` must outlive it, and nothing else here.
struct ComparedClaim {
  const ResolvedClaim* claim = nullptr;
  size_t kind = 0;
  DayRange date;
  std::optional<DayRange> published;
};

// Kinds of claims: those of one kind agree with the same others, but for their dates and articles.
// There are few kinds and many claims.
class ClaimKinds {
 public:
  explicit ClaimKinds(const EventSchema& schema) : schema_(schema) {}

  ComparedClaim Compare(const ResolvedClaim& claim);
  // Whether types, statuses, those who take part, weapons and places allow both to be one event.
  bool Agree(size_t a, size_t b) const;
  // Whether only a day tells that claims of the kind mean the same.
  bool NeedsDay(size_t kind) const { return needs_day_[kind]; }

 private:
  bool CanAgree(const ResolvedClaim& a, const ResolvedClaim& b) const;

  const EventSchema& schema_;
  absl::flat_hash_map<std::string, size_t> numbers_;
  std::vector<ResolvedClaim> examples_;  // by kind
  std::vector<bool> needs_day_;          // by kind
  mutable absl::flat_hash_map<std::pair<size_t, size_t>, bool> agree_;
};

class ClusterIndex {
 public:
  struct Match {
    size_t cluster = 0;
    size_t member = 0;      // the first of its claims that can be one with the claim
    proto::DateRange date;  // what all of them then allow
  };

  // Both must outlive it.
  ClusterIndex(const EventSchema& schema, const ClaimKinds& kinds)
      : schema_(schema), kinds_(kinds) {}

  // The one cluster that the claim fits; nothing if it fits none or several. Two claims of one
  // article are never one event.
  std::optional<Match> OnlyMatch(const ComparedClaim& claim) const;

  // The claim is the next one of the cluster, whose date is now `date`; clusters are numbered from
  // 0 as they come.
  void Add(const ComparedClaim& claim, size_t cluster, const proto::DateRange& date);

 private:
  // Claims of one kind in a cluster, by what their dates say; with the first that says so.
  struct Members {
    size_t kind = 0;
    std::optional<size_t> dated;
    std::map<std::string, size_t> by_from;
    std::map<std::string, std::pair<DayRange, size_t>> by_published;
  };
  struct Cluster {
    proto::DateRange date;
    size_t size = 0;
    std::set<std::string> keys;  // of its shelves
    absl::flat_hash_set<size_t> articles;
    std::vector<Members> members;
  };
  // Clusters under each of the kinds of their claims.
  using ByKind = std::map<size_t, std::set<size_t>>;
  // The clusters that somebody takes part in. Without a day are only those that can be met so.
  struct Shelf {
    std::map<absl::CivilDay, ByKind> of_a_day;
    ByKind others;
  };

  std::optional<size_t> FirstMatch(const Cluster& cluster, const ComparedClaim& claim) const;
  std::optional<Match> Fit(size_t number, const ComparedClaim& claim) const;
  // False once two clusters fit.
  bool Try(size_t number, const ComparedClaim& claim, std::optional<Match>& only) const;
  bool TryKinds(const ByKind& clusters, const ComparedClaim& claim,
                std::optional<Match>& only) const;
  bool TryShelf(const Shelf& shelf, const ComparedClaim& claim, std::optional<Match>& only) const;
  void PlaceOnShelves(size_t number);

  const EventSchema& schema_;
  const ClaimKinds& kinds_;
  std::vector<Cluster> clusters_;
  absl::flat_hash_map<std::string, Shelf> shelves_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_RESOLVE_CLUSTER_INDEX_H_
