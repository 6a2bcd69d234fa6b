// Words that stand or fall together when names are put together: a match of the lexicon, or one
// capitalised word. Sequences of them are cut into names by name_splits.h.
//
//   NameUnits units(vocabulary, gazetteer, context, text);
//   for (const NameUnit& unit : units.SequenceAt(token, end_of_sentence)) …
//   // "Olav Berg av Nordlands" -> Olav, Berg, Nordland (after one particle)
#ifndef NORN_INGEST_ANALYSIS_NAMES_NAME_UNITS_H_
#define NORN_INGEST_ANALYSIS_NAMES_NAME_UNITS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/analysis/names/name_context.h"
#include "ingest/analysis/vocabulary.h"

namespace norn::ingest {

struct NameUnit {
  enum Kind : uint8_t {
    kName,       // a name of the lexicon
    kTitle,      // "President", "journalisten": in front of a name, not in it
    kAdjective,  // of a state, or its inhabitants
    kNoise,      // a common word, a day, a month
    kPlain,      // a capitalised word that the lexicon does not know
  };
  Kind kind = kPlain;
  uint32_t first = 0;
  uint32_t count = 1;
  uint32_t particles = 0;  // lower-case tokens between the unit before and this one
  uint32_t end_byte = 0;   // of the name: without genitive and compound tail
  bool ends = false;       // nothing that follows can be of the same name
  bool is_given_name = false;
  const GazetteerMatch* match = nullptr;

  bool Is(GazetteerRole role) const { return match != nullptr && match->Find(role) != nullptr; }
  bool is_state() const {
    return Is(GazetteerRole::kStateName) || Is(GazetteerRole::kCapital) || Is(GazetteerRole::kSeat);
  }
  bool is_person() const;
};

// A unit's first word without ending or tail, folded.
std::string NameOf(const NameUnit& unit, const AnnotatedText& text);

class NameUnits {
 public:
  // All of them outlive this.
  NameUnits(const Vocabulary& vocabulary, const Gazetteer& gazetteer, const NameContext& context,
            const AnnotatedText& text)
      : words_(vocabulary), gazetteer_(gazetteer), context_(context), text_(text) {}

  // The units from the token on that could be of one name, with the particles between them; none
  // begins there if it is empty. `end` is the sentence's.
  std::vector<NameUnit> SequenceAt(uint32_t at, uint32_t end) const;

 private:
  bool CanTakeParticle(const NameUnit& unit, const Token& particle) const;
  bool IsParticle(uint32_t at, uint32_t end, bool is_first) const;
  std::optional<NameUnit> UnitAt(uint32_t at, uint32_t end) const;
  NameUnit WordUnit(uint32_t at) const;
  NameUnit::Kind KindOf(const NameUnit& unit) const;
  bool IsCommonHere(const NameUnit& unit, absl::string_view word) const;

  const Vocabulary& words_;
  const Gazetteer& gazetteer_;
  const NameContext& context_;
  const AnnotatedText& text_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_NAME_UNITS_H_
