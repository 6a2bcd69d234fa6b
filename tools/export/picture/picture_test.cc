#include "tools/export/picture/picture.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::Properties;
using graph::PropertyGraph;
using graph::Value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

// Builds a graph the way that resolution does.
class World {
 public:
  void Actor(const std::string& id) {
    graph_.nodes.push_back({id, {"Actor", "Person"}, {{"name", Value(id)}}});
  }
  void Event(const std::string& id, const std::string& type, const std::string& status,
             const std::vector<std::pair<std::string, std::string>>& roles,
             const std::string& date = "2025-07-04") {
    graph_.nodes.push_back({id, {"Event"}, {{"type", Value(type)}, {"status", Value(status)}}});
    if (!date.empty()) graph_.nodes.back().properties["date"] = Value(date);
    for (const auto& [actor, role] : roles) {
      Edge(actor, "PARTICIPATED_IN", id, id, {{"role", Value(role)}});
    }
  }
  void Edge(const std::string& from, const std::string& type, const std::string& to,
            const std::string& key, const Properties& properties = {}) {
    graph_.edges.push_back({from, to, type, key, properties});
  }
  void Call(const std::string& id, const std::string& a, const std::string& b,
            const std::string& date = "2025-07-04") {
    Event(id, "call", "happened", {{a, "participant"}, {b, "participant"}});
    Edge(a, "SPOKE_WITH", b, id, {{"event", Value(id)}, {"date", Value(date)}});
  }
  void Weapon(const std::string& id, const std::string& event) {
    graph_.nodes.push_back({id, {"WeaponSystem"}, {{"name", Value(id)}}});
    Edge(event, "INVOLVES", id, "", {{"quantity", Value(2)}});
  }
  void Article(const std::string& id, const std::string& url = "") {
    graph_.nodes.push_back({id, {"Article"}, {{"name", Value(id)}, {"url", Value(url)}}});
  }
  void State(const std::string& id, const std::string& name) {
    graph_.nodes.push_back({id, {"Actor", "State"}, {{"name", Value(name)}}});
  }
  void Mark(Change change) {  // what was added last
    graph_.nodes.back().properties[kChangeProperty] = Value(std::string(StyleOf(change).name));
  }
  Picture Draw(const PictureOptions& options = {}) {
    EXPECT_TRUE(graph::Normalize(graph_).ok());
    return MakePicture(graph_, options);
  }

 private:
  PropertyGraph graph_;
};

std::vector<std::string> Ids(const Picture& picture) {
  std::vector<std::string> ids;
  for (const Picture::Node& node : picture.nodes) ids.push_back(node.id);
  return ids;
}

// "a->b" or "a--b" with the label, for each edge.
std::vector<std::string> Lines(const Picture& picture) {
  std::vector<std::string> lines;
  for (const Picture::Edge& edge : picture.edges) {
    lines.push_back(absl::StrCat(picture.nodes[edge.from].id, edge.style.directed ? "->" : "--",
                                 picture.nodes[edge.to].id, edge.label.empty() ? "" : " ",
                                 edge.label));
  }
  return lines;
}

TEST(Picture, ACallOfTwoIsOneEdge) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Call("event/1", "a", "b");
  const Picture picture = world.Draw();
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b"));
  EXPECT_THAT(Lines(picture), ElementsAre("a--b 2025-07-04"));
  EXPECT_EQ(picture.omission, "");
}

TEST(Picture, CallsOfTheSameTwoAreOneEdgeThatCounts) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Call("event/1", "a", "b", "2025-02");
  world.Call("event/2", "b", "a", "2025-07-04");
  const Picture picture = world.Draw();
  EXPECT_THAT(Lines(picture), ElementsAre("a--b 2 times\n2025-02 – 2025-07-04"));
  EXPECT_EQ(picture.edges[0].count, 2);
}

TEST(Picture, TalksOfThreeAreAStarAndNotATriangle) {
  World world;
  for (const char* id : {"a", "b", "c"}) world.Actor(id);
  world.Event("event/1", "talks", "happened",
              {{"a", "participant"}, {"b", "participant"}, {"c", "participant"}});
  for (const auto& [from, to] : {std::pair("a", "b"), std::pair("a", "c"), std::pair("b", "c")}) {
    world.Edge(from, "SPOKE_WITH", to, "event/1", {{"event", Value("event/1")}});
  }
  const Picture picture = world.Draw();
  EXPECT_THAT(Lines(picture), UnorderedElementsAre("a--event/1", "b--event/1", "c--event/1"));
  // It is as plain to see as a call of two.
  EXPECT_EQ(picture.edges[0].style.color, StyleOfType("SPOKE_WITH").color);
}

