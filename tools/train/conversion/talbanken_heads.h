// Who governs whom in Swedish Talbanken, brought from version 1 of Universal Dependencies to
// version 2: words of content govern, and expressions of several words are analysed.
#ifndef NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_HEADS_H_
#define NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_HEADS_H_

#include "tools/train/conversion/talbanken_tree.h"

namespace norn::train {

// Before relations and tags are mended: the rules go by those of version 1.
void MendHeads(TalbankenTree& tree);

// A conjunction or comma hangs on what follows it, no longer on what stands in front. After
// relations are mended: by then it is known which conjuncts are sentences of their own.
void MoveCoordinators(TalbankenTree& tree);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_HEADS_H_
