// Whom pronouns mean: "han", "sistnevnte", "de to presidentene", "landet". Sentences are resolved
// in the order of the text; what cannot be told stays without an entity.
#ifndef NORN_INGEST_EXTRACT_REFERENCES_H_
#define NORN_INGEST_EXTRACT_REFERENCES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/entity_table.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mention.h"
#include "ingest/extract/offices.h"

namespace norn::ingest {

class References {
 public:
  References(const AnnotatedText& text, const Grammar& grammar, EntityTable& entities,
             OfficeBook& offices);

  // Fills in the entities of the sentence's pronouns and of descriptions that lack them.
  void Resolve(std::vector<Mention>& mentions);

 private:
  std::vector<uint32_t> Meant(const Mention& pronoun, const std::vector<Mention>& before) const;
  std::vector<uint32_t> LastTwo(const Pronoun& pronoun) const;
  std::optional<uint32_t> Latter(const std::vector<Mention>& before) const;
  std::optional<uint32_t> Speaker(const std::vector<Mention>& mentions) const;
  std::optional<uint32_t> PersonMeant(const Mention& pronoun,
                                      const std::vector<Mention>& before) const;
  std::optional<uint32_t> CountryMeant(const std::vector<Mention>& before) const;
  void Note(const Mention& mention);
  bool IsPerson(uint32_t entity) const;
  bool IsSubject(const Mention& mention) const;
  bool IsObjectForm(const Mention& pronoun) const;

  const AnnotatedText& text_;
  const Grammar& grammar_;
  EntityTable& entities_;
  OfficeBook& offices_;
  std::vector<uint32_t> persons_;    // the one named last stands last, each once
  std::vector<uint32_t> states_;     // likewise
  std::optional<uint32_t> topic_;    // the person that was the last subject
  std::optional<uint32_t> speaker_;  // of the quote in this sentence
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_REFERENCES_H_
