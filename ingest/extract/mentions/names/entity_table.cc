#include "ingest/extract/mentions/names/entity_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/search_key.h"
#include "ingest/extract/mentions/names/name_evidence.h"
#include "ingest/lexicon/places/place_states.h"

namespace norn::ingest {
namespace {

std::vector<std::string> Parts(absl::string_view name) {
  return absl::StrSplit(name, ' ', absl::SkipEmpty());
}

proto::Entity::Kind KindOf(const Actor& actor) {
  return actor.kind() == Actor::PERSON ? proto::Entity::PERSON : proto::Entity::ORGANIZATION;
}

}  // namespace

EntityTable::EntityTable(const Grammar& grammar, const Gazetteer& gazetteer)
    : grammar_(grammar), lexicon_(grammar.lexicon()), gazetteer_(gazetteer) {
  for (const State& state : lexicon_.state()) {
    states_[state.id()] = &state;
    if (!state.iso().empty()) by_iso_.emplace(state.iso(), &state);
  }
}

void EntityTable::ReadFullNames(const AnnotatedText& text) {
  for (const Name& name : text.names) {
    if (name.type != NameType::kUnknown) {
      ++types_[base::SearchKey(text.Slice(name.bytes))][name.type];
    }
  }
  for (const Name& name : text.names) {
    if (Parts(text.Slice(name.bytes)).size() < 2) continue;
    const std::optional<uint32_t> index = EntityOf(text, name, false);
    if (!index || entities_[*index].kind() != proto::Entity::PERSON) continue;
    const std::string spelling =
        ProperName(text, name, grammar_, gazetteer_).value_or(std::string(text.Slice(name.bytes)));
    const std::vector<std::string> parts = Parts(spelling);
    if (parts.size() < 2) continue;
    by_last_name_[base::SearchKey(parts.back())].insert(*index);
    by_first_name_[base::SearchKey(parts.front())].insert(*index);
  }
}

std::optional<uint32_t> EntityTable::EntityOf(const AnnotatedText& text, const Name& found,
                                              bool as_place) {
  const std::string spelling(text.Slice(found.bytes));
  Name name = found;
  name.type = UsualType(found, spelling);
  const bool single = Parts(spelling).size() == 1;
  const GazetteerMatch match =
      gazetteer_.Match(text, name.first_token, name.first_token + name.token_count);
  const bool whole = match.length == name.token_count;
  // A person of this article who is named in full goes before the lexicon's bearer of a surname.
  const GazetteerEntry* known = whole ? match.name() : nullptr;
  const bool surname_only = known == nullptr || known->role == GazetteerRole::kActorShortName;
  if (single && surname_only && (known == nullptr || known->actor->kind() == Actor::PERSON)) {
    if (const auto person = PersonByPart(spelling)) return person;
  }
  // "Harald bin Olav bin Dahl" is the lexicon's "Harald bin Olav".
  const bool is_longer = !whole && match.name() != nullptr && match.length > 1 &&
                         match.name()->role == GazetteerRole::kActorName &&
                         match.name()->actor->kind() == Actor::PERSON &&
                         match.length < name.token_count &&
                         !text.tokens[name.first_token + match.length].is_capitalized;
  if (known != nullptr || is_longer) {
    if (const auto found = FromLexicon(match, as_place)) return found;
  }
  if (const auto part = PartOfState(spelling)) return part;
  const std::optional<std::string> proper = ProperName(text, name, grammar_, gazetteer_);
  if (!proper) return std::nullopt;
  // "Gen. Berg" is Berg, whom the article or the lexicon may know.
  if (*proper != spelling) {
    for (const GazetteerEntry& entry : gazetteer_.Find(*proper)) {
      if (entry.actor != nullptr && entry.actor->kind() == Actor::PERSON) {
        return ActorById(*entry.actor);
      }
    }
    if (Parts(*proper).size() == 1) {
      if (const auto person = PersonByPart(*proper)) return person;
    }
  }
  if (const auto person = PersonByInitial(*proper)) return person;
  return Unknown(name, *proper, as_place);
}

// "T. Berg": the one Berg whose first name begins so, in the article or the lexicon.
std::optional<uint32_t> EntityTable::PersonByInitial(const std::string& name) {
  const std::vector<std::string> parts = Parts(name);
  if (parts.size() != 2 || parts[0].size() != 2 || parts[0][1] != '.') return std::nullopt;
  const auto begins_so = [&](const std::string& full) {
    return full.size() > 2 && full[0] == parts[0][0] && full[1] != '.';
  };
  const auto found = by_last_name_.find(base::SearchKey(parts[1]));
  if (found != by_last_name_.end()) {
    std::vector<uint32_t> meant;
    for (const uint32_t person : found->second) {
      if (begins_so(entities_[person].name())) meant.push_back(person);
    }
    if (meant.size() == 1) return meant[0];
  }
  for (const GazetteerEntry& entry : gazetteer_.Find(parts[1])) {
    const bool is_meant = entry.role == GazetteerRole::kActorShortName &&
                          entry.actor->kind() == Actor::PERSON && begins_so(entry.actor->name(0));
    if (is_meant) return ActorById(*entry.actor);
  }
  return std::nullopt;
}

std::optional<uint32_t> EntityTable::PartOfState(const std::string& spelling) {
  const size_t hyphen = spelling.find('-');
  if (hyphen == std::string::npos) return std::nullopt;
  if (!grammar_.Is("compass_front", base::SearchKey(spelling.substr(0, hyphen))))
    return std::nullopt;
  for (const GazetteerEntry& entry : gazetteer_.Find(spelling.substr(hyphen + 1))) {
    if (entry.role != GazetteerRole::kStateName) continue;
    const std::string id = absl::StrCat("place/", base::Slug(spelling));
    const uint32_t place = Add(proto::Entity::PLACE, id, id, spelling);
    country_ids_[place] = entry.state->id();
    return place;
  }
  return std::nullopt;
}

std::optional<uint32_t> EntityTable::FromLexicon(const GazetteerMatch& match, bool as_place) {
  // "i Dalby": the town, where a company has the name, too.
  for (const GazetteerEntry& entry : match.entries) {
    if (as_place && entry.role == GazetteerRole::kPlace) return PlaceById(*entry.place);
  }
  for (const GazetteerEntry& entry : match.entries) {
    switch (entry.role) {
      case GazetteerRole::kActorName:
      case GazetteerRole::kActorShortName:
        return ActorById(*entry.actor);
      case GazetteerRole::kStateName:
        return StateById(entry.state->id());
      case GazetteerRole::kCapital:
      case GazetteerRole::kSeat: {
        if (!as_place) return StateById(entry.state->id());
        const std::string& town =
            entry.role == GazetteerRole::kCapital && entry.state->capital_size() > 0
                ? entry.state->capital(0)
                : entry.state->seat(0);
        const uint32_t place = Add(proto::Entity::PLACE, absl::StrCat("place/", base::Slug(town)),
                                   absl::StrCat("place/", base::Slug(town)), town);
        country_ids_[place] = entry.state->id();
        return place;
      }
      case GazetteerRole::kWeapon:
        if (entry.weapon->generic()) return std::nullopt;
        return Add(proto::Entity::WEAPON_SYSTEM, entry.weapon->id(), entry.weapon->id(),
                   entry.weapon->name(0));
      case GazetteerRole::kPlace:
        return PlaceById(*entry.place);
      default:
        break;
    }
  }
  return std::nullopt;
}

// A surname, or else a first name, that one person of the article has.
std::optional<uint32_t> EntityTable::PersonByPart(absl::string_view part) const {
  const std::string folded = base::SearchKey(part);
  for (const auto* index : {&by_last_name_, &by_first_name_}) {
    const auto found = index->find(folded);
    if (found != index->end() && found->second.size() == 1) return *found->second.begin();
  }
  return std::nullopt;
}

// What the name is mostly taken for in the article; of as many the type here.
NameType EntityTable::UsualType(const Name& name, const std::string& spelling) const {
  const auto types = types_.find(base::SearchKey(spelling));
  if (types == types_.end() || name.type == NameType::kUnknown) return name.type;
  NameType usual = name.type;
  const auto count = [&](NameType type) {
    const auto found = types->second.find(type);
    return found == types->second.end() ? 0 : found->second;
  };
  for (const auto& [type, times] : types->second) {
    if (times > count(usual)) usual = type;
  }
  return usual;
}

std::optional<uint32_t> EntityTable::Unknown(const Name& name, const std::string& spelling,
                                             bool as_place) {
  std::vector<absl::string_view> states = StatesOfPlaceNamed(spelling);
  proto::Entity::Kind kind;
  // "i Uvira": the preposition and the map say what the name's look does not.
  const bool is_on_map = as_place && !states.empty() && name.type != NameType::kPerson;
  switch (is_on_map ? NameType::kPlace : name.type) {
    case NameType::kPerson:
      kind = proto::Entity::PERSON;
      break;
    case NameType::kOrganization:
      kind = proto::Entity::ORGANIZATION;
      break;
    case NameType::kPlace:
    case NameType::kGeopolitical:
      kind = proto::Entity::PLACE;
      break;
    case NameType::kProduct:
      kind = proto::Entity::WEAPON_SYSTEM;
      break;
    default:
      return std::nullopt;
  }
  const uint32_t entity =
      Add(kind, absl::StrCat(static_cast<int>(kind), "/", base::SearchKey(spelling)), "", spelling);
  if (kind == proto::Entity::PLACE) maybe_in_[entity] = std::move(states);
  return entity;
}

// "Kursk-regionen", "Odesa oblast": the first word is on the map.
std::vector<absl::string_view> EntityTable::StatesOfPlaceNamed(const std::string& spelling) {
  const std::string folded = base::SearchKey(spelling);
  std::vector<absl::string_view> states = StatesOfPlace(folded);
  const size_t end_of_first = folded.find(' ');
  if (states.empty() && end_of_first != std::string::npos) {
    states = StatesOfPlace(absl::string_view(folded).substr(0, end_of_first));
  }
  return states;
}

// Of the states that have a place of the name, one that the article speaks of, else the likeliest.
std::optional<uint32_t> EntityTable::StateOnMap(uint32_t place) {
  const auto found = maybe_in_.find(place);
  if (found == maybe_in_.end()) return std::nullopt;
  const std::string* likeliest = nullptr;
  for (const absl::string_view iso : found->second) {
    const auto state = by_iso_.find(std::string(iso));
    if (state == by_iso_.end()) continue;
    if (by_key_.contains(state->second->id())) return StateById(state->second->id());
    if (likeliest == nullptr) likeliest = &state->second->id();
  }
  if (likeliest == nullptr) return std::nullopt;
  return StateById(*likeliest);
}

uint32_t EntityTable::Add(proto::Entity::Kind kind, const std::string& key,
                          absl::string_view lexicon_id, absl::string_view name) {
  const auto [known, is_new] = by_key_.try_emplace(key, entities_.size());
  if (is_new) {
    proto::Entity entity;
    entity.set_kind(kind);
    entity.set_lexicon_id(std::string(lexicon_id));
    entity.set_name(std::string(name));
    entities_.push_back(std::move(entity));
    actors_.push_back(nullptr);
    country_ids_.emplace_back();
    spellings_.emplace_back();
  }
  return known->second;
}

uint32_t EntityTable::StateById(absl::string_view id) {
  const auto state = states_.find(std::string(id));
  const std::string name = state != states_.end() && state->second->name_size() > 0
                               ? state->second->name(0)
                               : std::string(id);
  return Add(proto::Entity::STATE, std::string(id), id, name);
}

uint32_t EntityTable::ActorById(const Actor& actor) {
  const uint32_t index = Add(KindOf(actor), actor.id(), actor.id(), actor.name(0));
  actors_[index] = &actor;
  return index;
}

uint32_t EntityTable::PlaceById(const Place& place) {
  const uint32_t index = Add(proto::Entity::PLACE, place.id(), place.id(), place.name(0));
  country_ids_[index] = place.country();
  return index;
}

void EntityTable::AddMention(uint32_t entity, ByteSpan bytes, absl::string_view spelling) {
  proto::Span* span = entities_[entity].add_mentions();
  span->set_start(bytes.begin);
  span->set_end(bytes.end);
  spellings_[entity].insert(std::string(spelling));
}

std::optional<uint32_t> EntityTable::PrincipalOf(uint32_t index) {
  if (entities_[index].kind() == proto::Entity::ORGANIZATION) return index;
  return StateOf(index);
}

std::optional<uint32_t> EntityTable::StateOf(uint32_t index) {
  if (entities_[index].kind() == proto::Entity::STATE) return index;
  if (actors_[index] != nullptr && !actors_[index]->state().empty()) {
    return StateById(actors_[index]->state());
  }
  if (!country_ids_[index].empty()) return StateById(country_ids_[index]);
  return StateOnMap(index);
}

void EntityTable::MoveTo(MentionedEntities& out) {
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    // Looked up first: a country may become an entity of its own here.
    const std::optional<uint32_t> state = StateOf(i);
    out.country.push_back(state ? static_cast<int32_t>(*state) : -1);
    out.is_media.push_back(actors_[i] != nullptr && actors_[i]->media());
    for (const std::string& spelling : spellings_[i]) entities_[i].add_spellings(spelling);
  }
  out.entities = std::move(entities_);
}

}  // namespace norn::ingest
