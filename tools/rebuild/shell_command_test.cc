#include "tools/rebuild/shell_command.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;

class ShellCommandTest : public testing::Test {
 protected:
  absl::Status Run(const std::string& command, absl::Duration longest = absl::Hours(1)) {
    return RunShellCommand(command, {"NORN_GRAPH=some graph", "NORN_GENERATION=7"}, longest, stop_);
  }
  std::atomic<bool> stop_{false};
};

TEST_F(ShellCommandTest, KnowsItsEnvironmentAndReadsNothing) {
  EXPECT_EQ(Run("test \"$NORN_GRAPH\" = 'some graph' && test \"$NORN_GENERATION\" = 7"),
            absl::OkStatus());
  EXPECT_EQ(Run("test -n \"$PATH\""), absl::OkStatus());
  EXPECT_EQ(Run("test -z \"$(cat)\""), absl::OkStatus());
}

TEST_F(ShellCommandTest, SaysHowItEnded) {
  EXPECT_THAT(Run("exit 3").message(), HasSubstr("ended with 3: exit 3"));
  EXPECT_THAT(Run("kill -9 $$").message(), HasSubstr("ended by signal 9"));
}

TEST_F(ShellCommandTest, EndsWithWhatItHasStartedWhenItTakesTooLongOrNobodyWaits) {
  EXPECT_EQ(Run("sleep 300 & wait", absl::Milliseconds(100)).code(),
            absl::StatusCode::kDeadlineExceeded);
  stop_ = true;
  EXPECT_EQ(Run("sleep 300 & wait").code(), absl::StatusCode::kCancelled);
}

}  // namespace
}  // namespace norn::tools
