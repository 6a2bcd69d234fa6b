// norn rebuild.
#include "tools/rebuild/rebuild.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <sstream>
#include <string>
#include <thread>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"
#include "tools/console/streams.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

constexpr char kCall[] =
    "date 2025-07-05 Ukrainas president Volodymyr Zelenskyj snakket med USAs president Donald "
    "Trump på telefon fredag.\n";

class RebuildTest : public testing::Test {
 protected:
  RebuildTest() {
    folder_.Write("news/a.txt", kCall);
    config_ = folder_.Write("norn.textproto",
                            "graph: \"graph\"\nsource: \"news\"\n"
                            "export { format: \"dot\" output: \"graph.dot\" }\n");
  }
  Ran Rebuild() { return RunNorn({"rebuild", "--config", config_}); }

  TempFolder folder_;
  std::string config_;
};

TEST_F(RebuildTest, BuildsAndExportsFromTheFilesFolder) {
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("generation 1\n"));
  EXPECT_THAT(ran.err, HasSubstr("wrote " + folder_.Path("graph.dot")));
  EXPECT_THAT(ReadFile(folder_.Path("graph.dot")), HasSubstr("digraph"));
}

TEST_F(RebuildTest, WithoutChangesThereIsNoGenerationAndNoExport) {
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("graph.dot", "untouched");
  const Ran again = Rebuild();
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.err, HasSubstr("generation 1 (nothing changed)"));
  EXPECT_EQ(ReadFile(folder_.Path("graph.dot")), "untouched");
}

TEST_F(RebuildTest, AnExportThatIsGoneIsWrittenAgain) {
  ASSERT_EQ(Rebuild().code, 0);
  std::filesystem::remove(folder_.Path("graph.dot"));
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("graph.dot")));
}

TEST_F(RebuildTest, ANewArticleMakesAGeneration) {
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  const Ran ran = Rebuild();
  EXPECT_THAT(ran.err, HasSubstr("2 articles"));
  EXPECT_THAT(ran.err, HasSubstr("1 articles new, 0 changed, 0 gone; "));
  EXPECT_THAT(ran.err, HasSubstr(": 1 events new, 0 gone\n"));
  EXPECT_THAT(ran.err, HasSubstr("new, in 1 reports: Call 2025-07-03: Donald Trump, Vladimir Putin "
                                 "(event/call/"));
  folder_.Write("news/b.txt", "Trump ringte Putin 4. juli 2025.\n");
  EXPECT_THAT(Rebuild().err, HasSubstr("corrected: b.txt\n"));
}

TEST_F(RebuildTest, AnExportThatFailedIsWrittenByTheNextRun) {
  folder_.Write("norn.textproto",
                "graph: \"graph\"\nsource: \"news\"\n"
                "export { format: \"dot\" output: \"out/graph.dot\" }\n");
  const Ran failed = Rebuild();
  EXPECT_EQ(failed.code, 73);
  EXPECT_THAT(failed.err, HasSubstr("generation 1 of " + folder_.Path("graph") + " is published"));
  EXPECT_THAT(failed.err, HasSubstr("the next run writes them"));
  std::filesystem::create_directories(folder_.Path("out"));
  const Ran again = Rebuild();
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_THAT(again.err, HasSubstr("(nothing changed)"));
  EXPECT_THAT(again.err, HasSubstr("wrote " + folder_.Path("out/graph.dot")));
}

TEST_F(RebuildTest, AnExportThatIsConfiguredAnewIsWritten) {
  ASSERT_EQ(Rebuild().code, 0);
  const std::string base = "graph: \"graph\"\nsource: \"news\"\n";
  for (const std::string rest :
       {"format: \"jsonl\"", "format: \"dot\" query: \"MATCH (n:Person) RETURN n\"",
        "format: \"dot\" layout: \"neato\""}) {
    folder_.Write("norn.textproto", base + "export { output: \"graph.dot\" " + rest + " }\n");
    folder_.Write("graph.dot", "stale");
    EXPECT_EQ(Rebuild().code, 0);
    EXPECT_NE(ReadFile(folder_.Path("graph.dot")), "stale") << rest;
    folder_.Write("graph.dot", "fresh");
    EXPECT_EQ(Rebuild().code, 0);
    EXPECT_EQ(ReadFile(folder_.Path("graph.dot")), "fresh") << rest;
  }
}

