// How much of an annotated corpus a network gets right: the figures that are followed while
// training goes on. The official ones come from the model as it ships.
//
//   Figures figures = Measure(network, encoder, corpus);
//   std::cout << figures.ToString();
#ifndef NORN_TOOLS_TRAIN_MODEL_FIGURES_H_
#define NORN_TOOLS_TRAIN_MODEL_FIGURES_H_

#include <string>

#include "tools/train/model/encoder.h"
#include "tools/train/network/analysis_network.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {

struct Figures {
  int tagged = 0;
  int tags_right = 0;
  int features_right = 0;
  int parsed = 0;
  int heads_right = 0;
  int relations_right = 0;  // with the head, universal relations only
  int names_wanted = 0;
  int names_found = 0;
  int names_right = 0;  // span and type

  // "UPOS 97.1 features 95.2 UAS 88.9 LAS 86.4 names 84.0"; what was not measured is left out.
  std::string ToString() const;
};

Figures Measure(AnalysisNetwork& network, const Encoder& encoder, const Corpus& corpus);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_MODEL_FIGURES_H_
