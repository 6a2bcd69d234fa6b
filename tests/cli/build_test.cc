// norn build and norn add.
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/store/directory.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kCall[] =
    "date 2025-07-05 Ukrainas president Volodymyr Zelenskyj snakket med USAs president Donald "
    "Trump på telefon fredag.\n";
constexpr char kMeeting[] =
    "date 2025-08-16 USA:s president Donald Trump mötte Rysslands president Vladimir Putin i "
    "Alaska på fredagen. De båda presidenterna sade efteråt att samtalen varit bra, men någon "
    "överenskommelse blev det inte.\n";

class BuildTest : public testing::Test {
 protected:
  BuildTest() : graph_(folder_.Path("graph")) {}

  Ran Build(std::vector<std::string> sources, const std::string& input = "") {
    sources.insert(sources.begin(), {"build", "--graph", graph_});
    return RunNorn(sources, input);
  }
  Ran Add(const std::string& source) { return RunNorn({"add", "--graph", graph_, source}); }
  std::string Dump() {
    const Ran ran = RunNorn({"export", "--graph", graph_, "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(BuildTest, ACacheThatCannotBeUsedIsDoneWithout) {
  const std::string article = folder_.Write("a.txt", kCall);
  ASSERT_EQ(Build({article}).code, 0);
  std::filesystem::remove_all(graph_ + "/extractions");
  folder_.Write("graph/extractions", "somebody's file");
  const Ran ran = Build({article, folder_.Write("b.txt", kMeeting)});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("/extractions"));
  EXPECT_THAT(ran.err, HasSubstr(": 2 articles, "));
}

TEST_F(BuildTest, AGraphIsNoSource) {
  const std::string article = folder_.Write("news/a.txt", kCall);
  graph_ = folder_.Path("news/graph");
  ASSERT_EQ(Build({folder_.Path("news")}).code, 0);
  const std::string before = Dump();
  EXPECT_EQ(Build({folder_.Path("news")}).code, 0);
  EXPECT_EQ(Dump(), before);
  for (const std::string& source : {graph_, graph_ + "/generations"}) {
    const Ran ran = Build({source});
    EXPECT_EQ(ran.code, 64) << source;
    EXPECT_THAT(ran.err, HasSubstr("lies in the graph"));
  }
  EXPECT_EQ(
      RunNorn({"export", "--graph", graph_, "--format", "jsonl", "-o", graph_ + "/CURRENT"}).code,
      73);
  EXPECT_EQ(Dump(), before);
}

// Any error there was once taken for "no graph yet", and the articles were gone.
TEST_F(BuildTest, AddingToAGraphWhoseCurrentIsDamagedIs65AndLosesNothing) {
  ASSERT_EQ(Build({folder_.Write("a.txt", kCall)}).code, 0);
  const std::string before = Dump();
  std::filesystem::remove(graph_ + "/CURRENT");
  const Ran ran = Add(folder_.Write("b.txt", kMeeting));
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr(graph_ + "/CURRENT is missing"));
  EXPECT_THAT(ran.err, HasSubstr("norn rollback --graph " + graph_ + " 1"));
  const Ran check = RunNorn({"check", "--graph", graph_});
  EXPECT_EQ(check.code, 65);
  EXPECT_THAT(check.err, HasSubstr(graph_ + "/CURRENT"));
  EXPECT_EQ(RunNorn({"rollback", "--graph", graph_, "1"}).code, 0);
  EXPECT_EQ(Dump(), before);
  EXPECT_EQ(Add(folder_.Path("b.txt")).code, 0);
}

TEST_F(BuildTest, MakesAGraphAndSaysOfWhat) {
  const Ran ran = Build({folder_.Write("a.txt", kCall)});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(": 1 articles, "));
  EXPECT_THAT(ran.err, HasSubstr("generation 1\n"));
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(Dump(), HasSubstr("\"edge\":\"SPOKE_WITH\""));
}

