#include "graph/store/evidence_check.h"

#include <cstdint>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

absl::Status Check(const std::string& article, const std::string& quote, int64_t start,
                   int64_t end) {
  PropertyGraph graph;
  graph.edges.push_back({"event/1",
                         "article/" + article,
                         "REPORTED_IN",
                         "",
                         {{"quote", Value(quote)}, {"start", Value(start)}, {"end", Value(end)}}});
  std::vector<proto::Article> articles(1);
  articles[0].set_name("a.txt");
  articles[0].set_text("Dahl ringte. Moen svarte.");
  return CheckEvidence(graph, articles);
}

TEST(EvidenceCheckTest, AQuoteStandsWhereItSays) {
  EXPECT_TRUE(Check("a.txt", "Moen svarte.", 13, 25).ok());
  struct Row {
    const char* article;
    const char* quote;
    int64_t start, end;
    const char* message;
  };
  for (const Row& row : {Row{"a.txt", "Moen svarte!", 13, 25, "does not stand"},
                         {"a.txt", "Moen svarte.", 12, 24, "does not stand"},
                         {"a.txt", "Moen svarte.", 13, 26, "does not stand"},
                         {"a.txt", "", 26, 25, "does not stand"},
                         {"a.txt", "", -1, -1, "does not stand"},
                         {"b.txt", "Moen svarte.", 13, 25, "the article is not there"}}) {
    const absl::Status status = Check(row.article, row.quote, row.start, row.end);
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << row.quote;
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr(row.message));
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr("REPORTED_IN from event/1"));
  }
}

TEST(EvidenceCheckTest, WhatHasNoArticlesQuotesNothing) {
  PropertyGraph graph;
  graph.edges.push_back({"a", "article/b", "REPORTED_IN", "", {{"quote", Value("x")}}});
  EXPECT_TRUE(CheckEvidence(graph, {}).ok());
}

}  // namespace
}  // namespace norn::graph
