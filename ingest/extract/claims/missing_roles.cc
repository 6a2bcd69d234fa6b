#include "ingest/extract/claims/missing_roles.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "ingest/extract/roles/role_features.h"

namespace norn::ingest {
namespace {

using absl::string_view;

// Articles stay far below; hostile ones cost little.
constexpr size_t kMostAsked = 60;
constexpr size_t kMostEvents = 60;
constexpr size_t kMostFurther = 12;
constexpr size_t kMostTellings = 4;
constexpr size_t kMostSightings = 40;
constexpr size_t kPathLimit = 5;
constexpr int kPartners = 2;  // a conversation has two at least
constexpr int64_t kFar = 4;   // sentences

// A place of the text where an entity is named or meant, or stands behind what is.
struct Sighting {
  uint32_t sentence = 0;
  uint32_t candidate = 0;
  bool is_behind = false;
};

string_view KindName(proto::Entity::Kind kind) {
  switch (kind) {
    case proto::Entity::PERSON:
      return "person";
    case proto::Entity::STATE:
      return "state";
    default:
      return "organization";
  }
}

std::string Count(size_t count) { return absl::StrCat(std::min<size_t>(count, 4)); }

std::string ShareStep(uint32_t share) {
  for (const uint32_t percent : {1, 3, 8, 15, 30, 50, 75}) {
    if (share < kWholeShare / 100 * percent) return absl::StrCat(percent);
  }
  return "100";
}

std::set<uint32_t> ParticipantsOf(const EventDraft& event) {
  std::set<uint32_t> all;
  for (const proto::Participant& participant : event.claim.participants()) {
    all.insert(participant.entity());
  }
  return all;
}

absl::Span<const EventDraft::Telling> FirstTellings(const EventDraft& event) {
  return absl::MakeConstSpan(event.tellings).subspan(0, kMostTellings);
}

bool HasRole(const EventDraft& event, string_view role) {
  return std::any_of(event.claim.participants().begin(), event.claim.participants().end(),
                     [&](const proto::Participant& p) { return p.role() == role; });
}

class Asker {
 public:
  Asker(const ArticleReading& reading, const EventSchema& schema, const ScorerModels& models,
        const std::vector<EventDraft>& events)
      : reading_(reading),
        schema_(schema),
        role_model_(models.Get("role")),
        evocation_(models.Get("evocation")),
        events_(events) {
    const auto& candidates = reading.mentioned.candidates;
    for (uint32_t sentence = 0; sentence < candidates.size(); ++sentence) {
      for (uint32_t i = 0; i < candidates[sentence].size(); ++i) {
        const Mention& candidate = candidates[sentence][i];
        for (const uint32_t entity : candidate.entities) See(entity, {sentence, i, false});
        const bool is_behind =
            candidate.state && std::find(candidate.entities.begin(), candidate.entities.end(),
                                         *candidate.state) == candidate.entities.end();
        if (is_behind) See(*candidate.state, {sentence, i, true});
      }
    }
    Rank();
    for (size_t i = 0; i < events.size() && i < kMostEvents; ++i) {
      participants_.push_back(ParticipantsOf(events[i]));
      for (const uint32_t entity : participants_[i]) takes_part_in_[entity].push_back(i);
    }
  }

  std::vector<MissingRole> Run() {
    std::vector<MissingRole> missing;
    const size_t count = participants_.size();
    for (size_t i = 0; i < count; ++i) {
      // Types that the scorers do not know are the rules' alone.
      if (evocation_.IndexOf(events_[i].claim.type()) == evocation_.size()) continue;
      for (const std::string& role : OpenRoles(events_[i])) {
        missing.push_back(Ask(i, role, std::nullopt));
      }
      for (const proto::Participant& holder : Holders(events_[i])) {
        missing.push_back(Ask(i, RoleAsked(events_[i], holder), holder.entity()));
      }
      AskFurther(i, missing);
    }
    return missing;
  }