// A region's authority is visited: the reader takes the region for a place, and a place has no part
// in a meeting.
TEST_F(BuildTest, OneArticleNeverCostsTheOthers) {
  folder_.Write("news/a.txt", kCall);
  folder_.Write("news/b.txt",
                "I Falun kommer Eva Sandberg besöka Region Dalarnas län för samtal om "
                "sjukvården.\n");
  const Ran ran = Build({folder_.Path("news")});
  EXPECT_THAT(ran.err, HasSubstr(": 2 articles, "));
  EXPECT_THAT(ran.err, HasSubstr("generation 1\n"));
  EXPECT_THAT(Dump(), HasSubstr("\"edge\":\"SPOKE_WITH\""));
  EXPECT_EQ(RunNorn({"check", "--graph", graph_}).code, 0);
  // What the reader made of the second article may be left out, not without a word.
  const bool left_out = ran.err.find("b.txt: left out: ") != std::string::npos;
  EXPECT_EQ(ran.code, left_out ? 65 : 0) << ran.err;
}

TEST_F(BuildTest, ReadsFoldersJsonLinesHtmlAndStandardInput) {
  folder_.Write("news/a.txt", kCall);
  folder_.Write("news/b.jsonl",
                "{\"id\":\"b1\",\"text\":\"Oslo.\"}\n{\"id\":\"b2\",\"text\":\"Bodø.\"}\n");
  folder_.Write("news/c.html", "<html><body><p>Trump ringte Putin.</p></body></html>");
  const Ran ran = Build({folder_.Path("news"), "-"}, kMeeting);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(": 5 articles, "));
}

TEST_F(BuildTest, FillsTheLanguageThatTheInputDoesNotSay) {
  folder_.Write("news/a.txt", kCall);
  folder_.Write("news/b.txt", kMeeting);
  ASSERT_EQ(Build({folder_.Path("news")}).code, 0);
  const Ran ran = RunNorn({"query", "--graph", graph_, "--format", "csv",
                           "MATCH (a:Article) RETURN a.language AS l ORDER BY a.name"});
  EXPECT_THAT(ran.out, HasSubstr("nb"));
  EXPECT_THAT(ran.out, HasSubstr("sv"));
}

TEST_F(BuildTest, AnArticleInALanguageThatIsNotReadIsKeptAndNamed) {
  folder_.Write("news/a.txt", kCall);
  folder_.Write("news/b.txt",
                "Der Bundeskanzler hat gestern in Berlin mit dem Präsidenten über die Lage "
                "gesprochen und weitere Lieferungen zugesagt, wie die Regierung mitteilte.\n");
  const Ran ran = Build({folder_.Path("news")});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("b.txt: no facts are read from it: its language (de)"));
  EXPECT_THAT(ran.err, testing::Not(HasSubstr("a.txt: no facts")));
  EXPECT_THAT(Dump(), HasSubstr("\"node\":\"article/b.txt\""));
}

TEST_F(BuildTest, TheSameAgainChangesNothing) {
  const std::string source = folder_.Write("a.txt", kCall);
  ASSERT_EQ(Build({source}).code, 0);
  const Ran again = Build({source});
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.err, HasSubstr("generation 1 (nothing changed)"));
}

TEST_F(BuildTest, AddKeepsWhatWasThere) {
  ASSERT_EQ(Build({folder_.Write("one/a.txt", kCall)}).code, 0);
  const Ran added = Add(folder_.Write("two/b.txt", kMeeting));
  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_THAT(added.err, HasSubstr(": 2 articles, "));
  EXPECT_THAT(added.err, HasSubstr("generation 2\n"));
}

constexpr char kBergen[] = "date 2025-10-15\nEmmanuel Macron møtte Olaf Scholz i Bergen tirsdag.\n";
constexpr char kLondon[] =
    "date 2025-10-15\nEmmanuel Macron møtte Keir Starmer i London tirsdag.\n";

