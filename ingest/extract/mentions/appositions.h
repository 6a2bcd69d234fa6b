// "Jens Dahl, Nordlands utenriksminister, sier", "Nordlands utenriksminister, Jens Dahl, sier": a
// description beside a comma is the name's, not another in a list.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_APPOSITIONS_H_
#define NORN_INGEST_EXTRACT_MENTIONS_APPOSITIONS_H_

#include <cstdint>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"
#include "ingest/extract/mentions/phrase_reader.h"

namespace norn::ingest {

class Appositions {
 public:
  // All outlive it.
  Appositions(const AnnotatedText& text, const Gazetteer& gazetteer, const EntityTable& entities,
              PhraseReader& reader, OfficeBook& offices);

  // Leads the descriptions among a sentence's mentions to the names beside them, who hold the
  // offices that they tell; the sentence ends at the token `end`.
  void Read(uint32_t end, std::vector<Mention>& mentions);

  // Likewise among all that may fill a role: "Nordlands utsending, Jens Dahl", "banden Dalby",
  // where the tree sets the two side by side.
  void ReadPhrases(std::vector<Mention>& candidates) const;

 private:
  bool EndsBehind(const Mention& name) const;
  bool IsNamedBy(const Mention& phrase, const Mention& name) const;
  bool IsNamedByNext(const std::vector<Mention>& mentions, uint32_t i) const;
  void AddOfficeOf(const Mention& description, uint32_t holder, const Mention& name);
  const std::string& Word(uint32_t at) const { return reader_.Word(at); }

  const AnnotatedText& text_;
  const Gazetteer& gazetteer_;
  const EntityTable& entities_;
  PhraseReader& reader_;
  OfficeBook& offices_;
  uint32_t end_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_APPOSITIONS_H_