// A visit is found by rules, which are 0.9 sure of a verb.
TEST_F(RebuildTest, LeavesOutWhatIsNotSureEnoughWhereTheConfigurationAsksForIt) {
  folder_.Write("news/visit.txt",
                "date 2025-07-05 Statsminister Jens Dahl besøkte Ukraina torsdag.\n");
  ASSERT_EQ(Rebuild().code, 0);
  EXPECT_THAT(ReadFile(folder_.Path("graph.dot")), HasSubstr("event/visit"));
  folder_.Write("norn.textproto",
                "graph: \"graph\"\nsource: \"news\"\nmin_confidence: 0.95\n"
                "export { format: \"dot\" output: \"graph.dot\" }\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("2 events left out that are less than 0.95 sure"));
  EXPECT_THAT(ReadFile(folder_.Path("graph.dot")), Not(HasSubstr("event/visit")));
}

TEST_F(RebuildTest, ManyArticlesThatAreGoneAreAnAlarm) {
  for (const std::string name : {"b", "c", "d"}) {
    folder_.Write("news/" + name + ".txt", "Trump ringte Putin 3. juli 2025, sa " + name + ".\n");
  }
  ASSERT_EQ(Rebuild().code, 0);
  std::filesystem::remove(folder_.Path("news/b.txt"));
  const Ran refused = Rebuild();
  EXPECT_EQ(refused.code, 65);
  EXPECT_THAT(refused.err, HasSubstr("has 4 articles, and only 3 could be read now"));
  EXPECT_THAT(refused.err, HasSubstr("--accept-shrink"));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph/generations/000002")));
  const Ran accepted = RunNorn({"rebuild", "--config", config_, "--accept-shrink"});
  EXPECT_EQ(accepted.code, 0) << accepted.err;
  EXPECT_THAT(accepted.err, HasSubstr("3 articles"));
  folder_.Write("norn.textproto",
                "graph: \"graph\"\nsource: \"news\"\nrefuse_if_articles_shrink_by: 0.5\n");
  std::filesystem::remove(folder_.Path("news/c.txt"));
  EXPECT_EQ(Rebuild().code, 0);
}

TEST_F(RebuildTest, WhatCannotBeReadIsPassedOverAndNamed) {
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  std::filesystem::create_symlink("nowhere", folder_.Path("news/c.txt"));
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(folder_.Path("news/c.txt") + ": "));
  EXPECT_THAT(ran.err, HasSubstr("2 articles"));
  folder_.Write("norn.textproto",
                "graph: \"graph\"\nsource: \"news\"\nfail_if_passed_over: true\n");
  EXPECT_EQ(Rebuild().code, 65);
}

TEST_F(RebuildTest, ABrokenFileOfJudgementsDoesNotStopTheNews) {
  folder_.Write("news/mine.judgements", "judgement { verdict: SAME");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("mine.judgements: left out: "));
  EXPECT_THAT(ran.err, HasSubstr("generation 1\n"));
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("graph.dot")));
}

TEST_F(RebuildTest, NothingOfNornsIsNews) {
  config_ = folder_.Write("news/norn.textproto",
                          "graph: \"graph\"\nsource: \".\"\n"
                          "export { format: \"jsonl\" output: \"graph.txt\" }\n");
  folder_.Write("news/graph.txt.norn-17.tmp", "what a killed export left");
  const Ran first = Rebuild();
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr(": 1 articles, "));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("news/graph.txt.norn-17.tmp")));
  const Ran second = Rebuild();
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_THAT(second.err, HasSubstr(": 1 articles, "));
  EXPECT_THAT(second.err, HasSubstr("(nothing changed)"));
}

TEST_F(RebuildTest, AnOutputNeverTakesThePlaceOfAnArticleOrTheGraph) {
  const std::string call = ReadFile(folder_.Path("news/a.txt"));
  for (const std::string output :
       {"news/a.txt", "news", "graph", "graph/CURRENT", "graph/a.svg", "norn.textproto"}) {
    folder_.Write("norn.textproto",
                  "graph: \"graph\"\nsource: \"news\"\n"
                  "export { format: \"dot\" output: \"" +
                      output + "\" }\n");
    const Ran ran = Rebuild();
    EXPECT_EQ(ran.code, 78) << output;
    EXPECT_THAT(ran.err, HasSubstr("name another file")) << output;
  }
  EXPECT_EQ(ReadFile(folder_.Path("news/a.txt")), call);
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph")));
}

