#include "ingest/analysis/names/name_reconciliation.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace norn::ingest {
namespace {

uint32_t EndOf(const Name& name) { return name.first_token + name.token_count; }

// Whether the model takes the word for one that names: an unknown word keeps the benefit of doubt.
bool MayName(const Token& token) {
  return token.upos == "PROPN" || token.upos == "X" || token.upos.empty();
}

// For each token of the text, the model's name that it is in; -1: none.
std::vector<int32_t> NameAtToken(const AnnotatedText& text, absl::Span<const Name> names) {
  std::vector<int32_t> at(text.tokens.size(), -1);
  for (size_t i = 0; i < names.size(); ++i) {
    for (uint32_t t = names[i].first_token; t < EndOf(names[i]); ++t)
      at[t] = static_cast<int32_t>(i);
  }
  return at;
}

// Tokens that have a capital for standing first.
std::vector<bool> SentenceOpeners(const AnnotatedText& text) {
  std::vector<bool> opens(text.tokens.size());
  for (const Sentence& sentence : text.sentences) {
    uint32_t first = sentence.first_token;
    if (sentence.token_count > 1 && !text.tokens[first].is_word) ++first;
    if (sentence.token_count > 0) opens[first] = true;
  }
  return opens;
}

bool EndsLikeGenitive(absl::string_view form) {
  return absl::EndsWith(form, "s") || absl::EndsWith(form, "’") || absl::EndsWith(form, "'");
}

// "Hans Grundberg": a first name that is a common word too.
void TakeFirstName(const AnnotatedText& text, absl::Span<const Name> model_names,
                   const std::vector<int32_t>& model_at, const std::vector<bool>& is_taken,
                   Name& name) {
  const int32_t index = model_at[name.first_token];
  if (index < 0 || model_names[index].type != NameType::kPerson) return;
  const Name& whole = model_names[index];
  if (whole.first_token + 1 != name.first_token || EndOf(whole) != EndOf(name) ||
      !text.tokens[whole.first_token].is_capitalized || is_taken[whole.first_token]) {
    return;
  }
  name.first_token = whole.first_token;
  ++name.token_count;
  name.bytes.begin = text.tokens[whole.first_token].bytes.begin;
}

// Without "'s", which is no part of a name.
absl::string_view BaseOf(absl::string_view form) {
  for (const absl::string_view ending : {"'s", "’s", "'", "’"}) {
    if (absl::ConsumeSuffix(&form, ending)) break;
  }
  return form;
}

// "Baloch Liberation Army", "Kari Long": the rules stop in front of a word that is common
// elsewhere.
void TakeRest(const AnnotatedText& text, absl::Span<const Name> model_names,
              const std::vector<int32_t>& model_at, const std::vector<bool>& is_known, Name& name) {
  const int32_t index = model_at[name.first_token];
  if (index < 0 || (model_names[index].type != NameType::kOrganization &&
                    model_names[index].type != NameType::kPerson)) {
    return;
  }
  const Name& whole = model_names[index];
  if (whole.first_token != name.first_token) return;
  while (EndOf(name) < EndOf(whole)) {
    const Token& next = text.tokens[EndOf(name)];
    if (!next.is_capitalized || next.upos != "PROPN" || is_known[EndOf(name)]) return;
    ++name.token_count;
    name.bytes.end = next.bytes.begin + static_cast<uint32_t>(BaseOf(text.Form(next)).size());
  }
}

// "Environmental Protection Agency": the rules take the front for common words, which have their
// capital of the name.
void TakeFrontOfOrganization(const AnnotatedText& text, absl::Span<const Name> model_names,
                             const std::vector<int32_t>& model_at,
                             const std::vector<bool>& is_taken, Name& name) {
  const int32_t index = model_at[name.first_token];
  if (index < 0 || model_names[index].type != NameType::kOrganization) return;
  const Name& whole = model_names[index];
  if (EndOf(whole) != EndOf(name) || !text.tokens[whole.first_token].is_capitalized) return;
  for (uint32_t t = whole.first_token; t < name.first_token; ++t) {
    if (is_taken[t] || !text.tokens[t].is_word) return;
  }
  name.token_count += name.first_token - whole.first_token;
  name.first_token = whole.first_token;
  name.bytes.begin = text.tokens[whole.first_token].bytes.begin;
}

// "Mariana de Souza", "Universitetet i Dalby": the rules see two names, the model one with small
// words in it. `found`: in the order of the text.
void JoinParts(const AnnotatedText& text, absl::Span<const Name> model_names,
               const std::vector<int32_t>& model_at, std::vector<FoundName>& found) {
  constexpr uint32_t kMostBetween = 3;
  std::vector<FoundName> joined;
  for (FoundName& one : found) {
    const int32_t index = model_at[one.name.first_token];
    const bool is_inside = !joined.empty() && index >= 0 &&
                           model_at[joined.back().name.first_token] == index &&
                           (model_names[index].type == NameType::kPerson ||
                            model_names[index].type == NameType::kOrganization) &&
                           !joined.back().entry.has_value() && !one.entry.has_value() &&
                           EndOf(one.name) <= EndOf(model_names[index]);
    if (is_inside) {
      Name& front = joined.back().name;
      bool is_small = one.name.first_token - EndOf(front) <= kMostBetween;
      for (uint32_t t = EndOf(front); t < one.name.first_token; ++t) {
        is_small &= text.tokens[t].is_word && !text.tokens[t].is_capitalized;
      }
      if (is_small) {
        front.token_count = EndOf(one.name) - front.first_token;
        front.bytes.end = one.name.bytes.end;
        continue;
      }
    }
    joined.push_back(std::move(one));
  }
  found = std::move(joined);
}

// "Government Accountability Office": before a word for bodies, capitals in mid-sentence are the
// name's. `found`: in the order of the text.
void WidenBodies(const Vocabulary& vocabulary, const AnnotatedText& text,
                 const std::vector<bool>& opens, std::vector<FoundName>& found) {
  constexpr uint32_t kMostWords = 4;
  uint32_t free = 0;  // behind the name before
  for (FoundName& one : found) {
    Name& name = one.name;
    const Token& last = text.tokens[EndOf(name) - 1];
    const bool is_body = !one.entry.has_value() && last.is_capitalized &&
                         vocabulary.EndsLikeOrganization(last.lower);
    for (uint32_t words = 0; is_body && words < kMostWords && name.first_token > free; ++words) {
      const Token& front = text.tokens[name.first_token - 1];
      const bool is_front = front.is_word && front.is_capitalized && front.upos != "NOUN" &&
                            !opens[name.first_token - 1] && !vocabulary.IsPersonNoun(front.lower);
      if (!is_front) break;
      --name.first_token;
      ++name.token_count;
      name.bytes.begin = front.bytes.begin;
    }
    free = EndOf(name);
  }
}

// "Lis" is a surname, "Lis" of a woman called Li a genitive: what the model takes it for.
void SetGenitive(const AnnotatedText& text, Name& name) {
  const Token& last = text.tokens[EndOf(name) - 1];
  if (last.feats.empty() || !absl::EndsWith(last.lower, "s")) return;
  const bool is_genitive = absl::StrContains(last.feats, "Case=Gen");
  const bool is_cut = name.bytes.end + 1 == last.bytes.end;
  if (is_cut && !is_genitive) ++name.bytes.end;
}

// "Denzel Washington": the model sees one person where a surname is a state's or a town's name.
bool IsSurnameOfLast(absl::Span<const Name> model_names, const std::vector<int32_t>& model_at,
                     const FoundName& rule, const std::vector<FoundName>& kept) {
  if (kept.empty() || !rule.entry.has_value() || kept.back().entry.has_value()) return false;
  const bool is_on_map = rule.entry->role == GazetteerRole::kStateName ||
                         rule.entry->role == GazetteerRole::kCapital ||
                         rule.entry->role == GazetteerRole::kPlace;
  const Name& first = kept.back().name;
  const int32_t index = model_at[first.first_token];
  return is_on_map && index >= 0 && first.token_count == 1 &&
         first.first_token + 1 == rule.name.first_token &&
         model_names[index].type == NameType::kPerson &&
         model_names[index].first_token == first.first_token &&
         EndOf(model_names[index]) == EndOf(rule.name);
}

// "Norges Bondelag", "Norsk Flygerforbund": the tree sees one name of an organisation where the
// rules see a state's and another, or leave the nationality out. `found`: in the order of the text.
void JoinToFront(const Vocabulary& vocabulary, const AnnotatedText& text,
                 absl::Span<const Name> model_names, const std::vector<int32_t>& model_at,
                 std::vector<FoundName>& found) {
  std::vector<FoundName> joined;
  for (FoundName& one : found) {
    Name& name = one.name;
    const Token& first = text.tokens[name.first_token];
    const int32_t index = model_at[name.first_token];
    const bool is_organization = index >= 0 && model_names[index].type == NameType::kOrganization;
    const bool is_person = name.token_count > 1 && vocabulary.IsGivenName(first.lower);
    const bool is_part = !one.entry.has_value() && is_organization && !is_person &&
                         absl::StartsWith(first.deprel, "flat") && name.first_token > 0 &&
                         first.head == static_cast<int32_t>(name.first_token) - 1;
    const Token& front = text.tokens[is_part ? first.head : 0];
    const bool is_named = !joined.empty() && EndOf(joined.back().name) == name.first_token;
    const bool is_of_state = is_named && joined.back().name.token_count == 1 &&
                             joined.back().entry.has_value() && EndsLikeGenitive(text.Form(front));
    if (is_part && front.is_capitalized && front.upos == "PROPN" && (!is_named || is_of_state)) {
      if (is_named) joined.pop_back();
      --name.first_token;
      ++name.token_count;
      name.bytes.begin = front.bytes.begin;
    }
    joined.push_back(std::move(one));
  }
  found = std::move(joined);
}

}  // namespace