TEST_F(BuildTest, ACorrectedFileTakesThePlaceOfTheOldOne) {
  ASSERT_EQ(Build({folder_.Write("news/a.txt", kBergen)}).code, 0);
  EXPECT_THAT(Dump(), HasSubstr("olaf-scholz"));
  folder_.Write("news/a.txt", kLondon);
  const Ran added = Add(folder_.Path("news"));
  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_THAT(added.err, HasSubstr("a.txt: a newer text replaces"));
  EXPECT_THAT(added.err, HasSubstr(": 1 articles, "));
  EXPECT_THAT(Dump(), HasSubstr("keir-starmer"));
  EXPECT_THAT(Dump(), Not(HasSubstr("olaf-scholz")));
  const Ran explained = RunNorn({"explain", "--graph", graph_, "article/a.txt"});
  EXPECT_THAT(explained.out, HasSubstr("replaced an earlier text"));
  const Ran again = Add(folder_.Path("news"));
  EXPECT_THAT(again.err, HasSubstr("(nothing changed)"));
}

TEST_F(BuildTest, ANewTextOfOneIdTakesThePlaceOfTheOldOne) {
  const auto record = [](const std::string& text) {
    return "{\"id\": \"n1\", \"published\": \"2025-10-15\", \"text\": \"" + text + "\"}\n";
  };
  ASSERT_EQ(Build({folder_.Write("1.jsonl", record("Emmanuel Macron møtte Olaf Scholz."))}).code,
            0);
  const std::string newer = folder_.Write("2.jsonl", record("Emmanuel Macron møtte Keir Starmer."));
  EXPECT_THAT(Add(newer).err, HasSubstr(": 1 articles, "));
  EXPECT_THAT(Dump(), HasSubstr("keir-starmer"));
  EXPECT_THAT(Dump(), Not(HasSubstr("olaf-scholz")));
}

TEST_F(BuildTest, FilesOfOneNameAreToldApartByTheirFolders) {
  folder_.Write("news/1/sak.txt", kBergen);
  folder_.Write("news/2/sak.txt", kLondon);
  ASSERT_EQ(Build({folder_.Path("news")}).code, 0);
  EXPECT_THAT(Dump(), HasSubstr("\"node\":\"article/1/sak.txt\""));
  EXPECT_THAT(Dump(), HasSubstr("\"node\":\"article/2/sak.txt\""));
}

// A visit is found by rules, which are 0.9 sure of a verb.
TEST_F(BuildTest, EventsThatAreNotSureEnoughAreLeftOutUntilItIsSaidOtherwise) {
  const auto visits = [this] {
    return RunNorn(
               {"query", "--graph", graph_, "--format", "csv", "MATCH (e:Visit) RETURN count(e)"})
        .out;
  };
  const std::string visit = folder_.Write(
      "visit.txt", "date 2025-07-05 Statsminister Jens Dahl besøkte Ukraina torsdag.\n");
  ASSERT_EQ(Build({visit}).code, 0);
  EXPECT_THAT(visits(), HasSubstr("1"));
  const Ran ran = Build({"--min-confidence", "0.95", visit});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.err, HasSubstr("1 events left out that are less than 0.95 sure"));
  EXPECT_THAT(visits(), HasSubstr("0"));
  // Adding and removing keep to what the graph was built with.
  ASSERT_EQ(Add(folder_.Write("call.txt", kCall)).code, 0);
  EXPECT_THAT(visits(), HasSubstr("0"));
  ASSERT_EQ(RunNorn({"remove", "--graph", graph_, "call.txt"}).code, 0);
  EXPECT_THAT(visits(), HasSubstr("0"));
  EXPECT_EQ(RunNorn({"check", "--graph", graph_}).code, 0);
  ASSERT_EQ(RunNorn({"add", "--graph", graph_, "--min-confidence", "0.9", visit}).code, 0);
  EXPECT_THAT(visits(), HasSubstr("1"));
  for (const char* share : {"-0.1", "1.1", "much"}) {
    EXPECT_EQ(Build({"--min-confidence", share, visit}).code, 64) << share;
  }
}

