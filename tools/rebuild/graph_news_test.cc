#include "tools/rebuild/graph_news.h"

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;
using testing::IsEmpty;

void AddEvent(PropertyGraph& graph, const std::string& name, int64_t reports) {
  graph.nodes.push_back({absl::StrCat("event/", name),
                         {"Call", "Event"},
                         {{"name", Value(name)}, {"reports", Value(reports)}}});
}

void AddArticle(PropertyGraph& graph, const std::string& name, const std::string& hash,
                const std::string& status = "usable") {
  graph.nodes.push_back(
      {absl::StrCat("article/", name),
       {"Article"},
       {{"name", Value(name)}, {"sha256", Value(hash)}, {"publication_status", Value(status)}}});
}

graph::View ViewOf(PropertyGraph graph) {
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph::View::FromBytes(graph::BuildView(graph).value()).value();
}

TEST(GraphNewsTest, TellsWhatIsNewCorrectedWithdrawnAndGone) {
  PropertyGraph before;
  AddEvent(before, "old", 9);
  AddEvent(before, "gone", 1);
  AddArticle(before, "a", "1");
  AddArticle(before, "b", "1");
  AddArticle(before, "c", "1");
  AddArticle(before, "d", "1");
  PropertyGraph after;
  AddEvent(after, "old", 10);
  AddEvent(after, "small", 1);
  AddEvent(after, "big", 3);
  AddArticle(after, "a", "1");
  AddArticle(after, "b", "2");
  AddArticle(after, "c", "1", "canceled");
  AddArticle(after, "new", "1");
  EXPECT_THAT(GraphNews(ViewOf(before), ViewOf(after)),
              ElementsAre("2 events new, 1 gone", "new, in 3 reports: big (event/big)",
                          "new, in 1 reports: small (event/small)", "corrected: b",
                          "withdrawn by its source: c", "gone: d"));
  EXPECT_THAT(GraphNews(ViewOf(after), ViewOf(after)), IsEmpty());
}

TEST(GraphNewsTest, OfManyTellsTen) {
  PropertyGraph before;
  for (int i = 0; i < 12; ++i) AddArticle(before, absl::StrCat("a", 10 + i), "1");
  PropertyGraph after;
  for (int i = 0; i < 100; ++i) AddEvent(after, absl::StrCat(100 + i), 1 + i % 50);
  const std::vector<std::string> lines = GraphNews(ViewOf(before), ViewOf(after));
  ASSERT_EQ(lines.size(), 12);
  EXPECT_EQ(lines[0], "100 events new, 0 gone");
  EXPECT_EQ(lines[1], "new, in 50 reports: 149 (event/149)");
  EXPECT_EQ(lines[11], "gone: a10, a11, a12, a13, a14, a15, a16, a17, a18, a19 and 2 more");
}

}  // namespace
}  // namespace norn::tools
