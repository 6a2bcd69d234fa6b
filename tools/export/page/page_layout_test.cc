#include "tools/export/page/page_layout.h"

#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

std::vector<Point> LaidOut(const std::vector<LayoutNode>& nodes,
                           const std::vector<LayoutEdge>& edges) {
  const auto points = LayOutPage(nodes, edges);
  EXPECT_TRUE(points.ok()) << points.status();
  return points.value_or(std::vector<Point>());
}

void ExpectApart(const std::vector<Point>& points) {
  std::set<std::pair<long, long>> taken;
  for (const Point& point : points) {
    EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    EXPECT_TRUE(taken.emplace(std::lround(point.x), std::lround(point.y)).second);
  }
}

TEST(PageLayoutTest, FewNodesStandApart) {
  const std::vector<Point> points = LaidOut(std::vector<LayoutNode>(4), {{0, 1}, {0, 2}, {0, 3}});
  ASSERT_EQ(points.size(), 4);
  ExpectApart(points);
}

TEST(PageLayoutTest, OfManyTheRestStandsAroundTheHubs) {
  std::vector<LayoutNode> nodes(10);
  std::vector<LayoutEdge> edges;
  for (size_t i = 0; i < 1000; ++i) {
    edges.emplace_back(nodes.size(), i % 10);
    edges.emplace_back(nodes.size(), (i + 1) % 10);
    nodes.push_back({.is_hub = false});
  }
  const std::vector<Point> points = LaidOut(nodes, edges);
  ASSERT_EQ(points.size(), nodes.size());
  ExpectApart(points);
  const std::vector<Point> again = LaidOut(nodes, edges);
  for (size_t i = 0; i < points.size(); ++i) {
    EXPECT_EQ(points[i].x, again[i].x);
    EXPECT_EQ(points[i].y, again[i].y);
  }
}

TEST(PageLayoutTest, WithoutHubsOrEdgesItStillLaysOut) {
  EXPECT_TRUE(LaidOut({}, {}).empty());
  EXPECT_EQ(LaidOut(std::vector<LayoutNode>(600, LayoutNode{.is_hub = false}), {}).size(), 600);
  EXPECT_EQ(LaidOut(std::vector<LayoutNode>(1), {{0, 0}}).size(), 1);
}

}  // namespace
}  // namespace norn::tools
