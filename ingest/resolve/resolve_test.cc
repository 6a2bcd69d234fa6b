#include "ingest/resolve/resolve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/extract/extractor.h"

namespace norn::ingest {
namespace {

struct Source {
  const char* name;
  const char* published;
  const char* text;
};

proto::Article ArticleOf(const Source& source, const char* language) {
  proto::Article article;
  article.set_name(source.name);
  article.set_published(source.published);
  article.set_language(language);
  article.set_text(source.text);
  return article;
}

graph::PropertyGraph GraphOf(const std::vector<proto::Article>& articles) {
  static const Extractor extractor;
  std::vector<proto::Extraction> records;
  for (const proto::Article& article : articles) records.push_back(extractor.Extract(article));
  auto graph = Resolve(articles, records, LexiconSet::BuiltIn());
  EXPECT_TRUE(graph.ok()) << graph.status();
  return *std::move(graph);
}

std::vector<std::string> EventIds(const graph::PropertyGraph& graph) {
  std::vector<std::string> ids;
  for (const graph::Node& node : graph.nodes) {
    if (node.id.rfind("event/", 0) == 0) ids.push_back(node.id);
  }
  return ids;
}

std::vector<std::string> EdgesOf(const graph::PropertyGraph& graph, const std::string& type) {
  std::vector<std::string> edges;
  for (const graph::Edge& edge : graph.edges) {
    if (edge.type == type) edges.push_back(absl::StrCat(edge.from, " ", edge.to));
  }
  return edges;
}

const graph::Node* FindNode(const graph::PropertyGraph& graph, const std::string& id) {
  for (const graph::Node& node : graph.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

TEST(ResolveTest, ReportsOfOneCallInTwoLanguagesAreOneEvent) {
  const graph::PropertyGraph graph = GraphOf({
      ArticleOf({"a", "2024-03-08", "Jonas Dahl snakket med Olena Koval på telefon torsdag."},
                "nb"),
      ArticleOf({"b", "2024-03-08", "Jonas Dahl talade i telefon med Olena Koval i torsdags."},
                "sv"),
  });
  EXPECT_EQ(EventIds(graph),
            std::vector<std::string>{"event/call/2024-03-07/jonas-dahl+olena-koval"});
  EXPECT_EQ(EdgesOf(graph, "REPORTED_IN").size(), 2u);
  EXPECT_EQ(EdgesOf(graph, "SPOKE_WITH"),
            std::vector<std::string>{"person/jonas-dahl person/olena-koval"});
}

TEST(ResolveTest, CallsOnTwoDaysAreTwoEvents) {
  const graph::PropertyGraph graph = GraphOf({
      ArticleOf({"a", "2024-03-08", "Jonas Dahl snakket med Olena Koval på telefon torsdag."},
                "nb"),
      ArticleOf({"b", "2024-03-08", "Jonas Dahl snakket med Olena Koval på telefon onsdag."}, "nb"),
  });
  EXPECT_EQ(EventIds(graph).size(), 2u);
}

TEST(ResolveTest, AWeekdayOfAMonthIsSettledByAnotherArticle) {
  const graph::PropertyGraph graph = GraphOf({
      ArticleOf({"a", "2024-03", "Jonas Dahl snakket med Olena Koval på telefon torsdag."}, "nb"),
      ArticleOf({"b", "2024-03-20", "Jonas Dahl snakket med Olena Koval på telefon 7. mars."},
                "nb"),
  });
  EXPECT_EQ(EventIds(graph),
            std::vector<std::string>{"event/call/2024-03-07/jonas-dahl+olena-koval"});
}

TEST(ResolveTest, WhatIsPlannedHasNoHeadlineEdge) {
  const graph::PropertyGraph graph = GraphOf({
      ArticleOf({"a", "2024-03-08", "Jonas Dahl skal møte Olena Koval i Oslo."}, "nb"),
  });
  EXPECT_EQ(EventIds(graph),
            std::vector<std::string>{"event/meeting/planned/undated/jonas-dahl+olena-koval"});
  EXPECT_TRUE(EdgesOf(graph, "MET_AT").empty());
}

TEST(ResolveTest, ASurnameAloneIsTheOnlyOneWhoHasIt) {
  const graph::PropertyGraph graph = GraphOf({
      ArticleOf({"a", "2024-03-08", "Statsråd Jonas Dahlstrøm møtte Olena Koval torsdag."}, "nb"),
      ArticleOf({"b", "2024-03-08", "President Koval er fornøyd."}, "nb"),
  });
  EXPECT_NE(FindNode(graph, "person/olena-koval"), nullptr);
  EXPECT_EQ(FindNode(graph, "person/koval"), nullptr);
}

TEST(ResolveTest, NamesakesAreNotMerged) {
  const graph::PropertyGraph graph = GraphOf({
      ArticleOf({"a", "2024-03-08", "Olena Koval møtte Jonas Dahl torsdag."}, "nb"),
      ArticleOf({"b", "2024-03-08", "Viktor Koval møtte Jonas Dahl onsdag."}, "nb"),
      ArticleOf({"c", "2024-03-08", "President Koval er fornøyd."}, "nb"),
  });
  EXPECT_NE(FindNode(graph, "person/olena-koval"), nullptr);
  EXPECT_NE(FindNode(graph, "person/viktor-koval"), nullptr);
  EXPECT_NE(FindNode(graph, "person/koval"), nullptr);
}

TEST(ResolveTest, TheOrderOfArticlesDoesNotMatter) {
  std::vector<proto::Article> articles = {
      ArticleOf({"a", "2024-03", "Jonas Dahl snakket med Olena Koval på telefon torsdag."}, "nb"),
      ArticleOf({"b", "2024-03-20", "Jonas Dahl snakket med Olena Koval på telefon 7. mars."},
                "nb"),
      ArticleOf({"c", "2024-03-21", "Jonas Dahl møtte Viktor Koval i Oslo i går."}, "nb"),
      ArticleOf({"d", "", "President Koval ringte Jonas Dahl."}, "nb"),
  };
  const graph::PropertyGraph first = GraphOf(articles);
  std::sort(articles.begin(), articles.end(),
            [](const auto& a, const auto& b) { return a.name() > b.name(); });
  do {
    const graph::PropertyGraph other = GraphOf(articles);
    EXPECT_EQ(first.nodes, other.nodes);
    EXPECT_EQ(first.edges, other.edges);
  } while (std::prev_permutation(articles.begin(), articles.end(),
                                 [](const auto& a, const auto& b) { return a.name() < b.name(); }));
}

TEST(ResolveTest, QuotesAreTheBytesOfTheirArticle) {
  const std::vector<proto::Article> articles = {ArticleOf(
      {"a", "2024-03-08", "Møtet varte lenge. Jonas Dahl møtte Olena Koval i går. Sånn er det."},
      "nb")};
  for (const graph::Edge& edge : GraphOf(articles).edges) {
    if (edge.type != "REPORTED_IN") continue;
    const int64_t start = *edge.properties.at("start").As<int64_t>();
    const int64_t end = *edge.properties.at("end").As<int64_t>();
    EXPECT_EQ(articles[0].text().substr(start, end - start),
              *edge.properties.at("quote").As<std::string>());
  }
}

// A call of Kari Dahl with whatever else is there.
proto::Extraction CallWith(proto::Entity::Kind kind, const char* name) {
  proto::Extraction record;
  for (const auto& [of, called] : {std::pair(proto::Entity::PERSON, "Kari Dahl"), {kind, name}}) {
    proto::Entity& entity = *record.add_entities();
    entity.set_kind(of);
    entity.set_name(called);
    entity.add_mentions();
  }
  proto::EventClaim& event = *record.add_events();
  event.set_type("call");
  event.set_status("happened");
  for (const uint32_t index : {0U, 1U}) {
    proto::Participant& participant = *event.add_participants();
    participant.set_entity(index);
    participant.set_role("participant");
  }
  event.add_reports()->mutable_sentence()->set_end(11);
  return record;
}

TEST(ResolveTest, ADamagedRecordIsLeftOutAndNamedAndTheOthersStay) {
  std::vector<proto::Article> articles;
  for (const char* name : {"a", "b"}) {
    articles.push_back(ArticleOf({name, "2024", "Kort tekst."}, "nb"));
  }
  const proto::Extraction sound = CallWith(proto::Entity::PERSON, "Olena Koval");
  proto::Extraction damaged = sound;
  damaged.mutable_events(0)->mutable_reports(0)->mutable_sentence()->set_end(1000);
  std::vector<LeftOut> left_out;
  const auto graph = Resolve(articles, {damaged, sound}, LexiconSet::BuiltIn(), &left_out);
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_EQ(EdgesOf(*graph, "REPORTED_IN"),
            std::vector<std::string>{"event/call/undated/kari-dahl+olena-koval article/b"});
  EXPECT_NE(FindNode(*graph, "article/a"), nullptr);
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out[0].article, "a");
  EXPECT_NE(left_out[0].what.find("bytes 0 to 1000"), std::string::npos) << left_out[0].what;
}

TEST(ResolveTest, AClaimInWhichAPlaceHasAnActorsPartIsLeftOutAndNamed) {
  const std::vector<proto::Article> articles = {ArticleOf({"a", "2024", "Kort tekst."}, "nb")};
  proto::Extraction record = CallWith(proto::Entity::PLACE, "Storvika");
  *record.add_events() = record.events(0);
  record.mutable_events(1)->mutable_participants()->RemoveLast();  // a call of one
  std::vector<LeftOut> left_out;
  const auto graph = Resolve(articles, {record}, LexiconSet::BuiltIn(), &left_out);
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_EQ(EventIds(*graph), std::vector<std::string>{"event/call/undated/kari-dahl"});
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out[0].article, "a");
  EXPECT_EQ(left_out[0].what, "a call: Storvika is a place and cannot be its participant");
}

TEST(ResolveTest, EventsBelowTheFloorAreLeftOutAndCountedAndTheirPeopleStay) {
  const std::vector<proto::Article> articles = {ArticleOf({"a", "2024", "Kort tekst."}, "nb"),
                                                ArticleOf({"b", "2024", "Kort tekst."}, "nb")};
  proto::Extraction unsure = CallWith(proto::Entity::PERSON, "Olena Koval");
  unsure.mutable_events(0)->set_confidence(0.694);
  proto::Extraction surer = unsure;
  surer.mutable_events(0)->set_confidence(0.696);  // 0.7 in the graph
  const struct {
    std::vector<proto::Extraction> records;
    double least;
    size_t left_out;
  } cases[] = {
      {{unsure, unsure}, 0, 0},
      {{unsure, unsure}, 0.7, 1},
      {{unsure, surer}, 0.7, 0},  // one event, as sure as its surest report
      {{unsure, surer}, 0.71, 1},
  };
  for (const auto& one : cases) {
    ConfidenceFloor floor = {one.least};
    const auto graph =
        Resolve(articles, one.records, LexiconSet::BuiltIn(), nullptr, nullptr, &floor);
    ASSERT_TRUE(graph.ok()) << graph.status();
    EXPECT_EQ(floor.left_out, one.left_out);
    EXPECT_EQ(EventIds(*graph).size(), 1 - one.left_out);
    EXPECT_EQ(EdgesOf(*graph, "REPORTED_IN").size(), one.left_out > 0 ? 0 : 2);
    EXPECT_NE(FindNode(*graph, "person/olena-koval"), nullptr);
  }
}

TEST(ResolveTest, AnOfficeOfAPlaceIsNone) {
  const std::vector<proto::Article> articles = {ArticleOf({"a", "2024", "Kort tekst."}, "nb")};
  proto::Extraction record = CallWith(proto::Entity::PLACE, "Storvika");
  record.clear_events();
  for (const uint32_t holder : {0U, 1U}) {
    proto::OfficeClaim& office = *record.add_offices();
    office.set_holder(holder);
    office.set_of(1 - holder);
    office.set_office("mayor");
    office.set_title("ordfører");
  }
  const auto graph = Resolve(articles, {record}, LexiconSet::BuiltIn());
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_TRUE(EdgesOf(*graph, "HOLDS_OFFICE").empty());
}

}  // namespace
}  // namespace norn::ingest
