#include "graph/view/block_guard.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

constexpr size_t kBlock = BlockGuard::kBlockBytes;

class BlockGuardTest : public ::testing::Test {
 protected:
  BlockGuardTest() : bytes_(3 * kBlock + 10, 'x') {
    for (size_t block = 0; block < BlockGuard::BlockCount(bytes_.size()); ++block) {
      checksums_.push_back(BlockGuard::Checksum(bytes_, block));
    }
  }
  // Whether damage at `at` is noticed by a read of [begin, begin + size).
  bool IsNoticed(size_t at, size_t begin, size_t size) {
    std::string damaged = bytes_;
    damaged[at] ^= 1;
    BlockGuard guard;
    EXPECT_TRUE(guard.Set(damaged, checksums_));
    guard.Touch(damaged.data() + begin, size);
    return guard.damaged();
  }

  std::string bytes_;
  std::vector<uint64_t> checksums_;
};

TEST_F(BlockGuardTest, SoundBytesAreNeverDamage) {
  BlockGuard guard;
  ASSERT_TRUE(guard.Set(bytes_, checksums_));
  guard.Touch(bytes_.data(), bytes_.size());
  EXPECT_FALSE(guard.damaged());
  EXPECT_TRUE(guard.VerifyAll());
}

TEST_F(BlockGuardTest, DamageIsNoticedByReadsOfItsBlockOnly) {
  EXPECT_TRUE(IsNoticed(5, 0, 1));
  EXPECT_TRUE(IsNoticed(kBlock - 1, 0, 1));
  EXPECT_FALSE(IsNoticed(kBlock, 0, kBlock));
  EXPECT_TRUE(IsNoticed(kBlock, 0, kBlock + 1));
  EXPECT_TRUE(IsNoticed(3 * kBlock + 9, 3 * kBlock, 4));
  EXPECT_TRUE(IsNoticed(kBlock + 7, 0, 3 * kBlock));
  EXPECT_FALSE(IsNoticed(5, 0, 0));
}

TEST_F(BlockGuardTest, WhatIsTrustedIsNotLookedAt) {
  bytes_[0] = 'y';
  BlockGuard guard;
  ASSERT_TRUE(guard.Set(bytes_, checksums_));
  EXPECT_FALSE(guard.VerifyAll());
  guard.Trust();
  guard.Touch(bytes_.data(), 1);
  EXPECT_FALSE(guard.damaged());
}

TEST_F(BlockGuardTest, WantsAChecksumForEachBlock) {
  BlockGuard guard;
  checksums_.pop_back();
  EXPECT_FALSE(guard.Set(bytes_, checksums_));
}

}  // namespace
}  // namespace norn::graph