TEST_F(RebuildTest, SourcesMayBePatterns) {
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  folder_.Write("news/c.html", "<p>Trump ringte Putin 4. juli 2025.</p>");
  folder_.Write("norn.textproto", "graph: \"graph\"\nsource: \"news/*.txt\"\n");
  EXPECT_THAT(Rebuild().err, HasSubstr(": 2 articles, "));
  folder_.Write("norn.textproto", "graph: \"graph\"\nsource: \"news/*.xml\"\n");
  EXPECT_EQ(Rebuild().code, 66);
}

TEST_F(RebuildTest, ARollbackIsRespectedAndSaidUntilTheNewsAreOthers) {
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  ASSERT_EQ(Rebuild().code, 0);
  ASSERT_EQ(RunNorn({"rollback", "--graph", folder_.Path("graph")}).code, 0);
  const Ran same = Rebuild();
  EXPECT_EQ(same.code, 0) << same.err;
  EXPECT_THAT(same.err, HasSubstr("makes generation 2, which was rolled back"));
  EXPECT_THAT(same.err, HasSubstr("generation 1 (nothing changed)"));
  folder_.Write("news/c.txt", "Trump ringte Putin 4. juli 2025.\n");
  EXPECT_THAT(Rebuild().err, HasSubstr("generation 3\n"));
}

TEST_F(RebuildTest, TellsThoseWhoWatch) {
  folder_.Write("norn.textproto",
                "graph: \"graph\"\nsource: \"news\"\n"
                "status_file: \"status.json\"\nmetrics_file: \"norn.prom\"\n");
  ASSERT_EQ(Rebuild().code, 0);
  const std::string status = ReadFile(folder_.Path("status.json"));
  EXPECT_THAT(status, HasSubstr("\"exit_code\": 0"));
  EXPECT_THAT(status, HasSubstr("\"published\": true"));
  EXPECT_THAT(ReadFile(folder_.Path("norn.prom")), HasSubstr("norn_graph_articles{graph=\""));
  std::filesystem::remove_all(folder_.Path("news"));
  EXPECT_EQ(Rebuild().code, 66);
  EXPECT_THAT(ReadFile(folder_.Path("norn.prom")), HasSubstr("norn_rebuild_exit_code"));
}

TEST_F(RebuildTest, LogLinesHaveTimeAndLevel) {
  const Ran plain = RunNorn({"rebuild", "--config", config_, "--log-format", "plain"});
  EXPECT_THAT(plain.err, MatchesRegex("(20[0-9-]+T[0-9:]+Z (info|error) [^\n]*\n)+"));
  folder_.Write("graph.dot", "x");
  std::filesystem::remove_all(folder_.Path("news"));
  const Ran json = RunNorn({"rebuild", "--config", config_, "--log-format", "json"});
  EXPECT_EQ(json.code, 66);
  EXPECT_THAT(json.err, HasSubstr("\"level\":\"error\""));
}

TEST_F(RebuildTest, ADryRunSaysWhatWouldChangeAndWritesNothing) {
  const auto dry = [&] { return RunNorn({"rebuild", "--config", config_, "--dry-run"}); };
  const Ran first = dry();
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("1 articles would be in it: 1 new, 0 changed, 0 gone"));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph")));
  ASSERT_EQ(Rebuild().code, 0);
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  std::filesystem::remove(folder_.Path("news/a.txt"));
  const Ran second = dry();
  EXPECT_THAT(second.err, HasSubstr("a.txt would go"));
  EXPECT_THAT(second.err, HasSubstr("1 new, 0 changed, 1 gone"));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph/generations/000002")));
}

TEST_F(RebuildTest, WordsOfAUsersOwnAreReadAndAreNoNews) {
  folder_.Write("news/b.txt", "date 2025-07-04 Slottsherren ringte Putin.\n");
  const std::string words = "news/words.textproto";
  folder_.Write(
      words, "actor { id: \"person/herren-paa-slottet\" kind: PERSON name: \"Slottsherren\" }\n");
  config_ = folder_.Write("words.textproto",
                          "graph: \"graph\"\nsource: \"news\"\nlexicon: \"" + words + "\"\n");
  const auto known = [this] {
    return RunNorn({"query", "--graph", folder_.Path("graph"), "--format", "csv",
                    "MATCH (p:Person {id: 'person/herren-paa-slottet'})-[r:SPOKE_WITH]-() "
                    "RETURN count(r) AS calls"})
        .out;
  };
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_THAT(known(), HasSubstr("1"));
  EXPECT_THAT(Rebuild().err, HasSubstr("2 articles"));
  EXPECT_THAT(Rebuild().err, HasSubstr("(nothing changed)"));
  // Another word: nothing that was read with the old ones is taken from the cache.
  folder_.Write(words,
                "actor { id: \"person/herren-paa-slottet\" kind: PERSON name: \"Borgherren\" }\n");
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_THAT(known(), HasSubstr("0"));

  folder_.Write(words, "\nactor { id: \"person/x\" name: \"X\" state: \"state/nowhere\" }\n");
  const Ran refused = Rebuild();
  EXPECT_EQ(refused.code, 78);
  EXPECT_THAT(refused.err, HasSubstr(folder_.Path(words) + ":2: "));
}

