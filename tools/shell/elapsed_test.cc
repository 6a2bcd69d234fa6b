#include "tools/shell/elapsed.h"

#include <chrono>
#include <sstream>
#include <thread>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Elapsed, SaysNothingOfWhatIsSoonOver) {
  std::ostringstream out;
  { const Elapsed elapsed(out, hours(1)); }
  EXPECT_EQ(out.str(), "");
}

TEST(Elapsed, TellsTheTimeAndTakesItAway) {
  std::ostringstream out;
  {
    const Elapsed elapsed(out, milliseconds(5));
    std::this_thread::sleep_for(milliseconds(100));
  }
  EXPECT_THAT(out.str(), StartsWith("\r\033[K0 s …"));
  EXPECT_THAT(out.str(), HasSubstr("Ctrl-C"));
  EXPECT_EQ(out.str().substr(out.str().size() - 4), "\r\033[K");
}

}  // namespace
}  // namespace norn::tools
