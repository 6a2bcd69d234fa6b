// Cuts a sentence into clauses by its subordinators, conjunctions and punctuation: what a trigger
// may take as an argument, and which cues reach it, stands in its own clause or in those above.
#ifndef NORN_INGEST_EXTRACT_CLAUSES_H_
#define NORN_INGEST_EXTRACT_CLAUSES_H_

#include <cstdint>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/mention.h"

namespace norn::ingest {

struct Clause {
  enum class Kind : uint8_t {
    kMain,
    kComplement,  // … at hun møtte ham: completes the clause above
    kRelative,    // … som møtte ham: its subject may stand in front of it
    kAdverbial,   // … fordi, etter at, hvis
    kCoordinate,  // … og ringte ham: shares the subject of the clause beside it
  };
  Kind kind = Kind::kMain;
  int32_t parent = -1;      // index into clauses; -1: none
  uint32_t introducer = 0;  // the token that opens it
};

class ClauseMap {
 public:
  ClauseMap(const AnnotatedText& text, const Sentence& sentence, const Grammar& grammar,
            const std::vector<Mention>& mentions);

  int32_t ClauseOf(uint32_t token) const { return clause_of_[token - first_token_]; }
  const Clause& clause(int32_t index) const { return clauses_[index]; }

  // Whether words in clause `above` govern clause `below`: it is the same one, or `below` completes
  // it, directly or through others.
  bool Governs(int32_t above, int32_t below) const;

 private:
  uint32_t first_token_;
  std::vector<int32_t> clause_of_;
  std::vector<Clause> clauses_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_CLAUSES_H_
