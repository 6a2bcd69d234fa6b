// Brings Talbanken's training part from Universal Dependencies 1.0, the only version of it at hand,
// to version 2 as the treebank's other parts have it. The rules follow the guidelines' list of
// changes (universaldependencies.org/v2/summary.html) and, where Talbanken's own annotation changed
// between the versions, what its version 2 does most often.
//
//   for (TreebankSentence& sentence : sentences) ConvertTalbanken(sentence);
#ifndef NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_CONVERSION_H_
#define NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_CONVERSION_H_

#include "tools/train/treebank/treebank.h"

namespace norn::train {

// In place; the result is a tree where the input was one.
void ConvertTalbanken(TreebankSentence& sentence);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_CONVERSION_H_
