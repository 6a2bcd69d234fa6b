#include "ingest/extract/rules/rule_proposals.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "ingest/extract/rules/arguments.h"
#include "ingest/extract/rules/status.h"

namespace norn::ingest {
namespace {

// "det russiske angrepet", "the Russian attack".
bool HasDefiniteArticle(const SentenceContext& context, const TriggerMatch& match) {
  constexpr int64_t kAdjectives = 2;
  if (match.form.trigger->kind() != Trigger::NOUN) return false;
  for (int64_t back = 1; back <= 1 + kAdjectives; ++back) {
    const int64_t at = static_cast<int64_t>(match.token) - back;
    if (context.Is("definite_article", at)) return true;
    if (at < context.begin() || context.text.tokens[at].upos != "ADJ") return false;
  }
  return false;
}

// A call by its words may be told as such only by a phrase elsewhere in the clause.
void SetType(const SentenceContext& context, const TriggerMatch& match, EventProposal& proposal) {
  const Trigger& trigger = *match.form.trigger;
  proposal.type = trigger.type();
  proposal.medium = trigger.medium();
  const int32_t clause = context.clauses.ClauseOf(match.token);
  for (const Trigger::Refinement& refinement : trigger.refinement()) {
    if (!context.HasPhraseInClause(clause, refinement.word())) continue;
    proposal.type = refinement.type();
    proposal.medium = refinement.medium();
    return;
  }
}

std::optional<EventProposal> Propose(const SentenceContext& context, const TriggerMatch& match) {
  const Trigger& trigger = *match.form.trigger;
  EventProposal proposal;
  for (const FilledRole& filled : FillRoles(context, match)) {
    proposal.roles.push_back({filled.role, &context.mentions[filled.mention]});
  }
  const bool wants_roles = std::any_of(trigger.argument().begin(), trigger.argument().end(),
                                       [](const Argument& a) { return a.required(); });
  if (proposal.roles.empty() && wants_roles) return std::nullopt;
  const Reading reading = ReadStatus(context, match);
  if (reading.status.empty()) return std::nullopt;
  proposal.token = match.token;
  proposal.length = match.length;
  proposal.status = reading.status;
  proposal.is_hedged = reading.hedged;
  proposal.rule =
      reading.rule.empty() ? trigger.rule() : absl::StrCat(trigger.rule(), " ", reading.rule);
  proposal.is_noun = trigger.kind() == Trigger::NOUN;
  proposal.is_present = match.form.form == WordForm::kPresent;
  proposal.is_definite =
      match.form.form == WordForm::kDefinite || HasDefiniteArticle(context, match);
  proposal.joins = trigger.joins();
  proposal.needs_detail = trigger.needs_detail();
  proposal.evidence.by_rules = true;
  SetType(context, match, proposal);
  return proposal;
}

}  // namespace

std::vector<EventProposal> ProposeByRules(const SentenceContext& context,
                                          const std::vector<TriggerMatch>& matches) {
  std::vector<EventProposal> proposals;
  if (context.Word(static_cast<int64_t>(context.end()) - 1) == "?") return proposals;
  for (const TriggerMatch& match : matches) {
    if (auto proposal = Propose(context, match)) proposals.push_back(*std::move(proposal));
  }
  return proposals;
}

}  // namespace norn::ingest