 private:
  void See(uint32_t entity, const Sighting& sighting) {
    const proto::Entity::Kind kind = reading_.mentioned.entities[entity].kind();
    if (kind != proto::Entity::PERSON && kind != proto::Entity::STATE &&
        kind != proto::Entity::ORGANIZATION) {
      return;
    }
    if (reading_.mentioned.is_media[entity]) return;
    const auto [found, is_new] = sightings_.try_emplace(entity);
    if (is_new) order_.push_back(entity);
    if (found->second.size() < kMostSightings) found->second.push_back(sighting);
  }

  // By kind, whom the article names most often first.
  void Rank() {
    std::vector<uint32_t> by_count = order_;
    std::stable_sort(by_count.begin(), by_count.end(), [&](uint32_t a, uint32_t b) {
      return sightings_[a].size() > sightings_[b].size();
    });
    std::map<int, size_t> ranked;
    for (const uint32_t entity : by_count) {
      ranks_[entity] = ranked[static_cast<int>(reading_.mentioned.entities[entity].kind())]++;
    }
    of_kind_ = std::move(ranked);
  }

  std::vector<std::string> OpenRoles(const EventDraft& event) const {
    const std::string& type = event.claim.type();
    if (schema_.IsConversation(type)) {
      if (event.claim.participants_size() >= kPartners) return {};
      return {schema_.GenericRole(type)};
    }
    std::vector<std::string> open;
    for (const Role& role : schema_.Of(type).role()) {
      const bool is_asked = role.direction() != Role::NO_DIRECTION && !HasRole(event, role.name());
      if (is_asked) open.push_back(role.name());
    }
    return open;
  }

  // Those whose role might be somebody else's: one of two who converse, the only one in a role.
  std::vector<proto::Participant> Holders(const EventDraft& event) const {
    const auto& all = event.claim.participants();
    std::vector<proto::Participant> holders;
    if (schema_.IsConversation(event.claim.type())) {
      if (all.size() == kPartners) holders.assign(all.begin(), all.end());
      return holders;
    }
    for (const Role& role : schema_.Of(event.claim.type()).role()) {
      if (role.direction() == Role::NO_DIRECTION) continue;
      const auto has = [&](const proto::Participant& one) { return one.role() == role.name(); };
      if (std::count_if(all.begin(), all.end(), has) != 1) continue;
      holders.push_back(*std::find_if(all.begin(), all.end(), has));
    }
    return holders;
  }

  std::string RoleAsked(const EventDraft& event, const proto::Participant& holder) const {
    const std::string& type = event.claim.type();
    return schema_.IsConversation(type) ? schema_.GenericRole(type) : holder.role();
  }

  MissingRole Ask(size_t event, const std::string& role, std::optional<uint32_t> holder) {
    MissingRole missing;
    missing.event = event;
    missing.role = role;
    missing.vacancy = holder ? Vacancy::kHeld : Vacancy::kOpen;
    missing.holder = holder;
    if (!holder && schema_.IsConversation(events_[event].claim.type())) {
      missing.open = kPartners - events_[event].claim.participants_size();
    }
    const std::set<uint32_t>& known = participants_[event];
    for (const uint32_t entity : order_) {
      if (missing.asked.size() >= kMostAsked) break;
      if (known.contains(entity) && holder != entity) continue;
      if (!known.contains(entity) && IsHostAlone(events_[event], entity)) continue;
      missing.asked.push_back(entity);
      Features features;
      AddFeatures(event, role, entity, features);
      if (holder) AddHolder(events_[event], role, entity, *holder, features);
      missing.features.push_back(std::move(features));
    }
    return missing;
  }

  // Of each who is named near a conversation of two or more, whether one takes part, too.
  void AskFurther(size_t index, std::vector<MissingRole>& all) {
    const EventDraft& event = events_[index];
    const std::string& type = event.claim.type();
    if (!schema_.IsConversation(type) || event.claim.participants_size() < kPartners) return;
    // Rules find those that an event's words name.
    if (event.evidence.by_rules) return;
    const auto& entities = reading_.mentioned.entities;
    std::set<int> kinds;
    for (const uint32_t known : participants_[index]) kinds.insert(entities[known].kind());
    size_t asked = 0;
    for (const uint32_t entity : order_) {
      if (asked >= kMostFurther) break;
      if (participants_[index].contains(entity) || !kinds.contains(entities[entity].kind())) {
        continue;
      }
      const Sighting* const near = NearestOf(event, entity);
      if (near == nullptr || IsHostAlone(event, entity)) continue;
      ++asked;
      MissingRole further;
      further.event = index;
      further.role = schema_.GenericRole(type);
      further.vacancy = Vacancy::kFurther;
      further.asked.push_back(entity);
      Features features;
      AddFeatures(index, further.role, entity, features);
      AddWhatItDoes(*near, entities[entity].kind(), features);
      further.features.push_back(std::move(features));
      all.push_back(std::move(further));
    }
  }

