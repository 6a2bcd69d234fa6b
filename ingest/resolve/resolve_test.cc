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

TEST(ResolveTest, RefusesADamagedRecord) {
  const proto::Article article = ArticleOf({"a", "2024", "Kort tekst."}, "nb");
  proto::Extraction record;
  record.add_events()->add_participants()->set_entity(7);
  EXPECT_EQ(Resolve({article}, {record}, LexiconSet::BuiltIn()).status().code(),
            absl::StatusCode::kInvalidArgument);
  proto::Extraction far;
  far.add_events()->add_reports()->mutable_sentence()->set_end(1000);
  EXPECT_EQ(Resolve({article}, {far}, LexiconSet::BuiltIn()).status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace norn::ingest
