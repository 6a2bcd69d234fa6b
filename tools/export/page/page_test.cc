#include "tools/export/page/page.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::HasSubstr;
using testing::Not;

PropertyGraph World(const std::string& name) {
  PropertyGraph graph;
  graph.nodes.push_back({"article/a", {"Article"}, {{"name", Value("a.txt")}}});
  graph.nodes.push_back(
      {"event/1",
       {"Call", "Event"},
       {{"type", Value("call")}, {"name", Value(name)}, {"date", Value("2025-07")}}});
  graph.nodes.push_back({"person/a", {"Actor", "Person"}, {{"name", Value(name)}}});
  graph.edges.push_back({"event/1", "article/a", "REPORTED_IN", "", {{"quote", Value(name)}}});
  graph.edges.push_back(
      {"person/a", "event/1", "PARTICIPATED_IN", "", {{"role", Value("caller")}}});
  return graph;
}

std::string Page(const PropertyGraph& graph, const PageOptions& options = {}) {
  const auto page = WritePage(graph, options);
  EXPECT_TRUE(page.ok()) << page.status();
  return page.value_or("");
}

TEST(PageTest, HoldsThePictureAndTheEvidence) {
  const std::string page = Page(World("Ada Berg"), {.title = "Calls & more"});
  for (const char* expected :
       {"<title>Calls &amp; more</title>", "\"quote\":\"Ada Berg\"", "\"first\":\"2025-07-01\"",
        "2025-07-01 to 2025-07-31", "1 articles", "default-src 'none'", "script-src 'sha256-"}) {
    EXPECT_THAT(page, HasSubstr(expected));
  }
}

// Names come from anywhere.
TEST(PageTest, TextsOfTheGraphAreNoMarkup) {
  const std::string page = Page(World("</script><script>alert(1)</script> @TITLE@ <!--"));
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, HasSubstr("\\u003c/script>\\u003cscript>alert(1)\\u003c/script> @TITLE@"));
}

TEST(PageTest, TheSameGraphGivesTheSameBytes) {
  EXPECT_EQ(Page(World("Ada Berg")), Page(World("Ada Berg")));
}

TEST(PageTest, LoadsNothingFromElsewhere) {
  const std::string page = Page(World("Ada Berg"));
  for (const char* loading : {"<link", "src=\"http", "url(http", "@import", "<iframe"}) {
    EXPECT_THAT(page, Not(HasSubstr(loading))) << loading;
  }
}

TEST(PageTest, OfTooManyEventsItSaysHowManyThereAre) {
  PropertyGraph graph = World("Ada Berg");
  graph.nodes.push_back({"event/2", {"Event"}, {{"reports", Value(9)}}});
  EXPECT_THAT(Page(graph, {.max_events = 1}), HasSubstr("the 1 most reported of 2 events"));
  EXPECT_THAT(Page(graph, {.of = 70}), HasSubstr("the 2 most reported of 70 events"));
}

TEST(PageTest, AGraphWithoutEventsIsDrawnAsItIs) {
  PropertyGraph graph;
  graph.nodes.push_back({"a", {"Ship"}, {{"name", Value("Fram")}}});
  graph.nodes.push_back({"b", {"Port"}, {}});
  graph.edges.push_back({"a", "b", "CALLS_AT", "", {}});
  const std::string page = Page(graph);
  EXPECT_THAT(page, HasSubstr("\"name\":\"Fram\""));
  EXPECT_THAT(page, HasSubstr("\"role\":\"CALLS_AT\""));
  Page({});
}

}  // namespace
}  // namespace norn::tools
