// What speaks for and against a phrase without a name meaning an entity: the features that the
// scorer "who" is trained on and asked with. One definition, for both.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MEANING_MEANING_FEATURES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MEANING_MEANING_FEATURES_H_

#include <cstdint>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/meaning/discourse.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"
#include "ingest/extract/scoring/features.h"

namespace norn::ingest {

struct MeaningContext {
  const AnnotatedText& text;
  const Grammar& grammar;
  const Gazetteer& gazetteer;
  const EntityTable& entities;
  const OfficeBook& offices;
  const Discourse& discourse;
  uint32_t sentence = 0;
};

// The entities that the phrase may mean: those spoken of lately, those most spoken of, and those
// that its sentence names. At most a few dozen, each once, in a fixed order.
std::vector<uint32_t> EntitiesToAsk(const MeaningContext& context, const std::vector<Tie>& ties,
                                    const Mention& phrase);

class MeaningFeatures {
 public:
  // All outlive it.
  MeaningFeatures(const MeaningContext& context, const Mention& phrase,
                  const std::vector<Tie>& ties);

  Features Of(uint32_t entity) const;

 private:
  void AddPhrase(uint32_t entity, absl::string_view kind, Features& out) const;
  void AddMemory(uint32_t entity, absl::string_view kind, Features& out) const;
  void AddTies(uint32_t entity, absl::string_view kind, Features& out) const;
  void AddFit(uint32_t entity, absl::string_view kind, Features& out) const;
  void AddSpeaker(uint32_t entity, Features& out) const;
  void AddHome(uint32_t entity, absl::string_view kind, Features& out) const;

  const MeaningContext& context_;
  const Mention& phrase_;
  const std::vector<Tie>& ties_;
  const Token& head_;
  std::string form_;  // what stands there: he, title definite, noun plural
  std::string word_;  // the head's lemma
  std::string verb_;
  std::string preposition_;
  const Office* office_ = nullptr;
  bool has_close_tie_ = false;
  std::string rule_;  // how the rules know whom it means
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MEANING_MEANING_FEATURES_H_
