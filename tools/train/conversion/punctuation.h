// Where marks hang in a tree of Universal Dependencies: quotes and brackets on the phrase that they
// enclose, every other one on the highest word next to it from which no other arc is crossed.
//
//   AttachPunctuation(sentence);  // the heads of the other words stand already
#ifndef NORN_TOOLS_TRAIN_CONVERSION_PUNCTUATION_H_
#define NORN_TOOLS_TRAIN_CONVERSION_PUNCTUATION_H_

#include "tools/train/treebank/treebank.h"

namespace norn::train {

// In place, for the words tagged PUNCT of a tree. A mark's head stays where it may stand as well:
// of a clause between two commas the second hangs on the clause, as the annotators had it, and not
// on what surrounds it.
void AttachPunctuation(TreebankSentence& sentence);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_PUNCTUATION_H_
