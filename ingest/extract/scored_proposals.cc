#include "ingest/extract/scored_proposals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/claims/status_features.h"
#include "ingest/extract/evocation/evocation_features.h"
#include "ingest/extract/roles/role_features.h"
#include "ingest/extract/rules/rule_proposals.h"

namespace norn::ingest {
namespace {

constexpr absl::string_view kNone = "none";
constexpr absl::string_view kPlace = "place";
constexpr absl::string_view kSource = "source";
// From here on the scorers fill a role that the rules leave open.
constexpr uint32_t kSureOfRole = kWholeShare / 5 * 2;
// From here on the scorers know better of which kind the event is.
constexpr uint32_t kSureOfType = kWholeShare / 5 * 3;
// A member of a list has the role of the others unless this speaks against it.
constexpr uint32_t kLeastInList = kWholeShare / 16;
// Words of one event stand this near in the tree: "had a conversation", "met for talks".
constexpr size_t kSameEventSteps = 2;

struct Evocation {
  uint32_t token = 0;
  size_t label = 0;
  uint32_t share = 0;
  uint32_t any_event = 0;
};

class Proposer {
 public:
  Proposer(const SentenceView& view, const ScorerModels& models, const ScoringOptions& options)
      : view_(view),
        options_(options),
        evocation_(models.Get("evocation")),
        role_(models.Get("role")),
        status_(models.Get("status")) {}

  std::vector<EventProposal> Run() {
    std::vector<EventProposal> proposals;
    if (options_.with_rules) {
      for (EventProposal& proposal : ProposeByRules(view_.context, view_.rules())) {
        WeighEvocation(proposal);
        Complete(proposal);
        Weigh(proposal);
        proposals.push_back(std::move(proposal));
      }
    }
    if (options_.with_scorers && !evocation_.empty()) {
      for (const Evocation& found : Evocations()) {
        // Words that evoke several kinds of events: "treffe" somebody, or a target.
        if (found.share >= kSureOfType) {
          std::erase_if(proposals, [&](const EventProposal& proposal) {
            return proposal.token == found.token && IsScored(proposal.type) &&
                   proposal.type != evocation_.label(found.label);
          });
        }
        const bool known =
            std::any_of(proposals.begin(), proposals.end(), [&](const EventProposal& proposal) {
              return IsSameEvent(proposal.token, found.token, proposal.type,
                                 evocation_.label(found.label));
            });
        if (known) continue;
        EventProposal proposal = Propose(found);
        // What the rules know and refuse as only possible is not proposed anew.
        const bool is_refused = proposal.evidence.is_unreal && !view_.RulesAt(found.token).empty();
        if (!is_refused) proposals.push_back(std::move(proposal));
      }
    }
    std::stable_sort(
        proposals.begin(), proposals.end(),
        [](const EventProposal& a, const EventProposal& b) { return a.token < b.token; });
    return proposals;
  }

 private:
  Evocation Score(uint32_t token) const {
    Features features;
    AddEvocationFeatures(view_, token, features);
    const Verdict verdict = evocation_.Score(features);
    const size_t none = evocation_.IndexOf(kNone);
    Evocation found;
    found.token = token;
    for (size_t i = 0; i < evocation_.size(); ++i) {
      if (i == none || verdict.share[i] < found.share) continue;
      found.share = verdict.share[i];
      found.label = i;
    }
    found.any_event = kWholeShare - std::min(verdict.share[none], kWholeShare);
    return found;
  }

  // How likely the scorers hold it that the words evoke an event.
  void WeighEvocation(EventProposal& proposal) const {
    if (evocation_.empty() || evocation_.IndexOf(proposal.type) == evocation_.size()) return;
    for (uint32_t at = proposal.token; at < proposal.token + proposal.length; ++at) {
      if (!MayEvoke(view_.token(at)) && proposal.length > 1) continue;
      const Evocation found = Score(at);
      if (found.any_event < proposal.evidence.any_event) continue;
      proposal.evidence.any_event = found.any_event;
      proposal.evidence.evocation = found.share;
    }
  }

  void NoteWords(EventProposal& proposal) const {
    for (uint32_t at = proposal.token; at < proposal.token + proposal.length; ++at) {
      if (!MayEvoke(view_.token(at))) continue;
      proposal.evidence.words.insert(view_.token(at).lemma);
      const auto& senses = view_.SensesOf(at);
      proposal.evidence.senses.insert(senses.begin(), senses.end());
    }
  }

  // How likely the scorers hold what the rules propose.
  void Weigh(EventProposal& proposal) const {
    ProposalEvidence& evidence = proposal.evidence;
    NoteWords(proposal);
    if (status_.empty() || role_.empty()) return;
    Features features;
    AddStatusFeatures(view_, proposal.token, proposal.type, features);
    const size_t status = status_.IndexOf(proposal.status);
    const Verdict verdict = status_.Score(features);
    evidence.status = status < status_.size() ? verdict.share[status] : 0;
    evidence.weakest_role = kWholeShare;
    const RuleRoles rules = RolesByRules(view_, proposal.token, proposal.type);
    for (const ProposedRole& filled : proposal.roles) {
      for (uint32_t i = 0; i < view_.candidates.size(); ++i) {
        if (view_.candidates[i].first_token != filled.mention->first_token) continue;
        Features of_role;
        AddRoleFeatures(view_, proposal.token, proposal.type, i, rules, of_role);
        // A role that the scorers do not know ("caller") is one of taking part.
        const size_t known = role_.IndexOf(filled.role);
        const size_t label = known < role_.size() ? known : role_.IndexOf("participant");
        evidence.weakest_role = std::min(evidence.weakest_role, role_.Score(of_role).share[label]);
      }
    }
  }