TEST_F(RebuildTest, AMistakeInTheConfigurationIs78WithItsPlace) {
  config_ = folder_.Write("bad.textproto", "graph: \"graph\"\nsauce: \"news\"\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 78);
  EXPECT_THAT(ran.err, HasSubstr(config_ + ":2:"));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph")));
}

TEST_F(RebuildTest, AMissingConfigurationIs66) {
  config_ = folder_.Path("nothing.textproto");
  EXPECT_EQ(Rebuild().code, 66);
}

TEST_F(RebuildTest, AnExportThatFailsIsReportedAndTheOthersAreWritten) {
  config_ = folder_.Write("two.textproto",
                          "graph: \"graph\"\nsource: \"news\"\n"
                          "export { format: \"svg\" query: \"RETURN 1\" output: \"bad.svg\" }\n"
                          "export { format: \"jsonl\" output: \"good.jsonl\" }\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("bad.svg was not written"));
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("good.jsonl")));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path("bad.svg")));
}

// The graph is as it was; so are the exports that could be written.
TEST_F(RebuildTest, AnExportThatCannotBeIs78BeforeAnythingIsBuilt) {
  for (const std::string wrong :
       {"query: \"MATCH (n:Person RETURN n\"", "query: \"RETURN m\"", "from: \"yesterday\""}) {
    config_ = folder_.Write("wrong.textproto",
                            "graph: \"graph\"\nsource: \"news\"\n"
                            "export { format: \"jsonl\" output: \"good.jsonl\" }\n"
                            "export { format: \"svg\" output: \"bad.svg\" " +
                                wrong + " }\n");
    const Ran ran = Rebuild();
    EXPECT_EQ(ran.code, 78) << wrong;
    EXPECT_THAT(ran.err, HasSubstr("bad.svg cannot be made; nothing was built"));
    EXPECT_FALSE(std::filesystem::exists(folder_.Path("graph")));
    EXPECT_FALSE(std::filesystem::exists(folder_.Path("good.jsonl")));
  }
}

TEST_F(RebuildTest, AnExportTakesTheOptionsOfExport) {
  config_ = folder_.Write(
      "options.textproto",
      "graph: \"graph\"\nsource: \"news\"\n"
      "export { format: \"svg\" output: \"calls.svg\" title: \"Who called\" timeline: true\n"
      "         type: \"call\" status: \"happened\" around: \"donald trump\" depth: 1\n"
      "         from: \"2025-07\" to: \"2025-07-31\" min_reports: 1 language: \"en\" }\n"
      "export { format: \"jsonl\" output: \"meetings.jsonl\" type: \"meeting\" }\n"
      "export { format: \"csv\" output: \"tables\" split: true spreadsheet: true }\n"
      "export { format: \"gexf\" output: \"old.gexf\" gexf_version: \"1.2\" }\n"
      "export { format: \"svg\" output: \"states.svg\" group_by: \"state\" }\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ReadFile(folder_.Path("calls.svg")), HasSubstr("Who called"));
  EXPECT_THAT(ReadFile(folder_.Path("meetings.jsonl")), Not(HasSubstr("SPOKE_WITH")));
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("tables/nodes-Person.csv")));
  EXPECT_THAT(ReadFile(folder_.Path("old.gexf")), HasSubstr("version=\"1.2\""));
  EXPECT_TRUE(std::filesystem::exists(folder_.Path("states.svg")));
}

// Waits up to a minute for something to become true.
bool Eventually(const std::function<bool()>& is_true) {
  for (int i = 0; i < 600; ++i) {
    if (is_true()) return true;
    absl::SleepFor(absl::Milliseconds(100));
  }
  return false;
}

