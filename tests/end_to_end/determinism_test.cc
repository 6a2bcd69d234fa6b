// The same articles give the same graph to the byte: whatever their order, the number of threads,
// the place of the machine, and whether they came at once or one after the other.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "tests/support/norn_process.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Articles() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator("tests/articles")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class DeterminismTest : public testing::Test {
 protected:
  // The canonical dump of a graph of the articles.
  std::string Build(const std::string& name, const std::string& command,
                    const std::vector<std::string>& sources, const std::string& threads = "1") {
    std::vector<std::string> arguments = {command, "--graph", folder_.Path(name), "--threads",
                                          threads};
    arguments.insert(arguments.end(), sources.begin(), sources.end());
    const Ran ran = RunNorn(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return Dump(name);
  }
  std::string Dump(const std::string& name) {
    const Ran ran = RunNorn({"export", "--graph", folder_.Path(name), "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }

  TempFolder folder_;
  const std::vector<std::string> articles_ = Articles();
};

TEST_F(DeterminismTest, TheOrderOfArticlesDoesNotMatter) {
  ASSERT_GE(articles_.size(), 4);
  const std::string expected = Build("sorted", "build", articles_);
  EXPECT_NE(expected.find("\"edge\":\"SPOKE_WITH\""), std::string::npos);
  std::vector<std::string> other = articles_;
  std::reverse(other.begin(), other.end());
  EXPECT_TRUE(Build("reversed", "build", other) == expected);
  std::rotate(other.begin(), other.begin() + 3, other.end());
  EXPECT_TRUE(Build("rotated", "build", other) == expected);
  for (const std::string& article : articles_) {
    folder_.Write("news/deep/" + fs::path(article).filename().string(), ReadFile(article));
  }
  EXPECT_TRUE(Build("folder", "build", {folder_.Path("news")}) == expected);
}

TEST_F(DeterminismTest, TheNumberOfThreadsDoesNotMatter) {
  const std::string expected = Build("one", "build", articles_, "1");
  EXPECT_TRUE(Build("two", "build", articles_, "2") == expected);
  EXPECT_TRUE(Build("seven", "build", articles_, "7") == expected);
  EXPECT_TRUE(Build("eight", "build", articles_, "8") == expected);
}

// A language whose small i is none of the capital I's, and whose numbers have commas; at the far
// ends of the day.
TEST_F(DeterminismTest, NeitherTheLocaleNorTheTimeZoneMatters) {
  const std::string expected = Build("here", "build", articles_);
  const std::string locale = folder_.Path("tr_TR.UTF-8");
  const std::string make = "localedef -i tr_TR -f UTF-8 " + locale + " 2>/dev/null";
  const bool has_locale = std::system(make.c_str()) == 0 && fs::exists(locale);
  std::cout << (has_locale ? "with" : "no locales are installed: without") << " a Turkish locale\n";
  int place = 0;
  for (const auto& [language, zone] : {std::pair<std::string, std::string>{"C", "Etc/GMT+12"},
                                       {"tr_TR.UTF-8", "Pacific/Kiritimati"}}) {
    const std::string graph = "there-" + std::to_string(++place);
    const ProcessOptions there = {
        .environment = {
            {"LOCPATH", folder_.Path()}, {"LC_ALL", language}, {"LANG", language}, {"TZ", zone}}};
    std::vector<std::string> build = {"build", "--graph", folder_.Path(graph)};
    build.insert(build.end(), articles_.begin(), articles_.end());
    const Ended built = RunProcess(build, there);
    EXPECT_EQ(built.code, 0) << built.err;
    const Ended dumped =
        RunProcess({"export", "--graph", folder_.Path(graph), "--format", "jsonl"}, there);
    EXPECT_TRUE(dumped.out == expected) << language;
    EXPECT_TRUE(Dump(graph) == expected) << language;
  }
}

TEST_F(DeterminismTest, AddedInStepsIsBuiltAtOnce) {
  const std::string expected = Build("at-once", "build", articles_);
  const auto middle = articles_.begin() + static_cast<int64_t>(articles_.size() / 2);
  const std::vector<std::string> first(articles_.begin(), middle);
  const std::vector<std::string> second(middle, articles_.end());
  Build("forward", "build", first);
  EXPECT_TRUE(Build("forward", "add", second) == expected);
  Build("backward", "build", second);
  EXPECT_TRUE(Build("backward", "add", first) == expected);
}

TEST_F(DeterminismTest, AddingWhatIsThereChangesNothing) {
  const std::string expected = Build("graph", "build", articles_);
  EXPECT_TRUE(Build("graph", "add", {articles_[0]}) == expected);
}

TEST_F(DeterminismTest, TwoArticlesOfOneNameAreTwoInEitherOrder) {
  folder_.Write("one/a.txt", "date 2025-07-04 Trump ringte Putin.\n");
  folder_.Write("two/a.txt", "date 2025-07-05 Trump ringte Zelenskyj.\n");
  const std::string one = folder_.Path("one");
  const std::string two = folder_.Path("two");
  const std::string expected = Build("at-once", "build", {one, two});
  EXPECT_TRUE(Build("other-way", "build", {two, one}) == expected);
  Build("forward", "build", {one});
  EXPECT_EQ(Build("forward", "add", {two}), expected);
  Build("backward", "build", {two});
  EXPECT_EQ(Build("backward", "add", {one}), expected);
  // Each of them once more is still the same.
  EXPECT_EQ(Build("backward", "add", {one}), expected);
  EXPECT_EQ(Build("backward", "add", {two}), expected);
}

TEST_F(DeterminismTest, IdsWithHashSignsAndIdsOfTwoSourcesAddUp) {
  const auto line = [](const std::string& id, const std::string& source) {
    return "{\"id\": \"" + id + "\", \"source\": \"" + source +
           "\", \"language\": \"nb\", \"text\": \"Trump ringte Putin.\"}\n";
  };
  std::string first = line("1", "Nordlys");
  for (const char digit : std::string("0123456789abcdef")) {
    first += line(std::string("sak#") + digit, "Nordlys");
  }
  const std::string one = folder_.Write("one.jsonl", first);
  const std::string two =
      folder_.Write("two.jsonl", line("sak", "Nordlys") + line("1", "Sydposten"));
  const std::string expected = Build("at-once", "build", {one, two});
  Build("forward", "build", {one});
  EXPECT_EQ(Build("forward", "add", {two}), expected);
  EXPECT_EQ(Build("forward", "add", {one}), expected);
  Build("backward", "build", {two});
  EXPECT_EQ(Build("backward", "add", {one}), expected);
}

// The manifest has no clock, host or path, so that whole generations are alike.
TEST_F(DeterminismTest, ManifestsAreAlike) {
  Build("one", "build", articles_, "1");
  Build("two", "build", articles_, "2");
  EXPECT_EQ(ReadFile(folder_.Path("one/CURRENT/MANIFEST")),
            ReadFile(folder_.Path("two/CURRENT/MANIFEST")));
  EXPECT_TRUE(ReadFile(folder_.Path("one/CURRENT/view")) ==
              ReadFile(folder_.Path("two/CURRENT/view")));
}

}  // namespace
}  // namespace norn::tests