  bool IsSameEvent(uint32_t a, uint32_t b, absl::string_view type, absl::string_view other) const {
    if (a == b) return true;
    return type == other && !view_.tree.Path(a, b, kSameEventSteps).empty();
  }

  // Of words of one event, the one that is surest.
  std::vector<Evocation> Evocations() const {
    std::vector<Evocation> all;
    // A question tells of nothing.
    if (view_.context.Word(static_cast<int64_t>(view_.context.end()) - 1) == "?") return all;
    for (uint32_t at = view_.context.begin(); at < view_.context.end(); ++at) {
      if (!MayEvoke(view_.token(at))) continue;
      const Evocation found = Score(at);
      if (found.any_event >= options_.min_any_event) all.push_back(found);
    }
    std::stable_sort(all.begin(), all.end(), [](const Evocation& a, const Evocation& b) {
      return a.any_event > b.any_event;
    });
    std::vector<Evocation> kept;
    for (const Evocation& found : all) {
      const bool known = std::any_of(kept.begin(), kept.end(), [&](const Evocation& other) {
        return IsSameEvent(other.token, found.token, evocation_.label(other.label),
                           evocation_.label(found.label));
      });
      if (!known) kept.push_back(found);
    }
    return kept;
  }

  EventProposal Propose(const Evocation& found) const {
    const Token& token = view_.token(found.token);
    EventProposal proposal;
    proposal.token = found.token;
    proposal.type = evocation_.label(found.label);
    proposal.rule = absl::StrCat("scorers/", proposal.type);
    proposal.is_noun = token.upos == "NOUN";
    proposal.is_present = absl::StrContains(token.feats, "Tense=Pres");
    proposal.is_definite = proposal.is_noun && absl::StrContains(token.feats, "Definite=Def");
    proposal.evidence.by_scorers = true;
    proposal.evidence.evocation = found.share;
    proposal.evidence.any_event = found.any_event;
    NoteWords(proposal);
    FillRoles(proposal);
    SetStatus(proposal);
    return proposal;
  }

  void SetStatus(EventProposal& proposal) const {
    Features features;
    AddStatusFeatures(view_, proposal.token, proposal.type, features);
    const Verdict verdict = status_.Score(features);
    proposal.evidence.is_unreal = StatusByCues(view_, proposal.token, proposal.type).empty();
    proposal.status = status_.label(verdict.best);
    proposal.evidence.status = verdict.share[verdict.best];
  }

  struct Filling {
    ProposedRole role;
    uint32_t share;
  };

  // The scorers fill what the rules leave open.
  void Complete(EventProposal& proposal) const {
    if (role_.empty() || !IsScored(proposal.type)) return;
    const RuleRoles rules = RolesByRules(view_, proposal.token, proposal.type);
    std::vector<Filling> fillings;
    for (uint32_t i = 0; i < view_.candidates.size(); ++i) {
      const Mention* const candidate = &view_.candidates[i];
      if (candidate->is_excluded) continue;
      Features features;
      AddRoleFeatures(view_, proposal.token, proposal.type, i, rules, features);
      const Verdict verdict = role_.Score(features);
      const std::string& role = role_.label(verdict.best);
      if (role != kNone && verdict.share[verdict.best] >= kSureOfRole)
        fillings.push_back({{role, candidate}, verdict.share[verdict.best]});
    }
    std::stable_sort(fillings.begin(), fillings.end(),
                     [](const Filling& a, const Filling& b) { return a.share > b.share; });
    for (const Filling& filling : fillings) {
      if (Lacks(filling.role.role, proposal)) Fill(filling, proposal);
    }
  }

  bool IsScored(absl::string_view type) const {
    return evocation_.IndexOf(type) < evocation_.size();
  }