  // Where it is named or meant nearest to the event's words, up to two sentences off.
  const Sighting* NearestOf(const EventDraft& event, uint32_t entity) {
    constexpr int64_t kNear = 2;
    const Sighting* nearest = nullptr;
    int64_t least = kNear + 1;
    for (const EventDraft::Telling& telling : FirstTellings(event)) {
      for (const Sighting& seen : sightings_[entity]) {
        const int64_t away =
            std::abs(static_cast<int64_t>(seen.sentence) - static_cast<int64_t>(telling.sentence));
        if (away >= least || seen.is_behind) continue;
        least = away;
        nearest = &seen;
      }
    }
    return nearest;
  }

  // "Med var også …", "… deltok i møtet".
  void AddWhatItDoes(const Sighting& seen, proto::Entity::Kind kind, Features& out) {
    const SentenceView* const view = reading_.views[seen.sentence].get();
    if (view == nullptr) return;
    const string_view name = KindName(kind);
    const Mention& mention = view->candidates[seen.candidate];
    std::optional<uint32_t> link = view->HeadOf(mention);
    out.Add("does relation", view->token(*link).deprel, name);
    for (int depth = 0; depth < 3; ++depth) {
      link = view->tree.HeadOf(*link);
      if (!link) break;
      const std::string level = absl::StrCat(depth);
      out.Add("does", level, view->token(*link).lemma);
      for (const string_view sense : view->SensesOf(*link)) out.Add("does sense", level, sense);
      for (const uint32_t child : view->tree.ChildrenOf(*link)) {
        const Token& below = view->token(child);
        if (below.upos == "ADV" || below.upos == "ADP" || below.upos == "NOUN") {
          out.Add("does with", level, below.lemma);
        }
      }
    }
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      for (const string_view sense : view->SensesOf(at)) out.Add("does beside", sense, name);
    }
    if (mention.list_previous >= 0) out.Add("does in list", name);
  }

  // The state of the town where people meet, which the article does not name: it is none of them
  // for that alone.
  bool IsHostAlone(const EventDraft& event, uint32_t entity) const {
    if (!schema_.IsConversation(event.claim.type()) || event.claim.place() == 0) return false;
    const auto country = reading_.mentioned.country[event.claim.place() - 1];
    if (country != static_cast<int32_t>(entity)) return false;
    const std::vector<Sighting>& seen = sightings_.at(entity);
    return std::all_of(seen.begin(), seen.end(), [](const Sighting& one) { return one.is_behind; });
  }

  void AddFeatures(size_t index, const std::string& role, uint32_t entity, Features& out) {
    const EventDraft& event = events_[index];
    const std::string kind =
        absl::StrCat(KindName(reading_.mentioned.entities[entity].kind()), " ", role);
    out.Add("kind", kind);
    out.Add("kind", kind, event.claim.type());
    out.Add("kind status", kind, event.claim.status());
    out.Add("by", kind, event.evidence.by_rules ? "rules" : "scorers");
    AddHere(event, role, entity, kind, out);
    AddNear(event, entity, kind, out);
    AddStanding(event, entity, kind, out);
    AddOthers(index, entity, kind, out);
  }

  // Whether it has the role now, and by what right.
  void AddHolder(const EventDraft& event, const std::string& role, uint32_t entity, uint32_t holder,
                 Features& out) {
    const auto& entities = reading_.mentioned.entities;
    const std::string kind = absl::StrCat(KindName(entities[entity].kind()), " ", role);
    if (entity != holder) {
      out.Add("instead of", KindName(entities[holder].kind()), kind);
      return;
    }
    const ProposalEvidence& evidence = event.evidence;
    out.Add("holds", kind);
    out.Add("holds", kind, event.claim.type());
    out.Add("holds by", kind, evidence.by_rules ? "rules" : "scorers");
    out.Add("holds, weakest", ShareStep(evidence.weakest_role), kind);
    out.Add("holds, certainty", ShareStep(evidence.least_certainty), kind);
    out.Add("holds, left out", ShareStep(evidence.best_left_out), kind);
    out.Add("holds, unresolved", Count(evidence.unresolved_roles), kind);
    out.Add("holds, drafts", Count(evidence.drafts), kind);
  }

