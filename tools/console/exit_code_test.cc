#include "tools/console/exit_code.h"

#include <sstream>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

TEST(ExitCode, FollowsTheStatus) {
  struct Row {
    absl::Status status;
    int code;
  };
  const Row rows[] = {
      {absl::OkStatus(), 0},
      {absl::InvalidArgumentError("bad query"), 64},
      {absl::DeadlineExceededError("query took too long"), 124},
      {absl::CancelledError("interrupted"), 130},
      {absl::DataLossError("damaged"), 65},
      {absl::FailedPreconditionError("another format"), 65},
      {absl::NotFoundError("no such file"), 66},
      {absl::InternalError("a fault of ours"), 70},
      {absl::UnimplementedError("a fault of ours"), 70},
      {absl::PermissionDeniedError("not writable"), 73},
      {absl::UnknownError("disk failed"), 74},
      {absl::ResourceExhaustedError("disk full"), 74},
      {absl::OutOfRangeError("file too large"), 74},
      {absl::UnavailableError("locked"), 75},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(static_cast<int>(ExitCodeOf(row.status)), row.code) << row.status;
  }
}

TEST(ExitCode, FailSaysWhy) {
  std::istringstream in;
  std::ostringstream out, err;
  Streams streams{in, out, err};
  EXPECT_EQ(Fail(streams, absl::NotFoundError("no a.txt")), ExitCode::kNoInput);
  EXPECT_EQ(Fail(streams, absl::NotFoundError("no b"), ExitCode::kBadConfiguration),
            ExitCode::kBadConfiguration);
  EXPECT_EQ(err.str(), "norn: no a.txt\nnorn: no b\n");
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace norn::tools
