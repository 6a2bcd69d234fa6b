#include "query/syntax/instead_of.h"

#include "absl/strings/match.h"
#include "gtest/gtest.h"

namespace norn::query {
namespace {

struct Row {
  absl::string_view (*ask)(absl::string_view);
  const char* name;
  const char* part;  // of the answer; none: the name is not known
};

TEST(InsteadOf, SaysWhatToWrite) {
  for (const Row& row : {
           Row{InsteadOfFunction, "apoc.coll.toset", "coll.distinct"},
           Row{InsteadOfFunction, "apoc.anything.else", "no APOC"},
           Row{InsteadOfFunction, "point.distance", "haversin"},
           Row{InsteadOfFunction, "toUpper", nullptr},
           Row{InsteadOfProcedure, "gds.pageRank.stream", "algo.pagerank"},
           Row{InsteadOfProcedure, "db.index.fulltext.queryNodes", "norn.find"},
           Row{InsteadOfProcedure, "db.labels", nullptr},
           Row{InsteadOfClause, "load", "norn import"},
           Row{InsteadOfClause, "MATCH", nullptr},
           Row{InsteadOfShow, "INDEXES", "indexed"},
       }) {
    const absl::string_view answer = row.ask(row.name);
    EXPECT_EQ(answer.empty(), row.part == nullptr) << row.name;
    if (row.part == nullptr) continue;
    EXPECT_TRUE(absl::StrContains(answer, row.part)) << row.name;
  }
}

}  // namespace
}  // namespace norn::query
