#include "ingest/extract/rules/dependencies.h"

#include "absl/strings/match.h"

namespace norn::ingest {
namespace {

// How far up a subject may be shared: "… ringte og ba og fikk …".
constexpr int kDeepest = 6;

}  // namespace

std::optional<uint32_t> Dependencies::HeadOf(uint32_t at) const {
  const int32_t head = token(at).head;
  if (head < 0) return std::nullopt;
  return static_cast<uint32_t>(head);
}

bool Dependencies::IsVerb(uint32_t at) const { return token(at).upos == "VERB"; }

std::optional<uint32_t> Dependencies::DependentOf(uint32_t head, absl::string_view relation) const {
  std::optional<uint32_t> found;
  for (uint32_t at = context_.begin(); at < context_.end(); ++at) {
    if (token(at).head != static_cast<int32_t>(head) || token(at).deprel != relation) continue;
    // Of two, which is one too many, the nearer in front; behind, the first.
    if (at > head && found) break;
    found = at;
  }
  return found;
}

bool Dependencies::IsRelative(uint32_t at) const {
  return absl::StrContains(token(at).feats, "PronType=Rel") ||
         (token(at).upos == "PRON" && context_.Is("relative", at));
}

uint32_t Dependencies::Antecedent(uint32_t pronoun, uint32_t verb) const {
  if (!IsRelative(pronoun) || !absl::StartsWith(token(verb).deprel, "acl")) return pronoun;
  return HeadOf(verb).value_or(pronoun);
}

std::optional<uint32_t> Dependencies::SubjectTokenOf(uint32_t verb, int depth) const {
  if (const auto own = DependentOf(verb, "nsubj")) return Antecedent(*own, verb);
  if (const auto own = DependentOf(verb, "nsubj:pass")) return Antecedent(*own, verb);
  const absl::string_view relation = token(verb).deprel;
  const std::optional<uint32_t> head = HeadOf(verb);
  if (!head || depth >= kDeepest) return std::nullopt;
  const bool shares = relation == "conj" || absl::StartsWith(relation, "xcomp") ||
                      relation == "advcl" || relation == "ccomp" || relation == "acl" ||
                      relation == "parataxis";
  if (!shares) return std::nullopt;
  // "X spoke with Y, Z said": what is said first has a subject of its own, wherever the tree put
  // it.
  if (relation == "ccomp" && *head > verb) {
    for (uint32_t at = verb; at-- > context_.begin();) {
      if (token(at).head == static_cast<int32_t>(*head) && token(at).deprel == "nsubj") return at;
    }
    return std::nullopt;
  }
  // "den norske beslutningen om å sende": who decided is to do it.
  if (relation == "acl" && context_.Is("decision_noun", *head) && MentionAt(*head)) return head;
  // "planen om å møte": the noun's own verb.
  uint32_t above = *head;
  for (int step = 0; step < kDeepest && !IsVerb(above); ++step) {
    // "hun er klar til å møte": the adjective's subject.
    if (const auto own = DependentOf(above, "nsubj")) return Antecedent(*own, above);
    const auto next = HeadOf(above);
    if (!next) break;
    above = *next;
  }
  // "ba X om å komme", "oppfordret X til å angripe": who is asked is to do it.
  // "lovet X å sende": who promises is to do it.
  const bool is_asked =
      !context_.Is("promise_verb", above) && (relation == "xcomp" || relation == "ccomp" ||
                                              (relation == "advcl" && !HasPurposeMarker(verb)));
  if (const auto asked = is_asked ? DependentOf(above, "obj") : std::nullopt) {
    return Antecedent(*asked, above);
  }
  return SubjectTokenOf(above, depth + 1);
}

// "for å møte": the subject's own purpose.
bool Dependencies::IsPast(uint32_t verb) const {
  return absl::StrContains(token(verb).feats, "Tense=Past") ||
         absl::StrContains(token(verb).feats, "VerbForm=Part") ||
         absl::StrContains(token(verb).feats, "VerbForm=Sup");
}

Slot Dependencies::PromisedTo(uint32_t verb) const {
  const auto head = HeadOf(verb);
  if (!head || !context_.Is("promise_verb", *head)) return {};
  const auto indirect = DependentOf(*head, "iobj");
  return SlotOf(indirect ? indirect : DependentOf(*head, "obj"));
}

bool Dependencies::HasPurposeMarker(uint32_t verb) const {
  for (uint32_t at = context_.begin(); at < verb; ++at) {
    if (token(at).head == static_cast<int32_t>(verb) && context_.Is("purpose_marker", at)) {
      return true;
    }
  }
  return false;
}

Slot Dependencies::SubjectOf(uint32_t verb) const {
  if (!IsVerb(verb)) return {};
  return SlotOf(SubjectTokenOf(verb, 0));
}

std::optional<uint32_t> Dependencies::ObjectTokenOf(uint32_t verb, bool is_passive) const {
  if (!IsVerb(verb)) return std::nullopt;
  if (is_passive) return SubjectTokenOf(verb, 0);
  const auto object = DependentOf(verb, "obj");
  if (!object) return std::nullopt;
  return Antecedent(*object, verb);
}

Slot Dependencies::ObjectOf(uint32_t verb, bool is_passive) const {
  if (!is_passive) {
    if (const auto indirect = DependentOf(verb, "iobj")) return SlotOf(indirect);
  }
  return SlotOf(ObjectTokenOf(verb, is_passive));
}

std::optional<uint32_t> Dependencies::OwnerOf(uint32_t mention) const {
  const Mention& owned = context_.mentions[mention];
  for (uint32_t i = 0; i < mention; ++i) {
    const Mention& owner = context_.mentions[i];
    const bool modifies = owner.is_genitive || owner.kind == Mention::Kind::kAdjective;
    constexpr uint32_t kWordsBetween = 2;
    if (modifies && owner.end_token() <= owned.first_token &&
        owned.first_token - owner.end_token() <= kWordsBetween) {
      return i;
    }
  }
  return std::nullopt;
}

std::vector<uint32_t> Dependencies::PhrasesOf(uint32_t head) const {
  std::vector<uint32_t> phrases;
  for (uint32_t at = context_.begin(); at < context_.end(); ++at) {
    if (token(at).head == static_cast<int32_t>(head) && CaseOf(at) >= 0) phrases.push_back(at);
  }
  return phrases;
}

int64_t Dependencies::CaseOf(uint32_t head) const {
  int64_t last = -1;
  for (uint32_t at = context_.begin(); at < head; ++at) {
    if (token(at).head == static_cast<int32_t>(head) && token(at).deprel == "case") last = at;
  }
  return last;
}

bool Dependencies::IsInPhraseOf(uint32_t at, uint32_t head) const {
  for (int step = 0; step < kDeepest; ++step) {
    if (at == head) return true;
    const absl::string_view relation = token(at).deprel;
    if (absl::StartsWith(relation, "acl") || absl::StartsWith(relation, "advcl")) return false;
    const auto above = HeadOf(at);
    if (!above) return false;
    at = *above;
  }
  return false;
}

bool Dependencies::IsPartOf(uint32_t at, uint32_t head) const {
  for (int step = 0; step < kDeepest && at != head; ++step) {
    const int64_t preposition = CaseOf(at);
    const auto above = HeadOf(at);
    const bool is_content = above && context_.Is("container", *above);
    if (!above || (preposition >= 0 && !is_content && !context_.Is("partitive", preposition))) {
      return false;
    }
    at = *above;
  }
  return at == head;
}

bool Dependencies::BelongsToNounBetween(uint32_t from, uint32_t mention) const {
  const Mention& own = context_.mentions[mention];
  for (uint32_t at = own.phrase_begin; at < own.end_token(); ++at) {
    const auto head = HeadOf(at);
    if (!head || (*head >= own.phrase_begin && *head < own.end_token())) continue;
    return *head > from && *head < own.phrase_begin && token(*head).upos == "NOUN" &&
           CaseOf(*head) > static_cast<int64_t>(from);
  }
  return false;
}

std::optional<uint32_t> Dependencies::VerbAbove(uint32_t noun) const {
  std::optional<uint32_t> at = HeadOf(noun);
  for (int step = 0; at && step < kDeepest && !IsVerb(*at); ++step) at = HeadOf(*at);
  return at && IsVerb(*at) ? at : std::nullopt;
}

Slot Dependencies::SlotOf(std::optional<uint32_t> at) const {
  if (!at) return {};
  return {true, MentionAt(*at)};
}

// The mention whose phrase the token heads or is in, or one that stands beside it as its name.
std::optional<uint32_t> Dependencies::MentionAt(uint32_t at) const {
  const std::vector<Mention>& mentions = context_.mentions;
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    const Token& first = token(mentions[i].first_token);
    const bool beside = first.head == static_cast<int32_t>(at) &&
                        (first.deprel == "appos" || absl::StartsWith(first.deprel, "flat"));
    if (beside && !mentions[i].is_genitive && mentions[i].kind == Mention::Kind::kName) return i;
  }
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const bool modifies = mention.is_genitive || mention.kind == Mention::Kind::kAdjective;
    if (modifies) {
      if (mention.end_token() == at && context_.Is("decision_noun", at)) return i;
    } else if (mention.phrase_begin <= at && at < mention.end_token()) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace norn::ingest