void ReconcileNames(const Vocabulary& vocabulary, const AnnotatedText& text,
                    absl::Span<const Name> model_names, std::vector<FoundName>& found) {
  if (model_names.empty()) return;
  const std::vector<int32_t> model_at = NameAtToken(text, model_names);
  const std::vector<bool> opens = SentenceOpeners(text);
  std::vector<bool> is_taken(text.tokens.size());
  std::vector<bool> is_known(text.tokens.size());  // where the lexicon's names begin
  for (const FoundName& rule : found) is_known[rule.name.first_token] = rule.entry.has_value();
  // Written with a capital where only a name is.
  absl::flat_hash_set<absl::string_view> certain;
  for (const FoundName& rule : found) {
    if (opens[rule.name.first_token]) continue;
    for (uint32_t t = rule.name.first_token; t < EndOf(rule.name); ++t) {
      if (text.tokens[t].is_capitalized) certain.insert(text.tokens[t].lower);
    }
  }
  std::vector<FoundName> kept;
  for (FoundName& rule : found) {
    Name& name = rule.name;
    if (is_taken[name.first_token]) continue;  // of a name that was cut in two
    const bool is_doubtful = !rule.entry.has_value() && opens[name.first_token] &&
                             !MayName(text.tokens[name.first_token]) &&
                             !vocabulary.IsGivenName(text.tokens[name.first_token].lower) &&
                             !certain.contains(text.tokens[name.first_token].lower);
    const bool model_agrees = model_at[name.first_token] >= 0;
    if (is_doubtful && !model_agrees) {
      // "Landslagssjef Ola Dahl": a common word that its capital put to the name.
      if (name.token_count == 1 || model_at[name.first_token + 1] < 0) continue;
      ++name.first_token;
      --name.token_count;
      name.bytes.begin = text.tokens[name.first_token].bytes.begin;
    }
    if (IsSurnameOfLast(model_names, model_at, rule, kept)) {
      name.first_token = kept.back().name.first_token;
      ++name.token_count;
      name.bytes.begin = kept.back().name.bytes.begin;
      rule.entry.reset();
      kept.pop_back();
    }
    if (!rule.entry.has_value()) {
      TakeFirstName(text, model_names, model_at, is_taken, name);
      TakeRest(text, model_names, model_at, is_known, name);
      TakeFrontOfOrganization(text, model_names, model_at, is_taken, name);
      SetGenitive(text, name);
    }
    for (uint32_t t = name.first_token; t < EndOf(name); ++t) is_taken[t] = true;
    kept.push_back(std::move(rule));
  }
  for (const Name& name : model_names) {
    bool is_new = true;
    for (uint32_t t = name.first_token; t < EndOf(name); ++t) is_new &= !is_taken[t];
    const Token& first = text.tokens[name.first_token];
    // Elsewhere the rules have left a capital out on purpose: a day, a title, a nationality.
    if (!is_new || !opens[name.first_token] || !first.is_capitalized || !MayName(first) ||
        name.type == NameType::kUnknown || name.type == NameType::kProduct ||
        !text.tokens[EndOf(name) - 1].is_capitalized || EndsLikeGenitive(text.Slice(name.bytes))) {
      continue;
    }
    FoundName added;
    added.name = name;
    kept.push_back(std::move(added));
  }
  std::sort(kept.begin(), kept.end(), [](const FoundName& a, const FoundName& b) {
    return a.name.first_token < b.name.first_token;
  });
  found = std::move(kept);
  JoinToFront(vocabulary, text, model_names, model_at, found);
  JoinParts(text, model_names, model_at, found);
  WidenBodies(vocabulary, text, opens, found);
}

}  // namespace norn::ingest