TEST_F(BuildTest, RemoveTakesAnArticlesFactsOut) {
  folder_.Write("news/a.txt", kBergen);
  folder_.Write("news/b.txt", kLondon);
  ASSERT_EQ(Build({folder_.Path("news")}).code, 0);
  const auto remove = [&](const std::string& name) {
    return RunNorn({"remove", "--graph", graph_, name});
  };
  const Ran unknown = remove("c.txt");
  EXPECT_EQ(unknown.code, 66);
  EXPECT_THAT(unknown.err, HasSubstr("no article 'c.txt'"));
  EXPECT_THAT(Dump(), HasSubstr("olaf-scholz"));
  const Ran removed = remove("a.txt");
  EXPECT_EQ(removed.code, 0) << removed.err;
  EXPECT_THAT(removed.err, HasSubstr(": 1 articles, "));
  EXPECT_THAT(Dump(), Not(HasSubstr("olaf-scholz")));
  EXPECT_EQ(remove("article/b.txt").code, 0);
  EXPECT_EQ(Dump(), "");
}

// Whoever reads articles reads them with the same words, or says that it has others.
TEST_F(BuildTest, WordsOfAUsersOwnHoldForAllThatReads) {
  const std::string words = folder_.Write(
      "words.textproto", "actor { id: \"person/borgherren\" kind: PERSON name: \"Borgherren\" }\n");
  folder_.Write("news/a.txt", "date 2025-07-04 Borgherren ringte Olaf Scholz fredag.\n");
  folder_.Write("news/b.txt", kLondon);
  const auto run = [&](std::vector<std::string> arguments, bool with_words) {
    if (with_words) arguments.insert(arguments.end(), {"--lexicon", words});
    return RunNorn(arguments);
  };
  ASSERT_EQ(run({"build", "--graph", graph_, folder_.Path("news")}, true).code, 0);
  const std::string built = Dump();
  ASSERT_THAT(built, HasSubstr("person/borgherren"));

  const auto explain = [&](bool with_words) {
    return run({"explain", "--graph", graph_, "borgherren", "SPOKE_WITH", "olaf scholz"},
               with_words);
  };
  EXPECT_EQ(explain(true).code, 0) << explain(true).err;
  EXPECT_THAT(explain(true).out, Not(HasSubstr("other lexicons")));
  EXPECT_THAT(explain(false).out, HasSubstr("by another norn or with other lexicons"));

  const std::string shard = folder_.Path("all.shard");
  const std::string resolved = folder_.Path("resolved");
  ASSERT_EQ(run({"extract", "--out", shard, folder_.Path("news")}, true).code, 0);
  const Ran other = run({"resolve", "--graph", resolved, shard}, false);
  EXPECT_EQ(other.code, 65);
  EXPECT_THAT(other.err, HasSubstr("the same --lexicon files"));
  ASSERT_EQ(run({"resolve", "--graph", resolved, shard}, true).code, 0);
  EXPECT_EQ(RunNorn({"export", "--graph", resolved, "--format", "jsonl"}).out, built);

  const Ran removed = run({"remove", "--graph", graph_, "b.txt"}, true);
  EXPECT_EQ(removed.code, 0) << removed.err;
  EXPECT_THAT(removed.err, HasSubstr("0 articles read, 1 taken from the cache"));
  EXPECT_THAT(Dump(), HasSubstr("person/borgherren"));

  const std::string wrong = folder_.Write("wrong.textproto", "actor {\n");
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"remove", "--graph", graph_, "a.txt"},
        {"explain", "--graph", graph_, "borgherren"},
        {"extract", "--out", shard, folder_.Path("news")},
        {"resolve", "--graph", resolved, shard}}) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"--lexicon", wrong});
    const Ran refused = RunNorn(arguments);
    EXPECT_EQ(refused.code, 64) << command[0];
    EXPECT_THAT(refused.err, HasSubstr(wrong + ":")) << command[0];
  }
}

TEST_F(BuildTest, AddToNothingIsABuild) {
  const Ran ran = Add(folder_.Write("a.txt", kCall));
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("generation 1\n"));
}

struct BadInput {
  std::string name;
  std::string content;
  std::string said;
};

