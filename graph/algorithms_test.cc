#include "graph/algorithms.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

const EdgeSelection kDirected{{}, Reading::kDirected};
const EdgeSelection kUndirected{{}, Reading::kUndirected};

// Nodes a, b, c, … and edges like "ab" of type X, parallel ones allowed.
View MakeView(char last, const std::vector<std::string>& edges) {
  PropertyGraph g;
  for (char c = 'a'; c <= last; ++c) g.nodes.push_back({std::string(1, c), {}, {}});
  for (const std::string& e : edges) {
    g.edges.push_back({e.substr(0, 1), e.substr(1), "X", absl::StrCat("k", g.edges.size()), {}});
  }
  EXPECT_TRUE(Normalize(g).ok());
  return View::FromBytes(BuildView(g).value()).value();
}

TEST(AlgorithmsTest, PageRank) {
  const View view = MakeView('c', {"ab", "ba", "ca"});
  EXPECT_THAT(PageRank(view, kDirected, {.damping = 0.85, .iterations = 200}),
              Pointwise(DoubleNear(1e-9), {0.405 / 0.2775, 0.15 + 0.85 * 0.405 / 0.2775, 0.15}));
  // A ring has no favourite.
  EXPECT_THAT(PageRank(MakeView('c', {"ab", "bc", "ca"}), kUndirected, {.iterations = 200}),
              Pointwise(DoubleNear(1e-9), {1.0, 1.0, 1.0}));
}

TEST(AlgorithmsTest, Components) {
  const View view = MakeView('f', {"ab", "ba", "bc", "ef"});
  EXPECT_THAT(ConnectedComponents(view, kDirected), ElementsAre(0, 0, 0, 1, 2, 2));
  EXPECT_THAT(StronglyConnectedComponents(view, kDirected), ElementsAre(0, 0, 1, 2, 3, 4));
}

TEST(AlgorithmsTest, Distances) {
  const View view = MakeView('d', {"ab", "bc", "da"});
  EXPECT_THAT(Distances(view, kDirected, 0), ElementsAre(0, 1, 2, kUnreached));
  EXPECT_THAT(Distances(view, kUndirected, 0), ElementsAre(0, 1, 2, 1));
}

TEST(AlgorithmsTest, ShortestPath) {
  const View view = MakeView('e', {"ab", "bc", "cd", "ad", "ea"});
  const Path path = ShortestPath(view, kDirected, 4, 3);
  EXPECT_THAT(path.nodes, ElementsAre(4, 0, 3));
  ASSERT_EQ(path.edges.size(), 2);
  for (size_t i = 0; i < path.edges.size(); ++i) {
    EXPECT_EQ(view.Source(path.edges[i]), path.nodes[i]);
    EXPECT_EQ(view.Target(path.edges[i]), path.nodes[i + 1]);
  }
  EXPECT_THAT(ShortestPath(view, kDirected, 3, 4).nodes, IsEmpty());
  EXPECT_THAT(ShortestPath(view, kUndirected, 3, 4).nodes, ElementsAre(3, 0, 4));
  EXPECT_THAT(ShortestPath(view, kDirected, 2, 2).nodes, ElementsAre(2));
}

TEST(AlgorithmsTest, Betweenness) {
  const View view = MakeView('d', {"ab", "bc", "cd"});
  EXPECT_THAT(Betweenness(view, kDirected), ElementsAre(0, 2, 2, 0));
  EXPECT_THAT(Betweenness(view, kUndirected), ElementsAre(0, 4, 4, 0));
}

TEST(AlgorithmsTest, CoreNumbers) {
  const View view = MakeView('d', {"ab", "bc", "ca", "cd"});
  EXPECT_THAT(CoreNumbers(view, kDirected), ElementsAre(2, 2, 2, 1));
}

TEST(AlgorithmsTest, Degrees) {
  const View view = MakeView('c', {"ab", "ab", "bc"});
  EXPECT_THAT(Degrees(view, kDirected), ElementsAre(2, 1, 0));
  EXPECT_THAT(Degrees(view, kUndirected), ElementsAre(2, 3, 1));
}

TEST(AlgorithmsTest, EmptyGraph) {
  const View view = View::FromBytes(BuildView({}).value()).value();
  EXPECT_THAT(PageRank(view, kDirected), IsEmpty());
  EXPECT_THAT(ConnectedComponents(view, kDirected), IsEmpty());
  EXPECT_THAT(StronglyConnectedComponents(view, kDirected), IsEmpty());
  EXPECT_THAT(Betweenness(view, kDirected), IsEmpty());
  EXPECT_THAT(CoreNumbers(view, kDirected), IsEmpty());
}

}  // namespace
}  // namespace norn::graph
