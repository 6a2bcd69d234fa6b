// Whom an article's phrases without a name mean, by the scorer "who" over all entities that the
// article has spoken of: pronouns, descriptions, titles, groups, and plain nouns with a state
// behind them ("raffineriet", "soldatene").
//
//   DecideMeanings(text, grammar, gazetteer, entities, offices, model, found.candidates);
#ifndef NORN_INGEST_EXTRACT_MENTIONS_MEANING_MEANINGS_H_
#define NORN_INGEST_EXTRACT_MENTIONS_MEANING_MEANINGS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/gazetteer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/meaning/actor_features.h"
#include "ingest/extract/mentions/meaning/meaning_features.h"
#include "ingest/extract/mentions/mention.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/offices.h"
#include "ingest/extract/scoring/linear_model.h"

namespace norn::ingest {

// The scorer has one label; its score for an entity stands against 0 for nobody and the scores of
// the others.
constexpr absl::string_view kMeaningScorer = "who";

// For training: each candidate to be decided, in order, with what may be meant and its features.
using MeaningVisitor =
    std::function<void(uint32_t sentence, const Mention& candidate,
                       const std::vector<uint32_t>& asked, const std::vector<Features>& features)>;

// Decides by the models where they are not null or empty, and lets the visitors see each decision
// to be made.
struct MeaningOptions {
  const LinearModel* model = nullptr;        // "who"
  const LinearModel* actor_model = nullptr;  // "actor" (actor_features.h)
  const MeaningVisitor* visitor = nullptr;
  std::vector<EntityFeatures>* actor_features = nullptr;
};

// Lets the entities that are no actors be named nowhere.
void DropNobodies(const AnnotatedText& text, const Grammar& grammar, const OfficeBook& offices,
                  const MeaningOptions& options, const std::vector<std::vector<Mention>>& mentions,
                  EntityTable& entities);

// Fills in `state`, and `entities` of what has no name. An empty model leaves the rules' answers.
void DecideMeanings(const AnnotatedText& text, const Grammar& grammar, const Gazetteer& gazetteer,
                    EntityTable& entities, const OfficeBook& offices, const MeaningOptions& options,
                    std::vector<std::vector<Mention>>& candidates);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_MEANING_MEANINGS_H_
