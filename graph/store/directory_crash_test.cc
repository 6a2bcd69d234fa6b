// Kills a builder before each of its steps, and looks at what is left. Each step five times:
// bazel test --test_env=NORN_STEP_KILLS=5 //graph/store:directory_crash_test. The builder is this
// binary again: a process that has RocksDB's threads cannot be forked.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "graph/columns/columnar_graph.h"
#include "graph/store/directory.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

GenerationContent Content(const std::string& name) {
  GenerationContent content;
  content.graph.nodes = {{"person/a", {"Actor", "Person"}, {{"name", Value(name)}}}};
  content.articles.emplace_back().set_name("a.txt");
  return content;
}

// Publishes, and kills itself before the step of that number; gives the number of steps otherwise.
// Names that end with # are published in columns.
int BuildAndDie(const std::string& path, const std::string& name, int die_at) {
  int step = 0;
  DirectoryOptions options;
  options.on_step = [&step, die_at](absl::string_view) {
    if (step++ == die_at) raise(SIGKILL);
  };
  auto directory = GraphDirectory::OpenForWriting(path, options);
  if (!directory.ok()) return 255;
  const absl::Status published =
      name.back() == '#'
          ? directory->Publish(ColumnarGraph::Of(Content(name).graph).value()).status()
          : directory->Publish(Content(name)).status();
  if (!published.ok()) return 255;
  return step;
}

// The exit code, or -9 if it was killed.
int RunBuilder(const std::string& path, const std::string& name, int die_at) {
  const std::string at = std::to_string(die_at);
  const pid_t child = fork();
  if (child == 0) {
    execl("/proc/self/exe", "builder", path.c_str(), name.c_str(), at.c_str(), nullptr);
    _exit(254);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

std::string NameIn(const GraphDirectory& directory) {
  const View view = directory.OpenView().value();
  return *view.NodeProperty(0, *view.FindKey("name")).As<std::string>();
}

// At each step.
int Kills() {
  const char* const asked = std::getenv("NORN_STEP_KILLS");
  return asked == nullptr ? 1 : std::atoi(asked);
}

TEST(DirectoryCrashTest, AGraphIsAsBeforeOrAsAfterAKill) {
  const std::string path = ::testing::TempDir() + "/directory_crash_test";
  fs::remove_all(path);
  const int steps = RunBuilder(path, "measure", 1000);
  ASSERT_GT(steps, 5);
  ASSERT_LT(steps, 100);
  // Where its files are whole, a graph in columns goes the way of all others.
  constexpr int kUntilVerified = 5;
  const int ways = steps + kUntilVerified;
  const int kills = Kills() * ways;
  for (int kill = 0; kill < kills; ++kill) {
    const int step = kill % ways;
    SCOPED_TRACE(step);
    const std::string killed = step < steps ? "new" : "new#";
    fs::remove_all(path);
    ASSERT_EQ(RunBuilder(path, "older", 1000), steps);
    ASSERT_EQ(RunBuilder(path, "old", 1000), steps);
    ASSERT_EQ(RunBuilder(path, killed, step % steps), -SIGKILL);
    {
      const GraphDirectory directory = GraphDirectory::Open(path).value();
      EXPECT_TRUE(directory.Check().ok()) << directory.Check();
      EXPECT_EQ(NameIn(directory), directory.Current().value() == 2 ? "old" : killed);
    }
    // The next build works, and clears up.
    ASSERT_EQ(RunBuilder(path, "next", 1000), steps);
    const GraphDirectory directory = GraphDirectory::Open(path).value();
    EXPECT_EQ(NameIn(directory), "next");
    EXPECT_TRUE(directory.Check().ok());
    EXPECT_EQ(std::distance(fs::directory_iterator(path + "/generations"), {}), 2);
    EXPECT_FALSE(fs::exists(fs::symlink_status(path + "/CURRENT.tmp")));
  }
  std::cout << kills << " kills at " << ways << " named steps\n";
  fs::remove_all(path);
}

TEST(DirectoryCrashTest, AFirstBuildThatIsKilledLeavesNoGraphOrAWholeOne) {
  const std::string path = ::testing::TempDir() + "/directory_crash_test";
  fs::remove_all(path);
  const int steps = RunBuilder(path, "measure", 1000);
  ASSERT_LT(steps, 100);
  const int kills = Kills() * steps;
  for (int kill = 0; kill < kills; ++kill) {
    const int step = kill % steps;
    SCOPED_TRACE(step);
    fs::remove_all(path);
    ASSERT_EQ(RunBuilder(path, "first", step), -SIGKILL);
    const absl::Status opened = GraphDirectory::Open(path)->OpenView().status();
    EXPECT_TRUE(opened.ok() || absl::IsNotFound(opened)) << opened;
    // Killed again, at once and while it clears up.
    for (const int again : {0, 1, 2}) RunBuilder(path, "second", again);
    const absl::Status reopened = GraphDirectory::Open(path)->OpenView().status();
    EXPECT_EQ(reopened.code(), opened.code()) << reopened;
    EXPECT_GT(RunBuilder(path, "third", 1000), 0);
    EXPECT_EQ(NameIn(GraphDirectory::Open(path).value()), "third");
    EXPECT_TRUE(GraphDirectory::Open(path)->Check().ok());
  }
  fs::remove_all(path);
}

}  // namespace
}  // namespace norn::graph

int main(int argc, char** argv) {
  if (argc == 4 && std::string(argv[0]) == "builder") {
    return norn::graph::BuildAndDie(argv[1], argv[2], std::atoi(argv[3]));
  }
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
