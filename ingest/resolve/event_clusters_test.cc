#include "ingest/resolve/event_clusters.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/extract/drafts/event_compatibility.h"
#include "ingest/extract/time/day_range.h"

namespace norn::ingest {
namespace {

// What clustering is, said as plainly as can be: each claim against every other.
namespace plain {

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

// The claims come in the order in which they are placed. Gives the cluster of each.
std::vector<size_t> Cluster(const EventSchema& schema, const std::vector<ResolvedClaim>& claims) {
  std::vector<EventCluster> clusters;
  std::vector<size_t> numbers;
  for (const ResolvedClaim& claim : claims) {
    std::vector<size_t> fitting;
    std::optional<proto::DateRange> date;
    for (size_t i = 0; i < clusters.size(); ++i) {
      bool shared = false;
      for (const ResolvedClaim& member : clusters[i].claims) {
        const bool alike = schema.IsConversation(claim.claim->type())
                               ? schema.IsConversation(member.claim->type())
                               : member.claim->type() == claim.claim->type();
        shared |= alike && std::any_of(claim.participants.begin(), claim.participants.end(),
                                       [&](const std::string& id) {
                                         return member.participants.contains(id);
                                       });
      }
      const auto common = shared ? Fits(schema, clusters[i], claim) : std::nullopt;
      if (!common) continue;
      fitting.push_back(i);
      date = common;
    }
    if (fitting.size() != 1) {
      fitting = {clusters.size()};
      clusters.emplace_back();
      date = claim.claim->date();
    }
    clusters[fitting[0]].date = *date;
    clusters[fitting[0]].claims.push_back(claim);
    numbers.push_back(fitting[0]);
  }
  return numbers;
}

}  // namespace plain

// Claims with their events; the events do not move.
class Claims {
 public:
  ResolvedClaim& Add(size_t article, const std::string& type, const std::string& from,
                     const std::string& to, const std::string& published) {
    proto::EventClaim& event = events_.emplace_back();
    event.set_type(type);
    event.set_status("happened");
    event.add_reports()->mutable_sentence()->set_start(static_cast<uint32_t>(claims_.size()));
    if (!from.empty()) event.mutable_date()->set_from(from);
    if (!to.empty()) event.mutable_date()->set_to(to);
    ResolvedClaim& claim = claims_.emplace_back();
    claim.article = article;
    claim.article_name = absl::StrFormat("%06d", article);
    claim.published = published;
    claim.claim = &event;
    return claim;
  }
  static void TakesPart(const std::string& id, const std::string& role, ResolvedClaim& claim) {
    claim.participants.insert(id);
    claim.roles.insert({role, id});
  }
  proto::EventClaim& Event(size_t i) { return events_[i]; }
  std::vector<ResolvedClaim> All() const { return {claims_.begin(), claims_.end()}; }