TEST(Picture, WhatDidNotHappenIsDashed) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Event("event/1", "meeting", "planned", {{"a", "host"}, {"b", "participant"}});
  const Picture picture = world.Draw();
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b", "event/1"));
  EXPECT_EQ(picture.nodes[2].label, "planned meeting\n2025-07-04");
  EXPECT_NE(picture.nodes[2].reality, Reality::kHappened);
  EXPECT_THAT(Lines(picture), ElementsAre("a--event/1 host", "b--event/1"));
  EXPECT_NE(picture.edges[0].reality, Reality::kHappened);
}

TEST(Picture, AMeetingIsDrawnOnceForEachWhoMet) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Event("event/1", "meeting", "happened", {{"a", "host"}, {"b", "participant"}});
  world.Edge("a", "MET_AT", "event/1", "", {{"role", Value("host")}});
  world.Edge("b", "MET_AT", "event/1", "", {{"date", Value("2025-07-04")}});
  EXPECT_THAT(Lines(world.Draw()), ElementsAre("a--event/1 host", "b--event/1"));
}

TEST(Picture, SupplyOfAWeaponSystemGoesFromSupplierToRecipient) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Event("event/1", "supply", "happened", {{"a", "supplier"}, {"b", "recipient"}});
  world.Edge("a", "SUPPLIED", "b", "event/1", {{"event", Value("event/1")}});
  EXPECT_THAT(Lines(world.Draw()), ElementsAre("a->b"));
  world.Weapon("weapon/x", "event/1");
  const Picture picture = world.Draw();
  EXPECT_THAT(Lines(picture),
              UnorderedElementsAre("a->event/1", "event/1->b", "event/1->weapon/x 2 ×"));
  EXPECT_EQ(picture.nodes[3].style.shape, "hexagon");
}

TEST(Picture, EventsThatLookTheSameAreOneNodeThatSaysHowMany) {
  World world;
  world.Actor("a");
  world.Actor("b");
  for (const char* id : {"event/1", "event/2", "event/3"}) {
    world.Event(id, "attack", "happened", {{"a", "attacker"}, {"b", "target"}});
  }
  world.Event("event/4", "attack", "denied", {{"a", "attacker"}, {"b", "target"}});
  const Picture picture = world.Draw();
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b", "event/1", "event/4"));
  EXPECT_THAT(picture.nodes[2].label, testing::StartsWith("3 × attack\n"));
  EXPECT_THAT(picture.nodes[3].label, testing::StartsWith("denied attack\n"));
}

TEST(Picture, WhatTheSameActorsDidOverAndOverIsOneNodeWithItsTime) {
  World world;
  world.Actor("a");
  world.Actor("b");
  for (const auto& [id, date] : {std::pair("event/1", "2022-02"), std::pair("event/2", "2024"),
                                 std::pair("event/3", "2023")}) {
    world.Event(id, "attack", "happened", {{"a", "attacker"}, {"b", "target"}}, date);
  }
  EXPECT_EQ(world.Draw().nodes[2].label, "3 × attack\n2022-02 – 2024");
  // On a timeline each has its place.
  EXPECT_THAT(Ids(world.Draw({.timeline = true})),
              ElementsAre("a", "b", "event/1", "event/2", "event/3"));
}

TEST(Picture, ATimelineHasCallsAsEventsAndNoneWithoutADate) {
  World world;
  for (const char* id : {"a", "b"}) world.Actor(id);
  world.Call("event/1", "a", "b");
  world.Event("event/2", "attack", "happened", {{"a", "attacker"}, {"b", "target"}}, "");
  const Picture picture = world.Draw({.timeline = true});
  EXPECT_TRUE(picture.is_timeline);
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b", "event/1"));
  EXPECT_EQ(picture.nodes[2].date, "2025-07-04");
  EXPECT_EQ(picture.omission, "leaves out 1 event without a date");
}

