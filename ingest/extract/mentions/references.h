// Whom pronouns mean: "han", "sistnevnte", "de to presidentene", "landet". Sentences are resolved
// in the order of the text; what cannot be told stays without an entity.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_REFERENCES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_REFERENCES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"

namespace norn::ingest {

class References {
 public:
  References(const AnnotatedText& text, const Grammar& grammar, EntityTable& entities,
             OfficeBook& offices);

  // Fills in the entities of the sentence's pronouns and of descriptions that lack them.
  void Resolve(const Sentence& sentence, std::vector<Mention>& mentions);

 private:
  struct SpeakerOf {
    uint32_t person = 0;
    uint32_t token = 0;  // where the name begins
  };

  static Mention::Via ViaOf(const Mention& pronoun);
  std::vector<uint32_t> Meant(const Mention& pronoun, const std::vector<Mention>& before) const;
  std::vector<uint32_t> LastTwo(const Pronoun& pronoun) const;
  std::optional<uint32_t> Latter(const std::vector<Mention>& before) const;
  std::optional<SpeakerOf> Speaker(const std::vector<Mention>& mentions) const;
  std::optional<uint32_t> PersonMeant(const Mention& pronoun,
                                      const std::vector<Mention>& before) const;
  std::vector<uint32_t> LastTwoStates() const;
  const Mention* GroupThatSays(const Mention& pronoun, const std::vector<Mention>& before) const;
  std::optional<uint32_t> CountryMeant(const Mention& pronoun,
                                       const std::vector<Mention>& before) const;
  void FindStranger(const Sentence& sentence, const std::vector<Mention>& mentions);
  void Note(const Mention& mention);
  char GenderOf(uint32_t person) const;
  // Whether the person can be meant: not of the other gender, and spoken of not too long ago.
  bool MayMean(const Pronoun& pronoun, uint32_t person) const;
  bool IsPerson(uint32_t entity) const;
  bool IsSubject(const Mention& mention) const;
  bool IsObjectForm(const Mention& pronoun) const;

  const AnnotatedText& text_;
  const Grammar& grammar_;
  EntityTable& entities_;
  OfficeBook& offices_;
  std::vector<uint32_t> persons_;                      // the one named last stands last, each once
  std::vector<uint32_t> states_;                       // likewise
  std::optional<uint32_t> topic_;                      // the person that was the last subject
  std::optional<SpeakerOf> speaker_;                   // of the quote in this sentence
  uint32_t stranger_ = UINT32_MAX;                     // the token of one that is a subject here
  bool stranger_before_ = false;                       // in the sentence before
  absl::flat_hash_map<uint32_t, uint32_t> last_seen_;  // by person: the sentence
  uint32_t sentence_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_REFERENCES_H_
