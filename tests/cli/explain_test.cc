// norn explain.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using graph::Value;
using testing::HasSubstr;

class ExplainTest : public testing::Test {
 protected:
  ExplainTest() : graph_(folder_.Path("graph")) {
    graph::PropertyGraph graph = SmallGraph();
    graph.nodes.push_back({"article/a.txt", {"Article"}, {{"name", Value("a.txt")}}});
    graph.nodes.push_back({"person/kari-2", {"Actor", "Person"}, {{"name", Value("Utland")}}});
    graph.nodes.push_back({"person/kari-3", {"Actor", "Person"}, {{"name", Value("Utland")}}});
    graph.edges.push_back({"event/call/1",
                           "article/a.txt",
                           "REPORTED_IN",
                           "",
                           {{"quote", Value("Kari ringte Ola.")},
                            {"start", Value(10)},
                            {"end", Value(26)},
                            {"attributed_to", Value("NTB")},
                            {"hedged", Value(true)},
                            {"rule", Value("nb/ringe")},
                            {"words", Value("ringte")},
                            {"grounds", Value("as in b.txt: on the same day")}}});
    graph.nodes.push_back({"judgements/mine.judgements",
                           {"Judgements"},
                           {{"name", Value("mine.judgements")},
                            {"not_facts", Value(Value::List{Value("event/call/9: a hoax")})}}});
    graph.edges.push_back({"event/call/1",
                           "judgements/mine.judgements",
                           "JUDGED_BY",
                           "0",
                           {{"verdict", Value("same")}, {"why", Value("one of them errs")}}});
    graph.edges.push_back(
        {"person/kari", "article/a.txt", "MENTIONED_IN", "", {{"count", Value(2)}}});
    EXPECT_TRUE(graph::Normalize(graph).ok());
    PublishGraph(graph_, graph);
  }

  Ran Explain(std::vector<std::string> what) {
    what.insert(what.begin(), {"explain", "--graph", graph_});
    return RunNorn(what);
  }

  void ExpectReport(const std::string& text) {
    EXPECT_THAT(text, HasSubstr("reported in article/a.txt, bytes 10 to 26"));
    EXPECT_THAT(text, HasSubstr("\"Kari [ringte] Ola.\""));
    EXPECT_THAT(text, HasSubstr("according to NTB"));
    EXPECT_THAT(text, HasSubstr("does not vouch"));
    EXPECT_THAT(text, HasSubstr("found by nb/ringe"));
    EXPECT_THAT(text, HasSubstr("one event with the others as in b.txt: on the same day"));
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(ExplainTest, WhatAPersonHasJudged) {
  const Ran ran = Explain({"event/call/1"});
  EXPECT_THAT(ran.out, HasSubstr("judged by judgements/mine.judgements, verdict same"));
  EXPECT_THAT(ran.out, HasSubstr("one of them errs"));
  const Ran gone = Explain({"event/call/9"});
  EXPECT_NE(gone.code, 0);
  EXPECT_THAT(gone.err, HasSubstr("judged not a fact in mine.judgements: a hoax"));
}

TEST_F(ExplainTest, AnEventByItsReports) {
  const Ran ran = Explain({"event/call/1"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("date: 2025-07-04"));
  ExpectReport(ran.out);
}

TEST_F(ExplainTest, AnActorByNameWithItsArticlesAndEvents) {
  const Ran ran = Explain({"kari \"k\" nordmann"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("person/kari\n"));
  EXPECT_THAT(ran.out, HasSubstr("mentioned in article/a.txt, count 2"));
  EXPECT_THAT(ran.out, HasSubstr("took part in event/meeting/1, role host"));
}

TEST_F(ExplainTest, AnEdgeByTheEventThatItCameOf) {
  for (const std::vector<std::string>& what :
       {std::vector<std::string>{"person/kari", "SPOKE_WITH", "person/ola"},
        std::vector<std::string>{"person/ola", "spoke_with", "person/kari"}}) {
    const Ran ran = Explain(what);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("person/kari -[SPOKE_WITH]-> person/ola\n"));
    ExpectReport(ran.out);
  }
}

TEST_F(ExplainTest, WhatIsNotThereIs66) {
  EXPECT_EQ(Explain({"person/nobody"}).code, 66);
  EXPECT_EQ(Explain({"person/kari", "SUPPLIED", "person/ola"}).code, 66);
  const Ran ran = Explain({"person/kari", "LIKES", "person/ola"});
  EXPECT_EQ(ran.code, 66);
  EXPECT_THAT(ran.err, HasSubstr("there are INVOLVES, JUDGED_BY, MENTIONED_IN"));
}

TEST_F(ExplainTest, ANameOfSeveralIs64AndNamesThem) {
  const Ran ran = Explain({"Utland"});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("person/kari-2, person/kari-3"));
}

// What rules alone find has no weights; what was imported has no article to read again.
TEST_F(ExplainTest, AnEventThatWasReadByWhatWeighedMost) {
  const std::string graph = folder_.Path("built");
  folder_.Write("news/call.txt",
                "date 2025-07-05 Ukrainas president Volodymyr Zelenskyj snakket med USAs president "
                "Donald Trump på telefon fredag.\n");
  folder_.Write("news/visit.txt",
                "date 2025-07-05 Statsminister Jens Dahl besøkte Ukraina torsdag. Han ble tatt "
                "godt imot der.\n");
  ASSERT_EQ(RunNorn({"build", "--graph", graph, folder_.Path("news")}).code, 0);
  const Ran call =
      RunNorn({"explain", "--graph", graph, "volodymyr zelenskyj", "SPOKE_WITH", "donald trump"});
  EXPECT_EQ(call.code, 0) << call.err;
  EXPECT_THAT(call.out, testing::ContainsRegex("evoked by \"snakket\": call, [01]\\.[0-9]+ sure\n"
                                               "      (for|against) it: [^\n]+\n"));
  EXPECT_THAT(call.out, testing::ContainsRegex(
                            "right in kind, status, day and all who matter: [01]\\.[0-9]+ sure\n"
                            "      (for|against) it: [^\n]+\n"));
  const Ran visit =
      RunNorn({"explain", "--graph", graph, "event/visit/2025-07-03/jens-dahl+ukraina"});
  EXPECT_EQ(visit.code, 0) << visit.err;
  EXPECT_THAT(visit.out, HasSubstr(": visit, by rules alone\n"));
  EXPECT_THAT(Explain({"event/call/1"}).out, testing::Not(HasSubstr("evoked by")));
}

TEST_F(ExplainTest, HalfAnEdgeIs64) { EXPECT_EQ(Explain({"person/kari", "SPOKE_WITH"}).code, 64); }

}  // namespace
}  // namespace norn::tests
