// The planner and executor against a naive reference: random patterns on random graphs.
#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"
#include "tests/conformance/random_patterns.h"

namespace norn::conformance {
namespace {

TEST(Differential, PatternsGiveWhatTheReferenceGives) {
  constexpr uint32_t kGraphs = 625;
  constexpr int kPatterns = 8;
  for (uint32_t seed = 0; seed < kGraphs; ++seed) {
    Generator generator(seed);
    graph::PropertyGraph graph = generator.Graph();
    graph::View view = query::TestView(graph);
    for (int i = 0; i < kPatterns; ++i) {
      Pattern pattern = generator.Shape();
      const PatternText parts = TextOf(pattern);
      const std::string text =
          absl::StrCat("MATCH ", parts.path, parts.where.empty() ? "" : " WHERE ", parts.where,
                       " RETURN ", parts.row, " AS row");
      auto result = query::RunQuery(view, text, query::QueryOptions());
      ASSERT_TRUE(result.ok()) << Render(result.error(), text);
      std::vector<Row> got;
      for (const auto& row : result->rows) {
        Row& items = got.emplace_back();
        for (const query::Value& item : row[0].list()) items.emplace_back(item.text());
      }
      std::sort(got.begin(), got.end());
      ASSERT_EQ(got, ReferenceRows(graph, pattern)) << "seed " << seed << ": " << text;
      // The same ends, with a plan that may use a visited set.
      std::string ends =
          absl::StrCat(text.substr(0, text.find(" RETURN ")), " RETURN count(DISTINCT ",
                       pattern.nodes.back().variable, ") AS ends, count(*) AS all");
      auto counted = query::RunQuery(view, ends, query::QueryOptions());
      ASSERT_TRUE(counted.ok());
      ASSERT_EQ(counted->rows[0][1].integer(), static_cast<int64_t>(got.size())) << ends;
    }
  }
}

// The first column of each row, as a text; sorted.
std::vector<std::string> Answers(const graph::View& view, const std::string& text) {
  auto result = query::RunQuery(view, text, query::QueryOptions());
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : Render(result.error(), text));
  std::vector<std::string> rows;
  if (!result.ok()) return rows;
  for (const auto& row : result->rows) rows.push_back(query::ToLiteral(row[0]));
  std::sort(rows.begin(), rows.end());
  return rows;
}

// What has two forms gives the same in both.
TEST(Differential, NewFormsGiveWhatOldOnesGive) {
  const struct {
    const char* one;
    const char* other;
  } kForms[] = {
      {"MATCH (a) RETURN [a.id, COUNT { (a)-->() }]",
       "MATCH (a) OPTIONAL MATCH (a)-[r]->() WITH a, count(r) AS c RETURN [a.id, c]"},
      {"MATCH (a) CALL (a) { MATCH (a)-[r]->(b) RETURN b, r } RETURN [a.id, b.id]",
       "MATCH (a)-[r]->(b) RETURN [a.id, b.id]"},
      {"MATCH (a) OPTIONAL CALL (a) { MATCH (a)-[:R]->(b) RETURN b.id AS b } RETURN [a.id, b]",
       "MATCH (a) OPTIONAL MATCH (a)-[:R]->(b) RETURN [a.id, b.id]"},
      {"MATCH (a) CALL { WITH a MATCH (a)--(b) RETURN count(b) AS c } RETURN [a.id, c]",
       "MATCH (a) RETURN [a.id, size([(a)--(b) | b])]"},
      {"MATCH (a) RETURN COLLECT { MATCH (a)-->(b) RETURN b.id ORDER BY b.id }",
       "MATCH (a) RETURN coll.sort([(a)-->(b) | b.id])"},
      {"MATCH (a) WHERE COUNT { (a)-->() } > 0 RETURN a.id",
       "MATCH (a) WHERE (a)-->() RETURN a.id"},
      {"MATCH (a) ((x)-[:R]->(y)){1,3} (b) RETURN [a.id, b.id]",
       "MATCH (a)-[:R*1..3]->(b) RETURN [a.id, b.id]"},
      {"MATCH (a) ((x)-[r]-(y)){0,2} (b) RETURN [a.id, b.id, size(r)]",
       "MATCH (a)-[r*0..2]-(b) RETURN [a.id, b.id, size(r)]"},
      {"MATCH (a) ((x)-->(y)<--(z)){1,2} (b) RETURN [a.id, b.id]",
       "MATCH (a)-->()<--(b) RETURN [a.id, b.id] UNION ALL "
       "MATCH (a)-->()<--()-->()<--(b) RETURN [a.id, b.id]"},
      {"MATCH (a), (b) WHERE a.id < b.id MATCH p = SHORTEST 2 (a)-[*1..4]-(b) "
       "WITH a, b, length(p) AS l ORDER BY l RETURN [a.id, b.id, l]",
       "MATCH p = (a)-[*1..4]-(b) WHERE a.id < b.id WITH a, b, length(p) AS l ORDER BY l "
       "WITH a, b, collect(l)[..2] AS ls UNWIND ls AS l RETURN [a.id, b.id, l]"},
      {"MATCH (a), (b) MATCH p = SHORTEST 2 GROUPS (a)-[*1..4]->(b) RETURN [a.id, b.id, length(p)]",
       "MATCH p = (a)-[*1..4]->(b) WITH a, b, length(p) AS l, count(p) AS c ORDER BY l "
       "WITH a, b, collect([l, c])[..2] AS lcs UNWIND lcs AS lc UNWIND range(1, lc[1]) AS i "
       "RETURN [a.id, b.id, lc[0]]"},
      {"MATCH (a), (b) MATCH p = shortestPath((a)-[*1..4]->(b)) WHERE length(p) % 2 = 0 "
       "RETURN [a.id, b.id, length(p)]",
       "MATCH p = (a)-[*1..4]->(b) WITH a, b, length(p) AS l WHERE l % 2 = 0 "
       "WITH a.id AS x, b.id AS y, min(l) AS m RETURN [x, y, m]"},
      {"MATCH (a), (b) MATCH p = SHORTEST 2 (a) ((u)-[r]-(v)){1,4} (b) "
       "WITH a, b, length(p) AS l ORDER BY l RETURN [a.id, b.id, l]",
       "MATCH p = (a)-[*1..4]-(b) WITH a, b, length(p) AS l ORDER BY l "
       "WITH a, b, collect(l)[..2] AS ls UNWIND ls AS l RETURN [a.id, b.id, l]"},
      {"MATCH (a), (b) MATCH p = ALL SHORTEST (a) ((u)-[r]->(v) WHERE u.x > 0)+ (b) "
       "RETURN [a.id, b.id, [e IN r | e.key]]",
       "MATCH (a), (b) MATCH (a) ((u)-[r]->(v) WHERE u.x > 0)+ (b) WITH a, b, r ORDER BY size(r) "
       "WITH a, b, collect(r) AS rs UNWIND [r IN rs WHERE size(r) = size(rs[0])] AS r "
       "RETURN [a.id, b.id, [e IN r | e.key]]"},
      {"MATCH (a), (b) MATCH p = SHORTEST 2 GROUPS (a) ((u)-->(v)--(w)){0,3} (b) "
       "RETURN [a.id, b.id, length(p)]",
       "MATCH p = (a) ((u)-->(v)--(w)){0,3} (b) WITH a, b, length(p) AS l, count(p) AS c ORDER BY "
       "l "
       "WITH a, b, collect([l, c])[..2] AS lcs UNWIND lcs AS lc UNWIND range(1, lc[1]) AS i "
       "RETURN [a.id, b.id, lc[0]]"},
      {"MATCH (a), (b) MATCH p = SHORTEST 1 ((a) ((u)-[r]->(v))+ (b) WHERE length(p) % 2 = 0) "
       "RETURN [a.id, b.id, length(p)]",
       "MATCH p = (a)-[*]->(b) WITH a, b, length(p) AS l WHERE l % 2 = 0 "
       "WITH a.id AS x, b.id AS y, min(l) AS m RETURN [x, y, m]"},
      {"MATCH (a) LET x = a.x FILTER x > 0 RETURN x", "MATCH (a) WHERE a.x > 0 RETURN a.x"},
      {"MATCH (a) RETURN a NEXT RETURN a.id", "MATCH (a) RETURN a.id"},
      {"MATCH (a) RETURN a.x AS x NEXT WHEN x > 0 THEN RETURN x ELSE RETURN -1 AS x",
       "MATCH (a) RETURN CASE WHEN a.x > 0 THEN a.x ELSE -1 END AS x"},
  };
  for (uint32_t seed = 0; seed < 30; ++seed) {
    Generator generator(seed);
    const graph::View view = query::TestView(generator.Graph());
    for (const auto& form : kForms) {
      EXPECT_EQ(Answers(view, form.one), Answers(view, form.other)) << seed << ": " << form.one;
    }
  }
}

// Variable lengths whose list nobody looks at, where only the distinct ends count.
TEST(Differential, DistinctEndsAreThoseOfAllPaths) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    Generator generator(seed);
    graph::View view = query::TestView(generator.Graph());
    for (const char* arrow :
         {"-[:R*1..3]->", "<-[*0..2]-", "-[*0..3]-", "-[:R*..2]-", "-[*]->", "-->()-->",
          "<-[:R]-()<--", "-->()--", "--()<--", "--()--()--", "-->()-->()-->",
          "-[:R]-()-[:R*1..2]-", "-[:R]->(:A)-[:S]->()-[:R]->", "-[:R]-(m)-[:S]-(n)-[:S]->",
          "-[:R {x: 1}]->()-->(c)<--", "-[*3..3]-", "-[*3..4]->"}) {
      auto ends = [&](const char* query) {
        auto result =
            query::RunQuery(view, absl::StrCat("MATCH (a)", arrow, query), query::QueryOptions());
        EXPECT_TRUE(result.ok());
        std::vector<std::string> rows;
        for (const auto& row : result->rows) {
          rows.push_back(absl::StrCat(row[0].text(), " ", row[1].text()));
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
      };
      EXPECT_EQ(ends("(b) RETURN DISTINCT a.id, b.id"), ends("(b) RETURN a.id, b.id"))
          << seed << " " << arrow;
    }
  }
}

}  // namespace
}  // namespace norn::conformance
