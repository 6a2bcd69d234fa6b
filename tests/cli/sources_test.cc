// How sources are read, and which of them are one: what the command line says of both.
#include <sys/time.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kMeeting[] = "Emmanuel Macron møtte Olaf Scholz i Paris tirsdag.\n";

// An agency's text of some fifty words.
constexpr char kAgency[] =
    "date 2025-10-15\n"
    "Frankrikes president Emmanuel Macron møtte Tysklands forbundskansler Olaf Scholz i Paris "
    "tirsdag. De to snakket i to timer om luftvern og om handelen mellom landene, opplyser "
    "kontorene deres. Etter møtet sa Scholz at arbeidet går videre i små skritt, og at ministrene "
    "skal møtes igjen før jul for å se på det som gjenstår.\n";

class SourcesTest : public testing::Test {
 protected:
  SourcesTest() : graph_(folder_.Path("graph")) {}

  Ran Build(std::vector<std::string> words) {
    words.insert(words.begin(), {"build", "--graph", graph_});
    return RunNorn(words);
  }
  std::string Ask(const std::string& query) {
    Ran ran = RunNorn({"query", "--graph", graph_, "--format", "csv", query});
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::erase(ran.out, '\r');
    return ran.out;
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(SourcesTest, OneTextInSeveralNewspapersIsOneReport) {
  folder_.Write("a/sak.txt", kAgency);
  folder_.Write("b/sak.txt", std::string(kAgency) + "\n(NTB)\n");
  folder_.Write("c/annen.txt",
                "date 2025-10-16\nTysklands forbundskansler Olaf Scholz møtte Frankrikes president "
                "Emmanuel Macron i Paris tirsdag. Ingen av dem ville svare på spørsmål.\n");
  ASSERT_EQ(Build({folder_.Path("a"), folder_.Path("b"), folder_.Path("c")}).code, 0);
  const std::string meeting =
      "MATCH (e {id: 'event/meeting/2025-10-14/emmanuel-macron+olaf-scholz'})";
  EXPECT_EQ(Ask(meeting + " RETURN e.reports AS n"), "n\n2\n");
  EXPECT_EQ(Ask(meeting + "-[:REPORTED_IN]->(a) RETURN count(DISTINCT a) AS n"), "n\n3\n");
  EXPECT_EQ(Ask("MATCH (a:Article) WHERE a.copy_of IS NOT NULL RETURN a.name AS a, a.copy_of AS c"),
            "a,c\na/sak.txt,article/b/sak.txt\n");
  const Ran explained = RunNorn(
      {"explain", "--graph", graph_, "event/meeting/2025-10-14/emmanuel-macron+olaf-scholz"});
  EXPECT_THAT(explained.out, HasSubstr("one text with article/b/sak.txt, and counted once"));
  EXPECT_THAT(RunNorn({"explain", "--graph", graph_, "article/a/sak.txt"}).out,
              HasSubstr("copy_of: article/b/sak.txt"));
}

TEST_F(SourcesTest, ExplainTellsWhatAnEarlierTextSaid) {
  ASSERT_EQ(Build({folder_.Write("a.txt", std::string("date 2025-10-15\n") + kMeeting)}).code, 0);
  folder_.Write("a.txt", "date 2025-10-15\nEmmanuel Macron møtte Keir Starmer i London tirsdag.\n");
  ASSERT_EQ(RunNorn({"add", "--graph", graph_, folder_.Path("a.txt")}).code, 0);
  EXPECT_THAT(RunNorn({"explain", "--graph", graph_, "article/a.txt"}).out,
              HasSubstr("møtte Olaf Scholz i Paris"));
}

TEST_F(SourcesTest, TheFilesTimeDatesWhatNobodyHasDated) {
  const std::string path = folder_.Write("a.txt", kMeeting);
  // 2025-10-15 12:00 UTC.
  const timeval time = {1760529600, 0};
  const timeval times[] = {time, time};
  ASSERT_EQ(utimes(path.c_str(), times), 0);
  ASSERT_EQ(Build({path}).code, 0);
  EXPECT_EQ(Ask("MATCH (a:Article) RETURN a.published AS p"), "p\n\n");
  ASSERT_EQ(Build({"--published-from", "mtime", path}).code, 0);
  EXPECT_EQ(Ask("MATCH (a:Article) RETURN a.published AS p"), "p\n2025-10-15\n");
  EXPECT_EQ(Ask("MATCH (e:Meeting) RETURN e.date AS d"), "d\n2025-10-14\n");
  EXPECT_EQ(Build({"--published-from", "ctime", path}).code, 64);
}

TEST_F(SourcesTest, GarbledLettersAreSaid) {
  const Ran ran = Build(
      {folder_.Write("a.txt", "date 2025-10-15\nMacron mÃ¸tte Scholz, og mÃ¸tet varte lenge.\n")});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("a.txt: its letters look garbled"));
}

TEST_F(SourcesTest, APassageInAnotherLanguageIsReadByItsOwnOrSaid) {
  const Ran ran = Build({folder_.Write(
      "a.txt",
      "date 2025-10-15\nStatsminister Jonas Gahr Støre møtte Keir Starmer i London mandag, og de "
      "to "
      "snakket sammen i en time om det som skal skje framover.\n\n"
      "Ich habe heute mit dem Präsidenten über die Lage gesprochen, und wir werden auch in den "
      "kommenden Wochen darüber reden, was zu tun ist.\n\n"
      "On Tuesday President Donald Trump met President Vladimir Putin in Alaska, and the two of "
      "them talked for three hours about what they could do to end the war.\n")});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("other languages: passages within others 1"));
  const std::string events = Ask("MATCH (e:Event) RETURN e.id AS id ORDER BY id");
  EXPECT_THAT(events, HasSubstr("jonas-gahr-store+keir-starmer"));
  EXPECT_THAT(events, HasSubstr("donald-trump+vladimir-putin"));
}

