// What a lexicon says of single lower-case words, for telling names from other capitalised words
// and ends of sentences from abbreviations.
//
//   Vocabulary words(lexicons.For("nb"));
//   words.IsAbbreviation("kl.");  words.IsCommon("etter");  words.Is("reporting_verb", "sier");
#ifndef NORN_INGEST_ANALYSIS_VOCABULARY_H_
#define NORN_INGEST_ANALYSIS_VOCABULARY_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "ingest/lexicon/lexicon.pb.h"

namespace norn::ingest {

// All words are asked for folded, as Token.lower has them.
class Vocabulary {
 public:
  explicit Vocabulary(const Lexicon& lexicon);

  bool IsAbbreviation(absl::string_view word) const { return abbreviations_.contains(word); }
  // A word that is in the lexicon for its grammar or meaning (function words, verbs of events,
  // days, months, numbers): with a capital it is the start of a sentence, not a name.
  bool IsCommon(absl::string_view word) const { return common_.contains(word); }
  bool IsDayOrMonth(absl::string_view word) const { return days_and_months_.contains(word); }
  bool Is(absl::string_view word_class, absl::string_view word) const;

  // What stands inside, before or at the end of names.
  bool IsNameParticle(absl::string_view word) const { return particles_.contains(word); }
  bool IsGivenName(absl::string_view word) const { return given_names_.contains(word); }
  // A whole name of several words: of a state, an actor, a place or a weapon.
  bool IsLongName(absl::string_view words) const { return long_names_.contains(words); }
  bool IsPersonNoun(absl::string_view word) const { return person_nouns_.contains(word); }
  bool IsOrganizationNoun(absl::string_view word) const { return org_nouns_.contains(word); }
  bool IsPlaceNoun(absl::string_view word) const { return place_nouns_.contains(word); }
  // Whether a name's last word is, or ends like, that of an organisation or a place.
  bool EndsLikeOrganization(absl::string_view word) const;
  bool EndsLikePlace(absl::string_view word) const;

 private:
  using Words = absl::flat_hash_set<std::string>;

  struct Endings {
    Words words;
    std::vector<std::string> tails;
    bool Fit(absl::string_view word) const;
  };

  void AddCommon(absl::string_view word);
  void AddLongNames(const Lexicon& lexicon);
  void AddTriggers(const Lexicon& lexicon);
  template <typename Strings>
  static void AddEndings(const Strings& words, Endings& endings);

  Words abbreviations_;
  Words common_;
  Words days_and_months_;
  Words particles_;
  Words given_names_;
  Words long_names_;
  Words person_nouns_;
  Words org_nouns_;
  Endings org_endings_;
  Words place_nouns_;
  Endings place_endings_;
  absl::flat_hash_map<std::string, Words> classes_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_VOCABULARY_H_
