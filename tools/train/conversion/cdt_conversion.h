// Brings the Copenhagen Dependency Treebank's trees to Universal Dependencies 2 as its Danish
// treebank, which was made from the same trees, has them. In CDT function words govern: the
// preposition its noun, the determiner its noun, the auxiliary its verb, the conjunction its
// clause. Here the words with a meaning of their own do.
//
//   for (TreebankSentence& sentence : sentences) ConvertCdt(sentence);
#ifndef NORN_TOOLS_TRAIN_CONVERSION_CDT_CONVERSION_H_
#define NORN_TOOLS_TRAIN_CONVERSION_CDT_CONVERSION_H_

#include "tools/train/treebank/treebank.h"

namespace norn::train {

// In place: `upos` is PAROLE's tag in full, `feats` CDT's, head and relation CDT's, where several
// words may hang on the root. The result is a tree with one root.
void ConvertCdt(TreebankSentence& sentence);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_CDT_CONVERSION_H_