TEST_F(SourcesTest, ARebuildAndExtractReadThemAlike) {
  folder_.Write("news/a.jsonl",
                "{\"innhold\": \"Emmanuel Macron møtte Olaf Scholz i Paris "
                "tirsdag.\", \"dag\": \"2025-10-15\", \"nr\": \"n1\"}\n");
  const std::string map = "text=innhold,published=dag,id=nr";
  const std::string config =
      folder_.Write("norn.textproto", "graph: \"graph\"\nsource: \"news\"\nmap: \"" + map + "\"\n");
  const Ran rebuilt = RunNorn({"rebuild", "--config", config});
  EXPECT_EQ(rebuilt.code, 0) << rebuilt.err;
  EXPECT_EQ(Ask("MATCH (e:Meeting) RETURN e.date AS d"), "d\n2025-10-14\n");
  folder_.Write("wrong.textproto",
                "graph: \"graph\"\nsource: \"news\"\npublished_from: \"moon\"\n");
  const Ran wrong = RunNorn({"rebuild", "--config", folder_.Path("wrong.textproto")});
  EXPECT_EQ(wrong.code, 78);
  EXPECT_THAT(wrong.err, HasSubstr("no date from 'moon'"));

  const std::string shard = folder_.Path("1.shard");
  EXPECT_EQ(RunNorn({"extract", "--map", map, "--out", shard, folder_.Path("news")}).code, 0);
  EXPECT_EQ(RunNorn({"resolve", "--graph", folder_.Path("resolved"), shard}).code, 0);
  const Ran asked = RunNorn({"query", "--graph", folder_.Path("resolved"), "--format", "csv",
                             "MATCH (a:Article) RETURN a.name AS n"});
  EXPECT_THAT(asked.out, HasSubstr("n1"));
  EXPECT_THAT(asked.out, Not(HasSubstr("a.jsonl")));
}

}  // namespace
}  // namespace norn::tests
