// norn generations and norn rollback.
#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

class GenerationsTest : public testing::Test {
 protected:
  GenerationsTest() : graph_(folder_.Path("graph")) {
    PublishGraph(graph_, {});
    PublishSmallGraph(graph_);
  }

  Ran Generations() { return RunNorn({"generations", "--graph", graph_}); }
  Ran RollBack(const std::string& to = "") {
    return to.empty() ? RunNorn({"rollback", "--graph", graph_})
                      : RunNorn({"rollback", "--graph", graph_, to});
  }
  std::string Nodes() {
    return RunNorn({"query", "--graph", graph_, "MATCH (n) RETURN count(n) > 0 AS any"}).out;
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(GenerationsTest, ListsWhatThereIs) {
  const Ran ran = Generations();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("1: 0 nodes, 0 edges, "));
  EXPECT_THAT(ran.out, HasSubstr("2 (current): "));
}

TEST_F(GenerationsTest, GoesBackAndForth) {
  EXPECT_THAT(Nodes(), HasSubstr("true"));
  Ran ran = RollBack();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("generation 1 is current"));
  EXPECT_THAT(Nodes(), HasSubstr("false"));
  EXPECT_EQ(RollBack().code, 66);
  EXPECT_EQ(RollBack("2").code, 0);
  EXPECT_THAT(Nodes(), HasSubstr("true"));
}

TEST_F(GenerationsTest, RefusesAGenerationThatIsNotThereOrDamaged) {
  EXPECT_EQ(RollBack("7").code, 66);
  std::ofstream(graph_ + "/generations/000001/view") << "damaged";
  const Ran ran = RollBack("1");
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("generations/000001/view"));
  EXPECT_THAT(Nodes(), HasSubstr("true"));
}

TEST_F(GenerationsTest, MendsADamagedCurrent) {
  std::filesystem::remove(graph_ + "/CURRENT");
  EXPECT_EQ(Generations().code, 65);
  EXPECT_THAT(Generations().out, HasSubstr("2: "));
  EXPECT_EQ(RollBack().code, 0);
  EXPECT_THAT(Nodes(), HasSubstr("true"));
}

TEST_F(GenerationsTest, NoGraphIs66AndNoneIsMade) {
  graph_ = folder_.Path("nothing");
  EXPECT_EQ(Generations().code, 66);
  EXPECT_EQ(RollBack().code, 66);
  EXPECT_FALSE(std::filesystem::exists(graph_));
}

}  // namespace
}  // namespace norn::tests
