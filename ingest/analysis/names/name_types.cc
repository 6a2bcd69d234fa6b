#include "ingest/analysis/names/name_types.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/unicode.h"

namespace norn::ingest {
namespace {

// How much a type is worth: a stronger one overrules a weaker one of the same name elsewhere.
enum class Strength : uint8_t { kNone, kWeak, kModel, kStrong, kLexicon };

struct TypeEvidence {
  NameType type = NameType::kUnknown;
  Strength strength = Strength::kNone;
};

NameType TypeOf(const GazetteerEntry& entry) {
  switch (entry.role) {
    case GazetteerRole::kActorName:
    case GazetteerRole::kActorShortName:
      return entry.actor->kind() == Actor::PERSON ? NameType::kPerson : NameType::kOrganization;
    case GazetteerRole::kStateName:
    case GazetteerRole::kCapital:
    case GazetteerRole::kSeat:
      return NameType::kGeopolitical;
    case GazetteerRole::kWeapon:
      return NameType::kProduct;
    case GazetteerRole::kPlace:
      return NameType::kPlace;
    default:
      return NameType::kUnknown;
  }
}

class TypeCues {
 public:
  TypeCues(const Vocabulary& vocabulary, const Gazetteer& gazetteer, const AnnotatedText& text,
           absl::Span<const Name> model_names)
      : words_(vocabulary), gazetteer_(gazetteer), text_(text), model_names_(model_names) {}

  TypeEvidence Of(const FoundName& found) const {
    if (found.entry.has_value()) return {TypeOf(*found.entry), Strength::kLexicon};
    if (const TypeEvidence own = ByOwnWords(found); own.strength == Strength::kStrong) return own;
    if (const TypeEvidence before = ByWordBefore(found.name);
        before.strength == Strength::kStrong) {
      return before;
    }
    if (const TypeEvidence read = ByModel(found.name); read.strength != Strength::kNone)
      return read;
    return ByWeakCues(found.name);
  }

 private:
  TypeEvidence ByOwnWords(const FoundName& found) const {
    if (IsWeaponCompound(found.name)) return {NameType::kProduct, Strength::kStrong};
    const std::string last = Fold(LastWord(found.name));
    if (words_.EndsLikeOrganization(last)) return {NameType::kOrganization, Strength::kStrong};
    const Token& first = text_.tokens[found.name.first_token];
    if (found.ends_in_person || words_.IsGivenName(first.lower) || IsGivenGenitive(found.name)) {
      return {NameType::kPerson, Strength::kStrong};
    }
    if (words_.EndsLikePlace(last)) return {NameType::kPlace, Strength::kStrong};
    return {};
  }

  // "X-systemet": a name in front of a word for arms.
  bool IsWeaponCompound(const Name& name) const {
    const Token& last = text_.tokens[name.first_token + name.token_count - 1];
    if (name.bytes.end >= last.bytes.end) return false;
    const std::string tail = Fold(text_.Slice({name.bytes.end, last.bytes.end}));
    return tail.size() > 1 && tail[0] == '-' && words_.Is("weapon_head", tail.substr(1));
  }

  bool IsGivenGenitive(const Name& name) const {
    return name.token_count == 1 && words_.IsGivenName(Fold(text_.Slice(name.bytes)));
  }

  TypeEvidence ByWordBefore(const Name& name) const {
    const Token* before = Neighbour(name.first_token, -1);
    if (before == nullptr) return {};
    const absl::string_view word = TailOf(before->lower);
    if (gazetteer_.IsTitle(before->lower) || words_.IsPersonNoun(word)) {
      return {NameType::kPerson, Strength::kStrong};
    }
    if (words_.IsOrganizationNoun(word)) return {NameType::kOrganization, Strength::kStrong};
    if (words_.IsPlaceNoun(word)) return {NameType::kPlace, Strength::kStrong};
    return {};
  }

