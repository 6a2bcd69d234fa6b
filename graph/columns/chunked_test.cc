#include "graph/columns/chunked.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace norn::graph {
namespace {

TEST(Chunked, KeepsWhatWasPutIntoManyChunks) {
  Chunked<uint32_t> numbers;
  EXPECT_TRUE(numbers.empty());
  for (uint32_t i = 0; i < 100000; ++i) numbers.push_back(i);
  numbers[70000] = 1;
  ASSERT_EQ(numbers.size(), 100000);
  for (uint32_t i = 0; i < 100000; ++i) ASSERT_EQ(numbers[i], i == 70000 ? 1 : i);
}

TEST(Chunked, PadsUpToASizeAndNeverShrinks) {
  Chunked<uint32_t> numbers;
  numbers.PadTo(3, 7);
  numbers.PadTo(2, 8);
  ASSERT_EQ(numbers.size(), 3);
  EXPECT_EQ(numbers[2], 7);
}

}  // namespace
}  // namespace norn::graph
