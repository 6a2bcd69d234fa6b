// Killed at any moment, a build leaves the graph as it was or as it is to be, and the next build
// works.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "graph/store/directory.h"
#include "graph/store/manifest.h"
#include "gtest/gtest.h"
#include "tests/support/norn_process.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

std::string Dump(const std::string& graph) {
  const Ran ran = RunNorn({"export", "--graph", graph, "--format", "jsonl"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  return ran.out;
}

void ExpectSound(const std::string& graph) {
  const Ran ran = RunNorn({"check", "--graph", graph});
  EXPECT_EQ(ran.code, 0) << ran.err;
}

graph::PropertyGraph OtherGraph() {
  graph::PropertyGraph graph = SmallGraph();
  graph.nodes.push_back({"person/ny", {"Actor", "Person"}, {{"name", graph::Value("Ny")}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

// Publishes OtherGraph() in a process that dies before its `step`-th step. False once there are
// fewer steps.
bool PublishAndDie(const std::string& path, int step) {
  const pid_t child = fork();
  if (child == 0) {
    int steps = 0;
    graph::DirectoryOptions options;
    options.on_step = [&](absl::string_view) {
      if (steps++ == step) raise(SIGKILL);
    };
    auto directory = graph::GraphDirectory::OpenForWriting(path, options);
    if (!directory.ok()) _exit(1);
    _exit(directory->Publish({OtherGraph(), {}, "test"}).ok() ? 0 : 2);
  }
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  if (WIFEXITED(status)) {
    EXPECT_EQ(WEXITSTATUS(status), 0);
  }
  return WIFSIGNALED(status);
}

TEST(CrashTest, DeathBeforeAnyStepLeavesOneGraphOrTheOther) {
  TempFolder reference;
  PublishGraph(reference.Path("old"), SmallGraph());
  PublishGraph(reference.Path("new"), OtherGraph());
  const std::string before = Dump(reference.Path("old"));
  const std::string after = Dump(reference.Path("new"));
  ASSERT_NE(before, after);

  int deaths = 0;
  for (int step = 0;; ++step) {
    TempFolder folder;
    const std::string graph = folder.Path("graph");
    PublishGraph(graph, SmallGraph());
    const bool died = PublishAndDie(graph, step);
    const std::string found = Dump(graph);
    EXPECT_TRUE(found == before || found == after) << "step " << step;
    ExpectSound(graph);
    PublishGraph(graph, OtherGraph());
    EXPECT_EQ(Dump(graph), after) << "step " << step;
    ExpectSound(graph);
    if (!died) break;
    ++deaths;
  }
  EXPECT_GE(deaths, 4);
}

TEST(CrashTest, DeathAtAnyTimeLeavesTheGraphAsItWas) {
  TempFolder folder;
  const std::string graph = folder.Path("graph");
  const std::string first = folder.Write("a.txt", "date 2025-07-04 Trump ringte Putin.\n");
  ASSERT_EQ(RunNorn({"build", "--graph", graph, first}).code, 0);
  const std::string before = Dump(graph);
  ASSERT_EQ(RunNorn({"build", "--graph", folder.Path("reference"), "tests/articles"}).code, 0);
  const std::string after = Dump(folder.Path("reference"));
  ASSERT_NE(before, after);

  // How long a build takes here decides when to kill the others. The machine may be busier now than
  // then, and builds after the first find records in the cache: a build that came through says
  // anew.
  const auto build = [](const std::string& into, std::optional<Micros> kill_after) {
    return RunProcess({"build", "--graph", into, "tests/articles"}, {.kill_after = kill_after});
  };
  Micros whole = build(folder.Path("measured"), {}).took;

  std::mt19937 random(20250704);
  std::uniform_real_distribution<double> part(0, 1.1);
  int killed = 0;
  for (int i = 0; i < 12 || (killed < 4 && i < 60); ++i) {
    const Ended ended = build(graph, whole * part(random));
    if (ended.was_killed) {
      ++killed;
    } else {
      whole = std::min<Micros>(whole, ended.took);
    }
    const std::string found = Dump(graph);
    EXPECT_TRUE(found == before || found == after) << "round " << i;
    ExpectSound(graph);
    ASSERT_EQ(RunNorn({"build", "--graph", graph, first}).code, 0) << "round " << i;
    EXPECT_EQ(Dump(graph), before) << "round " << i;
  }
  EXPECT_GE(killed, 4);
  ASSERT_EQ(RunNorn({"build", "--graph", graph, "tests/articles"}).code, 0);
  EXPECT_TRUE(Dump(graph) == after);
}

}  // namespace
}  // namespace norn::tests
