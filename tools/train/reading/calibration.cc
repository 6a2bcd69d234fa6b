#include "tools/train/reading/calibration.h"

#include <algorithm>
#include <utility>

#include "ingest/extract/scoring/linear_model.h"

namespace norn::train {
namespace {

// So many cases of neighbouring shares are looked at together: of fewer, chance says more than the
// scorer.
constexpr size_t kLeastInBlock = 40;

struct Block {
  double share = 0;  // sums
  double right = 0;
  double cases = 0;
  double MeanShare() const { return share / cases; }
  // One case more that is half right: nothing is certain for having been right 40 times.
  double Right() const { return (right + 0.5) / (cases + 1); }
  void Add(const Block& other) {
    share += other.share;
    right += other.right;
    cases += other.cases;
  }
};

// By rising share; cases of one share are in one block.
std::vector<Block> BlocksOf(std::vector<JudgedShare> cases) {
  std::sort(cases.begin(), cases.end(),
            [](const JudgedShare& a, const JudgedShare& b) { return a.share < b.share; });
  std::vector<Block> blocks;
  for (size_t i = 0; i < cases.size(); ++i) {
    const bool is_full = !blocks.empty() && blocks.back().cases >= kLeastInBlock;
    const bool is_another = i == 0 || cases[i].share != cases[i - 1].share;
    if (blocks.empty() || (is_full && is_another)) blocks.emplace_back();
    blocks.back().Add(
        {cases[i].share / double{ingest::kWholeShare}, cases[i].is_right ? 1.0 : 0.0, 1});
  }
  // What is left over at the end belongs to the block before it.
  if (blocks.size() > 1 && blocks.back().cases < kLeastInBlock) {
    const Block last = blocks.back();
    blocks.pop_back();
    blocks.back().Add(last);
  }
  return blocks;
}

// Joins neighbours until no surer block is right less often.
std::vector<Block> Pool(const std::vector<Block>& blocks) {
  std::vector<Block> pooled;
  for (const Block& block : blocks) {
    pooled.push_back(block);
    while (pooled.size() > 1 && pooled[pooled.size() - 2].Right() >= pooled.back().Right()) {
      const Block last = pooled.back();
      pooled.pop_back();
      pooled.back().Add(last);
    }
  }
  return pooled;
}

// Between the middles of blocks it is interpolated; nothing is right of what has no share at all,
// and above the last middle all is as sure as there.
double RightAt(const std::vector<Block>& blocks, double share) {
  double low_share = 0;
  double low = 0;
  for (const Block& block : blocks) {
    if (share < block.MeanShare()) {
      return low + (block.Right() - low) * (share - low_share) / (block.MeanShare() - low_share);
    }
    low_share = block.MeanShare();
    low = block.Right();
  }
  return low;
}

}  // namespace

std::vector<uint32_t> CalibrationTable(std::vector<JudgedShare> cases, size_t entries) {
  if (cases.size() < kLeastInBlock || entries < 2) return {};
  const std::vector<Block> blocks = Pool(BlocksOf(std::move(cases)));
  std::vector<uint32_t> table;
  for (size_t i = 0; i < entries; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(entries - 1);
    table.push_back(static_cast<uint32_t>(1000 * RightAt(blocks, share) + 0.5));
  }
  return table;
}

}  // namespace norn::train
