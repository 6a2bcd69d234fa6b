// Learns the rules of ingest/analysis/neural/lemma_rules.h: an ending becomes a rule only where
// what most of its words do differs from what the shorter ending says. Words of running text that
// no treebank has get rules of their own where those of their endings make no word
// (lemma_choice.h).
#ifndef NORN_TOOLS_TRAIN_MODEL_LEMMA_LEARNER_H_
#define NORN_TOOLS_TRAIN_MODEL_LEMMA_LEARNER_H_

#include "ingest/analysis/neural/model_file.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {

// Adds the sections that LemmaRules::Load reads.
void AddLemmaRules(const Recipe& recipe, ingest::ModelWriter& writer);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MODEL_LEMMA_LEARNER_H_
