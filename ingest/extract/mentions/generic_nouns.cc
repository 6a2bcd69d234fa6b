#include "ingest/extract/mentions/generic_nouns.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

GenericNouns::GenericNouns(const AnnotatedText& text, const Gazetteer& gazetteer,
                           const PhraseReader& reader,
                           const absl::flat_hash_map<uint32_t, uint32_t>& name_at,
                           EntityTable& entities)
    : text_(text), gazetteer_(gazetteer), reader_(reader), name_at_(name_at), entities_(entities) {}

std::optional<uint32_t> GenericNouns::ReadAt(uint32_t at, uint32_t end,
                                             std::vector<Mention>& mentions) {
  uint32_t noun = at;
  while (reader_.Is("determiner", noun)) ++noun;
  if (noun >= end) return std::nullopt;
  const GazetteerMatch match = gazetteer_.Match(text_, noun, end);
  if (const GazetteerEntry* weapon = match.Find(GazetteerRole::kWeapon);
      weapon != nullptr && weapon->weapon->generic()) {
    const bool behind_system = !mentions.empty() && mentions.back().end_token() == noun &&
                               mentions.back().kind == Mention::Kind::kWeapon;
    if (behind_system) {
      mentions.back().token_count += match.length;
    } else {
      mentions.push_back(MakeMention(Mention::Kind::kWeapon, noun, match.length, at));
    }
    return noun + match.length;
  }
  if (match.entries.empty() && IsCompoundForArms(noun)) {
    mentions.push_back(MakeMention(Mention::Kind::kWeapon, noun, 1, at));
    return noun + 1;
  }
  const GazetteerEntry* inhabitant = match.Find(GazetteerRole::kStateInhabitant);
  if (inhabitant == nullptr || match.form == GazetteerForm::kGenitive ||
      absl::StrContains(text_.tokens[noun].feats, "Case=Gen") ||
      reader_.IsTitle(noun + match.length)) {
    return std::nullopt;
  }
  Mention mention = MakeMention(Mention::Kind::kGroup, noun, match.length, at);
  mention.entities = {entities_.StateById(inhabitant->state->id())};
  mention.via = Mention::Via::kInhabitants;
  entities_.AddMention(mention.entities[0], match.bytes,
                       entities_.entity(mention.entities[0]).name());
  mentions.push_back(std::move(mention));
  return noun + match.length;
}

// "luftvernraketter": a compound whose head is a word for arms.
bool GenericNouns::IsCompoundForArms(uint32_t at) const {
  constexpr size_t kShortestFront = 3;
  constexpr size_t kShortestHead = 6;
  constexpr size_t kLongest = 40;
  const Token& token = text_.tokens[at];
  const absl::string_view word = token.lower;
  if (token.upos != "NOUN" || name_at_.contains(at) || word.size() > kLongest) return false;
  for (size_t cut = kShortestFront; cut + kShortestHead <= word.size(); ++cut) {
    // Only at a whole character.
    if ((static_cast<uint8_t>(word[cut]) & 0xC0) == 0x80) continue;
    for (const GazetteerEntry& entry : gazetteer_.Find(word.substr(cut))) {
      if (entry.role == GazetteerRole::kWeapon && entry.weapon->generic()) return true;
    }
  }
  return false;
}

}  // namespace norn::ingest
