#include "ingest/extract/mentions/appositions.h"

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
  const absl::string_view after =
      name.end_token() < end_ ? absl::string_view(Word(name.end_token())) : ".";
  return description.kind == Mention::Kind::kDescription && name.kind == Mention::Kind::kName &&
         Word(description.end_token()) == "," && description.end_token() + 1 == name.phrase_begin &&
         name.entities.size() == 1 &&
         entities_.entity(name.entities[0]).kind() == proto::Entity::PERSON &&
         (after == "," || after == "." || after == ";");
}

void Appositions::Read(uint32_t end, std::vector<Mention>& mentions) {
  end_ = end;
  for (uint32_t i = 1; i < mentions.size(); ++i) {
    if (IsNamedByNext(mentions, i)) {
      mentions[i].list_previous = -1;
      mentions[i - 1].entities = mentions[i].entities;
      mentions[i - 1].via = Mention::Via::kHolder;
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
    AddOfficeOf(description, name.entities[0], name);
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
