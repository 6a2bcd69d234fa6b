// Who fills a trigger's roles: subject, object, prepositional phrases, genitives, found by where
// mentions stand around the trigger in its clause.
#ifndef NORN_INGEST_EXTRACT_ARGUMENTS_H_
#define NORN_INGEST_EXTRACT_ARGUMENTS_H_

#include <cstdint>
#include <string>
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

struct FilledRole {
  std::string role;
  uint32_t mention = 0;  // index into the sentence's mentions
};

// All triggers of the sentence in the order of the text; where several fit one place, those of the
// most words.
std::vector<TriggerMatch> FindTriggers(const SentenceContext& context);

// The roles that are filled, in the order of the trigger's arguments. Empty if a required one is
// not.
std::vector<FilledRole> FillRoles(const SentenceContext& context, const TriggerMatch& match);

// The mentions of the list that mentions[index] belongs to, in order.
std::vector<uint32_t> WholeList(const std::vector<Mention>& mentions, uint32_t index);

// The token of the preposition that governs the mention; -1: none.
int64_t PrepositionOf(const SentenceContext& context, uint32_t mention);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_ARGUMENTS_H_
