// Relations and tags of Swedish Talbanken, brought from version 1 of Universal Dependencies to
// version 2.
#ifndef NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_RELATIONS_H_
#define NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_RELATIONS_H_

#include "tools/train/conversion/talbanken_tree.h"

namespace norn::train {

// Once every word has its head of version 2.
void MendRelations(TalbankenTree& tree);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_CONVERSION_TALBANKEN_RELATIONS_H_
