// What an article shows of its words before names are looked for: where capitals mean nothing,
// which words have one where they need not, what the lexicon knows.
//
//   NameContext context(gazetteer, text);
//   if (context.IsStart(i) && !context.SeenAsName(token.lower)) …   // no evidence of a name
#ifndef NORN_INGEST_ANALYSIS_NAMES_NAME_CONTEXT_H_
#define NORN_INGEST_ANALYSIS_NAMES_NAME_CONTEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"

namespace norn::ingest {

class NameContext {
 public:
  // `text` has its tokens and sentences; it and the gazetteer outlive the context.
  NameContext(const Gazetteer& gazetteer, const AnnotatedText& text);

  // The first word of a sentence, or after a quote, a dash or a colon: it has a capital anyway.
  bool IsStart(uint32_t token) const { return is_start_[token]; }
  // Begins with a capital, or has one after a short front: al-Assad, d'Estaing.
  bool IsCapital(uint32_t token) const;
  // A heading in capitals or with a capital on most words: capitals mean nothing in it.
  bool IsTitleCase(const Sentence& sentence) const;

  // The lexicon's longest match that begins with the token; null: there is none.
  const GazetteerMatch* MatchAt(uint32_t token) const;

  // Whether the folded word stands with a capital somewhere that asks for none.
  bool SeenAsName(absl::string_view word) const { return names_.contains(word); }
  // Whether it stands in lower case somewhere.
  bool SeenLower(absl::string_view word) const { return lower_.contains(word); }

 private:
  void MarkStarts(const Sentence& sentence);
  void Collect(const Sentence& sentence);

  const AnnotatedText& text_;
  std::vector<bool> is_start_;
  absl::flat_hash_map<uint32_t, GazetteerMatch> matches_;
  absl::flat_hash_set<std::string> names_;
  absl::flat_hash_set<std::string> lower_;
};

// How many of the form's bytes are a name in front of a hyphen and a lower-case word
// (Kreml-talsperson: 5); 0: it is no such compound.
uint32_t CompoundFront(absl::string_view form);

// How many bytes a genitive's ending takes that cannot be part of the name: ’s, :s, ’.
uint32_t PlainGenitive(absl::string_view form);

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NAMES_NAME_CONTEXT_H_