  // Where the event's own words are.
  void AddHere(const EventDraft& event, const std::string& role, uint32_t entity,
               const std::string& kind, Features& out) {
    bool is_here = false;
    for (const EventDraft::Telling& telling : FirstTellings(event)) {
      const SentenceView* const view = reading_.views[telling.sentence].get();
      if (view == nullptr) continue;
      for (const Sighting& seen : sightings_[entity]) {
        if (seen.sentence != telling.sentence) continue;
        is_here = true;
        AddSighting(*view, event, telling.token, role, seen, kind, out);
      }
    }
    out.Add("here", is_here ? "yes" : "no", kind);
    out.Add("here", is_here ? "yes" : "no", kind, Count(event.claim.participants_size()));
    out.Add("here unresolved", is_here ? "yes" : "no", kind,
            Count(event.evidence.unresolved_roles));
    for (const std::string& sense : event.evidence.senses) {
      out.Add("sense here", sense, is_here ? "yes" : "no", kind);
    }
  }

  void AddSighting(const SentenceView& view, const EventDraft& event, uint32_t token,
                   const std::string& role, const Sighting& seen, const std::string& kind,
                   Features& out) {
    const Mention& mention = view.candidates[seen.candidate];
    const uint32_t head = view.HeadOf(mention);
    const std::string path = view.tree.Path(token, head, kPathLimit);
    const string_view marker = view.tree.MarkerOf(head);
    const std::string as = absl::StrCat(view.KindOf(mention), seen.is_behind ? " behind" : "");
    out.Add("as", as, kind);
    out.Add("path", path, kind);
    out.Add("path as", path, as, kind);
    out.Add("marker as", marker, as, kind);
    out.Add("relation as", view.token(head).deprel, as, kind);
    out.Add("before", head < token ? "yes" : "no", as, kind);
    if (mention.is_genitive) out.Add("genitive", as, kind);
    if (view.token(head).upos != "PROPN") out.Add("word", view.token(head).lemma, kind);
    for (const string_view sense : view.SensesOf(head)) out.Add("sense", sense, as, kind);
    if (const auto above = view.tree.HeadOf(head)) {
      for (const string_view sense : view.SensesOf(*above)) out.Add("above", sense, as, kind);
    }
    if (role_model_.empty()) return;
    Features features;
    AddRoleFeatures(view, token, event.claim.type(), seen.candidate, RulesAt(view, token, event),
                    features);
    const Verdict verdict = role_model_.Score(features);
    const size_t index = role_model_.IndexOf(role);
    if (index == role_model_.size()) return;
    const std::string share = ShareStep(verdict.share[index]);
    out.Add("share", share, kind);
    out.Add("share as", share, as, kind);
    out.Add("likeliest", role_model_.label(verdict.best), as, kind);
  }

  const RuleRoles& RulesAt(const SentenceView& view, uint32_t token, const EventDraft& event) {
    const auto [found, is_new] = rules_.try_emplace({token, event.claim.type()});
    if (is_new) found->second = RolesByRules(view, token, event.claim.type());
    return found->second;
  }

