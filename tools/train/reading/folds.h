// Which examples a training may see: whole articles are held out by their numbers.
#ifndef NORN_TOOLS_TRAIN_READING_FOLDS_H_
#define NORN_TOOLS_TRAIN_READING_FOLDS_H_

#include <functional>

namespace norn::train {

// Whether the examples of a group (an article's number) are used.
using GroupFilter = std::function<bool(int)>;

// The group of what is never held out: the project's own tables.
constexpr int kNeverHeldOut = -1;

constexpr bool IsSeen(int group, int fold, int folds) {
  return group == kNeverHeldOut || group % folds != fold;
}

inline GroupFilter SeenBy(int fold, int folds) {
  return [=](int group) { return IsSeen(group, fold, folds); };
}

inline GroupFilter UnseenBy(int fold, int folds) {
  return [=](int group) { return !IsSeen(group, fold, folds); };
}

inline GroupFilter EveryGroup() {
  return [](int) { return true; };
}

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_FOLDS_H_
