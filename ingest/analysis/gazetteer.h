// Finds the lexicon's names, titles and adjectives in a text: the longest match at a place, with
// everything that the words can stand for.
//
//   GazetteerMatch match = gazetteer.Match(text, at, end_of_sentence);   // "Nordlands"
//   // match.length 1, form kGenitive, bytes of "Nordland"
//   for (const GazetteerEntry& entry : match.entries) …                  // kStateName
//   state/ukraina
//
// Case: a word that the lexicon writes with a capital needs one in the text too; one of up to three
// letters (US, X, EU) must be the same to the letter; longer acronyms may be Nato or NATO. Lower
// case in the lexicon matches any. The first word of a name such as "Det hvite hus" may be lower
// case.
#ifndef NORN_INGEST_ANALYSIS_GAZETTEER_H_
#define NORN_INGEST_ANALYSIS_GAZETTEER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/vocabulary.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

enum class GazetteerRole : uint8_t {
  kActorName,
  kActorShortName,
  kStateName,
  kCapital,  // of the entry's state
  kSeat,     // another place that stands for the state's government
  kWeapon,
  kPlace,
  kStateAdjective,
  kStateInhabitant,
  kOfficeTitle,
};

// One thing that words can stand for. The pointer of its kind is set, the others are null.
struct GazetteerEntry {
  GazetteerRole role = GazetteerRole::kActorName;
  const Actor* actor = nullptr;
  const State* state = nullptr;
  const Weapon* weapon = nullptr;
  const Place* place = nullptr;
  const Office* office = nullptr;

  // The entry's id; an office's code.
  absl::string_view id() const;
  // Whether it is a name of something; adjectives, inhabitants, titles and words for arms in
  // general are none.
  bool is_name() const;
};

enum class GazetteerForm : uint8_t {
  kBase,
  kGenitive,  // Nordlands, NL:s, Dahl’s
  kCompound,  // X-angrepene, X-1-fly, Xsystem: the name is only the front
};

struct GazetteerMatch {
  uint32_t length = 0;  // in tokens; 0: nothing matches
  GazetteerForm form = GazetteerForm::kBase;
  ByteSpan bytes;  // without the genitive's ending or the compound's tail
  absl::InlinedVector<GazetteerEntry, 2> entries;  // in the order of their roles

  // The first entry that is a name; null: there is none.
  const GazetteerEntry* name() const;
  const GazetteerEntry* Find(GazetteerRole role) const;
};

class Gazetteer {
 public:
  // `lexicon` and `vocabulary` outlive the gazetteer.
  Gazetteer(const Lexicon& lexicon, const Vocabulary& vocabulary);

  // The longest match that begins with tokens[at] and ends before tokens[end].
  GazetteerMatch Match(const AnnotatedText& text, uint32_t at, uint32_t end) const;

  // What a whole name by itself can stand for, in its base form: "Det hvite hus".
  absl::InlinedVector<GazetteerEntry, 2> Find(absl::string_view name) const;

  // Whether a folded word is an office's title or a compound that ends in one: utenriksminister,
  // nato-sjef.
  bool IsTitle(absl::string_view word) const;

 private:
  enum class Need : uint8_t { kAny, kUpper, kExact };
  struct Stored {
    GazetteerEntry entry;
    std::vector<Need> needs;  // one for each token
    std::string exact;        // the only token, where it is kExact
  };

  template <typename Names>
  void Add(const Names& names, const GazetteerEntry& entry);
  void AddName(absl::string_view name, const GazetteerEntry& entry);
  bool MatchLength(const AnnotatedText& text, uint32_t at, uint32_t length,
                   GazetteerMatch& match) const;
  bool MatchGlued(const AnnotatedText& text, uint32_t at, GazetteerMatch& match) const;
  bool Take(const AnnotatedText& text, uint32_t at, uint32_t length, absl::string_view key,
            uint32_t end_byte, GazetteerForm form, GazetteerMatch& match) const;
  static bool Fits(const Stored& stored, const AnnotatedText& text, uint32_t at, uint32_t end_byte);

  const Vocabulary& vocabulary_;
  absl::flat_hash_map<std::string, std::vector<Stored>> names_;  // folded tokens, blanks between
  absl::flat_hash_map<std::string, uint32_t> longest_;           // by first folded token
  absl::flat_hash_set<std::string> titles_;                      // of one word
  absl::flat_hash_set<std::string> weapon_nouns_;                // words for arms in general
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_GAZETTEER_H_
