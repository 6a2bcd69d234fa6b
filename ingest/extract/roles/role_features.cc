#include "ingest/extract/roles/role_features.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

using absl::string_view;

constexpr size_t kPathLimit = 5;
constexpr size_t kHighestSubject = 64;

std::string DistanceStep(uint32_t a, uint32_t b) {
  const int64_t distance = std::abs(static_cast<int64_t>(a) - static_cast<int64_t>(b));
  if (distance <= 3) return absl::StrCat(distance);
  if (distance <= 6) return "6";
  if (distance <= 12) return "12";
  return distance <= 25 ? "25" : "far";
}

// The lemmas of the words on the way from the evoking word to the mention.
std::string LemmasBetween(const SentenceView& view, uint32_t token, uint32_t head) {
  const auto above = view.tree.HeadOf(head);
  if (!above || *above == token) return "";
  return view.token(*above).lemma;
}

// Subject of the clause of the evoking word, active or passive.
string_view SubjectRelation(const SentenceView& view, uint32_t token) {
  // Heads may go in a circle.
  auto at = std::make_optional(token);
  for (size_t steps = 0; at && steps < kHighestSubject; ++steps, at = view.tree.HeadOf(*at)) {
    for (const uint32_t child : view.tree.ChildrenOf(*at)) {
      const string_view relation = view.token(child).deprel;
      if (relation == "nsubj" || relation == "nsubj:pass") return relation;
    }
  }
  return "";
}

// Everything is said for the type of event alone, and most for any type, too.
class Sink {
 public:
  Sink(string_view type, Features& features) : type_(type), features_(features) {}
  void Add(string_view name, string_view value) {
    features_.Add(name, value);
    features_.Add(name, value, type_);
  }
  void Add(string_view name, string_view value, string_view second) {
    const std::string both = absl::StrCat(value, " ", second);
    Add(name, both);
  }

 private:
  string_view type_;
  Features& features_;
};

}  // namespace

RuleRoles RolesByRules(const SentenceView& view, uint32_t token, string_view type) {
  RuleRoles roles(view.candidates.size());
  for (const TriggerMatch* match : view.RulesAt(token)) {
    const bool is_type = match->form.trigger->type() == type;
    for (const FilledRole& filled : FillRoles(view.context, *match)) {
      const Mention& mention = view.context.mentions[filled.mention];
      for (size_t i = 0; i < roles.size(); ++i) {
        const Mention& candidate = view.candidates[i];
        if (candidate.kind != mention.kind || candidate.first_token != mention.first_token)
          continue;
        if (roles[i].empty() || is_type) roles[i] = filled.role;
      }
    }
  }
  return roles;
}

void AddRoleFeatures(const SentenceView& view, uint32_t token, string_view type, uint32_t index,
                     const RuleRoles& rules, Features& features) {
  const SentenceContext& context = view.context;
  const Mention& mention = view.candidates[index];
  const uint32_t head = view.HeadOf(mention);
  const std::string kind = view.KindOf(mention);
  const std::string path = view.tree.Path(token, head, kPathLimit);
  const string_view marker = view.tree.MarkerOf(head);
  const Token& trigger = view.token(token);
  const Token& word = view.token(head);
  const string_view subject = SubjectRelation(view, token);
  const bool is_before = mention.first_token < token;
  Sink sink(type, features);
  features.Add("type", type);
  features.AddState(trigger.state);
  features.AddState(word.state);
  sink.Add("kind", kind);
  sink.Add("path", path);
  sink.Add("path kind", path, kind);
  sink.Add("path marker", path, marker);
  sink.Add("path marker kind", absl::StrCat(path, " ", marker), kind);
  sink.Add("path upos", path, trigger.upos);
  sink.Add("path lemma", path, trigger.lemma);
  sink.Add("path subject", path, subject);
  sink.Add("marker lemma", marker, trigger.lemma);
  sink.Add("marker kind", marker, kind);
  sink.Add("relation", word.deprel);
  sink.Add("relation kind", word.deprel, kind);
  sink.Add("order kind", is_before ? "before" : "after", kind);
  sink.Add("distance", DistanceStep(token, head), is_before ? "before" : "after");
  if (word.upos != "PROPN") sink.Add("word", word.lemma);
  for (const string_view sense : view.SensesOf(head)) {
    sink.Add("sense", sense);
    sink.Add("sense path", sense, path);
  }
  for (const string_view sense : view.SensesOf(token)) {
    sink.Add("evoking sense path", sense, path);
    sink.Add("evoking sense marker kind", sense, absl::StrCat(marker, " ", kind));
  }
  sink.Add("between", LemmasBetween(view, token, head), word.deprel);
  for (const string_view feature : absl::StrSplit(trigger.feats, '|')) {
    if (absl::StartsWith(feature, "Voice") || absl::StartsWith(feature, "VerbForm")) {
      sink.Add("form path", feature, path);
    }
  }
  const std::string via = absl::StrCat(static_cast<int>(mention.via));
  sink.Add("via", via);
  sink.Add("via path", via, path);
  sink.Add("definite", mention.is_definite ? "yes" : "no", kind);
  if (mention.state) sink.Add("has state", kind);
  if (mention.is_genitive) sink.Add("genitive", path);
  if (mention.list_previous >= 0) {
    sink.Add("list", "member");
    const Mention& first = view.candidates[mention.list_previous];
    sink.Add("list path", view.tree.Path(token, view.HeadOf(first), kPathLimit),
             view.tree.MarkerOf(view.HeadOf(first)));
  }
  // How many others of its kind stand nearer.
  size_t nearer = 0;
  size_t alike = 0;
  const int64_t own = std::abs(static_cast<int64_t>(token) - static_cast<int64_t>(head));
  for (const Mention& other : view.candidates) {
    if (&other == &mention || view.KindOf(other) != kind) continue;
    const int64_t its =
        std::abs(static_cast<int64_t>(token) - static_cast<int64_t>(view.HeadOf(other)));
    nearer += its < own ? 1 : 0;
    ++alike;
  }
  sink.Add("nearer alike", absl::StrCat(std::min<size_t>(nearer, 3)), kind);
  sink.Add("alike", absl::StrCat(std::min<size_t>(alike, 3)), kind);
  if (context.clauses.ClauseOf(head) == context.clauses.ClauseOf(token)) {
    sink.Add("same clause", kind);
  } else if (context.clauses.Governs(context.clauses.ClauseOf(head),
                                     context.clauses.ClauseOf(token))) {
    sink.Add("governing clause", kind);
  }
  if (!rules[index].empty()) {
    sink.Add("rule role", rules[index]);
  } else {
    sink.Add("rule role", view.RulesAt(token).empty() ? "no rule" : "none");
  }
  if (mention.entities.size() == 1) {
    // The person or state that the sentence begins with, and whether it stands there elsewhere.
    size_t times = 0;
    for (const Mention& other : view.candidates) {
      times += other.entities == mention.entities ? 1 : 0;
    }
    sink.Add("times", absl::StrCat(std::min<size_t>(times, 3)), kind);
  }
}

}  // namespace norn::ingest
