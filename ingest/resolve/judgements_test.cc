#include "ingest/resolve/judgements.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/extract/extractor.h"
#include "ingest/read/judgements_file.h"
#include "ingest/resolve/resolve.h"

namespace norn::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kCall[] = "event/call/2024-03-07/jonas-dahl+olena-koval";
constexpr char kOtherCall[] = "event/call/2024-03-06/jonas-dahl+olena-koval";

proto::Article ArticleOf(const std::string& name, const std::string& text,
                         const std::string& language = "nb") {
  proto::Article article;
  article.set_name(name);
  article.set_published("2024-03-08");
  article.set_language(language);
  article.set_text(text);
  return article;
}

absl::StatusOr<graph::PropertyGraph> GraphOf(const std::string& judgements) {
  static const Extractor extractor;
  const std::vector<proto::Article> articles = {
      ArticleOf("a", "Jonas Dahl snakket med Olena Koval på telefon torsdag."),
      ArticleOf("b", "Jonas Dahl snakket med Olena Koval på telefon torsdag."),
      ArticleOf("c", "Jonas Dahl snakket med Olena Koval på telefon onsdag."),
      ArticleOf("x.judgements", judgements, kJudgementsLanguage),
  };
  std::vector<proto::Extraction> records;
  for (const proto::Article& article : articles) records.push_back(extractor.Extract(article));
  return Resolve(articles, records, LexiconSet::BuiltIn());
}

std::vector<std::string> Ids(const graph::PropertyGraph& graph, const std::string& kind) {
  std::vector<std::string> ids;
  for (const graph::Node& node : graph.nodes) {
    if (node.id.rfind(kind, 0) == 0) ids.push_back(node.id);
  }
  return ids;
}

std::vector<std::string> JudgedIds(const graph::PropertyGraph& graph) {
  std::vector<std::string> ids;
  for (const graph::Edge& edge : graph.edges) {
    if (edge.type == "JUDGED_BY") ids.push_back(edge.from);
  }
  return ids;
}

TEST(JudgementsTest, AnEmptyFileLeavesEventsAsTheyAre) {
  const auto graph = GraphOf("");
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_THAT(Ids(*graph, "event/"), ElementsAre(kOtherCall, kCall));
  EXPECT_THAT(Ids(*graph, "article/"), ElementsAre("article/a", "article/b", "article/c"));
}

TEST(JudgementsTest, EventsThatAreJudgedTheSameAreOne) {
  const auto graph = GraphOf(absl::StrCat("judgement { verdict: SAME id: \"", kCall, "\" id: \"",
                                          kOtherCall, "\" why: \"one of them errs\" }"));
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_THAT(Ids(*graph, "event/"), ElementsAre(kCall));
  EXPECT_THAT(JudgedIds(*graph), ElementsAre(kCall));
}

TEST(JudgementsTest, AReportThatIsJudgedDifferentIsAnEventOfItsOwn) {
  const auto graph =
      GraphOf(absl::StrCat("judgement { verdict: DIFFERENT id: \"", kCall, "\" article: \"b\" }"));
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_THAT(Ids(*graph, "event/"), ElementsAre(kOtherCall, kCall, absl::StrCat(kCall, "/2")));
}

TEST(JudgementsTest, WhatIsJudgedNotAFactIsGoneAndNamed) {
  const auto graph = GraphOf(
      absl::StrCat("judgement { verdict: NOT_A_FACT id: \"", kCall, "\" why: \"a hoax\" }"));
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_THAT(Ids(*graph, "event/"), ElementsAre(kOtherCall));
  for (const graph::Node& node : graph->nodes) {
    if (node.id != "judgements/x.judgements") continue;
    EXPECT_THAT(graph::ToString(node.properties.at("not_facts")), HasSubstr("a hoax"));
  }
}

TEST(JudgementsTest, PersonsThatAreJudgedTheSameAreOneNode) {
  const auto graph =
      GraphOf("judgement { verdict: SAME id: \"person/jonas-dahl\" id: \"person/olena-koval\" }");
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_THAT(Ids(*graph, "person/"), ElementsAre("person/jonas-dahl"));
  // Nobody speaks with himself.
  EXPECT_THAT(Ids(*graph, "event/"), IsEmpty());
}

TEST(JudgementsTest, ANamesakeInOneArticleIsAnotherPerson) {
  const auto graph =
      GraphOf("judgement { verdict: DIFFERENT id: \"person/jonas-dahl\" article: \"c\" }");
  ASSERT_TRUE(graph.ok()) << graph.status();
  EXPECT_THAT(Ids(*graph, "person/"),
              ElementsAre("person/jonas-dahl", "person/jonas-dahl-in-c", "person/olena-koval"));
}

TEST(JudgementsTest, WhatIsInNoArticleIsListed) {
  const auto graph = GraphOf("judgement { verdict: SAME id: \"event/x\" id: \"event/y\" }");
  ASSERT_TRUE(graph.ok()) << graph.status();
  for (const graph::Node& node : graph->nodes) {
    if (node.id != "judgements/x.judgements") continue;
    EXPECT_THAT(graph::ToString(node.properties.at("not_applied")), HasSubstr("event/x"));
  }
}

TEST(JudgementsTest, MistakesAreNamedWithTheirPlaceAndTheRestCounts) {
  const std::string sound = "judgement { verdict: NOT_A_FACT id: \"person/jonas-dahl\" } ";
  const struct {
    std::string text;
    std::string message;
    bool rest_counts;
  } cases[] = {
      {"judgement { verdict: SAME", "1:", false},
      {"judgement { id: \"person/a\" }", "judgement 2: the verdict is missing", true},
      {"judgement { verdict: SAME id: \"person/a\" }", "judgement 2: SAME needs two ids", true},
      {"judgement { verdict: DIFFERENT id: \"person/a\" }", "DIFFERENT needs one id", true},
      {"judgement { verdict: SAME id: \"person/a\" id: \"event/b\" }", "together", true},
  };
  for (const auto& c : cases) {
    proto::Article file;
    file.set_name("x.judgements");
    file.set_language(kJudgementsLanguage);
    file.set_text(sound + c.text);
    std::vector<JudgementFault> faults;
    const JudgementBook book = JudgementBook::Read({file}, faults);
    ASSERT_EQ(faults.size(), 1) << c.text;
    EXPECT_EQ(faults[0].file, "x.judgements");
    EXPECT_THAT(faults[0].what, HasSubstr(c.message)) << c.text;
    EXPECT_EQ(book.IsNoFact("person/jonas-dahl"), c.rest_counts) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