const std::vector<BadInput>& BadInputs() {
  static const std::vector<BadInput> inputs = {
      {"no-text.txt", "\x81\x8D\x8F\x90\n", "UTF-8"},
      {"picture.txt", "\x89PNG\r\n\x1A\n", "a PNG picture"},
      {"track.xml", "<?xml version=\"1.0\"?><gpx/>", "<gpx>"},
      {"empty.txt", "", "empty"},
      {"blank.txt", " \n\t\n", "empty"},
      {"binary.txt",
       std::string("\x7f"
                   "ELF\0\0\1",
                   7),
       "binary"},
      {"broken.jsonl", "{\"text\": \"Oslo\"\n", "broken.jsonl:1"},
      {"textless.jsonl", "{\"title\": \"Oslo\"}\n", "textless.jsonl:1"},
      {"list.jsonl", "[1, 2]\n", "list.jsonl:1"},
      {"empty.html", "<html><body></body></html>", "empty.html"},
  };
  return inputs;
}

TEST_F(BuildTest, NothingButBadInputIs65AndMakesNoGraph) {
  for (const BadInput& input : BadInputs()) {
    const Ran ran = Build({folder_.Write("bad/" + input.name, input.content)});
    EXPECT_EQ(ran.code, 65) << input.name;
    EXPECT_THAT(ran.err, HasSubstr(input.name));
    EXPECT_THAT(ran.err, HasSubstr(input.said));
    EXPECT_EQ(ran.out, "");
    EXPECT_FALSE(std::filesystem::exists(graph_)) << input.name;
  }
}

TEST_F(BuildTest, BadInputAmongGoodIsPassedOverNamedAndCounted) {
  folder_.Write("news/good.txt", kCall);
  for (const BadInput& input : BadInputs()) folder_.Write("news/" + input.name, input.content);
  const Ran ran = Build({folder_.Path("news")});
  EXPECT_EQ(ran.code, 65) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(": 1 articles, "));
  for (const BadInput& input : BadInputs()) EXPECT_THAT(ran.err, HasSubstr(input.name));
  EXPECT_THAT(ran.err, HasSubstr("norn: 10 passed over, 1 read: "));
  EXPECT_THAT(ran.err, HasSubstr("1 not UTF-8"));
  EXPECT_THAT(ran.err, HasSubstr("2 empty"));
}

TEST_F(BuildTest, StrictBuildsNothingWhereSomethingCannotBeRead) {
  folder_.Write("news/good.txt", kCall);
  folder_.Write("news/picture.png", "\x89PNG\r\n\x1A\n");
  const Ran ran = Build({"--strict", folder_.Path("news")});
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("--strict"));
  EXPECT_FALSE(std::filesystem::exists(graph_));
}

