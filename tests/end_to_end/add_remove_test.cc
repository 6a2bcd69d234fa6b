// Whatever articles are added, changed and removed, in whatever order: the graph is that of a build
// from the texts that are in it. The long run: bazel test -c opt --test_timeout=36000
// --test_env=NORN_SEQUENCES=200 //tests/end_to_end:add_remove_test
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

constexpr int kArticles = 50;
constexpr int kSteps = 6;

int Sequences() {
  const char* const asked = std::getenv("NORN_SEQUENCES");
  int sequences = 4;
  EXPECT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &sequences)) << asked;
  return sequences;
}

// Few pairs and days, so that reports of one event are many, and some fit several.
std::string RandomText(std::mt19937& random) {
  static const char* const kPairs[][2] = {{"Jonas Dahl", "Olena Koval"},
                                          {"Jonas Dahl", "Petra Lind"},
                                          {"Utenriksminister Kari Moen", "Ola Berg"},
                                          {"Moen", "Petra Lind"},
                                          {"Norge", "Sverige"},
                                          {"Olena Koval", "Ola Berg"}};
  static const char* const kVerbs[] = {" ringte ", " møtte ", " snakket på telefon med "};
  const auto& pair = kPairs[random() % std::size(kPairs)];
  std::string text = absl::StrCat(pair[0], kVerbs[random() % std::size(kVerbs)], pair[1]);
  if (random() % 3 != 0) absl::StrAppend(&text, " ", 1 + random() % 4, ". juli 2025");
  return text + ".";
}

class AddRemoveTest : public testing::Test {
 protected:
  AddRemoveTest() : random_(20250704) {}

  // What the sources have said of the articles, the oldest first.
  struct Said {
    std::string id;
    std::string line;
  };

  std::string RandomLine(const std::string& id) {
    return absl::StrCat("{\"id\": \"", id, "\", \"language\": \"nb\", \"published\": \"2025-07-",
                        10 + random_() % 5, "\", \"text\": \"", RandomText(random_), "\"}\n");
  }
  void Run(const std::vector<std::string>& arguments) {
    const Ran ran = RunNorn(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
  }
  std::string Dump(const std::string& graph) {
    const Ran ran = RunNorn({"export", "--graph", graph, "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }

  // New ones and ones that are there, with another text.
  void Add(const std::string& graph) {
    std::string lines;
    for (size_t i = 0; i < 1 + random_() % 12; ++i) {
      const std::string id = absl::StrCat("a", random_() % kArticles);
      said_.push_back({id, RandomLine(id)});
      lines += said_.back().line;
    }
    Run({"add", "--graph", graph, folder_.Write("more.jsonl", lines)});
  }
  void Remove(const std::string& graph) {
    const std::string id = said_[random_() % said_.size()].id;
    std::vector<Said> rest = said_;
    std::erase_if(rest, [&](const Said& one) { return one.id == id; });
    if (rest.empty()) return;  // a graph has an article
    said_ = rest;
    Run({"remove", "--graph", graph, id});
  }
  std::string Rebuilt() {
    std::string lines;
    for (const Said& one : said_) lines += one.line;
    Run({"build", "--graph", folder_.Path("rebuilt"), folder_.Write("all.jsonl", lines)});
    return Dump(folder_.Path("rebuilt"));
  }

  TempFolder folder_;
  std::mt19937 random_;
  std::vector<Said> said_;
};

TEST_F(AddRemoveTest, EverySequenceEndsInTheGraphOfARebuild) {
  const int sequences = Sequences();
  const std::string graph = folder_.Path("graph");
  for (int sequence = 0; sequence < sequences; ++sequence) {
    SCOPED_TRACE(absl::StrCat("sequence ", sequence));
    said_.clear();
    for (int i = 0; i < kArticles / 2; ++i) {
      const std::string id = absl::StrCat("a", i);
      said_.push_back({id, RandomLine(id)});
    }
    std::string lines;
    for (const Said& one : said_) lines += one.line;
    Run({"build", "--graph", graph, folder_.Write("first.jsonl", lines)});
    for (int step = 0; step < kSteps; ++step) {
      if (random_() % 3 == 0) {
        Remove(graph);
      } else {
        Add(graph);
      }
    }
    ASSERT_TRUE(Dump(graph) == Rebuilt());
  }
  std::cout << sequences << " sequences of " << kSteps << " steps are as rebuilt\n";
}

}  // namespace
}  // namespace norn::tests
