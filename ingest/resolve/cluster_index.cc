#include "ingest/resolve/cluster_index.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/resolve/event_blocks.h"

namespace norn::ingest {
namespace {

// Articles further apart than this do not report one undated event.
constexpr int kNewsDays = 31;

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

bool IsNear(const DayRange& a, const DayRange& b) {
  return *a.from - *b.to <= kNewsDays && *b.from - *a.to <= kNewsDays;
}

// Lengths in front: no two claims of different kinds have one text.
void Append(absl::string_view part, std::string& key) {
  absl::StrAppend(&key, part.size(), ":", part);
}

std::string KindOf(const EventSchema& schema, const ResolvedClaim& claim) {
  std::string key = IsUnspecific(schema, *claim.claim) ? "?" : "!";
  Append(claim.claim->type(), key);
  Append(claim.claim->status(), key);
  Append(claim.place, key);
  for (const std::string& id : claim.participants) Append(id, key);
  key += '/';
  for (const auto& [role, id] : claim.roles) {
    Append(role, key);
    Append(id, key);
  }
  key += '/';
  for (const std::string& id : claim.weapons) Append(id, key);
  return key;
}

}  // namespace

ComparedClaim ClaimKinds::Compare(const ResolvedClaim& claim) {
  const auto [known, is_new] = numbers_.try_emplace(KindOf(schema_, claim), examples_.size());
  if (is_new) {
    examples_.push_back(claim);
    const EventType* type = schema_.Find(claim.claim->type());
    // Of a type that is not known, and of one among many, only the day tells.
    needs_day_.push_back(type == nullptr || type->same_event().needs_day());
  }
  return {&claim, known->second, ToDayRange(claim.claim->date()), ParseIsoDate(claim.published)};
}

bool ClaimKinds::Agree(size_t a, size_t b) const {
  const auto [known, is_new] = agree_.try_emplace({a, b}, false);
  if (is_new) known->second = CanAgree(examples_[a], examples_[b]);
  return known->second;
}

bool ClaimKinds::CanAgree(const ResolvedClaim& a, const ResolvedClaim& b) const {
  if (!TypesAgree(schema_, *a.claim, *b.claim) ||
      !StatusesAgree(a.claim->status(), b.claim->status())) {
    return false;
  }
  const EventType::SameEvent& rule = schema_.Of(a.claim->type()).same_event();
  if (!PartiesAgree(schema_, a, b) || !WeaponsAgree(rule.weapons(), a, b)) return false;
  return !rule.same_place() || a.place.empty() || b.place.empty() || a.place == b.place;
}

std::optional<size_t> ClusterIndex::FirstMatch(const Cluster& cluster,
                                               const ComparedClaim& claim) const {
  if (cluster.articles.contains(claim.claim->article)) return std::nullopt;
  size_t first = cluster.size;
  for (const Members& members : cluster.members) {
    if (!kinds_.Agree(members.kind, claim.kind)) continue;
    if (claim.date.is_day() && members.dated) first = std::min(first, *members.dated);
    if (kinds_.NeedsDay(members.kind)) continue;
    const auto same = members.by_from.find(claim.claim->claim->date().from());
    if (same != members.by_from.end()) first = std::min(first, same->second);
    if (!claim.published) continue;
    for (const auto& [text, published] : members.by_published) {
      if (published.second < first && IsNear(published.first, *claim.published)) {
        first = published.second;
      }
    }
  }
  if (first == cluster.size) return std::nullopt;
  return first;
}

std::optional<ClusterIndex::Match> ClusterIndex::Fit(size_t number,
                                                     const ComparedClaim& claim) const {
  const Cluster& cluster = clusters_[number];
  const std::optional<size_t> member = FirstMatch(cluster, claim);
  if (!member) return std::nullopt;
  const proto::EventClaim& event = *claim.claim->claim;
  if (!event.has_date()) return Match{number, *member, cluster.date};
  auto both = Intersect(cluster.date, event.date());
  if (!both) return std::nullopt;
  both->set_derivation(cluster.date.derivation());
  return Match{number, *member, *std::move(both)};
}

bool ClusterIndex::Try(size_t number, const ComparedClaim& claim,
                       std::optional<Match>& only) const {
  // Met before, by another who takes part.
  if (only && only->cluster == number) return true;
  std::optional<Match> match = Fit(number, claim);
  if (!match) return true;
  if (only) return false;
  only = std::move(match);
  return true;
}

// What comes to many in time are clusters that nothing more can be one with: they are passed over
// kind by kind.
bool ClusterIndex::TryKinds(const ByKind& clusters, const ComparedClaim& claim,
                            std::optional<Match>& only) const {
  for (const auto& [kind, numbers] : clusters) {
    if (kinds_.NeedsDay(kind) && !claim.date.is_day()) continue;
    if (!kinds_.Agree(kind, claim.kind)) continue;
    for (const size_t number : numbers) {
      if (!Try(number, claim, only)) return false;
    }
  }
  return true;
}

bool ClusterIndex::TryShelf(const Shelf& shelf, const ComparedClaim& claim,
                            std::optional<Match>& only) const {
  const auto& days = shelf.of_a_day;
  const auto begin = claim.date.from ? days.lower_bound(*claim.date.from) : days.begin();
  const auto end = claim.date.to ? days.upper_bound(*claim.date.to) : days.end();
  for (auto day = begin; day != end; ++day) {
    if (!TryKinds(day->second, claim, only)) return false;
  }
  return TryKinds(shelf.others, claim, only);
}

std::optional<ClusterIndex::Match> ClusterIndex::OnlyMatch(const ComparedClaim& claim) const {
  std::optional<Match> only;
  for (const std::string& id : claim.claim->participants) {
    const auto shelf = shelves_.find(ShelfKey(schema_, *claim.claim, id));
    if (shelf == shelves_.end()) continue;
    if (!TryShelf(shelf->second, claim, only)) return std::nullopt;
  }
  return only;
}

void ClusterIndex::PlaceOnShelves(size_t number) {
  const Cluster& cluster = clusters_[number];
  const DayRange date = ToDayRange(cluster.date);
  for (const std::string& key : cluster.keys) {
    Shelf& shelf = shelves_[key];
    for (const Members& members : cluster.members) {
      if (date.is_day()) {
        shelf.of_a_day[*date.from][members.kind].insert(number);
      } else if (!kinds_.NeedsDay(members.kind)) {
        shelf.others[members.kind].insert(number);
      }
    }
  }
}

void ClusterIndex::Add(const ComparedClaim& claim, size_t number, const proto::DateRange& date) {
  if (number == clusters_.size()) clusters_.emplace_back();
  Cluster& cluster = clusters_[number];
  // A date only ever becomes narrower: a day stays the same day.
  const bool has_day_now = ToDayRange(date).is_day() && !ToDayRange(cluster.date).is_day();
  if (has_day_now) {
    for (const std::string& key : cluster.keys) {
      for (const Members& members : cluster.members) {
        shelves_[key].others[members.kind].erase(number);
      }
    }
  }
  bool is_elsewhere_now = has_day_now;
  cluster.date = date;
  for (const std::string& id : claim.claim->participants) {
    is_elsewhere_now |= cluster.keys.insert(ShelfKey(schema_, *claim.claim, id)).second;
  }
  cluster.articles.insert(claim.claim->article);
  const size_t member = cluster.size++;
  auto members = std::find_if(cluster.members.begin(), cluster.members.end(),
                              [&](const Members& known) { return known.kind == claim.kind; });
  if (members == cluster.members.end()) {
    members = cluster.members.insert(members, Members());
    members->kind = claim.kind;
    is_elsewhere_now = true;
  }
  if (claim.date.is_day() && !members->dated) members->dated = member;
  members->by_from.try_emplace(claim.claim->claim->date().from(), member);
  if (claim.published) {
    members->by_published.try_emplace(claim.claim->published,
                                      std::make_pair(*claim.published, member));
  }
  if (is_elsewhere_now) PlaceOnShelves(number);
}

}  // namespace norn::ingest