TEST_F(BuildTest, SaysHowItReadWhatDoesNotTell) {
  folder_.Write("news/latin1.txt", "Macron m\xF8tte Scholz i Bergen.\n");
  const Ran ran = Build({folder_.Path("news")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("latin1.txt: read as windows-1252"));
  EXPECT_THAT(ran.err, HasSubstr("latin1.txt: no date of publication is known"));
}

TEST_F(BuildTest, MapsTheMembersOfRecords) {
  folder_.Write("news/a.json",
                "[{\"nr\": 1, \"dag\": \"2025-10-15\", \"innhold\": \"Macron møtte Scholz.\"}]");
  EXPECT_EQ(Build({"--map", "ord=innhold", folder_.Path("news")}).code, 64);
  const Ran ran = Build({"--map", "text=innhold,published=dag,id=nr", folder_.Path("news")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(Dump(), HasSubstr("\"node\":\"article/1\""));
}

TEST_F(BuildTest, NoFactsAreReadFromWhatItsSourceWithdrew) {
  const auto item = [](const std::string& version, const std::string& rest) {
    return "{\"uri\": \"urn:1\", \"version\": \"" + version + "\", " + rest + "}";
  };
  ASSERT_EQ(Build({folder_.Write("1.json", item("1",
                                                "\"pubstatus\": \"usable\", \"body_text\": "
                                                "\"Macron møtte Scholz i Bergen tirsdag.\""))})
                .code,
            0);
  EXPECT_THAT(Dump(), HasSubstr("olaf-scholz"));
  const Ran added = Add(folder_.Write("2.json", item("2", "\"pubstatus\": \"canceled\"")));
  EXPECT_EQ(added.code, 0) << added.err;
  EXPECT_THAT(Dump(), Not(HasSubstr("olaf-scholz")));
  EXPECT_THAT(Dump(), HasSubstr("canceled"));
}

TEST_F(BuildTest, AFolderWithoutArticlesIs65) {
  std::filesystem::create_directories(folder_.Path("news/empty"));
  folder_.Write("news/.hidden", kCall);
  const Ran ran = Build({folder_.Path("news")});
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("no article"));
}

TEST_F(BuildTest, EmptyStandardInputIs65) { EXPECT_EQ(Build({"-"}, "").code, 65); }

TEST_F(BuildTest, AMissingSourceIs66AndMakesNoGraph) {
  const Ran ran = Build({folder_.Write("a.txt", kCall), folder_.Path("nothing")});
  EXPECT_EQ(ran.code, 66);
  EXPECT_THAT(ran.err, HasSubstr(folder_.Path("nothing")));
  EXPECT_FALSE(std::filesystem::exists(graph_));
}

TEST_F(BuildTest, AMissingSourceLeavesTheGraphAsItWas) {
  ASSERT_EQ(Build({folder_.Write("a.txt", kCall)}).code, 0);
  const std::string before = Dump();
  EXPECT_EQ(Build({folder_.Path("nothing")}).code, 66);
  EXPECT_EQ(Dump(), before);
}

TEST_F(BuildTest, AnotherProgramsFolderIs73AndLeftAlone) {
  folder_.Write("graph/data.db", "something");
  const Ran ran = Build({folder_.Write("a.txt", kCall)});
  EXPECT_EQ(ran.code, 73);
  EXPECT_THAT(ran.err, HasSubstr(graph_));
  EXPECT_EQ(folder_.List("graph"), "data.db\n");
}

TEST_F(BuildTest, AFileInTheGraphsPlaceIs73) {
  folder_.Write("graph", "something");
  EXPECT_EQ(Build({folder_.Write("a.txt", kCall)}).code, 73);
  graph_ += "/below";
  EXPECT_EQ(Build({folder_.Path("a.txt")}).code, 73);
  EXPECT_EQ(ReadFile(folder_.Path("graph")), "something");
}

TEST_F(BuildTest, WhereNothingCanBeMadeIs73) {
  const std::string source = folder_.Write("a.txt", kCall);
  // Not even root makes folders here.
  for (const std::string root : {"/proc", "/sys"}) {
    if (!std::filesystem::exists(root)) continue;
    graph_ = root + "/norn/graph";
    const Ran ran = Build({source});
    EXPECT_EQ(ran.code, 73) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(root + "/norn"));
  }
}

TEST_F(BuildTest, AFolderThatMayNotBeWrittenIs73) {
  const std::string source = folder_.Write("a.txt", kCall);
  std::filesystem::create_directories(folder_.Path("locked"));
  std::filesystem::permissions(folder_.Path("locked"), std::filesystem::perms(0555));
  graph_ = folder_.Path("locked/graph");
  // Root may write anywhere: somebody else tries, in a process of its own.
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    if (getuid() == 0 && setuid(kNobody) != 0) _exit(200);
    const Ran ran = Build({source});
    _exit(ran.err.find("locked") == std::string::npos ? 201 : ran.code);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 200) GTEST_SKIP() << "cannot become another user here";
  EXPECT_EQ(WEXITSTATUS(status), 73);
}

TEST_F(BuildTest, ASecondBuildAtTheSameTimeIs75) {
  const std::string source = folder_.Write("a.txt", kCall);
  ASSERT_EQ(Build({source}).code, 0);
  const auto other = graph::GraphDirectory::OpenForWriting(graph_);
  ASSERT_TRUE(other.ok()) << other.status();
  const Ran ran = Build({source});
  EXPECT_EQ(ran.code, 75);
  EXPECT_THAT(ran.err, HasSubstr("another norn"));
  // Who reads does not wait.
  EXPECT_THAT(Dump(), Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace norn::tests
