// What stands in front of a noun phrase's head: whose it is ("Nordlands", "den nordlandske") and
// which titles it has ("utenriksminister"), and a title's owner behind it ("presidenten i
// Nordland").
//
//   PhraseReader reader(text, grammar, gazetteer, name_at, entities);
//   reader.SetEnd(sentence_end);
//   Phrase phrase;
//   at = reader.ReadTitles(reader.ReadFront(at, phrase), phrase);
#ifndef NORN_INGEST_EXTRACT_MENTIONS_PHRASE_READER_H_
#define NORN_INGEST_EXTRACT_MENTIONS_PHRASE_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"

namespace norn::ingest {

// How many words may stand between the parts of one noun phrase.
inline constexpr uint32_t kAdjectiveReach = 2;

struct Phrase {
  uint32_t begin = 0;
  std::optional<uint32_t> of;  // the genitive, adjective or compound front: whose
  bool of_is_genitive = false;
  ByteSpan of_bytes;
  uint32_t of_token = 0;
  bool is_counted = false;  // the front has its mention already
  std::vector<Title> titles;
  uint32_t title_token = 0;
  std::optional<uint32_t> counterpart;  // the word: kollega
};

// Each Read gives the token behind what it read, or `at` where there is nothing of its kind.
class PhraseReader {
 public:
  // `name_at`: by token, the index of the name that begins there. All outlive the reader.
  PhraseReader(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
               const absl::flat_hash_map<uint32_t, uint32_t>& name_at, EntityTable& entities);

  // Where the sentence that is being read ends.
  void SetEnd(uint32_t end) { end_ = end; }

  uint32_t ReadFront(uint32_t at, Phrase& phrase);
  uint32_t ReadTitles(uint32_t at, Phrase& phrase);
  uint32_t ReadOwnerBehind(uint32_t at, Phrase& phrase);
  uint32_t ReadUnknownTitle(uint32_t at) const;

  // Of the sentence's words; an empty word behind its end.
  const std::string& Word(uint32_t at) const;
  bool Is(absl::string_view word_class, uint32_t at) const;
  bool IsTitle(uint32_t at) const;
  bool IsPlainAdjective(uint32_t at) const;
  std::string TextOf(uint32_t at, uint32_t count) const;

  // The office that a word is a title of; null: none.
  const Office* TitleByWord(const std::string& word) const;
  bool IsPersonNoun(absl::string_view word) const;

 private:
  bool IsTitleOfPerson(uint32_t at) const;
  bool IsDefinite(uint32_t at) const;
  bool CompoundTitle(uint32_t at, Phrase& phrase);

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const Gazetteer& gazetteer_;
  const absl::flat_hash_map<uint32_t, uint32_t>& name_at_;
  EntityTable& entities_;
  uint32_t end_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_PHRASE_READER_H_
