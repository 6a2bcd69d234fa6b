#include "ingest/extract/mentions/appositions.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

Appositions::Appositions(const AnnotatedText& text, const Gazetteer& gazetteer,
                         const EntityTable& entities, PhraseReader& reader, OfficeBook& offices)
    : text_(text), gazetteer_(gazetteer), entities_(entities), reader_(reader), offices_(offices) {}

// "Nordlands præsident, Olena Koval, siger": the name behind the comma is whom the
// description means; in a list a conjunction would follow.
bool Appositions::IsNamedByNext(const std::vector<Mention>& mentions, uint32_t i) const {
  const Mention& description = mentions[i - 1];
  const Mention& name = mentions[i];
  return description.kind == Mention::Kind::kDescription && name.kind == Mention::Kind::kName &&
         Word(description.end_token()) == "," && description.end_token() + 1 == name.phrase_begin &&
         name.entities.size() == 1 &&
         entities_.entity(name.entities[0]).kind() == proto::Entity::PERSON && EndsBehind(name);
}

void Appositions::Read(uint32_t end, std::vector<Mention>& mentions) {
  end_ = end;
  for (uint32_t i = 1; i < mentions.size(); ++i) {
    if (IsNamedByNext(mentions, i)) {
      mentions[i].list_previous = -1;
      mentions[i - 1].entities = mentions[i].entities;
      mentions[i - 1].via = Mention::Via::kHolder;
      mentions[i - 1].is_apposed = true;
      AddOfficeOf(mentions[i - 1], mentions[i].entities[0], mentions[i]);
      continue;
    }
    Mention& description = mentions[i];
    const Mention& name = mentions[i - 1];
    if (description.kind != Mention::Kind::kDescription || name.kind != Mention::Kind::kName ||
        description.list_previous != static_cast<int32_t>(i) - 1 || Word(name.end_token()) != "," ||
        entities_.entity(name.entities[0]).kind() != proto::Entity::PERSON) {
      continue;
    }
    description.list_previous = -1;
    description.entities = name.entities;
    description.via = Mention::Via::kHolder;
    description.is_apposed = true;
    AddOfficeOf(description, name.entities[0], name);
  }
}

// "utsendingen, Jens Dahl,": what follows the name ends the apposition; in a list a conjunction
// would follow.
bool Appositions::EndsBehind(const Mention& name) const {
  const absl::string_view after =
      name.end_token() < end_ ? absl::string_view(Word(name.end_token())) : ".";
  return after == "," || after == "." || after == ";";
}

bool Appositions::IsNamedBy(const Mention& phrase, const Mention& name) const {
  const auto at = static_cast<int32_t>(phrase.head_token);
  const Token& head = text_.tokens[phrase.head_token];
  const Token& named = text_.tokens[name.head_token];
  const bool is_below = named.head == at;
  const bool is_above = head.head == static_cast<int32_t>(name.head_token);
  if (is_below && (named.deprel == "appos" || absl::StartsWith(named.deprel, "flat"))) return true;
  if (is_above && head.deprel == "appos") return true;
  if (entities_.entity(name.entities[0]).kind() != proto::Entity::PERSON) return false;
  const uint32_t next = phrase.head_token + 1;
  if (name.phrase_begin < next) return false;
  // "nordlendingen Jens Dahl"
  if (name.phrase_begin == next) return is_below || is_above;
  if (Word(name.phrase_begin - 1) != "," || !EndsBehind(name)) return false;
  const bool is_known = phrase.kind != Mention::Kind::kNoun;
  if (name.phrase_begin == next + 1) return is_known || is_below;
  // "utsendingen i Nordland, Jens Dahl": the tree may take the place for whom the name is of.
  const bool is_of_place =
      named.deprel == "appos" && named.head > at && text_.tokens[named.head].head == at;
  return is_of_place;
}

void Appositions::ReadPhrases(std::vector<Mention>& candidates) const {
  for (Mention& phrase : candidates) {
    const bool is_phrase = phrase.kind == Mention::Kind::kDescription ||
                           phrase.kind == Mention::Kind::kGroup ||
                           phrase.kind == Mention::Kind::kNoun;
    if (!is_phrase || phrase.is_apposed || phrase.is_plural || phrase.is_excluded) continue;
    for (const Mention& name : candidates) {
      if (name.kind != Mention::Kind::kName || name.entities.size() != 1 || name.is_excluded ||
          name.is_genitive || !IsNamedBy(phrase, name)) {
        continue;
      }
      const proto::Entity::Kind kind = entities_.entity(name.entities[0]).kind();
      if (kind != proto::Entity::PERSON && kind != proto::Entity::ORGANIZATION) continue;
      phrase.entities = name.entities;
      phrase.via = Mention::Via::kHolder;
      phrase.is_apposed = true;
      break;
    }
  }
}

void Appositions::AddOfficeOf(const Mention& description, uint32_t holder, const Mention& name) {
  const GazetteerMatch match = gazetteer_.Match(text_, description.first_token, end_);
  const GazetteerEntry* title = match.Find(GazetteerRole::kOfficeTitle);
  if (title == nullptr) return;
  Phrase phrase;
  uint32_t at = description.phrase_begin;
  while (reader_.Is("determiner", at)) ++at;
  reader_.ReadFront(at, phrase);
  offices_.Add(holder, phrase.of,
               {reader_.TextOf(description.first_token, match.length), title->office},
               {text_.tokens[name.first_token].bytes.begin,
                text_.tokens[description.end_token() - 1].bytes.end});
}

}  // namespace norn::ingest
