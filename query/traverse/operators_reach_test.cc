// Against the enumeration of trails, over small random graphs: what is reached must be the same.
#include "query/traverse/operators_reach.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/random_graph.h"

namespace norn::query {
namespace {

TEST(OperatorsReachTest, ReachesWhatTrailsReach) {
  size_t planned = 0;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    const graph::View view = RandomView(seed);
    for (const char* ends : {"-[%]-", "-[%]->", "<-[%]-"}) {
      for (const char* length : {"*", "*0..", "*1..2", "*2..", "*2..3", "*3..", "*..3 {w: 1}"}) {
        for (const char* end : {"(b)", "(b:Odd)"}) {
          std::string steps = ends;
          steps.replace(steps.find('%'), 1, length);
          const std::string pattern = absl::StrCat("(a)", steps, end);
          // A path that is named has all its trails looked at.
          const std::string all =
              CellsOf(view, absl::StrCat("MATCH p = ", pattern, " WITH a, b, count(p) AS c ",
                                         "RETURN a.id, b.id ORDER BY a.id, b.id"));
          const std::string reach =
              absl::StrCat("MATCH ", pattern, " RETURN DISTINCT a.id, b.id ORDER BY a.id, b.id");
          EXPECT_EQ(CellsOf(view, reach), all) << seed << " " << pattern;
          planned +=
              absl::StrContains(CellsOf(view, absl::StrCat("EXPLAIN ", reach)), "ReachExpand");
          const std::string exists = absl::StrCat("MATCH (a), ", end, " WHERE EXISTS { ", pattern,
                                                  " } RETURN a.id, b.id ORDER BY a.id, b.id");
          EXPECT_EQ(CellsOf(view, exists), all) << seed << " " << pattern;
        }
      }
    }
  }
  EXPECT_GT(planned, 700);
}

}  // namespace
}  // namespace norn::query
