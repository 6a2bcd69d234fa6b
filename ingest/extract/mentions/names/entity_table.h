// The entities of one article while they are being found: which names are one person, state,
// organisation, weapon system or place.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_NAMES_ENTITY_TABLE_H_
#define NORN_INGEST_EXTRACT_MENTIONS_NAMES_ENTITY_TABLE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/name_evidence.h"
#include "ingest/lexicon/lexicon.pb.h"
#include "proto/extraction.pb.h"

namespace norn::ingest {

class EntityTable {
 public:
  // `grammar` and `gazetteer` outlive the table.
  EntityTable(const Grammar& grammar, const Gazetteer& gazetteer);

  // Full names first, so that a surname alone finds its person wherever it stands: reads all names
  // of the article once. To be called before EntityOf.
  void ReadFullNames(const AnnotatedText& text);

  // The entity that a name means; nothing where it names nobody that we could tell. `as_place`:
  // a capital there is the town, not the government.
  std::optional<uint32_t> EntityOf(const AnnotatedText& text, const Name& name, bool as_place);

  uint32_t StateById(absl::string_view id);
  // A person by the lexicon's id.
  uint32_t ActorById(const Actor& actor);

  void AddMention(uint32_t entity, ByteSpan bytes, absl::string_view spelling);

  uint32_t size() const { return static_cast<uint32_t>(entities_.size()); }
  const proto::Entity& entity(uint32_t index) const { return entities_[index]; }
  // It counts as named nowhere: only what it does can bring it into the record.
  void ForgetMentions(uint32_t entity) { entities_[entity].clear_mentions(); }
  // The lexicon's actor that the entity is; null: it is none.
  const Actor* actor(uint32_t index) const { return actors_[index]; }
  // The state of an entity: itself, the one an actor belongs to, the one a place lies in.
  std::optional<uint32_t> StateOf(uint32_t index);
  // For whom an entity's people act ("EUs utenriksministre", "soldater fra Nordland"): an
  // organisation itself, anybody else's state.
  std::optional<uint32_t> PrincipalOf(uint32_t index);

  // Moves the entities out, with what extraction wants to know of each.
  void MoveTo(MentionedEntities& out);

 private:
  uint32_t Add(proto::Entity::Kind kind, const std::string& key, absl::string_view lexicon_id,
               absl::string_view name);
  std::optional<uint32_t> FromLexicon(const GazetteerMatch& match, bool as_place);
  std::optional<uint32_t> PersonByInitial(const std::string& name);
  std::optional<uint32_t> PersonByPart(absl::string_view part) const;
  NameType UsualType(const Name& name, const std::string& spelling) const;
  std::optional<uint32_t> Unknown(const Name& name, const std::string& spelling, bool as_place);
  static std::vector<absl::string_view> StatesOfPlaceNamed(const std::string& spelling);
  std::optional<uint32_t> StateOnMap(uint32_t place);
  uint32_t PlaceById(const Place& place);

  // "Nord-Israel" lies in Israel.
  std::optional<uint32_t> PartOfState(const std::string& spelling);

  const Grammar& grammar_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  std::map<std::string, const State*> states_;
  std::map<std::string, const State*> by_iso_;
  std::map<uint32_t, std::vector<absl::string_view>> maybe_in_;  // by place: ISO codes of states
  std::vector<proto::Entity> entities_;
  std::vector<const Actor*> actors_;      // by entity
  std::vector<std::string> country_ids_;  // by entity
  std::vector<std::set<std::string>> spellings_;
  std::map<std::string, uint32_t> by_key_;  // lexicon id, or kind and folded name
  // By folded spelling: how often the article's names are taken for what.
  std::map<std::string, std::map<NameType, int>> types_;
  // By surname and by first name: the persons of this article that are named in full.
  std::map<std::string, std::set<uint32_t>> by_last_name_;
  std::map<std::string, std::set<uint32_t>> by_first_name_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_NAMES_ENTITY_TABLE_H_