  // Each mention's best role; then the roles that the event lacks go to those who are likeliest.
  void FillRoles(EventProposal& proposal) const {
    const RuleRoles rules = RolesByRules(view_, proposal.token, proposal.type);
    std::vector<Filling> fillings;
    std::vector<Filling> in_doubt;
    std::vector<Verdict> verdicts;
    for (uint32_t i = 0; i < view_.candidates.size(); ++i) {
      const Mention* const candidate = &view_.candidates[i];
      if (candidate->is_excluded) continue;
      Features features;
      AddRoleFeatures(view_, proposal.token, proposal.type, i, rules, features);
      const Verdict verdict = role_.Score(features);
      const std::string& role = role_.label(verdict.best);
      if (role != kNone) fillings.push_back({{role, candidate}, verdict.share[verdict.best]});
      for (size_t label = 0; label < role_.size(); ++label) {
        if (label == verdict.best || role_.label(label) == kNone) continue;
        if (verdict.share[label] < options_.min_role) continue;
        in_doubt.push_back({{role_.label(label), candidate}, verdict.share[label]});
      }
      verdicts.push_back(verdict);
    }
    const auto surest = [](const Filling& a, const Filling& b) { return a.share > b.share; };
    std::stable_sort(fillings.begin(), fillings.end(), surest);
    std::stable_sort(in_doubt.begin(), in_doubt.end(), surest);
    proposal.evidence.weakest_role = kWholeShare;
    for (const Filling& filling : fillings) Fill(filling, proposal);
    for (const Filling& filling : OfLists(fillings, verdicts)) Fill(filling, proposal);
    for (const Filling& filling : in_doubt) {
      if (Lacks(filling.role.role, proposal)) {
        Fill(filling, proposal);
      } else {
        proposal.evidence.best_left_out = std::max(proposal.evidence.best_left_out, filling.share);
      }
    }
    std::stable_sort(
        proposal.roles.begin(), proposal.roles.end(),
        [](const ProposedRole& a, const ProposedRole& b) { return a.mention < b.mention; });
  }

  // "Delegasjoner fra Iran og USA forhandlet": who stands in a list with one that has a role, or
  // that stands behind one, has it, too.
  std::vector<Filling> OfLists(const std::vector<Filling>& fillings,
                               const std::vector<Verdict>& verdicts) const {
    std::map<std::vector<uint32_t>, std::string> role_of;  // by entities
    for (const Filling& filling : fillings) {
      const std::string& role = filling.role.role;
      if (role != kPlace && role != kSource) role_of.emplace(Meant(*filling.role.mention), role);
    }
    std::map<uint32_t, std::set<std::string>> roles;  // by a list's first member
    for (uint32_t i = 0; i < view_.candidates.size(); ++i) {
      const auto known = role_of.find(view_.candidates[i].entities);
      if (known != role_of.end() && !known->first.empty())
        roles[FirstOfList(i)].insert(known->second);
    }
    std::vector<Filling> others;
    for (uint32_t i = 0; i < view_.candidates.size(); ++i) {
      const Mention* const candidate = &view_.candidates[i];
      const auto of_list = roles.find(FirstOfList(i));
      if (of_list == roles.end() || of_list->second.size() != 1) continue;
      if (role_of.contains(candidate->entities) || role_.label(verdicts[i].best) != kNone) continue;
      const std::string& role = *of_list->second.begin();
      const uint32_t share = verdicts[i].share[role_.IndexOf(role)];
      if (share >= kLeastInList) others.push_back({{role, candidate}, share});
    }
    return others;
  }

  static std::vector<uint32_t> Meant(const Mention& mention) {
    if (mention.entities.empty() && mention.state) return {*mention.state};
    return mention.entities;
  }

  uint32_t FirstOfList(uint32_t candidate) const {
    while (view_.candidates[candidate].list_previous >= 0)
      candidate = view_.candidates[candidate].list_previous;
    return candidate;
  }

  void Fill(const Filling& filling, EventProposal& proposal) const {
    if (!MayFill(filling.role, proposal.roles)) return;
    proposal.roles.push_back(filling.role);
    proposal.evidence.weakest_role = std::min(proposal.evidence.weakest_role, filling.share);
  }

  // A conversation has two participants, as caller, host or without more; other events have one in
  // each of their roles.
  bool Lacks(const std::string& role, const EventProposal& proposal) const {
    const EventSchema& schema = view_.context.grammar.events();
    const auto& roles = schema.Of(proposal.type).role();
    const auto is_known = [&](const std::string& name) {
      return std::any_of(roles.begin(), roles.end(),
                         [&](const Role& one) { return one.name() == name; });
    };
    if (!is_known(role)) return false;
    const bool is_conversation = schema.IsConversation(proposal.type);
    std::set<uint32_t> entities;
    for (const ProposedRole& filled : proposal.roles) {
      if (is_conversation ? !is_known(filled.role) : filled.role != role) continue;
      const auto& known = filled.mention->entities;
      entities.insert(known.begin(), known.end());
    }
    return entities.size() < (is_conversation ? 2 : 1);
  }

  // Nobody has two roles.
  static bool MayFill(const ProposedRole& role, const std::vector<ProposedRole>& others) {
    return std::none_of(others.begin(), others.end(), [&](const ProposedRole& other) {
      return !role.mention->entities.empty() && other.role != role.role &&
             other.mention->entities == role.mention->entities;
    });
  }

  const SentenceView& view_;
  const ScoringOptions& options_;
  const LinearModel& evocation_;
  const LinearModel& role_;
  const LinearModel& status_;
};

}  // namespace

std::vector<EventProposal> ProposeEvents(const SentenceView& view, const ScorerModels& models,
                                         const ScoringOptions& options) {
  return Proposer(view, models, options).Run();
}

}  // namespace norn::ingest
