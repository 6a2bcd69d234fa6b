// That a word of a sentence may tell of an event, with whom in which role: what rules and scorers
// propose, before places, dates and figures are read.
#ifndef NORN_INGEST_EXTRACT_EVENT_PROPOSAL_H_
#define NORN_INGEST_EXTRACT_EVENT_PROPOSAL_H_

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/scoring/linear_model.h"

namespace norn::ingest {

// How sure the scorers were, in 1/65536 (scoring/linear_model.h); what the last scorer, of whole
// events, goes by.
struct ProposalEvidence {
  uint32_t evocation = 0;  // that the word evokes an event of the type
  uint32_t any_event = 0;  // that it evokes one at all
  uint32_t status = 0;
  uint32_t weakest_role = 0;
  uint32_t unresolved_roles = 0;  // filled by words of which it is not known whom they mean
  uint32_t least_certainty = kWholeShare;  // that those who fill roles are whom the words mean
  uint32_t best_left_out = 0;              // that somebody has a role who was given none
  // Filled by whoever of the article was likeliest, and how likely the least of them was.
  uint32_t inferred_roles = 0;
  uint32_t least_inferred = kWholeShare;
  uint32_t arms_roles = 0;  // filled by words for arms, with or without a name
  uint32_t drafts = 1;      // how many tell of the event
  bool is_unreal = false;   // by the lexicon's cues only possible
  bool by_rules = false;
  bool by_scorers = false;
  // Of the evoking words: lemmas, and senses by the lexicon.
  std::set<std::string> words;
  std::set<std::string> senses;
};

struct ProposedRole {
  std::string role;
  const Mention* mention = nullptr;  // one of the article's
};

struct EventProposal {
  // The evoking words: tokens [token, token + length).
  uint32_t token = 0;
  uint32_t length = 1;
  std::string type;
  std::string medium;
  std::string status;
  std::string rule;
  std::vector<ProposedRole> roles;
  bool is_hedged = false;
  bool is_noun = false;
  bool is_present = false;   // a verb in the present tense
  bool is_definite = false;  // "samtalen": may point back at an event that is known
  bool joins = false;        // its words add people to an event that is known: "tok med seg"
  bool needs_detail = false;
  ProposalEvidence evidence;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_EVENT_PROPOSAL_H_
