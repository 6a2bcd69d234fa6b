#include "tools/train/reading/word_examples.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "ingest/extract/claims/status_features.h"
#include "ingest/extract/evocation/evocation_features.h"
#include "ingest/extract/roles/role_features.h"
#include "tools/train/reading/gold_alignment.h"

namespace norn::train {
namespace {

using ingest::ArticleReading;
using ingest::Features;
using ingest::SentenceView;

// Texts that are optional readings count half.
constexpr float kOptionalWeight = 0.5;

float WeightOf(bool is_optional) { return is_optional ? kOptionalWeight : 1; }

const SentenceView* ViewOf(const ArticleReading& reading, uint32_t token) {
  for (const auto& view : reading.views) {
    if (view != nullptr && view->context.begin() <= token && token < view->context.end()) {
      return view.get();
    }
  }
  return nullptr;
}

bool IsLabel(const ExampleSet& set, const std::string& label) {
  return std::find(set.labels().begin(), set.labels().end(), label) != set.labels().end();
}

}  // namespace

WordExamples::WordExamples(const std::set<std::string>& left_out)
    : keeps_names_(!left_out.empty()) {
  for (ExampleSet* const set : {&evocation_, &role_, &status_}) set->LeaveOut(left_out);
}

void WordExamples::Add(const CorpusArticle& gold, const ArticleReading& reading) {
  struct Told {
    std::string type;
    bool is_optional;
  };
  std::map<uint32_t, Told> told;
  std::set<std::pair<uint32_t, size_t>> seen;
  for (const CorpusMention& mention : gold.mentions) {
    const CorpusEvent& event = gold.events[mention.event];
    for (const uint32_t token : TriggerTokens(reading.text, gold, mention)) {
      if (!ingest::MayEvoke(reading.text.tokens[token])) continue;
      const SentenceView* const view = ViewOf(reading, token);
      if (view == nullptr) continue;
      const auto [known, is_new] = told.try_emplace(token, Told{event.type, event.is_optional});
      if (!is_new && !event.is_optional) known->second = {event.type, false};
      if (!seen.insert({token, mention.event}).second) continue;
      AddRoles(gold, reading, mention, *view, token);
      Features features(keeps_names_);
      ingest::AddStatusFeatures(*view, token, event.type, features);
      status_.Add(features, event.status, WeightOf(event.is_optional), gold.number);
    }
  }
  for (const auto& view : reading.views) {
    if (view == nullptr) continue;
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      if (!ingest::MayEvoke(view->token(at))) continue;
      const auto found = told.find(at);
      Features features(keeps_names_);
      ingest::AddEvocationFeatures(*view, at, features);
      if (found == told.end()) {
        evocation_.Add(features, "none", 1, gold.number);
      } else {
        evocation_.Add(features, found->second.type, WeightOf(found->second.is_optional),
                       gold.number);
      }
    }
  }
}

void WordExamples::AddRoles(const CorpusArticle& gold, const ArticleReading& reading,
                            const CorpusMention& mention, const SentenceView& view,
                            uint32_t token) {
  const CorpusEvent& event = gold.events[mention.event];
  const ingest::RuleRoles rules = ingest::RolesByRules(view, token, event.type);
  const std::vector<std::string> roles = RolesOfMentions(reading, gold, mention, view, token);
  for (uint32_t i = 0; i < roles.size(); ++i) {
    Features features(keeps_names_);
    ingest::AddRoleFeatures(view, token, event.type, i, rules, features);
    // Figures fill fields, not roles.
    role_.Add(features, IsLabel(role_, roles[i]) ? roles[i] : "none", WeightOf(event.is_optional),
              gold.number);
  }
}

void WordExamples::Add(const TableCase& one, const ArticleReading& reading) {
  std::map<uint32_t, std::string> told;  // by the evoking word's first byte
  for (int i = 0; i < one.record.events_size(); ++i) {
    const proto::EventClaim& event = one.record.events(i);
    if (one.verdicts[i] != EventVerdict::kRight) continue;
    for (const proto::Report& report : event.reports()) {
      told[report.trigger().start()] = event.type();
    }
  }
  for (const auto& view : reading.views) {
    if (view == nullptr) continue;
    for (uint32_t at = view->context.begin(); at < view->context.end(); ++at) {
      if (!ingest::MayEvoke(view->token(at))) continue;
      const auto found = told.find(view->token(at).bytes.begin);
      const std::string label = found == told.end() ? "none" : found->second;
      if (!IsLabel(evocation_, label)) continue;
      Features features(keeps_names_);
      ingest::AddEvocationFeatures(*view, at, features);
      evocation_.Add(features, label, kTableWeight, kNeverHeldOut);
    }
  }
}

ingest::ScorerSet WordExamples::Train(const TrainingOptions& options,
                                      const GroupFilter& use) const {
  ingest::ScorerSet all;
  all.set_format_version(ingest::kScorerFormatVersion);
  *all.add_scorer() = train::Train("evocation", evocation_, options, use);
  *all.add_scorer() = train::Train("role", role_, options, use);
  *all.add_scorer() = train::Train("status", status_, options, use);
  return all;
}

}  // namespace norn::train
