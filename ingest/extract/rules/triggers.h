// Finds the words of a sentence that make an event known.
#ifndef NORN_INGEST_EXTRACT_RULES_TRIGGERS_H_
#define NORN_INGEST_EXTRACT_RULES_TRIGGERS_H_

#include <cstdint>
#include <vector>

#include "ingest/extract/grammar.h"
#include "ingest/extract/sentence_context.h"

namespace norn::ingest {

// A trigger in a sentence: tokens [token, token + length).
struct TriggerMatch {
  uint32_t token = 0;
  uint32_t length = 0;
  // Only the end of the token is the trigger: Atacms-angrep.
  bool in_compound = false;
  TriggerForm form;
};

// All triggers of the sentence in the order of the text; where several fit one place, those of the
// most words.
std::vector<TriggerMatch> FindTriggers(const SentenceContext& context);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_RULES_TRIGGERS_H_
