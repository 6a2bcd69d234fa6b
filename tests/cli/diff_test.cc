// norn diff.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

class DiffTest : public testing::Test {
 protected:
  DiffTest() : graph_(folder_.Path("graph")) { PublishSmallGraph(graph_); }

  void PublishAnother() {
    graph::PropertyGraph other = SmallGraph();
    other.nodes.push_back({"person/ny", {"Actor", "Person"}, {{"name", graph::Value("Ny")}}});
    ASSERT_TRUE(graph::Normalize(other).ok());
    PublishGraph(graph_, other);
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(DiffTest, ComparesTheCurrentGenerationWithTheOneBefore) {
  PublishAnother();
  const Ran ran = RunNorn({"diff", "--graph", graph_});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "+ node person/ny\n");
  EXPECT_THAT(ran.err, HasSubstr("1 differences from generation 1 to 2"));
}

TEST_F(DiffTest, ComparesTheGenerationsThatAreNamed) {
  PublishAnother();
  EXPECT_EQ(RunNorn({"diff", "--graph", graph_, "2", "1"}).out, "- node person/ny\n");
}

TEST_F(DiffTest, DrawsWhatChanged) {
  graph::PropertyGraph other = SmallGraph();
  ASSERT_FALSE(other.edges.empty());
  std::erase_if(other.edges, [](const graph::Edge& edge) { return edge.type == "SPOKE_WITH"; });
  PublishGraph(graph_, other);
  const std::string file = folder_.Path("changes.svg");
  const Ran ran = RunNorn({"diff", "--graph", graph_, "-o", file});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ReadFile(file), HasSubstr("What changed from generation 1 to 2"));
  EXPECT_THAT(ReadFile(file), HasSubstr("gone"));
  EXPECT_THAT(RunNorn({"diff", "--graph", graph_, "--format", "dot", "2", "1"}).out,
              HasSubstr("</font> new"));
  EXPECT_EQ(RunNorn({"diff", "--graph", graph_, "--format", "png"}).code, 64);
}

TEST_F(DiffTest, WithoutAnEarlierGenerationItIs66) {
  const Ran ran = RunNorn({"diff", "--graph", graph_});
  EXPECT_EQ(ran.code, 66);
  EXPECT_THAT(ran.err, HasSubstr("no generation before 1"));
}

TEST_F(DiffTest, AGenerationThatIsNotThereIs66) {
  EXPECT_EQ(RunNorn({"diff", "--graph", graph_, "7"}).code, 66);
}

TEST_F(DiffTest, ANumberThatIsNoneIs64) {
  EXPECT_EQ(RunNorn({"diff", "--graph", graph_, "last"}).code, 64);
}

}  // namespace
}  // namespace norn::tests
