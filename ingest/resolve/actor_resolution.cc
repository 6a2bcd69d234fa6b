#include "ingest/resolve/actor_resolution.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/search_key.h"
#include "ingest/resolve/name_key.h"

namespace norn::ingest {
namespace {

using graph::Value;

const char* Prefix(proto::Entity::Kind kind) {
  switch (kind) {
    case proto::Entity::PERSON:
      return "person/";
    case proto::Entity::STATE:
      return "state/";
    case proto::Entity::ORGANIZATION:
      return "organization/";
    case proto::Entity::WEAPON_SYSTEM:
      return "weapon/";
    default:
      return "place/";
  }
}

std::vector<std::string> Words(absl::string_view name) {
  return absl::StrSplit(name, ' ', absl::SkipEmpty());
}

bool IsFullName(const proto::Entity& entity) {
  return entity.kind() != proto::Entity::PERSON || Words(entity.name()).size() > 1;
}

std::string KeyOf(const proto::Entity& entity) {
  return absl::StrCat(Prefix(entity.kind()), NameKey(entity.name()));
}

Value ListOf(const std::set<std::string>& texts) {
  Value::List list;
  for (const std::string& text : texts) list.emplace_back(text);
  return Value(std::move(list));
}

void SetText(graph::Node& node, const char* key, const std::string& text) {
  if (!text.empty()) node.properties[key] = Value(text);
}

}  // namespace

ActorResolution::ActorResolution(absl::Span<const proto::Article> articles,
                                 absl::Span<const proto::Extraction> extractions,
                                 const LexiconSet& lexicons, const JudgementBook& judgements)
    : judgements_(judgements) {
  ReadLexicons(lexicons);
  AssignIds(extractions);
  for (size_t i = 0; i < extractions.size(); ++i) Collect(articles[i], extractions[i], i);
  for (auto& [id, resolved] : resolved_) GiveName(id, resolved);
}

void ActorResolution::ReadLexicons(const LexiconSet& lexicons) {
  const auto add = [&](const std::string& id, const auto& names) -> Known& {
    Known& known = known_[id];
    for (const std::string& name : names) {
      if (known.name.empty()) known.name = name;
      known.aliases.insert(name);
    }
    return known;
  };
  // The first language of the list gives the name.
  for (const char* language : {"nb", "nn", "sv", "da", "en"}) {
    const Lexicon& lexicon = lexicons.For(language);
    for (const State& state : lexicon.state()) {
      Known& known = add(state.id(), state.name());
      if (!state.wikidata().empty()) known.wikidata = state.wikidata();
    }
    for (const Actor& actor : lexicon.actor()) {
      Known& known = add(actor.id(), actor.name());
      known.aliases.insert(actor.short_name().begin(), actor.short_name().end());
      if (!actor.wikidata().empty()) known.wikidata = actor.wikidata();
    }
    for (const Weapon& weapon : lexicon.weapon()) {
      Known& known = add(weapon.id(), weapon.name());
      if (!weapon.wikidata().empty()) known.wikidata = weapon.wikidata();
      known.category = weapon.category();
      known.range_km = weapon.range_km();
    }
    for (const Place& place : lexicon.place()) {
      add(place.id(), place.name()).country = place.country();
    }
  }
}

// Full names first: a surname alone is the one person in all articles who has it, if there is one.
void ActorResolution::AssignIds(absl::Span<const proto::Extraction> extractions) {
  std::map<std::string, std::map<std::string, uint64_t>> names_by_key;
  for (const proto::Extraction& extraction : extractions) {
    for (const proto::Entity& entity : extraction.entities()) {
      if (entity.kind() == proto::Entity::PERSON && IsFullName(entity)) {
        const std::string id = entity.lexicon_id().empty() ? KeyOf(entity) : entity.lexicon_id();
        persons_by_surname_[base::SearchKey(Words(entity.name()).back())].insert(id);
      }
      if (entity.lexicon_id().empty()) {
        names_by_key[KeyOf(entity)][entity.name()] += entity.mentions_size();
      }
    }
  }
  // Of the spellings that are one name the most frequent makes the id; of equals the first.
  std::set<std::string> taken;
  for (const auto& [key, names] : names_by_key) {
    const auto best =
        std::max_element(names.begin(), names.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const std::string prefix = key.substr(0, key.find('/') + 1);
    std::string id = absl::StrCat(prefix, base::Slug(best->first));
    while (known_.count(id) > 0 || !taken.insert(id).second) absl::StrAppend(&id, "-x");
    id_by_key_[key] = std::move(id);
  }
}

std::string ActorResolution::IdOfUnknown(const proto::Entity& entity) const {
  if (!IsFullName(entity)) {
    const auto bearers = persons_by_surname_.find(base::SearchKey(entity.name()));
    if (bearers != persons_by_surname_.end() && bearers->second.size() == 1) {
      const std::string& key = *bearers->second.begin();
      const auto id = id_by_key_.find(key);
      return id == id_by_key_.end() ? key : id->second;
    }
  }
  return id_by_key_.at(KeyOf(entity));
}

void ActorResolution::Collect(const proto::Article& article, const proto::Extraction& extraction,
                              size_t index) {
  ids_.resize(std::max(ids_.size(), index + 1));
  for (const proto::Entity& entity : extraction.entities()) {
    std::string id = judgements_.ActorFor(
        entity.lexicon_id().empty() ? IdOfUnknown(entity) : entity.lexicon_id(), article.name());
    const auto known = resolved_.try_emplace(std::move(id)).first;
    ids_[index].push_back(&known->first);
    Resolved& resolved = known->second;
    resolved.kind = entity.kind();
    if (!entity.lexicon_id().empty()) resolved.lexicon_id = entity.lexicon_id();
    resolved.mentions += entity.mentions_size();
    for (const std::string& spelling : entity.spellings()) ++resolved.spellings[spelling];
    if (IsFullName(entity)) resolved.spellings[entity.name()] += entity.mentions_size();
    resolved.range_km = std::max(resolved.range_km, entity.range_km());
    const std::string& published = article.published();
    if (published.empty()) continue;
    if (resolved.first_seen.empty() || published < resolved.first_seen) {
      resolved.first_seen = published;
    }
    resolved.last_seen = std::max(resolved.last_seen, published);
  }
}

void ActorResolution::GiveName(const std::string& id, Resolved& resolved) const {
  if (const auto known = known_.find(id); known != known_.end()) {
    resolved.name = known->second.name;
    return;
  }
  // The spelling of the most words, then the most frequent, then the first.
  resolved.name = id;
  std::pair<size_t, uint64_t> best = {0, 0};
  bool is_first = true;
  for (const auto& [spelling, count] : resolved.spellings) {
    const std::pair<size_t, uint64_t> rank = {Words(spelling).size(), static_cast<uint64_t>(count)};
    if (!is_first && rank <= best) continue;
    is_first = false;
    best = rank;
    resolved.name = spelling;
  }
}

std::vector<graph::Node> ActorResolution::Nodes(const std::set<std::string>& places) const {
  std::vector<graph::Node> nodes;
  for (const auto& [id, resolved] : resolved_) {
    if (resolved.kind == proto::Entity::PLACE && places.count(id) == 0) continue;
    if (judgements_.IsNoFact(id)) continue;
    nodes.push_back(ToNode(id, resolved));
  }
  return nodes;
}

graph::Node ActorResolution::ToNode(const std::string& id, const Resolved& resolved) const {
  static const Known kNothing;
  const auto entry = known_.find(id);
  const Known& known = entry == known_.end() ? kNothing : entry->second;
  graph::Node node;
  node.id = id;
  std::set<std::string> aliases = known.aliases;
  for (const auto& [spelling, count] : resolved.spellings) aliases.insert(spelling);
  node.properties["name"] = Value(resolved.name);
  node.properties["aliases"] = ListOf(aliases);
  SetText(node, "wikidata", known.wikidata);
  switch (resolved.kind) {
    case proto::Entity::PERSON:
      node.labels = {"Actor", "Person"};
      node.properties["kind"] = Value("person");
      break;
    case proto::Entity::STATE:
      node.labels = {"Actor", "State"};
      node.properties["kind"] = Value("state");
      break;
    case proto::Entity::ORGANIZATION:
      node.labels = {"Actor", "Organization"};
      node.properties["kind"] = Value("organization");
      break;
    case proto::Entity::WEAPON_SYSTEM: {
      node.labels = {"WeaponSystem"};
      SetText(node, "category", known.category);
      // What an article says goes before what the lexicon knows.
      const double range = resolved.range_km > 0 ? resolved.range_km : known.range_km;
      if (range > 0) node.properties["range_km"] = Value(static_cast<int64_t>(std::lround(range)));
      break;
    }
    default:
      node.labels = {"Place"};
      SetText(node, "country", known.country);
      return node;
  }
  node.properties["mentions"] = Value(static_cast<int64_t>(resolved.mentions));
  SetText(node, "first_seen", resolved.first_seen);
  SetText(node, "last_seen", resolved.last_seen);
  return node;
}

}  // namespace norn::ingest
