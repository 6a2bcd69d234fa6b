// What an article has spoken of, for telling whom a phrase means: where each entity was named, as
// what, how often; and which entities the tree ties to a phrase.
//
//   Discourse discourse(text, grammar, entities, offices, candidates);
//   for (uint32_t sentence = …) {
//     for (const Tie& tie : discourse.TiesOf(sentence, phrase)) …
//     discourse.Read(sentence);     // what stands there is now known
//   }
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MEANING_DISCOURSE_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MEANING_DISCOURSE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"

namespace norn::ingest {

constexpr int32_t kNever = -1;

// One place where an entity is named or plainly meant.
struct Sighting {
  uint32_t entity = 0;
  uint32_t head = 0;  // token
  // The place, adjective or person that the state stands behind, rather than the state itself.
  bool is_behind = false;
  Mention::Kind kind = Mention::Kind::kName;
};

// How an entity and a phrase of one sentence hang together in the tree.
struct Tie {
  uint32_t entity = 0;
  std::string path;       // below:nmod:i, clause:obl:i, sentence, before
  bool is_close = false;  // within the phrase
};

class Discourse {
 public:
  struct Record {
    int32_t last_sentence = kNever;
    int32_t last_as_subject = kNever;
    absl::string_view last_relation;
    uint32_t count = 0;  // so far
    uint32_t total = 0;  // in the whole article
    bool is_in_heading = false;
  };

  // `candidates`, by sentence, with those resolved whom their words name; all outlive it.
  Discourse(const AnnotatedText& text, const Grammar& grammar, EntityTable& entities,
            const OfficeBook& offices, const std::vector<std::vector<Mention>>& candidates);

  // The sentence becomes part of what has been read.
  void Read(uint32_t sentence);

  // In the order of the text, those of the phrase itself left out.
  std::vector<Tie> TiesOf(uint32_t sentence, const Mention& phrase) const;

  const std::vector<Sighting>& Sightings(uint32_t sentence) const { return sightings_[sentence]; }
  // An entity that was never seen has an empty record.
  const Record& RecordOf(uint32_t entity) const;
  // Entities in the order of their last sighting, the latest last; read so far.
  const std::vector<uint32_t>& recent() const { return recent_; }
  // Its place among those of its kind by how often the article names them; 0: the most.
  uint32_t TopicRank(uint32_t entity) const;
  // The state that a person or organisation belongs to, by the article's titles or the lexicon.
  std::optional<uint32_t> HomeOf(uint32_t entity) const;
  // Whether the article gives the entity the title or description, somewhere: "emir Berg", "Dahl,
  // byens ordfører".
  bool IsCalled(uint32_t entity, const std::string& noun) const;
  // Who says what the sentence quotes; nothing: nobody does.
  std::optional<uint32_t> SpeakerOf(uint32_t sentence) const;

 private:
  void ReadNouns(const Mention& candidate);
  void RankTopics();
  void Find(uint32_t sentence, const std::vector<Mention>& candidates);
  std::string PathTo(uint32_t phrase_head, uint32_t name_head) const;
  std::optional<uint32_t> VerbAbove(uint32_t token) const;
  std::string RelationOf(uint32_t token) const;
  std::optional<uint32_t> FindSpeaker(const std::vector<Mention>& candidates) const;

  const AnnotatedText& text_;
  const Grammar& grammar_;
  EntityTable& entities_;
  std::vector<std::vector<Sighting>> sightings_;   // by sentence
  std::vector<std::optional<uint32_t>> speakers_;  // by sentence
  std::vector<std::string> prepositions_;          // by token: of the head of a phrase
  std::vector<Record> records_;                    // by entity
  std::vector<uint32_t> topic_ranks_;              // by entity
  std::vector<uint32_t> recent_;
  std::vector<std::optional<uint32_t>> homes_;                             // by entity
  absl::flat_hash_map<uint32_t, absl::flat_hash_set<std::string>> nouns_;  // by entity
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MEANING_DISCOURSE_H_
