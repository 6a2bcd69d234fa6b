#include "tools/commands/change_reasons.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;
using testing::IsEmpty;

void AddArticle(const std::string& name, const std::string& hash, PropertyGraph& graph) {
  graph.nodes.push_back(
      {"article/" + name, {"Article"}, {{"name", Value(name)}, {"sha256", Value(hash)}}});
}

TEST(ChangeReasonsTest, NamesTheArticlesThatCameChangedOrWent) {
  PropertyGraph older;
  AddArticle("a", "1", older);
  AddArticle("b", "1", older);
  AddArticle("same", "1", older);
  older.nodes.push_back({"event/x", {"Event"}, {}});
  older.nodes.push_back({"person/p", {"Person"}, {}});
  older.edges = {{"event/x", "article/a", "REPORTED_IN", "1", {}},
                 {"event/x", "article/b", "REPORTED_IN", "1", {}},
                 {"event/x", "article/same", "REPORTED_IN", "1", {}},
                 {"person/p", "article/same", "MENTIONED_IN", "", {}}};
  PropertyGraph newer;
  AddArticle("b", "2", newer);
  AddArticle("c", "1", newer);
  AddArticle("same", "1", newer);
  newer.nodes.push_back({"event/x", {"Event"}, {}});
  newer.edges = {{"event/x", "article/c", "REPORTED_IN", "1", {}}};
  ASSERT_TRUE(graph::Normalize(older).ok());
  ASSERT_TRUE(graph::Normalize(newer).ok());
  const ChangeReasons reasons(older, newer);
  const auto all = ElementsAre("a is gone", "b has changed", "c is new");
  EXPECT_THAT(reasons.Of(graph::Node{"event/x", {}, {}}), all);
  EXPECT_THAT(reasons.Of(graph::Edge{"person/p", "event/x", "PARTICIPATED_IN", "", {}}), all);
  EXPECT_THAT(reasons.Of(graph::Edge{
                  "person/p", "person/q", "SPOKE_WITH", "event/x", {{"event", Value("event/x")}}}),
              all);
  EXPECT_THAT(reasons.Of(graph::Edge{"event/x", "article/c", "REPORTED_IN", "1", {}}),
              ElementsAre("c is new"));
  EXPECT_THAT(reasons.Of(graph::Node{"article/a", {}, {}}), ElementsAre("a is gone"));
  EXPECT_THAT(reasons.Of(graph::Node{"person/p", {}, {}}), IsEmpty());
}

}  // namespace
}  // namespace norn::tools
