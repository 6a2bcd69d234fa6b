#include "ingest/extract/claims/status_features.h"

#include <set>
#include <string>

#include "absl/strings/match.h"
#include "ingest/extract/evocation/evocation_features.h"
#include "ingest/extract/rules/status.h"

namespace norn::ingest {
namespace {

using absl::string_view;

WordForm FormOf(const Token& token) {
  if (token.upos == "NOUN") {
    return absl::StrContains(token.feats, "Definite=Def") ? WordForm::kDefinite : WordForm::kNoun;
  }
  if (absl::StrContains(token.feats, "VerbForm=Inf")) return WordForm::kInfinitive;
  if (absl::StrContains(token.feats, "VerbForm=Part")) return WordForm::kParticiple;
  return absl::StrContains(token.feats, "Tense=Pres") ? WordForm::kPresent : WordForm::kPast;
}

}  // namespace

std::string StatusByCues(const SentenceView& view, uint32_t token, string_view type) {
  for (const TriggerMatch* match : view.RulesAt(token)) {
    return ReadStatus(view.context, *match).status;
  }
  Trigger trigger;
  trigger.set_type(std::string(type));
  const TriggerMatch match = {token, 1, false, {&trigger, FormOf(view.token(token))}};
  return ReadStatus(view.context, match).status;
}

void AddStatusFeatures(const SentenceView& view, uint32_t at, string_view type,
                       Features& features) {
  const Token& token = view.token(at);
  features.Add("type", type);
  features.Add("lemma", token.lemma);
  features.Add("lemma form", token.lemma, token.feats);
  features.Add("upos feats", token.upos, token.feats);
  features.Add("type upos feats", type, token.upos, token.feats);
  features.Add("language", view.traits.language);
  for (const string_view sense : view.SensesOf(at)) {
    features.Add("sense", sense);
    features.Add("sense feats", sense, token.feats);
  }
  const std::string by_cues = StatusByCues(view, at, type);
  features.Add("by cues", by_cues);
  features.Add("by cues type", by_cues, type);
  if (view.RulesAt(at).empty()) features.Add("by cues alone", by_cues, type);
  AddClauseFeatures(view, at, features);
  std::set<string_view> senses;
  for (uint32_t i = view.context.begin(); i < view.context.end(); ++i) {
    if (i == at) continue;
    senses.insert(view.SensesOf(i).begin(), view.SensesOf(i).end());
    const Token& other = view.token(i);
    if (other.upos == "VERB" || other.upos == "AUX" || other.upos == "ADV") {
      features.Add("in sentence", other.lemma);
      features.Add("in sentence type", other.lemma, type);
    }
  }
  for (const string_view sense : senses) {
    features.Add("sense in sentence", sense);
    features.Add("sense in sentence type", sense, type);
  }
  if (const auto verb = view.tree.VerbAbove(at)) {
    features.Add("verb", view.token(*verb).lemma);
    features.Add("verb feats", view.token(*verb).feats);
    features.Add("verb type", view.token(*verb).lemma, type);
    for (const uint32_t child : view.tree.ChildrenOf(*verb)) {
      if (view.token(child).upos == "AUX") features.Add("auxiliary", view.token(child).lemma);
    }
  }
}

}  // namespace norn::ingest
