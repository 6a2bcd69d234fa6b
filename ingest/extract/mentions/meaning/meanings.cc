#include "ingest/extract/mentions/meaning/meanings.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "ingest/extract/mentions/meaning/discourse.h"
#include "ingest/extract/mentions/meaning/states_behind.h"

namespace norn::ingest {
namespace {

// Below this the best guess is worse than none.
constexpr uint32_t kLeastShare = kWholeShare / 5;
// Below this an entity is no actor: an actor lost costs more than one too many.
constexpr uint32_t kLeastActorShare = kWholeShare / 10 * 3;
// Of each further one, where several are meant.
constexpr uint32_t kFurtherShare = kWholeShare / 5;
// A longer sentence is a table or noise.
constexpr uint32_t kMostTokens = 400;

struct Answer {
  uint32_t entity = 0;
  uint32_t share = 0;
};

bool MeansSeveral(const Mention& candidate) {
  if (candidate.pronoun != nullptr) {
    return candidate.pronoun->kind() == Pronoun::BOTH ||
           candidate.pronoun->kind() == Pronoun::BOTH_STATES;
  }
  return candidate.is_plural && (candidate.kind == Mention::Kind::kPronoun ||
                                 candidate.kind == Mention::Kind::kDescription);
}

Mention::Via ViaOf(const Mention& candidate, const std::vector<Tie>& ties, uint32_t entity) {
  const bool is_rules = std::find(candidate.entities.begin(), candidate.entities.end(), entity) !=
                        candidate.entities.end();
  if (is_rules) return candidate.via;
  for (const Tie& tie : ties) {
    if (tie.entity != entity) continue;
    if (absl::StrContains(tie.path, "amod")) return Mention::Via::kAdjective;
    if (absl::StrContains(tie.path, "poss")) return Mention::Via::kGenitive;
    if (absl::StrContains(tie.path, "behind")) return Mention::Via::kPlace;
    if (tie.is_close) return Mention::Via::kComplement;
  }
  return candidate.kind == Mention::Kind::kPronoun ? Mention::Via::kPronoun
                                                   : Mention::Via::kContext;
}

void SetMeaning(std::vector<Answer> answers, const std::vector<Tie>& ties, EntityTable& entities,
                Mention& candidate) {
  std::stable_sort(answers.begin(), answers.end(),
                   [](const Answer& a, const Answer& b) { return a.share > b.share; });
  if (candidate.kind == Mention::Kind::kWeapon) {
    for (const Answer& answer : answers) {
      if (answer.share < kLeastShare || candidate.state) break;
      candidate.state = entities.StateOf(answer.entity);
    }
    return;
  }
  std::vector<uint32_t> meant;
  uint32_t share = 0;
  for (const Answer& answer : answers) {
    const uint32_t least = meant.empty() ? kLeastShare : kFurtherShare;
    if (answer.share < least || (!meant.empty() && !MeansSeveral(candidate))) break;
    share += answer.share;
    meant.push_back(answer.entity);
  }
  candidate.via = meant.empty() ? Mention::Via::kNone : ViaOf(candidate, ties, meant[0]);
  candidate.certainty = static_cast<double>(share) / kWholeShare;
  candidate.state.reset();
  if (!meant.empty()) candidate.state = entities.StateOf(meant[0]);
  std::sort(meant.begin(), meant.end());
  candidate.entities = std::move(meant);
}

template <typename Visit>
void ForEach(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
             EntityTable& entities, const OfficeBook& offices,
             std::vector<std::vector<Mention>>& candidates, const Visit& visit) {
  ReadStatesBehind(entities, candidates);
  Discourse discourse(text, grammar, entities, offices, candidates);
  for (uint32_t i = 0; i < candidates.size(); ++i) {
    if (text.sentences[i].token_count <= kMostTokens) {
      const MeaningContext context = {text, grammar, gazetteer, entities, offices, discourse, i};
      for (Mention& candidate : candidates[i]) {
        if (!IsWithoutName(candidate)) continue;
        const std::vector<Tie> ties = discourse.TiesOf(i, candidate);
        const std::vector<uint32_t> asked = EntitiesToAsk(context, ties, candidate);
        const MeaningFeatures features(context, candidate, ties);
        visit(i, candidate, ties, asked, features);
      }
    }
    discourse.Read(i);
  }
}

}  // namespace

void DropNobodies(const AnnotatedText& text, const Grammar& grammar, const OfficeBook& offices,
                  const MeaningOptions& options, const std::vector<std::vector<Mention>>& mentions,
                  EntityTable& entities) {
  const bool decides = options.actor_model != nullptr && !options.actor_model->empty();
  if (!decides && options.actor_features == nullptr) return;
  std::vector<EntityFeatures> all = ActorFeatures(text, grammar, entities, offices, mentions);
  for (const EntityFeatures& one : all) {
    if (!decides) break;
    const std::vector<int32_t> scores = {0, options.actor_model->Score(one.features).scores[0]};
    if (Shares(scores)[1] < kLeastActorShare) entities.ForgetMentions(one.entity);
  }
  if (options.actor_features != nullptr) *options.actor_features = std::move(all);
}

void DecideMeanings(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
                    EntityTable& entities, const OfficeBook& offices, const MeaningOptions& options,
                    std::vector<std::vector<Mention>>& candidates) {
  const bool decides = options.model != nullptr && !options.model->empty();
  if (!decides && options.visitor == nullptr) {
    ReadStatesBehind(entities, candidates);
    return;
  }
  ForEach(text, grammar, gazetteer, entities, offices, candidates,
          [&](uint32_t sentence, Mention& candidate, const std::vector<Tie>& ties,
              const std::vector<uint32_t>& asked, const MeaningFeatures& features) {
            std::vector<Features> each;
            for (const uint32_t entity : asked) each.push_back(features.Of(entity));
            if (options.visitor != nullptr) (*options.visitor)(sentence, candidate, asked, each);
            if (!decides) return;
            std::vector<int32_t> scores = {0};  // nobody's
            for (const Features& one : each) scores.push_back(options.model->Score(one).scores[0]);
            const std::vector<uint32_t> shares = Shares(scores);
            std::vector<Answer> answers;
            for (size_t k = 0; k < asked.size(); ++k) answers.push_back({asked[k], shares[k + 1]});
            SetMeaning(std::move(answers), ties, entities, candidate);
          });
}

}  // namespace norn::ingest