  // The type of the model's name that this one's last word is in, else its first.
  TypeEvidence ByModel(const Name& name) const {
    for (const uint32_t token : {name.first_token + name.token_count - 1, name.first_token}) {
      const auto after = std::upper_bound(
          model_names_.begin(), model_names_.end(), token,
          [](uint32_t wanted, const Name& other) { return wanted < other.first_token; });
      if (after == model_names_.begin()) continue;
      const Name& other = *(after - 1);
      const bool has_token = token < other.first_token + other.token_count;
      // What a model takes for a product is hardly ever a weapon.
      const bool is_known = other.type != NameType::kUnknown && other.type != NameType::kProduct;
      if (has_token && is_known) return {other.type, Strength::kModel};
    }
    return {};
  }

  TypeEvidence ByWeakCues(const Name& name) const {
    constexpr uint32_t kMaxAcronym = 6;
    constexpr uint32_t kMaxPersonWords = 3;
    const absl::string_view form = text_.Slice(name.bytes);
    const bool is_acronym = name.token_count == 1 && form.size() <= kMaxAcronym && IsAllUpper(form);
    if (is_acronym) return {NameType::kOrganization, Strength::kWeak};
    const Token* before = Neighbour(name.first_token, -1);
    const Token* after = Neighbour(name.first_token + name.token_count - 1, 1);
    const bool says = (after != nullptr && words_.Is("reporting_verb", after->lower)) ||
                      (before != nullptr && words_.Is("reporting_verb", before->lower));
    if (!says && before != nullptr && words_.Is("locative_preposition", before->lower)) {
      return {NameType::kPlace, Strength::kWeak};
    }
    const uint32_t words = CountCapitals(name);
    const bool is_pair = words >= 2 && words <= kMaxPersonWords;
    if (says || is_pair) return {NameType::kPerson, Strength::kWeak};
    return {};
  }

  uint32_t CountCapitals(const Name& name) const {
    uint32_t capitals = 0;
    for (uint32_t i = 0; i < name.token_count; ++i) {
      capitals += text_.tokens[name.first_token + i].is_capitalized ? 1 : 0;
    }
    return capitals;
  }

  // The token beside; null at the text's ends.
  const Token* Neighbour(uint32_t token, int step) const {
    const int64_t at = static_cast<int64_t>(token) + step;
    if (at < 0 || at >= static_cast<int64_t>(text_.tokens.size())) return nullptr;
    return &text_.tokens[at];
  }

  // "axios-journalist" ends in "journalist".
  static absl::string_view TailOf(absl::string_view word) {
    const size_t hyphen = word.rfind('-');
    return hyphen == absl::string_view::npos ? word : word.substr(hyphen + 1);
  }

  absl::string_view LastWord(const Name& name) const {
    const Token& last = text_.tokens[name.first_token + name.token_count - 1];
    return text_.Slice({last.bytes.begin, name.bytes.end});
  }

  const Vocabulary& words_;
  const Gazetteer& gazetteer_;
  const AnnotatedText& text_;
  absl::Span<const Name> model_names_;
};

void Strengthen(const TypeEvidence& own, TypeEvidence& best) {
  if (own.strength > best.strength) best = own;
}

}  // namespace

void AssignNameTypes(const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                     const AnnotatedText& text, absl::Span<const Name> model_names,
                     std::vector<FoundName>& names) {
  const TypeCues cues(vocabulary, gazetteer, text, model_names);
  std::vector<TypeEvidence> evidence;
  // By folded name, and by the last word of persons' full names.
  absl::flat_hash_map<std::string, TypeEvidence> best;
  for (const FoundName& found : names) {
    const TypeEvidence& own = evidence.emplace_back(cues.Of(found));
    const std::string name = Fold(text.Slice(found.name.bytes));
    Strengthen(own, best[name]);
    const size_t blank = name.rfind(' ');
    if (blank != std::string::npos && own.type == NameType::kPerson) {
      Strengthen({own.type, Strength::kStrong}, best[name.substr(blank + 1)]);
    }
  }
  for (size_t i = 0; i < names.size(); ++i) {
    const TypeEvidence& elsewhere = best[Fold(text.Slice(names[i].name.bytes))];
    names[i].name.type =
        elsewhere.strength > evidence[i].strength ? elsewhere.type : evidence[i].type;
  }
}

}  // namespace norn::ingest
