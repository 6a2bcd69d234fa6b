#include "tools/train/network/batches.h"

#include <algorithm>
#include <utility>

namespace norn::train {
namespace {

// Sorting so many sentences at a time by length leaves room for chance in what comes together.
constexpr size_t kPool = 2000;

template <typename T>
void Shuffle(std::vector<T>& values, Random& random) {
  for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.Below(i)]);
}

}  // namespace

std::vector<EncodedBatch> MakeBatches(const std::vector<EncodedSentence>& sentences, size_t tokens,
                                      Random& random) {
  EncodedBatch order;
  for (const EncodedSentence& sentence : sentences) order.push_back(&sentence);
  Shuffle(order, random);
  std::vector<EncodedBatch> batches;
  for (size_t begin = 0; begin < order.size(); begin += kPool) {
    const size_t end = std::min(order.size(), begin + kPool);
    std::stable_sort(order.begin() + static_cast<ptrdiff_t>(begin),
                     order.begin() + static_cast<ptrdiff_t>(end),
                     [](const EncodedSentence* a, const EncodedSentence* b) {
                       return a->tokens.size() > b->tokens.size();
                     });
    size_t in_batch = tokens;  // full: the first sentence opens a batch
    for (size_t i = begin; i < end; ++i) {
      if (in_batch + order[i]->tokens.size() > tokens) {
        batches.emplace_back();
        in_batch = 0;
      }
      batches.back().push_back(order[i]);
      in_batch += order[i]->tokens.size();
    }
  }
  Shuffle(batches, random);
  return batches;
}

}  // namespace norn::train
