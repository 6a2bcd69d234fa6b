#include "ingest/extract/mentions/name_parts_played.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

NamePartsPlayed::NamePartsPlayed(const AnnotatedText& text, const Grammar& grammar,
                                 const Gazetteer& gazetteer, const PhraseReader& reader,
                                 const EntityTable& entities)
    : text_(text), grammar_(grammar), gazetteer_(gazetteer), reader_(reader), entities_(entities) {}

bool NamePartsPlayed::IsNoActor(const Name& name) const {
  const bool known =
      gazetteer_.Match(text_, name.first_token, name.first_token + name.token_count).name() !=
      nullptr;
  if (known) return false;
  if (IsCredit(name.first_token)) return true;
  // "TV-tale": a common noun that a name is part of.
  const absl::string_view tail = TailOf(text_, name);
  const bool is_part = !tail.empty() && tail[0] == '-' && name.type != NameType::kProduct;
  if (name.token_count == 1 && (is_part || BeginsWithKnownName(name))) {
    return true;
  }
  // "Hurricane Irma"
  if (name.token_count > 1 && Is("thing_noun", name.first_token)) return true;
  const bool stamp = end_ - begin_ == name.token_count && name.token_count == 1;
  return stamp || (name.first_token > begin_ && Is("thing_noun", name.first_token - 1));
}

bool NamePartsPlayed::IsPartyOf(uint32_t at, const Name& name, const Mention* last) const {
  const uint32_t behind = at + name.token_count;
  return at > begin_ && Word(at - 1) == "(" && Word(behind) == ")" && last != nullptr &&
         last->end_token() + 1 == at && last->entities.size() == 1 &&
         entities_.entity(last->entities[0]).kind() == proto::Entity::PERSON;
}

bool NamePartsPlayed::IsStruck(const Name& name) const {
  const Token& token = text_.tokens[name.first_token];
  // "angrep Kyiv", where the tree takes the verb for the noun that is written like it.
  const bool is_bare = token.deprel == "nmod" && token.head + 1 == name.first_token;
  const bool is_object = is_bare || token.deprel == "obj" || token.deprel == "nsubj:pass";
  if (!is_object || token.head < 0) return false;
  for (const auto& match : grammar_.triggers().At(text_.tokens, token.head, end_)) {
    const EventType& type = grammar_.events().Of(match.value->trigger->type());
    const bool is_of_places = std::any_of(
        type.role().begin(), type.role().end(),
        [](const Role& role) { return role.direction() == Role::TO && role.filled_by_property(); });
    if (type.family() == EventType::ACT && is_of_places && !type.placeless()) return true;
  }
  return false;
}

bool NamePartsPlayed::IsWhereItStands(uint32_t entity, uint32_t at) const {
  const Actor* actor = entities_.actor(entity);
  return actor != nullptr && actor->media() && at > begin_ && Is("place_preposition", at - 1);
}

bool NamePartsPlayed::IsFrontOfNoun(const Name& name) const {
  const absl::string_view tail = TailOf(text_, name);
  if (tail.size() < 2 || tail[0] != '-') return false;
  const std::string noun(tail.substr(1));
  return !reader_.TitleByWord(noun) && !reader_.IsPersonNoun(noun) &&
         grammar_.FindGroup(noun) == nullptr;
}

// "Foto: Kari Dahl": who took the picture is not in it.
bool NamePartsPlayed::IsCredit(uint32_t at) const {
  return at > begin_ + 1 && Word(at - 1) == ":" && Is("credit_label", at - 2);
}

bool NamePartsPlayed::BeginsWithKnownName(const Name& name) const {
  constexpr size_t kShortestName = 4;
  constexpr size_t kShortestTail = 4;
  constexpr size_t kLongest = 40;
  const absl::string_view form = text_.Slice(name.bytes);
  if (form.size() > kLongest) return false;
  for (size_t cut = kShortestName; cut + kShortestTail <= form.size(); ++cut) {
    // Only at a whole character, and where a small letter follows.
    if (!absl::ascii_islower(static_cast<unsigned char>(form[cut]))) continue;
    const auto entries = gazetteer_.Find(form.substr(0, cut));
    const bool is_name = std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
      return entry.role == GazetteerRole::kStateName || entry.role == GazetteerRole::kActorName;
    });
    if (is_name) return true;
  }
  return false;
}

}  // namespace norn::ingest