TEST_F(RebuildTest, RunsAgainAndAgainAndOverFailures) {
  std::istringstream in;
  std::ostringstream out, err;
  tools::Streams streams{in, out, err};
  std::atomic<bool> stop{false};
  tools::ExitCode code = tools::ExitCode::kInternal;
  std::thread runner([&] {
    code = tools::RunRebuild({config_, absl::Milliseconds(200)}, stop, streams);
  });
  const auto has_generation = [&](const char* name) {
    return [this, name] {
      return std::filesystem::exists(folder_.Path(std::string("graph/generations/") + name));
    };
  };
  EXPECT_TRUE(Eventually(has_generation("000001")));
  std::filesystem::rename(folder_.Path("news"), folder_.Path("away"));
  absl::SleepFor(absl::Seconds(1));  // runs that fail
  folder_.Write("away/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  std::filesystem::rename(folder_.Path("away"), folder_.Path("news"));
  EXPECT_TRUE(Eventually(has_generation("000002")));
  stop = true;
  runner.join();
  EXPECT_EQ(code, tools::ExitCode::kDone);
  EXPECT_THAT(err.str(), HasSubstr("not all of this run went well"));
  EXPECT_THAT(err.str(), Not(HasSubstr("generation 3")));
}

TEST_F(RebuildTest, WhatLiesInASpoolIsTakenIntoTheArchiveAndStaysInTheGraph) {
  config_ = folder_.Write("norn.textproto",
                          "graph: \"graph\"\n"
                          "spool { folder: \"in\" archive: \"kept\" }\n");
  EXPECT_EQ(Rebuild().code, 66);  // no such spool: is the disk mounted?
  folder_.Write("in/a.txt", kCall);
  folder_.Write("in/b.txt.tmp", "Trump ri");
  const Ran dry = RunNorn({"rebuild", "--config", config_, "--dry-run"});
  EXPECT_EQ(dry.code, 0) << dry.err;
  EXPECT_EQ(folder_.List("in"), "a.txt\nb.txt.tmp\n");
  EXPECT_THAT(Rebuild().err, HasSubstr(": 1 articles"));
  EXPECT_EQ(folder_.List("in"), "b.txt.tmp\n");
  std::filesystem::rename(folder_.Path("in/b.txt.tmp"), folder_.Path("in/b.txt"));
  EXPECT_THAT(Rebuild().err, HasSubstr(": 2 articles"));
  EXPECT_EQ(folder_.List("in"), "");
  EXPECT_THAT(Rebuild().err, HasSubstr("nothing changed"));
}

TEST_F(RebuildTest, AnOutputInASpoolIsRefused) {
  config_ = folder_.Write("norn.textproto",
                          "graph: \"graph\"\nspool { folder: \"in\" archive: \"kept\" }\n"
                          "export { format: \"dot\" output: \"in/graph.dot\" }\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 78);
  EXPECT_THAT(ran.err, HasSubstr("lies in a spool"));
}

TEST_F(RebuildTest, ACommandIsRunOnceWhatWasPublishedCanBeUsed) {
  const std::string told = folder_.Path("told");
  config_ = folder_.Write("norn.textproto",
                          "graph: \"graph\"\nsource: \"news\"\n"
                          "export { format: \"dot\" output: \"graph.dot\" }\n"
                          "after_publish: \"test -s " +
                              folder_.Path("graph.dot") + " && echo $NORN_GENERATION >> " + told +
                              "\"\n");
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_EQ(ReadFile(told), "1\n");
  folder_.Write("news/b.txt", "Trump ringte Putin 3. juli 2025.\n");
  EXPECT_EQ(Rebuild().code, 0);
  EXPECT_EQ(ReadFile(told), "1\n2\n");
}

TEST_F(RebuildTest, ACommandThatFailsIs74AndTriedAgain) {
  config_ = folder_.Write("norn.textproto",
                          "graph: \"graph\"\nsource: \"news\"\n"
                          "after_publish: \"test -e " +
                              folder_.Path("ready") + "\"\n");
  const Ran ran = Rebuild();
  EXPECT_EQ(ran.code, 74);
  EXPECT_THAT(ran.err, HasSubstr("the command after publishing ended with 1"));
  EXPECT_THAT(ran.err, HasSubstr("generation 1"));
  folder_.Write("ready", "");
  EXPECT_EQ(Rebuild().code, 0);
}

TEST_F(RebuildTest, ABadConfigurationAtTheStartEndsIt) {
  config_ = folder_.Write("bad.textproto", "graph: 7\n");
  const Ran ran = RunNorn({"rebuild", "--config", config_, "--every", "1h"});
  EXPECT_EQ(ran.code, 78);
}

}  // namespace
}  // namespace norn::tests
