#include "graph/algorithms/algorithms.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pointwise;

bool Always() { return true; }

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

CsrProjection Directed(const View& view) { return CsrProjection(view, {}); }
CsrProjection Undirected(const View& view) {
  return CsrProjection(view, {.orientation = Orientation::kUndirected});
}

TEST(AlgorithmsTest, PageRank) {
  const View view = MakeView('c', {"ab", "ba", "ca"});
  EXPECT_THAT(PageRank(Directed(view), {.damping = 0.85, .iterations = 200}, Always),
              Pointwise(DoubleNear(1e-9), {0.405 / 0.2775, 0.15 + 0.85 * 0.405 / 0.2775, 0.15}));
  // A ring has no favourite.
  const View ring = MakeView('c', {"ab", "bc", "ca"});
  EXPECT_THAT(PageRank(Undirected(ring), {.iterations = 200}, Always),
              Pointwise(DoubleNear(1e-9), {1.0, 1.0, 1.0}));
}

TEST(AlgorithmsTest, Components) {
  const View view = MakeView('f', {"ab", "ba", "bc", "ef"});
  EXPECT_THAT(ConnectedComponents(Undirected(view), Always), ElementsAre(0, 0, 0, 1, 2, 2));
  EXPECT_THAT(StronglyConnectedComponents(Directed(view), Always), ElementsAre(0, 0, 1, 2, 3, 4));
}

TEST(AlgorithmsTest, Distances) {
  const View view = MakeView('d', {"ab", "bc", "da"});
  EXPECT_THAT(Distances(Directed(view), 0, Always), ElementsAre(0, 1, 2, kUnreached));
  EXPECT_THAT(Distances(Undirected(view), 0, Always), ElementsAre(0, 1, 2, 1));
}

TEST(AlgorithmsTest, Betweenness) {
  const View view = MakeView('d', {"ab", "bc", "cd"});
  EXPECT_THAT(Betweenness(Directed(view), Always), ElementsAre(0, 2, 2, 0));
  EXPECT_THAT(Betweenness(Undirected(view), Always), ElementsAre(0, 2, 2, 0));
  // Two ways of the same length share what goes between a and d.
  const View diamond = MakeView('d', {"ab", "ac", "bd", "cd"});
  EXPECT_THAT(Betweenness(Directed(diamond), Always), ElementsAre(0, 0.5, 0.5, 0));
}

TEST(AlgorithmsTest, Closeness) {
  const View view = MakeView('d', {"ab", "bc"});
  EXPECT_THAT(
      Closeness(Undirected(view), Always),
      Pointwise(DoubleNear(1e-9), {2.0 / 3 * 2 / 3, 2.0 / 2 * 2 / 3, 2.0 / 3 * 2 / 3, 0.0}));
}

TEST(AlgorithmsTest, CoreNumbers) {
  const View view = MakeView('d', {"ab", "bc", "ca", "cd"});
  EXPECT_THAT(CoreNumbers(Undirected(view), Always), ElementsAre(2, 2, 2, 1));
}

TEST(AlgorithmsTest, ParallelEdgesCountOnceOnASimpleProjection) {
  // Five edges between a and b, a loop at a; b and c both lead to d.
  const View view = MakeView('d', {"ab", "ab", "ba", "ab", "ba", "aa", "ac", "bd", "cd"});
  const CsrProjection simple(view, {.orientation = Orientation::kUndirected, .is_simple = true});
  EXPECT_THAT(CoreNumbers(simple, Always), ElementsAre(2, 2, 2, 2));
  EXPECT_THAT(Betweenness(simple, Always), ElementsAre(0.5, 0.5, 0.5, 0.5));
  EXPECT_THAT(Degrees(simple), ElementsAre(2, 2, 2, 2));
  EXPECT_EQ(Degrees(Undirected(view))[1], 6U);
}

TEST(AlgorithmsTest, EndSoonWhenTold) {
  // A ring of more vertices than the cancellation has turns between two questions.
  std::vector<std::string> edges;
  for (char c = 'a'; c < 'z'; ++c) edges.push_back({c, static_cast<char>(c + 1)});
  const View view = MakeView('z', edges);
  int asked = 0;
  const auto never = [&] { return ++asked < 1; };
  EXPECT_NE(ConnectedComponents(Undirected(view), never), std::vector<uint32_t>(26, 0));
  EXPECT_EQ(asked, 1) << "what has stopped stays stopped and asks no more";
  EXPECT_EQ(CoreNumbers(Undirected(view), never).size(), 26U);
  EXPECT_EQ(CsrProjection(view, {}, never).edge_count(), 0U);
}

TEST(AlgorithmsTest, Degrees) {
  const View view = MakeView('c', {"ab", "ab", "bc"});
  EXPECT_THAT(Degrees(Directed(view)), ElementsAre(2, 1, 0));
  EXPECT_THAT(Degrees(Undirected(view)), ElementsAre(2, 3, 1));
}

TEST(AlgorithmsTest, Triangles) {
  // a, b, c, d know each other; e knows d twice; f knows nobody.
  const View view = MakeView('f', {"ab", "ba", "bc", "ca", "ad", "db", "dc", "ed", "de", "aa"});
  EXPECT_THAT(Triangles(Undirected(view), Always), ElementsAre(3, 3, 3, 3, 0, 0));
}

TEST(AlgorithmsTest, LightestPath) {
  const View view = MakeView('e', {"ab", "bc", "cd", "ad", "ea"});
  const GraphSelection all;
  const NodeIndex a = *view.FindNode("a");
  const NodeIndex d = *view.FindNode("d");
  const auto one = [](EdgeIndex) { return 1.0; };
  EXPECT_THAT(LightestPath(view, all, a, d, one, Always).nodes, ElementsAre(a, d));
  // The direct way is heavy.
  const auto heavy = [&](EdgeIndex edge) {
    return view.Source(edge) == a && view.Target(edge) == d ? 10.0 : 1.0;
  };
  const Path path = LightestPath(view, all, a, d, heavy, Always);
  EXPECT_EQ(path.nodes.size(), 4U);
  EXPECT_EQ(path.weight, 3);
  for (size_t i = 0; i < path.edges.size(); ++i) {
    EXPECT_EQ(view.Source(path.edges[i]), path.nodes[i]);
    EXPECT_EQ(view.Target(path.edges[i]), path.nodes[i + 1]);
  }
  EXPECT_THAT(LightestPath(view, all, d, a, one, Always).nodes, IsEmpty());
  EXPECT_THAT(LightestPath(view, all, d, d, one, Always).nodes, ElementsAre(d));
}

TEST(AlgorithmsTest, EndWhenToldTo) {
  const View view = MakeView('d', {"ab", "bc", "cd"});
  int asked = 0;
  const auto once = [&] { return asked++ == 0; };
  Betweenness(Undirected(view), once);
  EXPECT_LE(asked, 3) << "by the loop and by its cancellation";
}

}  // namespace
}  // namespace norn::graph
