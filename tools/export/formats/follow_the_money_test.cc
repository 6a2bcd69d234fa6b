#include "tools/export/formats/follow_the_money.h"

#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

PropertyGraph World() {
  PropertyGraph graph;
  graph.nodes.push_back(
      {"article/a", {"Article"}, {{"name", Value("a.txt")}, {"language", Value("nb")}}});
  graph.nodes.push_back(
      {"event/1", {"Call", "Event"}, {{"type", Value("call")}, {"date", Value("2025-07")}}});
  graph.nodes.push_back(
      {"event/2", {"Attack", "Event"}, {{"type", Value("attack")}, {"name", Value("Attack")}}});
  graph.nodes.push_back({"person/a", {"Actor", "Person"}, {{"name", Value("Ada")}}});
  graph.nodes.push_back({"person/b", {"Actor", "Person"}, {{"name", Value("Bo")}}});
  graph.nodes.push_back({"state/n", {"Actor", "State"}, {{"name", Value("Nordland")}}});
  graph.nodes.push_back({"weapon/x", {"WeaponSystem"}, {{"name", Value("X-1")}}});
  const auto edge = [&graph](const char* from, const char* type, const char* to,
                             const graph::Properties& properties = {}) {
    graph.edges.push_back({from, to, type, "", properties});
  };
  edge("person/a", "PARTICIPATED_IN", "event/1", {{"role", Value("participant")}});
  edge("person/b", "PARTICIPATED_IN", "event/1", {{"role", Value("caller")}});
  edge("state/n", "PARTICIPATED_IN", "event/2", {{"role", Value("attacker")}});
  edge("event/2", "INVOLVES", "weapon/x");
  edge("event/1", "REPORTED_IN", "article/a", {{"quote", Value("Bo ringte Ada.")}});
  edge("person/a", "HOLDS_OFFICE", "state/n", {{"title", Value("statsminister")}});
  edge("person/a", "MENTIONED_IN", "article/a");
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

std::string Written() {
  std::ostringstream out;
  WriteFollowTheMoney(World(), out);
  return out.str();
}

TEST(FollowTheMoneyTest, EachKindHasItsSchema) {
  const std::string text = Written();
  for (const char* expected :
       {"\"schema\":\"Person\",\"properties\":{\"name\":[\"Ada\"]}",
        "\"schema\":\"PublicBody\",\"properties\":{\"name\":[\"Nordland\"]}",
        "\"schema\":\"Article\",\"properties\":{\"fileName\":[\"a.txt\"],\"language\":[\"nob\"]}",
        "\"schema\":\"Note\"", "\"schema\":\"Occupancy\"", "\"schema\":\"Mention\"",
        "\"name\":[\"statsminister, Nordland\"]", "\"role\":[\"attacker\"]"}) {
    EXPECT_THAT(text, HasSubstr(expected));
  }
}

TEST(FollowTheMoneyTest, ACallOfTwoHasACallerAndAReceiver) {
  const std::string text = Written();
  EXPECT_THAT(text,
              ContainsRegex("\"schema\":\"Call\",\"properties\":.\"caller\":.\"norn-[0-9a-f]+\"."
                            ",\"date\":.\"2025-07\".,\"description\":.\"Bo ringte Ada.\"."
                            ",\"receiver\""));
  // It is no Event besides.
  EXPECT_THAT(text, Not(HasSubstr("\"name\":[\"event/1\"]")));
}

TEST(FollowTheMoneyTest, TheSameGraphGivesTheSameBytes) { EXPECT_EQ(Written(), Written()); }

}  // namespace
}  // namespace norn::tools
