#include "graph/algorithms/communities.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using ::testing::ElementsAre;

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

CsrProjection Undirected(const View& view) {
  return CsrProjection(view, {.orientation = Orientation::kUndirected});
}

TEST(CommunitiesTest, AreThoseThatHoldTogether) {
  // Two triangles with one edge between them, and one node that nobody knows.
  const View view = MakeView('g', {"ab", "bc", "ca", "de", "ef", "fd", "cd"});
  EXPECT_THAT(Communities(Undirected(view), Always), ElementsAre(0, 0, 0, 1, 1, 1, 2));
}

TEST(CommunitiesTest, ManyEdgesCountMoreThanOne) {
  // In a ring of four, two pairs know each other well.
  const View view = MakeView('d', {"ab", "ab", "ab", "bc", "cd", "cd", "cd", "da"});
  EXPECT_THAT(Communities(Undirected(view), Always), ElementsAre(0, 0, 1, 1));
}

TEST(CommunitiesTest, WithoutEdgesEachNodeIsAlone) {
  EXPECT_THAT(Communities(Undirected(MakeView('c', {})), Always), ElementsAre(0, 1, 2));
}

}  // namespace
}  // namespace norn::graph