 private:
  std::deque<proto::EventClaim> events_;
  std::deque<ResolvedClaim> claims_;
};

std::string Day(int day) { return absl::StrFormat("2025-%02d-%02d", 1 + day / 28, 1 + day % 28); }

Claims RandomClaims(std::mt19937& random, int persons = 3) {
  static const char* const kTypes[] = {"call", "meeting", "talks", "attack", "supply", "unheard"};
  Claims claims;
  const auto below = [&](int n) { return static_cast<int>(random() % n); };
  for (int i = 0; i < 40; ++i) {
    const int day = below(300);
    const int shape = below(4);
    const std::string from = shape == 0 ? "" : Day(shape == 3 ? day / 28 * 28 : day / 3);
    const std::string to = shape == 1 || shape == 2 ? from
                           : shape == 3             ? Day(day / 28 * 28 + 27)
                                                    : "";
    ResolvedClaim& claim = claims.Add(below(30), kTypes[below(6)], from, to,
                                      below(5) == 0 ? "" : Day(day / 3 + below(20)));
    for (int k = 0; k < 1 + below(3); ++k) {
      Claims::TakesPart(absl::StrCat("person/", below(persons)),
                        below(2) == 0 ? "caller" : "callee", claim);
    }
    if (below(6) == 0) claim.weapons.insert(absl::StrCat("weapon/", below(2)));
    if (below(6) == 0) claim.place = absl::StrCat("place/", below(2));
    proto::EventClaim& event = claims.Event(static_cast<size_t>(i));
    if (below(5) == 0) event.set_status(below(2) == 0 ? "planned" : "denied");
    if (below(5) == 0) event.set_medium("telephone");
    if (below(8) == 0) event.mutable_date()->set_weekday(1 + static_cast<uint32_t>(below(7)));
  }
  return claims;
}

TEST(EventClustersTest, ClustersAreThoseOfComparingEachWithEach) {
  const EventSchema& schema = EventSchema::BuiltIn();
  std::mt19937 random(2025);
  size_t merged = 0;
  for (int round = 0; round < 300; ++round) {
    const Claims claims = RandomClaims(random);
    std::vector<EventCluster> clusters = ClusterEvents(schema, claims.All());
    // Their order: found back in what came out, by the number that each one's sentence has.
    std::vector<std::pair<uint32_t, size_t>> found;
    for (size_t c = 0; c < clusters.size(); ++c) {
      for (const ResolvedClaim& claim : clusters[c].claims) {
        found.emplace_back(claim.claim->reports(0).sentence().start(), c);
      }
    }
    ASSERT_EQ(found.size(), claims.All().size());
    std::vector<ResolvedClaim> one_by_one;
    std::vector<size_t> numbers;
    for (const ResolvedClaim& claim : PlacementOrder(claims.All())) {
      const uint32_t number = claim.claim->reports(0).sentence().start();
      const auto at = std::find_if(found.begin(), found.end(),
                                   [&](const auto& entry) { return entry.first == number; });
      numbers.push_back(at->second);
      one_by_one.push_back(claim);
    }
    EXPECT_EQ(numbers, plain::Cluster(schema, one_by_one)) << round;
    merged += claims.All().size() - clusters.size();
  }
  EXPECT_GT(merged, 300);
}

// All that a cluster says.
std::vector<std::string> Texts(const std::vector<EventCluster>& clusters) {
  std::vector<std::string> texts;
  for (const EventCluster& cluster : clusters) {
    std::string& text = texts.emplace_back(
        absl::StrCat(cluster.type, " ", cluster.status, " ", cluster.date.ShortDebugString()));
    for (const ResolvedClaim& claim : cluster.claims) {
      absl::StrAppend(&text, "; ", claim.claim->reports(0).sentence().start(), " ", claim.grounds);
    }
  }
  return texts;
}

TEST(EventClustersTest, BlocksThatAreTakenOverComeOutAsAnew) {
  const EventSchema& schema = EventSchema::BuiltIn();
  std::mt19937 random(2025);
  size_t taken_over = 0;
  size_t resolved = 0;
  for (int round = 0; round < 40; ++round) {
    const Claims claims = RandomClaims(random, 40);
    const std::vector<ResolvedClaim> all = claims.All();
    std::string bytes;
    // Claims come and go; the first time there is nothing to take over.
    for (int step = 0; step < 5; ++step) {
      std::vector<ResolvedClaim> some;
      for (const ResolvedClaim& claim : all) {
        if (random() % 8 != 0) some.push_back(claim);
      }
      BlockMemo memo("1", bytes);
      EXPECT_EQ(Texts(ClusterEvents(schema, some, &memo)), Texts(ClusterEvents(schema, some)));
      bytes = memo.ToBytes();
      taken_over += memo.taken_over();
      resolved += memo.resolved();
    }
  }
  EXPECT_GT(taken_over, 40);
  EXPECT_GT(resolved, 40);
}

// A test of time, with much room: comparing each with each takes minutes for as many.
TEST(EventClustersTest, ManyReportsOfOnePairAreClusteredInAboutLinearTime) {
  const EventSchema& schema = EventSchema::BuiltIn();
  Claims claims;
  for (int i = 0; i < 20000; ++i) {
    const std::string day = Day(i * 7 % 330);
    const bool has_day = i % 3 != 0;
    ResolvedClaim& claim =
        claims.Add(static_cast<size_t>(i), "call", has_day ? day : "", has_day ? day : "", day);
    Claims::TakesPart("person/a", "participant", claim);
    Claims::TakesPart("person/b", "participant", claim);
  }
  const auto start = std::chrono::steady_clock::now();
  const std::vector<EventCluster> clusters = ClusterEvents(schema, claims.All());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
  EXPECT_GE(clusters.size(), 330);
}

}  // namespace
}  // namespace norn::ingest
