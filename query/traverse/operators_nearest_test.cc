// Against the enumeration of trails, over small random graphs: the least lengths must be the same.
#include "query/traverse/operators_nearest.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gtest/gtest.h"
#include "query/random_graph.h"

namespace norn::query {
namespace {

// What is asked of the paths, and the same in words that have all of them looked at.
void ExpectSame(const graph::View& view, const std::string& match, size_t& planned) {
  const std::string asked =
      absl::StrCat(match, " RETURN a.id AS a, b.id AS b, min(length(p)) AS l ORDER BY a, b");
  const std::string all = absl::StrReplaceAll(asked, {{"length(p)", "length(p) + 0"}});
  EXPECT_EQ(CellsOf(view, asked), CellsOf(view, all)) << asked;
  planned += absl::StrContains(CellsOf(view, absl::StrCat("EXPLAIN ", asked)), "NearestExpand");
}

TEST(OperatorsNearestTest, FindsTheLeastLengthOfAllTrails) {
  size_t planned = 0;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    const graph::View view = RandomView(seed);
    for (const char* ends : {"-[%]-", "-[%]->", "<-[%]-"}) {
      for (const char* length : {"*", "*0..", "*1..2", "*..3 {w: 1}"}) {
        const std::string steps = absl::StrReplaceAll(ends, {{"%", length}});
        ExpectSame(view, absl::StrCat("MATCH p = (a)", steps, "(b)"), planned);
        ExpectSame(view, absl::StrCat("MATCH p = (a:Even)", steps, "(b:Odd)"), planned);
        ExpectSame(view, absl::StrCat("MATCH (a), (b) MATCH p = (a)", steps, "(b)"), planned);
        ExpectSame(view, absl::StrCat("MATCH (b) OPTIONAL MATCH p = (a)", steps, "(b)"), planned);
      }
    }
  }
  EXPECT_EQ(planned, 960);
}

TEST(OperatorsNearestTest, LooksAtAllPathsWhereMoreIsAsked) {
  const graph::View view = RandomView(1);
  for (const char* query : {
           "MATCH p = (a)-[*]-(b) RETURN a, min(length(p)), count(*)",
           "MATCH p = (a)-[*]-(b) RETURN a, max(length(p))",
           "MATCH p = (a)-[*]-(b) RETURN a, min(length(p)), collect(DISTINCT p)",
           "MATCH p = (a)-[*]-(b) WHERE length(p) > 1 RETURN a, min(length(p))",
           "MATCH p = (a)-[r*]-(b) RETURN a, r, min(length(p))",
           "MATCH p = (a)-[*2..]-(b) RETURN a, min(length(p))",
           "MATCH p = (a)-[*]-(b)-[*]-(c) RETURN a, min(length(p))",
           "MATCH p = (a)-[*]-(b), (c)--(d) RETURN a, min(length(p))",
           "MATCH p = (a)-[*]-(b) RETURN min(length(p)) + size(nodes(p))",
           "MATCH p = (a)-[*]-(b) WITH p, b RETURN b, min(length(p))",
       }) {
    EXPECT_FALSE(absl::StrContains(CellsOf(view, absl::StrCat("EXPLAIN ", query)), "NearestExpand"))
        << query;
  }
}

// No relationship twice, and each begins where the one before ends.
TEST(ShortestLoopTest, IsATrail) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    const graph::View view = RandomView(seed);
    const std::string loops = "MATCH (a) MATCH p = shortestPath((a)-[rs*]-(a)) ";
    EXPECT_EQ(CellsOf(view, loops + "UNWIND rs AS r WITH a, rs, count(DISTINCT r) AS c "
                                    "WHERE c <> size(rs) RETURN a"),
              "");
    EXPECT_EQ(CellsOf(view, loops + "WITH nodes(p) AS ns, rs UNWIND range(0, size(rs) - 1) AS i "
                                    "WITH rs[i] AS r, ns[i] AS x, ns[i + 1] AS y "
                                    "WHERE NOT ((startNode(r) = x AND endNode(r) = y) "
                                    "OR (startNode(r) = y AND endNode(r) = x)) RETURN r"),
              "");
  }
}

TEST(ShortestLoopTest, IsTheShortestTrailBack) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    const graph::View view = RandomView(seed);
    for (const char* steps : {"-[*]-", "-[*]->", "-[*1..3]-", "-[* {w: 1}]-"}) {
      const std::string all =
          CellsOf(view, absl::StrCat("MATCH p = (a)", steps, "(a) WITH a, min(length(p) + 0) AS l ",
                                     "RETURN a.id AS a, l ORDER BY a"));
      EXPECT_EQ(CellsOf(view, absl::StrCat("MATCH (a) MATCH p = shortestPath((a)", steps, "(a)) ",
                                           "RETURN a.id AS a, length(p) AS l ORDER BY a")),
                all)
          << seed << steps;
      EXPECT_EQ(
          CellsOf(view, absl::StrCat("MATCH (a) MATCH p = allShortestPaths((a)", steps, "(a)) ",
                                     "RETURN DISTINCT a.id AS a, length(p) AS l ORDER BY a")),
          all)
          << seed << steps;
    }
  }
}

}  // namespace
}  // namespace norn::query
