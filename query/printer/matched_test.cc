#include "query/printer/matched.h"

#include "gtest/gtest.h"

namespace norn::query {
namespace {

struct Row {
  const char* query;
  const char* matched;  // "": nothing
};

TEST(QueryOfMatchedTest, KeepsWhatStandsBeforeTheFirstProjection) {
  for (const Row& row : {
           Row{"MATCH (a)-[s:X]-(b) WHERE a.id < b.id RETURN a.name, count(s) AS n ORDER BY n "
               "LIMIT 3",
               "MATCH `matched 1` = (a)-[s:X]-(b) WHERE (a.id < b.id) RETURN *"},
           Row{"MATCH p = (a)-[:X]->(), (c) OPTIONAL MATCH (c)--(d) RETURN count(*)",
               "MATCH p = (a)-[:X]->(), `matched 2` = (c) OPTIONAL MATCH `matched 3` = (c)--(d) "
               "RETURN *"},
           Row{"PROFILE MATCH (a)-->(b) WITH a, count(b) AS n MATCH (a)<--(c) RETURN a.name, n, "
               "c.name;",
               "MATCH `matched 1` = (a)-->(b) RETURN *"},
           Row{"RETURN 1", ""},
           Row{"WITH 1 AS x MATCH (a) RETURN a.name", ""},
           Row{"MATCH (a) RETURN a.name UNION MATCH (b) RETURN b.name", ""},
           Row{"no query", ""},
       }) {
    EXPECT_EQ(QueryOfMatched(row.query), row.matched) << row.query;
  }
}

}  // namespace
}  // namespace norn::query
