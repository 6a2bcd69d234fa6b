#include "ingest/extract/mentions/collectives.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace norn::ingest {
namespace {

// Adjectives that may stand in front of the head: "nordlandske og sørlandske militære ledere".
constexpr uint32_t kAdjectiveReach = 2;
// No list of states is longer; hostile ones cost little.
constexpr size_t kMostOwners = 16;

}  // namespace

CollectiveReader::CollectiveReader(const AnnotatedText& text, const Grammar& grammar,
                                   const Gazetteer& gazetteer,
                                   const absl::flat_hash_map<uint32_t, uint32_t>& name_at,
                                   EntityTable& entities)
    : text_(text),
      grammar_(grammar),
      gazetteer_(gazetteer),
      name_at_(name_at),
      entities_(entities) {}

std::optional<Collective> CollectiveReader::At(uint32_t at, uint32_t end) const {
  if (auto found = WithOwnersInFront(at, end)) return found;
  return WithOwnersBehind(at, end);
}

bool CollectiveReader::Is(absl::string_view word_class, uint32_t at, uint32_t end) const {
  return at < end && grammar_.Is(word_class, text_.tokens[at].lower);
}

bool CollectiveReader::IsPlural(const Head& head) const {
  return absl::StrContains(text_.tokens[head.token + head.length - 1].feats, "Number=Plur");
}

std::optional<CollectiveReader::Head> CollectiveReader::HeadAt(uint32_t at, uint32_t end) const {
  for (uint32_t skipped = 0; skipped <= kAdjectiveReach && at + skipped < end; ++skipped) {
    Head head;
    head.token = at + skipped;
    if (!text_.tokens[head.token].is_word || name_at_.contains(head.token)) return std::nullopt;
    const GazetteerMatch match = gazetteer_.Match(text_, head.token, end);
    if (const GazetteerEntry* title = match.Find(GazetteerRole::kOfficeTitle)) {
      head.length = match.length;
      head.office = title->office;
      return head;
    }
    for (const auto& match : grammar_.pronouns().At(text_.tokens, head.token, end)) {
      if ((*match.value)->kind() != Pronoun::GROUP) continue;
      head.length = match.length;
      head.group = *match.value;
      return head;
    }
    if (const Pronoun* group = grammar_.FindGroup(text_.tokens[head.token])) {
      head.length = 1;
      head.group = group;
      return head;
    }
    if (text_.tokens[head.token].upos != "ADJ") return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Owner> CollectiveReader::OwnerAt(uint32_t at, uint32_t end, bool as_place,
                                               uint32_t* next) const {
  while (Is("determiner", at, end) && !name_at_.contains(at)) ++at;
  if (at >= end) return std::nullopt;
  Owner owner;
  if (const auto found = name_at_.find(at); found != name_at_.end()) {
    const Name& name = text_.names[found->second];
    const absl::string_view tail = TailOf(text_, name);
    if (!tail.empty() && !IsGenitiveTail(tail)) return std::nullopt;
    const auto entity = entities_.EntityOf(text_, name, as_place);
    if (!entity) return std::nullopt;
    const proto::Entity::Kind kind = entities_.entity(*entity).kind();
    if (kind != proto::Entity::STATE && kind != proto::Entity::ORGANIZATION) return std::nullopt;
    owner.entity = entities_.StateOf(*entity).value_or(*entity);
    owner.bytes = name.bytes;
    owner.is_name = true;
    owner.leans = !tail.empty();
    *next = at + name.token_count;
    return owner;
  }
  const GazetteerMatch match = gazetteer_.Match(text_, at, end);
  const GazetteerEntry* adjective = match.Find(GazetteerRole::kStateAdjective);
  if (adjective == nullptr) return std::nullopt;
  owner.entity = entities_.StateById(adjective->state->id());
  owner.bytes = match.bytes;
  owner.leans = true;
  *next = at + match.length;
  return owner;
}

// "Nordland, Sørland og Vestland"; `next` is the token behind the last.
std::vector<Owner> CollectiveReader::OwnersAt(uint32_t at, uint32_t end, bool as_place,
                                              uint32_t* next) const {
  std::vector<Owner> owners;
  for (size_t read = 0; read < kMostOwners; ++read) {
    const auto owner = OwnerAt(at, end, as_place, next);
    if (!owner) break;
    const bool is_new = std::none_of(owners.begin(), owners.end(), [&](const Owner& known) {
      return known.entity == owner->entity;
    });
    if (is_new) owners.push_back(*owner);
    at = *next;
    if (at < end && text_.tokens[at].lower == ",") ++at;
    if (Is("list_conjunction", at, end)) ++at;
    if (at == *next) break;
  }
  return owners;
}

std::optional<Collective> CollectiveReader::WithOwnersInFront(uint32_t at, uint32_t end) const {
  Collective found;
  uint32_t next = at;
  found.owners = OwnersAt(at, end, /*as_place=*/false, &next);
  if (found.owners.size() < 2) return std::nullopt;
  const auto head = HeadAt(next, end);
  if (!head) return std::nullopt;
  // "Nordland og Sørlands statsminister" are a state and a person; "Nordland ministers" are
  // English.
  const bool all_lean = std::all_of(found.owners.begin(), found.owners.end(),
                                    [](const Owner& owner) { return owner.leans; });
  if (!all_lean && (!IsPlural(*head) || head->token != next)) return std::nullopt;
  found.head = head->token;
  found.end = head->token + head->length;
  found.office = head->office;
  found.group = head->group;
  // "den nordlandske og sørlandske statsministeren Dahl" would be one person.
  if (name_at_.contains(found.end)) return std::nullopt;
  return found;
}

std::optional<Collective> CollectiveReader::WithOwnersBehind(uint32_t at, uint32_t end) const {
  const auto head = HeadAt(at, end);
  if (!head) return std::nullopt;
  Collective found;
  found.head = head->token;
  const uint32_t preposition = head->token + head->length;
  if (!Is("group_preposition", preposition, end)) return std::nullopt;
  // "soldater i Nordland og Sørland" are there and not of there.
  const bool is_place = Is("place_preposition", preposition, end);
  if (is_place && head->group != nullptr) return std::nullopt;
  found.owners = OwnersAt(preposition + 1, end, is_place, &found.end);
  if (found.owners.size() < 2) return std::nullopt;
  found.office = head->office;
  found.group = head->group;
  return found;
}

}  // namespace norn::ingest