TEST(Picture, ActorsStandWithTheStateTheyActFor) {
  World world;
  for (const char* id : {"a", "b"}) world.Actor(id);
  world.State("state/x", "Norge");
  world.State("state/y", "Sverige");
  world.Call("event/1", "a", "b");
  world.Call("event/2", "a", "state/y");
  world.Call("event/3", "b", "state/x");
  world.Edge("a", "HOLDS_OFFICE", "state/x", "1", {{"last_seen", Value("2025")}});
  world.Edge("a", "HOLDS_OFFICE", "state/y", "2", {{"last_seen", Value("2024")}});
  const Picture picture = world.Draw({.by_state = true});
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b", "state/x", "state/y"));
  EXPECT_EQ(picture.nodes[0].group, "Norge");
  EXPECT_EQ(picture.nodes[1].group, "");
  EXPECT_EQ(picture.nodes[2].group, "Norge");
  EXPECT_EQ(picture.nodes[3].group, "");  // alone in a frame of its own name
}

TEST(Picture, AnEventLeadsToTheArticleOnTheWebThatReportsIt) {
  struct Row {
    const char* url;
    const char* leads_to;
  };
  for (const Row& row :
       {Row{"https://example.org/1", "https://example.org/1"},
        Row{"https://example.org/?a=\"x\" <b>é", "https://example.org/?a=%22x%22%20%3Cb%3E%C3%A9"},
        Row{"javascript:alert(1)", ""}, Row{"", ""}}) {
    World world;
    for (const char* id : {"a", "b"}) world.Actor(id);
    world.Event("event/1", "meeting", "happened", {{"a", "participant"}, {"b", "participant"}});
    world.Article("article/1", row.url);
    world.Edge("event/1", "REPORTED_IN", "article/1", "");
    EXPECT_EQ(world.Draw().nodes[2].url, row.leads_to) << row.url;
  }
}

TEST(Picture, ItIsDescribedForThoseWhoDoNotSeeIt) {
  World world;
  for (const char* id : {"a", "b"}) world.Actor(id);
  world.Event("event/1", "meeting", "happened", {{"a", "participant"}, {"b", "participant"}});
  EXPECT_EQ(world.Draw({.generation = 7}).description,
            "person: 2, event: 1, lines between them: 2. 2025-07-04 · generation 7");
}

TEST(Picture, ItSaysWhatTimeAndHowManyArticlesItSpans) {
  World world;
  for (const char* id : {"a", "b", "c"}) world.Actor(id);
  world.Call("event/1", "a", "b", "2024-05");
  world.Event("event/2", "meeting", "planned", {{"a", "participant"}, {"c", "participant"}});
  world.Article("article/1");
  for (const char* event : {"event/1", "event/2"})
    world.Edge(event, "REPORTED_IN", "article/1", "");
  const Picture picture = world.Draw({.title = "Who"});
  EXPECT_EQ(picture.title, "Who");
  EXPECT_EQ(picture.subtitle, "2024-05 to 2025-07-04 · 1 article");
}

TEST(Picture, NumbersAreWrittenAsPeopleDo) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Edge("a", "SUPPLIED", "b", "1",
             {{"value", Value(6e8)}, {"currency", Value("SEK")}, {"quantity", Value(40000)}});
  EXPECT_THAT(Lines(world.Draw()), ElementsAre("a->b 600 million SEK"));
}

TEST(Picture, ArticlesAndLonelyActorsAreNotShown) {
  World world;
  for (const char* id : {"a", "b", "lonely"}) world.Actor(id);
  world.Call("event/1", "a", "b");
  world.Article("article/1");
  world.Edge("lonely", "MENTIONED_IN", "article/1", "");
  const Picture picture = world.Draw();
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b"));
  EXPECT_EQ(picture.omission, "");
}

TEST(Picture, OfTooManyTheMostConnectedStayAndItSaysSo) {
  World world;
  for (const char* id : {"a", "b", "c", "d"}) world.Actor(id);
  world.Call("event/1", "a", "b");
  world.Call("event/2", "a", "c");
  world.Call("event/3", "b", "c");
  world.Call("event/4", "c", "d");
  const Picture picture = world.Draw({.max_nodes = 3});
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b", "c"));
  EXPECT_EQ(picture.omission, "shows the 3 most connected of 4 actors");
}

