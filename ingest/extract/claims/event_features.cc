#include "ingest/extract/claims/event_features.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace norn::ingest {
namespace {

std::string Count(size_t count) { return absl::StrCat(std::min<size_t>(count, 4)); }

// A share as steps that are all reached: "at least 1", "at least 2", …
void AddShare(absl::string_view name, uint32_t share, absl::string_view type, Features& features) {
  constexpr uint32_t kSteps = 16;
  for (uint32_t step = 1; step < kSteps; ++step) {
    if (share < step * (65536 / kSteps)) break;
    const std::string reached = absl::StrCat(step);
    features.Add(name, reached);
    features.Add(name, reached, type);
  }
}

std::set<uint32_t> ParticipantsOf(const EventDraft& event) {
  std::set<uint32_t> all;
  for (const proto::Participant& participant : event.claim.participants()) {
    all.insert(participant.entity());
  }
  return all;
}

// How the article's other events of the kind are alike: one told twice is wrong once.
void AddOthers(const EventDraft& event, const std::vector<EventDraft>& all, Features& features) {
  const std::string& type = event.claim.type();
  const std::set<uint32_t> own = ParticipantsOf(event);
  size_t same = 0;
  size_t shared = 0;
  size_t of_type = 0;
  bool is_first = true;
  for (const EventDraft& other : all) {
    if (&other == &event) {
      is_first = of_type == 0;
      continue;
    }
    if (other.claim.type() != type) continue;
    ++of_type;
    const std::set<uint32_t> its = ParticipantsOf(other);
    const bool covers = std::includes(its.begin(), its.end(), own.begin(), own.end());
    same += covers ? 1 : 0;
    shared += std::any_of(own.begin(), own.end(), [&](uint32_t one) { return its.contains(one); });
    if (covers && other.evidence.any_event > event.evidence.any_event) {
      features.Add("surer alike", type);
    }
  }
  features.Add("others", Count(all.size() - 1));
  uint32_t surest = 0;
  for (const EventDraft& other : all) surest = std::max(surest, other.evidence.any_event);
  AddShare("surest of article", surest, type, features);
  features.Add("of type", Count(of_type), type);
  features.Add("covered", Count(same), type);
  features.Add("shared", Count(shared), type);
  features.Add("first of type", is_first ? "yes" : "no", type);
}

std::string KindOf(const proto::Entity& entity) { return proto::Entity::Kind_Name(entity.kind()); }

}  // namespace

void AddEventFeatures(const EventDraft& event, const std::vector<EventDraft>& all,
                      const MentionedEntities& mentioned, const ArticleTraits& traits,
                      Features& features) {
  const proto::EventClaim& claim = event.claim;
  const std::string& type = claim.type();
  const std::string& status = claim.status();
  features.Add("type", type);
  features.Add("status", status);
  features.Add("type status", type, status);
  features.Add("language", traits.language);
  features.Add("sport", traits.sport);
  features.Add("culture", traits.culture);
  features.Add("conflict", traits.conflict, type);
  features.Add("arms", traits.arms, type);
  features.Add("titles", traits.titles, type);
  features.Add("states in article", traits.states, type);
  features.Add("first persons", traits.first_persons, type);
  features.Add("length", traits.length, type);
  for (const std::string& word : traits.heading_words) features.Add("heading word", word, type);
  size_t in_heading = 0;
  for (const proto::Participant& participant : claim.participants()) {
    in_heading += traits.heading_entities.contains(participant.entity()) ? 1 : 0;
  }
  features.Add("in heading", Count(in_heading), Count(claim.participants_size()), type);
  AddShare("evocation", event.evidence.evocation, type, features);
  AddShare("any event", event.evidence.any_event, type, features);
  AddShare("status share", event.evidence.status, status, features);
  AddShare("weakest role", event.evidence.weakest_role, type, features);
  AddShare("certainty", event.evidence.least_certainty, type, features);
  features.Add("inferred", Count(event.evidence.inferred_roles), type);
  if (event.evidence.inferred_roles > 0) {
    AddShare("least inferred", event.evidence.least_inferred, type, features);
  }
  AddShare("left out", event.evidence.best_left_out, type, features);
  for (const std::string& word : event.evidence.words) features.Add("word", word, type);
  for (const std::string& sense : event.evidence.senses) {
    features.Add("sense", sense, type);
    features.Add("sense status", sense, type, status);
  }
  AddOthers(event, all, features);
  const std::string proposers = absl::StrCat(event.evidence.by_rules ? "rules" : "",
                                             event.evidence.by_scorers ? "scorers" : "");
  features.Add("by", proposers);
  features.Add("by", proposers, type);
  features.Add("unresolved", Count(event.evidence.unresolved_roles));
  features.Add("unresolved", Count(event.evidence.unresolved_roles), type);
  features.Add("unreal", event.evidence.is_unreal ? "yes" : "no", type, status);
  features.Add("arms", Count(event.evidence.arms_roles), type);
  features.Add("arms status", Count(event.evidence.arms_roles), type, status);
  features.Add("drafts", Count(event.evidence.drafts), type);
  features.Add("reports", Count(claim.reports_size()));
  features.Add("definite", event.is_definite ? "yes" : "no", type);
  features.Add("noun", event.is_noun ? "yes" : "no", type);
  features.Add("background", event.is_background ? "yes" : "no", type);
  std::map<std::string, size_t> kinds;
  std::map<std::string, size_t> roles;
  for (const proto::Participant& participant : claim.participants()) {
    const proto::Entity& entity = mentioned.entities[participant.entity()];
    const std::string kind = KindOf(entity);
    ++kinds[kind];
    ++roles[participant.role()];
    features.Add("role kind", participant.role(), kind, type);
    features.Add("known", entity.lexicon_id().empty() ? "no" : "yes", kind, type);
    features.Add("named", Count(entity.mentions_size()), kind);
    if (entity.kind() == proto::Entity::STATE) features.Add("state", entity.lexicon_id(), type);
  }
  std::string shape;
  for (const auto& [kind, count] : kinds) absl::StrAppend(&shape, kind, Count(count), " ");
  features.Add("shape", shape, type);
  features.Add("shape status", shape, type, status);
  shape.clear();
  for (const auto& [role, count] : roles) absl::StrAppend(&shape, role, Count(count), " ");
  features.Add("roles", shape, type);
  features.Add("roles status", shape, type, status);
  features.Add("participants", Count(claim.participants_size()), type);
  features.Add("weapons", Count(claim.weapons_size()), type);
  features.Add("date", claim.has_date() ? "yes" : "no", type);
  features.Add("date from", claim.date().derivation(), type);
  features.Add("place", claim.place() != 0 ? "yes" : "no", type);
  features.Add("casualties", claim.has_killed() || claim.has_wounded() ? "yes" : "no", type);
  if (event.sentence <= 2) features.Add("sentence", absl::StrCat(event.sentence), type);
}

}  // namespace norn::ingest