  // How far off it is named, and as what.
  void AddNear(const EventDraft& event, uint32_t entity, const std::string& kind, Features& out) {
    std::optional<int64_t> nearest;
    const Sighting* sighting = nullptr;
    for (const EventDraft::Telling& telling : FirstTellings(event)) {
      for (const Sighting& seen : sightings_[entity]) {
        const int64_t away =
            static_cast<int64_t>(seen.sentence) - static_cast<int64_t>(telling.sentence);
        if (away == 0 || (nearest && std::abs(*nearest) <= std::abs(away))) continue;
        nearest = away;
        sighting = &seen;
      }
    }
    const std::string step =
        nearest ? absl::StrCat(std::clamp(*nearest, -kFar, kFar)) : std::string("never");
    out.Add("near", step, kind);
    if (sighting == nullptr || reading_.views[sighting->sentence] == nullptr) return;
    const SentenceView& view = *reading_.views[sighting->sentence];
    const Mention& mention = view.candidates[sighting->candidate];
    const string_view relation = view.token(view.HeadOf(mention)).deprel;
    const std::string as = absl::StrCat(view.KindOf(mention), sighting->is_behind ? " behind" : "");
    out.Add("near as", step, as, kind);
    out.Add("near relation", step, relation, kind);
    out.Add("near unresolved", step, Count(event.evidence.unresolved_roles), kind);
  }

  void AddStanding(const EventDraft& event, uint32_t entity, const std::string& kind,
                   Features& out) {
    out.Add("rank", Count(ranks_[entity]), kind);
    out.Add("rank", Count(ranks_[entity]), kind, event.claim.type());
    out.Add("count", Count(sightings_[entity].size()), kind);
    const int of = static_cast<int>(reading_.mentioned.entities[entity].kind());
    out.Add("alike", Count(of_kind_[of]), kind);
    for (const Sighting& seen : sightings_[entity]) {
      if (!reading_.text.sentences[seen.sentence].is_heading) continue;
      out.Add("heading", kind);
      break;
    }
    if (event.claim.place() != 0) {
      const int32_t country = reading_.mentioned.country[event.claim.place() - 1];
      if (country == static_cast<int32_t>(entity)) out.Add("of the place", kind);
    }
  }

  // What it does in the article's other events, and whether it belongs to those who take part.
  void AddOthers(size_t index, uint32_t entity, const std::string& kind, Features& out) {
    const EventDraft& event = events_[index];
    for (const proto::Participant& participant : event.claim.participants()) {
      const auto country = reading_.mentioned.country[participant.entity()];
      const auto own = reading_.mentioned.country[entity];
      if (country == static_cast<int32_t>(entity)) out.Add("home of", participant.role(), kind);
      if (own == static_cast<int32_t>(participant.entity())) {
        out.Add("belongs to", participant.role(), kind);
      }
      if (own >= 0 && own == country) out.Add("compatriot", participant.role(), kind);
    }
    const std::set<uint32_t>& known = participants_[index];
    bool is_in_other = false;
    for (const size_t at : takes_part_in_[entity]) {
      if (at == index) continue;
      const EventDraft& other = events_[at];
      const std::set<uint32_t>& its = participants_[at];
      is_in_other = true;
      const bool is_type = other.claim.type() == event.claim.type();
      const bool is_shared =
          std::any_of(known.begin(), known.end(), [&](uint32_t one) { return its.contains(one); });
      out.Add("together elsewhere", is_shared ? "yes" : "no", other.claim.type(), kind);
      for (const proto::Participant& participant : other.claim.participants()) {
        if (participant.entity() != entity || !is_type) continue;
        out.Add("elsewhere", participant.role(), kind);
        if (is_shared) out.Add("elsewhere shared", participant.role(), kind);
      }
    }
    out.Add("in other", is_in_other ? "yes" : "no", kind);
  }

  const ArticleReading& reading_;
  const EventSchema& schema_;
  const LinearModel& role_model_;
  const LinearModel& evocation_;
  const std::vector<EventDraft>& events_;
  std::vector<std::set<uint32_t>> participants_;           // by event
  std::map<uint32_t, std::vector<size_t>> takes_part_in_;  // events, by entity
  std::vector<uint32_t> order_;                            // entities by their first sighting
  std::map<uint32_t, std::vector<Sighting>> sightings_;
  std::map<uint32_t, size_t> ranks_;
  std::map<int, size_t> of_kind_;
  std::map<std::pair<uint32_t, std::string>, RuleRoles> rules_;
};

}  // namespace

std::vector<MissingRole> FindMissingRoles(const ArticleReading& reading, const EventSchema& schema,
                                          const ScorerModels& models,
                                          const std::vector<EventDraft>& events) {
  return Asker(reading, schema, models, events).Run();
}

}  // namespace norn::ingest