TEST(Picture, ANodeLeftWithoutNeighboursGoesToo) {
  World world;
  for (const char* id : {"a", "b", "c", "x", "y"}) world.Actor(id);
  world.Call("event/1", "a", "b");
  world.Call("event/2", "a", "c");
  world.Call("event/3", "x", "y");
  const Picture picture = world.Draw({.max_nodes = 1});
  EXPECT_THAT(picture.nodes, testing::IsEmpty());
  EXPECT_THAT(picture.omission, HasSubstr("nothing to show"));
}

TEST(Picture, EverythingShowsEveryNodeAndEdge) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Call("event/1", "a", "b");
  world.Article("article/1");
  world.Edge("a", "MENTIONED_IN", "article/1", "");
  const Picture picture = world.Draw({.everything = true});
  EXPECT_THAT(Ids(picture), ElementsAre("a", "article/1", "b", "event/1"));
  EXPECT_EQ(picture.edges.size(), 4);
}

TEST(Picture, EverythingPointsFromWhoGaveToWhoGot) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Event("event/1", "supply", "happened", {{"a", "supplier"}, {"b", "recipient"}});
  EXPECT_THAT(Lines(world.Draw({.everything = true})),
              UnorderedElementsAre("a->event/1", "event/1->b"));
}

TEST(Picture, AnEmptyGraphSaysThatThereIsNothing) {
  World world;
  EXPECT_EQ(world.Draw().omission, "nothing to show: no event connects two actors");
}

TEST(Picture, OfTooMuchThoseAreShownWhoHaveSomebodyToBeShownWith) {
  World world;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) world.Actor(id);
  world.Edge("a", "SPOKE_WITH", "b", "1");
  world.Edge("c", "SPOKE_WITH", "d", "2");
  world.Edge("e", "SPOKE_WITH", "f", "3");
  world.Edge("e", "SPOKE_WITH", "f", "4");
  EXPECT_THAT(Ids(world.Draw({.max_nodes = 5, .everything = true})),
              ElementsAre("a", "b", "e", "f", "g"));
  EXPECT_THAT(Ids(world.Draw({.max_nodes = 7, .everything = true})),
              ElementsAre("a", "b", "c", "d", "e", "f", "g"));
}

TEST(Picture, OfAnAnswerTheLinesLeadToArticlesThatAreNotDrawn) {
  World answer;
  answer.Actor("a");
  answer.Actor("b");
  answer.Edge("a", "SPOKE_WITH", "b", "e", {{"event", Value("e")}, {"date", Value("2025-07-04")}});
  PropertyGraph evidence;
  for (const char* id : {"article/1", "article/2"}) {
    evidence.nodes.push_back(
        {id, {"Article"}, {{"url", Value(absl::StrCat("https://x.org/", id))}}});
    evidence.edges.push_back({"e", id, "REPORTED_IN", "", {}});
  }
  const Picture picture = answer.Draw({.everything = true, .evidence = &evidence});
  EXPECT_THAT(Ids(picture), ElementsAre("a", "b"));
  ASSERT_EQ(picture.edges.size(), 1);
  EXPECT_EQ(picture.edges[0].url, "https://x.org/article/1");
  EXPECT_THAT(picture.subtitle, HasSubstr("2 articles"));
}

// A call of two is a line: it tells what became of the call.
TEST(Picture, WhatChangedIsMarkedWhereItIsAsked) {
  World world;
  world.Actor("a");
  world.Actor("b");
  world.Call("old", "a", "b");
  world.Event("attack", "attack", "happened", {{"a", "attacker"}, {"b", "target"}});
  world.Mark(Change::kGone);
  world.Call("new", "a", "b");
  world.Mark(Change::kNew);
  const Picture picture = world.Draw({.marks_changes = true});
  std::vector<Change> calls;
  for (const Picture::Edge& edge : picture.edges) {
    if (!edge.style.name.empty()) calls.push_back(edge.change);
  }
  EXPECT_THAT(calls, UnorderedElementsAre(Change::kNone, Change::kNew));
  std::vector<Change> nodes;
  for (const Picture::Node& node : picture.nodes) nodes.push_back(node.change);
  EXPECT_THAT(nodes, UnorderedElementsAre(Change::kNone, Change::kNone, Change::kGone));
  EXPECT_THAT(picture.description, HasSubstr("new: 1, gone: 1"));
  EXPECT_EQ(world.Draw().edges.size() + 1, picture.edges.size());
}

}  // namespace
}  // namespace norn::tools
