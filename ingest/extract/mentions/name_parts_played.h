// What part a name plays where it stands: somebody who acts, or what a thing, a place or a picture
// is called by.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_NAME_PARTS_PLAYED_H_
#define NORN_INGEST_EXTRACT_MENTIONS_NAME_PARTS_PLAYED_H_

#include <cstdint>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/phrase_reader.h"

namespace norn::ingest {

class NamePartsPlayed {
 public:
  // All outlive it.
  NamePartsPlayed(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
                  const PhraseReader& reader, const EntityTable& entities);

  // The sentence that is being read: tokens [begin, end).
  void SetSentence(uint32_t begin, uint32_t end) {
    begin_ = begin;
    end_ = end;
  }

  // "presidentflyet Air Force One", and a stamp that is a paragraph of its own: no actors, unless
  // the lexicon knows them.
  bool IsNoActor(const Name& name) const;
  // "Jens Dahl (Ap)": a party, not somebody who acts. `last` is the mention read last; null: none.
  bool IsPartyOf(uint32_t at, const Name& name, const Mention* last) const;
  // "angrep Dalby": a town, not a government, is what an act is done to.
  bool IsStruck(const Name& name) const;
  // "skriver han på X": where it can be read, and nobody who acts.
  bool IsWhereItStands(uint32_t entity, uint32_t at) const;
  // "EU-prosessen", "Nordland-dominerte": the name stands in the background. "NATO-styrker" act.
  bool IsFrontOfNoun(const Name& name) const;

 private:
  bool IsCredit(uint32_t at) const;
  bool BeginsWithKnownName(const Name& name) const;
  const std::string& Word(uint32_t at) const { return reader_.Word(at); }
  bool Is(absl::string_view word_class, uint32_t at) const { return reader_.Is(word_class, at); }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const Gazetteer& gazetteer_;
  const PhraseReader& reader_;
  const EntityTable& entities_;
  uint32_t begin_ = 0;
  uint32_t end_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_NAME_PARTS_PLAYED_H_
