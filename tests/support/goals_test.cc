#include "tests/support/goals.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::tests {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;
using testing::HasSubstr;

PropertyGraph World() {
  PropertyGraph graph;
  graph.nodes = {
      {"p/kari",
       {"Actor", "Person"},
       {{"name", Value("Kari Nordmann")},
        {"kind", Value("person")},
        {"aliases", Value(Value::List{Value("Nordmann")})}}},
      {"s/utland", {"Actor", "State"}, {{"name", Value("Utland")}, {"kind", Value("state")}}},
      {"e/1",
       {"Call", "Event"},
       {{"type", Value("call")},
        {"status", Value("happened")},
        {"date", Value("2025-07-04")},
        {"killed", Value(3)}}},
      {"e/2",
       {"Event", "Meeting"},
       {{"type", Value("meeting")}, {"status", Value("planned")}, {"place", Value("Bodø")}}},
      {"place/by",
       {"Place"},
       {{"name", Value("Byen")}, {"aliases", Value(Value::List{Value("Staden")})}}},
      {"w/x", {"WeaponSystem"}, {{"name", Value("X-1")}}},
  };
  graph.edges = {
      {"p/kari", "e/1", "PARTICIPATED_IN", "", {{"role", Value("caller")}}},
      {"s/utland", "e/1", "PARTICIPATED_IN", "", {{"role", Value("participant")}}},
      {"p/kari", "e/2", "PARTICIPATED_IN", "", {{"role", Value("host")}}},
      {"p/kari", "s/utland", "SPOKE_WITH", "e/1", {}},
      {"p/kari", "e/2", "MET_AT", "", {}},
      {"e/2", "w/x", "INVOLVES", "", {}},
      {"e/1", "place/by", "TOOK_PLACE_IN", "", {}},
  };
  return graph;
}

bool IsMet(const std::string& text) {
  const ParsedGoals parsed = ParseGoals(text);
  EXPECT_THAT(parsed.errors, testing::IsEmpty());
  EXPECT_EQ(parsed.goals.size(), 1) << text;
  return Unmet(parsed.goals.at(0), World()).empty();
}

TEST(Goals, AreMetByWhatTheGraphHolds) {
  for (const char* text : {"actor Kari Nordmann person",
                           "actor nordmann person",
                           "actor Utland state",
                           "no-actor Bodø",
                           "no-actor Utland person",
                           "weapon X-1",
                           "no-weapon X-2",
                           "event call happened 2025-07-04",
                           "event call happened * participants=Utland,Nordmann",
                           "event call * * only=Utland,Kari Nordmann",
                           "event * * * caller=Kari Nordmann",
                           "event meeting planned - place=Bodø weapons=X-1",
                           "event call * * killed=3",
                           "event call * * place=Staden",
                           "no-event supply * *",
                           "no-event call denied *",
                           "edge Kari Nordmann SPOKE_WITH Utland",
                           "edge Utland SPOKE_WITH Kari Nordmann",
                           "edge Kari Nordmann MET_AT meeting",
                           "edge * MET_AT Bodø",
                           "no-edge Utland MET_AT *",
                           "no-edge * SUPPLIED *",
                           "no-edge USA SUPPLIED NATO"}) {
    EXPECT_TRUE(IsMet(text)) << text;
  }
}

TEST(Goals, AreNotMetByWhatItLacks) {
  for (const char* text :
       {"actor Kari person", "actor Kari Nordmann state", "no-actor NORDMANN", "weapon X-2",
        "event call happened 2025-07", "event call happened -", "event call denied *",
        "event call * * participants=Bodø", "event meeting * * only=Utland",
        "event call * * only=Utland", "event call * * host=Kari Nordmann",
        "event meeting planned - place=Oslo", "event call * * place=Oslo",
        "event call * * weapons=X-1", "no-event call * *", "edge Utland MET_AT *",
        "edge * SUPPLIED *", "no-edge Utland SPOKE_WITH *", "nothing"}) {
    EXPECT_FALSE(IsMet(text)) << text;
  }
}

TEST(Goals, AGapIsMetUntilItCloses) {
  EXPECT_TRUE(IsMet("gap weapon X-2"));
  EXPECT_TRUE(IsMet("gap no-event call * *"));
  EXPECT_FALSE(IsMet("gap weapon X-1"));
  EXPECT_FALSE(IsMet("gap no-event supply * *"));
}

TEST(Goals, NothingIsMetByActorsAlone) {
  PropertyGraph graph;
  graph.nodes = {{"p/kari", {"Actor", "Person"}, {{"name", Value("Kari")}}}};
  EXPECT_EQ(Unmet(ParseGoals("nothing").goals.at(0), graph), "");
}

TEST(Goals, MistakesInThemAreNamed) {
  const ParsedGoals parsed = ParseGoals(
      "# comment\nactor Kari\n\nevent call\nedge Kari Utland\nfoo\nedge A MET_AT  # other end\n"
      "event call * * Kari\nweapon X-1 # fine\n");
  EXPECT_EQ(parsed.goals.size(), 1);
  EXPECT_THAT(parsed.errors,
              ElementsAre(HasSubstr("line 2: "), HasSubstr("line 4: "), HasSubstr("line 5: "),
                          HasSubstr("line 6: unknown goal `foo`"), HasSubstr("line 7: "),
                          HasSubstr("line 8: ")));
}

TEST(Goals, TheGraphIsDescribedForPeople) {
  const std::string text = Describe(World());
  EXPECT_THAT(text, HasSubstr("e/1 type=call status=happened date=2025-07-04 caller=Kari"));
  EXPECT_THAT(text, HasSubstr("p/kari SPOKE_WITH s/utland"));
  EXPECT_EQ(Describe({}), "  nothing\n");
}

}  // namespace
}  // namespace norn::tests
