#include "tools/export/event_filter.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void AddEvent(PropertyGraph& graph, const std::string& id, const graph::Properties& properties,
              const std::vector<std::string>& actors) {
  graph.nodes.push_back({id, {"Event"}, properties});
  for (const std::string& actor : actors) {
    graph.edges.push_back({actor, id, "PARTICIPATED_IN", "", {}});
  }
}

// a spoke with b, b with c, c with d.
PropertyGraph World() {
  PropertyGraph graph;
  for (const char* id : {"a", "b", "c", "d"}) {
    graph.nodes.push_back({id,
                           {"Actor"},
                           {{"name", Value(std::string("Ærlig ") + id)},
                            {"aliases", Value(Value::List{Value("X")})}}});
  }
  AddEvent(graph, "e1",
           {{"type", Value("call")}, {"status", Value("happened")}, {"date", Value("2025-07-04")}},
           {"a", "b"});
  AddEvent(graph, "e2",
           {{"type", Value("attack")}, {"status", Value("denied")}, {"date", Value("2025-08")}},
           {"b", "c"});
  AddEvent(graph, "e3", {{"type", Value("call")}, {"reports", Value(3)}}, {"c", "d"});
  graph.edges.push_back({"a", "b", "SPOKE_WITH", "e1", {{"event", Value("e1")}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

std::vector<std::string> Events(const EventFilter& filter) {
  const auto part = FilterEvents(World(), filter);
  EXPECT_TRUE(part.ok()) << part.status();
  std::vector<std::string> events;
  if (!part.ok()) return events;
  for (const graph::Node& node : part->nodes) {
    if (node.labels == std::vector<std::string>{"Event"}) events.push_back(node.id);
  }
  return events;
}

TEST(EventFilterTest, ChoosesByWhatAnEventIs) {
  EXPECT_THAT(Events({}), ElementsAre("e1", "e2", "e3"));
  EXPECT_THAT(Events({.types = {"call"}}), ElementsAre("e1", "e3"));
  EXPECT_THAT(Events({.statuses = {"denied", "planned"}}), ElementsAre("e2"));
  EXPECT_THAT(Events({.min_reports = 2}), ElementsAre("e3"));
}

TEST(EventFilterTest, ChoosesByTimeOfAnyPrecision) {
  EXPECT_THAT(Events({.from = "2025-07"}), ElementsAre("e1", "e2"));
  EXPECT_THAT(Events({.from = "2025-08-20"}), ElementsAre("e2"));
  EXPECT_THAT(Events({.to = "2025-07"}), ElementsAre("e1"));
  EXPECT_THAT(Events({.from = "2024", .to = "2024"}), IsEmpty());
}

TEST(EventFilterTest, ChoosesWhatIsNear) {
  EXPECT_THAT(Events({.around = "ærlig A"}), ElementsAre("e1"));
  EXPECT_THAT(Events({.around = "a", .depth = 2}), ElementsAre("e1", "e2"));
  EXPECT_THAT(Events({.around = "a", .depth = 9}), ElementsAre("e1", "e2", "e3"));
}

TEST(EventFilterTest, EdgesOfAnEventGoWithIt) {
  const auto part = FilterEvents(World(), {.types = {"attack"}});
  ASSERT_TRUE(part.ok());
  for (const graph::Edge& edge : part->edges) EXPECT_EQ(edge.to, "e2");
}

TEST(EventFilterTest, SaysWhatIsWrong) {
  struct Row {
    EventFilter filter;
    const char* message;
  };
  for (const Row& row :
       {Row{{.around = "Ærlg a"}, "did you mean `Ærlig a`?"},
        Row{{.around = "rlig"}, "did you mean `Ærlig a`, `Ærlig b`, `Ærlig c`?"},
        Row{{.around = "x"}, "several; give an id: a, b, c, d"},
        Row{{.from = "soon"}, "--from: 'soon' is no date"}, Row{{.to = "2025-13-01x"}, "--to"}}) {
    EXPECT_THAT(std::string(FilterEvents(World(), row.filter).status().message()),
                HasSubstr(row.message));
  }
}

TEST(EventFilterTest, IsDescribedInWords) {
  EXPECT_EQ(Describe({}), "");
  EXPECT_EQ(Describe({.around = "Ada Berg", .depth = 2, .from = "2025", .types = {"call"}}),
            "call · around Ada Berg (2 steps) · from 2025");
}

}  // namespace
}  // namespace norn::tools
