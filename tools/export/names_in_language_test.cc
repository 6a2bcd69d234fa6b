#include "tools/export/names_in_language.h"

#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::tools {
namespace {

using graph::Value;
using testing::ElementsAreArray;
using testing::HasSubstr;

graph::PropertyGraph Sample() {
  graph::PropertyGraph graph;
  graph.nodes.push_back(
      {"event/visit/1",
       {"Event", "Visit"},
       {{"name", Value("Visit 2025-07: Norge, Kari Moe")}, {"place", Value("Norge")}}});
  graph.nodes.push_back({"event/visit/2", {"Event", "Visit"}, {{"place", Value("Hamar")}}});
  graph.nodes.push_back({"person/kari-moe", {"Actor", "Person"}, {{"name", Value("Kari Moe")}}});
  graph.nodes.push_back({"state/norge", {"Actor", "State"}, {{"name", Value("Norge")}}});
  graph.nodes.push_back({"state/nowhere", {"Actor", "State"}, {{"name", Value("Ingensteds")}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

std::string Property(const graph::PropertyGraph& graph, const std::string& id,
                     const std::string& key) {
  for (const graph::Node& node : graph.nodes) {
    if (node.id == id && node.properties.contains(key)) {
      return *node.properties.at(key).As<std::string>();
    }
  }
  return "";
}

TEST(NamesInLanguageTest, StatesAreNamedAsReadersKnowThem) {
  for (const auto& [language, name] :
       {std::pair("nb", "Norge"), std::pair("nn", "Noreg"), std::pair("en", "Norway")}) {
    graph::PropertyGraph graph = Sample();
    ASSERT_TRUE(NameInLanguage(language, graph).ok());
    EXPECT_EQ(Property(graph, "state/norge", "name"), name);
    EXPECT_EQ(Property(graph, "event/visit/1", "place"), name);
    EXPECT_EQ(Property(graph, "event/visit/1", "name"),
              std::string("Visit 2025-07: ") + name + ", Kari Moe");
  }
}

TEST(NamesInLanguageTest, KnownActorsAndPlacesToo) {
  struct Row {
    const char* id;
    const char* name;  // in the graph
    const char* english;
    const char* swedish;
  };
  const Row rows[] = {
      {"organization/fn", "FN", "United Nations", "FN"},
      {"person/volodymyr-zelenskyj", "Volodymyr Zelenskyj", "Volodymyr Zelenskyy",
       "Volodymyr Zelenskyj"},
      {"place/munchen", "München", "Munich", "München"},
      {"place/ostersjoen", "Østersjøen", "Baltic Sea", "Östersjön"},
  };
  for (const bool is_english : {true, false}) {
    graph::PropertyGraph graph;
    for (const Row& row : rows) {
      const bool is_place = std::string(row.id).substr(0, 6) == "place/";
      graph.nodes.push_back({row.id, {is_place ? "Place" : "Actor"}, {{"name", Value(row.name)}}});
    }
    graph.nodes.push_back(
        {"event/call/1",
         {"Call", "Event"},
         {{"name", Value("Call: Volodymyr Zelenskyj, FN")}, {"place", Value("København")}}});
    ASSERT_TRUE(graph::Normalize(graph).ok());
    ASSERT_TRUE(NameInLanguage(is_english ? "en" : "sv", graph).ok());
    for (const Row& row : rows) {
      EXPECT_EQ(Property(graph, row.id, "name"), is_english ? row.english : row.swedish);
    }
    EXPECT_EQ(
        Property(graph, "event/call/1", "name"),
        is_english ? "Call: Volodymyr Zelenskyy, United Nations" : "Call: Volodymyr Zelenskyj, FN");
    EXPECT_EQ(Property(graph, "event/call/1", "place"), is_english ? "Copenhagen" : "Köpenhamn");
  }
}

TEST(NamesInLanguageTest, WhatHasNoOtherNameKeepsItsOwn) {
  graph::PropertyGraph graph = Sample();
  ASSERT_TRUE(NameInLanguage("en", graph).ok());
  EXPECT_EQ(Property(graph, "person/kari-moe", "name"), "Kari Moe");
  EXPECT_EQ(Property(graph, "state/nowhere", "name"), "Ingensteds");
  EXPECT_EQ(Property(graph, "event/visit/2", "place"), "Hamar");
  EXPECT_EQ(Property(graph, "event/visit/2", "name"), "");
}

TEST(NamesInLanguageTest, AnUnknownLanguageIsNamedWithThoseThatThereAre) {
  graph::PropertyGraph graph = Sample();
  EXPECT_THAT(std::string(NameInLanguage("fi", graph).message()), HasSubstr("there are in da, en"));
  EXPECT_THAT(ingest::LexiconSet::BuiltIn().languages(), ElementsAreArray(kNameLanguages));
}

}  // namespace
}  // namespace norn::tools
