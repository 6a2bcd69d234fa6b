#include "tools/shell/pager.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

// As main does: a pager may be gone before it is written to.
class Pager : public testing::Test {
 protected:
  Pager() { std::signal(SIGPIPE, SIG_IGN); }
};

TEST_F(Pager, GetsTheWholeText) {
  const std::string file = testing::TempDir() + "/paged";
  const std::string text(1 << 20, 'x');
  EXPECT_TRUE(ShowInPager("cat > " + file, text));
  std::ifstream in(file);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), text);
}

TEST_F(Pager, ThatIsNotThereShowsNothing) {
  EXPECT_FALSE(ShowInPager("no-such-pager-anywhere 2> /dev/null", "text"));
}

TEST_F(Pager, MayEndBeforeItHasReadAll) {
  EXPECT_TRUE(ShowInPager("true", std::string(1 << 20, 'x')));
}

TEST_F(Pager, IsWhatTheEnvironmentSays) {
  setenv("PAGER", "more", 1);
  EXPECT_EQ(DefaultPager(), "more");
  unsetenv("PAGER");
  EXPECT_EQ(DefaultPager(), "less -FRSX");
}

}  // namespace
}  // namespace norn::tools
