#include "ingest/read/format/input.h"

#include <sstream>
#include <string>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(InputTest, ShowsItsBeginningAndGivesAllOfIt) {
  for (const size_t size : {0, 1, 65535, 65536, 65537, 200000}) {
    const std::string bytes(size, 'x');
    std::istringstream source(bytes);
    Input input({"a", "a", "/a"}, source);
    EXPECT_EQ(input.head().size(), std::min<size_t>(size, 65536));
    const absl::StatusOr<std::string> all = input.ReadAll(size);
    ASSERT_TRUE(all.ok()) << size;
    EXPECT_EQ(*all, bytes) << size;
  }
}

TEST(InputTest, RefusesMoreThanItsLimit) {
  std::istringstream source(std::string(100, 'x'));
  Input input({"a", "a", "/a"}, source);
  EXPECT_EQ(input.ReadAll(99).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace norn::ingest
