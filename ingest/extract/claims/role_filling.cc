#include "ingest/extract/claims/role_filling.h"

#include <algorithm>

namespace norn::ingest {
namespace {

// Below this the best guess is worse than none; of each further one, where two are missing.
constexpr uint32_t kLeastShare = kWholeShare * 2 / 5;
// What rules found is whole more often.
constexpr uint32_t kLeastShareOfRules = kWholeShare * 4 / 5;
constexpr uint32_t kFurtherShare = kWholeShare / 5;
// Who takes part beside enough others.
constexpr uint32_t kLeastShareOfFurther = kWholeShare / 2;
// Whoever takes another's place must be surer.
constexpr uint32_t kLeastToReplace = kWholeShare / 10 * 7;

bool TakesPart(uint32_t entity, const EventDraft& event) {
  return std::any_of(event.claim.participants().begin(), event.claim.participants().end(),
                     [&](const proto::Participant& one) { return one.entity() == entity; });
}

struct Likelihood {
  uint32_t entity = 0;
  uint32_t share = 0;
};

// Of those asked, the likeliest first.
std::vector<Likelihood> Rank(const LinearModel& model, const MissingRole& missing) {
  std::vector<int32_t> scores = {0};  // nobody's
  for (const Features& features : missing.features) {
    scores.push_back(model.Score(features).scores[0]);
  }
  const std::vector<uint32_t> shares = Shares(scores);
  std::vector<Likelihood> ranked;
  for (size_t i = 0; i < missing.asked.size(); ++i) {
    ranked.push_back({missing.asked[i], shares[i + 1]});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Likelihood& a, const Likelihood& b) { return a.share > b.share; });
  return ranked;
}

void NoteInferred(uint32_t share, EventDraft& event) {
  event.evidence.least_inferred = std::min(event.evidence.least_inferred, share);
  ++event.evidence.inferred_roles;
}

void Fill(const MissingRole& missing, const std::vector<Likelihood>& ranked, EventDraft& event) {
  const uint32_t least = event.evidence.by_rules ? kLeastShareOfRules : kLeastShare;
  for (int i = 0; i < missing.open && i < static_cast<int>(ranked.size()); ++i) {
    if (ranked[i].share < (i == 0 ? least : kFurtherShare)) break;
    if (TakesPart(ranked[i].entity, event)) break;
    proto::Participant* participant = event.claim.add_participants();
    participant->set_entity(ranked[i].entity);
    participant->set_role(missing.role);
    NoteInferred(ranked[i].share, event);
  }
}

void Replace(const MissingRole& missing, const std::vector<Likelihood>& ranked, EventDraft& event) {
  // What rules found, by words that leave no doubt, stays.
  if (event.evidence.by_rules || ranked.empty() || ranked[0].entity == *missing.holder) return;
  if (ranked[0].share < kLeastToReplace) return;
  if (TakesPart(ranked[0].entity, event)) return;
  for (proto::Participant& participant : *event.claim.mutable_participants()) {
    if (participant.entity() != *missing.holder) continue;
    participant.set_entity(ranked[0].entity);
    NoteInferred(ranked[0].share, event);
    return;
  }
}

void AddFurther(const MissingRole& missing, const std::vector<Likelihood>& ranked,
                EventDraft& event) {
  for (const Likelihood& one : ranked) {
    if (one.share < kLeastShareOfFurther || TakesPart(one.entity, event)) continue;
    proto::Participant* participant = event.claim.add_participants();
    participant->set_entity(one.entity);
    participant->set_role(missing.role);
  }
}

}  // namespace

absl::string_view ScorerOf(Vacancy vacancy) {
  switch (vacancy) {
    case Vacancy::kOpen:
      return kMissingRoleScorer;
    case Vacancy::kHeld:
      return kHolderScorer;
    case Vacancy::kFurther:
      return kFurtherScorer;
  }
  return "";
}

void FillMissingRoles(const ScorerModels& models, const std::vector<MissingRole>& missing,
                      std::vector<EventDraft>& events) {
  for (const MissingRole& one : missing) {
    const LinearModel& model = models.Get(ScorerOf(one.vacancy));
    if (model.empty()) continue;
    const std::vector<Likelihood> ranked = Rank(model, one);
    EventDraft& event = events[one.event];
    switch (one.vacancy) {
      case Vacancy::kOpen:
        Fill(one, ranked, event);
        break;
      case Vacancy::kHeld:
        Replace(one, ranked, event);
        break;
      case Vacancy::kFurther:
        AddFurther(one, ranked, event);
        break;
    }
  }
}

}  // namespace norn::ingest
