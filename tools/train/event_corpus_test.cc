#include "tools/train/event_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace norn::train {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

constexpr char kArticle[] = R"(@@ 7 nb 2025-01-29 own
Frederiksen møtte Scholz i Berlin tirsdag. Danmark vil sende fire Caesar-kanoner til Ukraina.
--
A mf | person | Mette Frederiksen; Frederiksen
A os | person | Olaf Scholz; Scholz
A dk | state | Danmark
A ua | state | Ukraina
A eu? | organization | EU
W caesar | Caesar
E m1 | meeting | happened | 2025-01-28; 2025-01 | participants=mf*,os* place=det gamle slottet minutes=45 accepttypes=talks
M m1 | møtte | mf=Frederiksen; os=Scholz; time=tirsdag
  > Frederiksen møtte Scholz i Berlin tirsdag.
E s1? | supply | planned | - | supplier=dk recipient=ua weapons=caesar accept=promised
M s1 | sende | supplier=Danmark; weapon=fire Caesar-kanoner
  > Danmark vil sende fire Caesar-kanoner til Ukraina.
T actor Berlin | a place
)";

TEST(EventCorpusTest, ReadsActorsEventsAndMentions) {
  const auto articles = ParseEventCorpus(kArticle);
  ASSERT_TRUE(articles.ok()) << articles.status();
  ASSERT_EQ(articles->size(), 1);
  const CorpusArticle& article = articles->front();
  EXPECT_EQ(article.number, 7);
  EXPECT_EQ(article.published, "2025-01-29");
  EXPECT_EQ(article.FindActor("caesar")->kind, "weapon");
  EXPECT_TRUE(article.FindActor("eu")->is_optional);
  ASSERT_EQ(article.events.size(), 2);
  EXPECT_THAT(article.events[0].dates, ElementsAre("2025-01-28", "2025-01"));
  EXPECT_THAT(article.events[0].core, UnorderedElementsAre("mf", "os"));
  EXPECT_THAT(article.events[0].accepted_types, UnorderedElementsAre("meeting", "talks"));
  EXPECT_TRUE(article.events[1].is_optional);
  EXPECT_TRUE(article.events[1].core.empty());
  EXPECT_THAT(article.events[1].roles.at("recipient"), ElementsAre("ua"));
  ASSERT_EQ(article.mentions.size(), 2);
  const CorpusMention& meeting = article.mentions[0];
  EXPECT_EQ(article.text.substr(meeting.begin, meeting.end - meeting.begin),
            "Frederiksen møtte Scholz i Berlin tirsdag.");
  ASSERT_EQ(meeting.fillers.size(), 3);
  EXPECT_EQ(meeting.fillers[1].role, "participant");
  EXPECT_EQ(meeting.fillers[1].actor, "os");
  EXPECT_EQ(meeting.fillers[2].role, "time");
  EXPECT_EQ(article.mentions[1].fillers[0].actor, "dk");
}

TEST(EventCorpusTest, NamesTheLineThatIsNotUnderstood) {
  const struct {
    std::string content;
    std::string message;
  } cases[] = {
      {"text\n", "line 1: before the first @@"},
      {"@@ x nb 2025 own\n", "bad header"},
      {"@@ 1 nb 2025 own\na\n--\nX y\n", "line 4: not understood: X y"},
      {"@@ 1 nb 2025 own\na\n--\nM m1 | a | \n", "unknown event m1"},
      {"@@ 1 nb 2025 own\na\n--\n> a\n", "a quote without an M line above it"},
      {"@@ 1 nb 2025 own\na\n--\nE m1 | call | happened | - |\nM m1 | a | \n> b\n",
       "not in the text: b"},
  };
  for (const auto& test : cases) {
    const auto articles = ParseEventCorpus(test.content);
    ASSERT_FALSE(articles.ok()) << test.content;
    EXPECT_THAT(std::string(articles.status().message()), HasSubstr(test.message));
  }
}

}  // namespace
}  // namespace norn::train
