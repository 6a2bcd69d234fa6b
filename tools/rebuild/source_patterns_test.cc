#include "tools/rebuild/source_patterns.h"

#include <filesystem>
#include <fstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::ElementsAre;

TEST(SourcePatternsTest, PatternsBecomeWhatMatchesThem) {
  const std::string folder = testing::TempDir() + "/source_patterns_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const char* name : {"b1.txt", "a1.txt", "a2.txt", "[odd].txt", "c.html"}) {
    std::ofstream(folder + "/" + name) << "text";
  }
  const auto in = [&](const std::string& name) { return folder + "/" + name; };
  EXPECT_THAT(ExpandPatterns({in("[ab]*.txt"), in("a1.txt"), in("?1.txt")}),
              ElementsAre(in("a1.txt"), in("a2.txt"), in("b1.txt")));
  EXPECT_THAT(ExpandPatterns({in("[odd].txt")}), ElementsAre(in("[odd].txt")));
  EXPECT_THAT(ExpandPatterns({in("*.xml"), folder}), ElementsAre(in("*.xml"), folder));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace norn::tools
