// Whatever byte of a graph is damaged or cut off: the right answer comes, or an error that names
// the graph's file; and `norn check` finds it. The long run: bazel test -c opt --test_timeout=36000
// --test_env=NORN_DAMAGES=10000 //tests/end_to_end:damage_test
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr uint32_t kSeed = 20250704;

int Damages() {
  const char* const asked = std::getenv("NORN_DAMAGES");
  int damages = 160;
  EXPECT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &damages)) << asked;
  return damages;
}

// A bit of a file is another one, or its end is gone; as it was when this goes.
class Damage {
 public:
  Damage(const std::string& path, std::mt19937& random)
      : path_(path), bytes_(ReadFile(path)), at_(random() % bytes_.size()) {
    is_cut_ = random() % 8 == 0;
    std::string damaged = bytes_;
    damaged[at_] = static_cast<char>(damaged[at_] ^ (1 << random() % 8));
    Write(is_cut_ ? bytes_.substr(0, at_) : damaged);
  }
  ~Damage() { Write(bytes_); }
  Damage(const Damage&) = delete;
  Damage& operator=(const Damage&) = delete;

  std::string Where() const {
    return absl::StrCat(path_, is_cut_ ? " cut at " : " flipped at ", at_);
  }

 private:
  void Write(const std::string& bytes) const {
    EXPECT_TRUE((std::ofstream(path_, std::ios::binary) << bytes).good()) << path_;
  }

  std::string path_;
  std::string bytes_;
  size_t at_;
  bool is_cut_;
};

std::vector<std::string> FilesOf(const std::string& graph) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(graph)) {
    if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// As messages have it, which may go by CURRENT or by the generation's number.
std::string NameInGraph(const std::string& file) { return fs::path(file).filename().string(); }

Ran Ask(const std::string& graph, const std::string& query) {
  return RunNorn({"query", "--graph", graph, query});
}

TEST(DamageTest, OfASmallGraphEachFilesDamageIsFoundAndNeverAnswered) {
  TempFolder folder;
  const std::string graph = folder.Path("graph");
  PublishSmallGraph(graph);
  const std::vector<std::string> queries = {
      "MATCH (n) RETURN n.id, n.name ORDER BY n.id",
      "MATCH (a)-[r]->(b) RETURN a.id, type(r), r.date, b.id ORDER BY a.id, b.id, type(r), r.date"};
  std::vector<std::string> answers;
  for (const std::string& query : queries) answers.push_back(Ask(graph, query).out);
  std::mt19937 random(kSeed);
  const std::vector<std::string> files = FilesOf(graph);
  const int damages = Damages();
  for (int i = 0; i < damages; ++i) {
    const std::string& file = files[static_cast<size_t>(i) % files.size()];
    const Damage damage(file, random);
    SCOPED_TRACE(damage.Where());
    for (size_t q = 0; q < queries.size(); ++q) {
      const Ran ran = Ask(graph, queries[q]);
      if (ran.code == 0) {
        EXPECT_EQ(ran.out, answers[q]);
      } else {
        EXPECT_EQ(ran.code, 65) << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(graph));
      }
    }
    const Ran check = RunNorn({"check", "--graph", graph});
    EXPECT_EQ(check.code, 65) << check.out;
    EXPECT_THAT(check.err, HasSubstr(NameInGraph(file)));
  }
  EXPECT_EQ(RunNorn({"check", "--graph", graph}).code, 0);
  std::cout << damages << " damages over " << files.size() << " files found\n";
}

// A view of more than 8 MB, which is not verified when it is opened.
graph::PropertyGraph BigGraph() {
  graph::PropertyGraph graph;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 30000; ++i) {
    std::string name = absl::StrFormat("Name %05d ", i);
    for (int k = 0; k < 28; ++k) absl::StrAppendFormat(&name, "%08x ", random());
    const std::string id = absl::StrFormat("person/%05d", i);
    graph.nodes.push_back({id,
                           {"Actor", "Person"},
                           {{"name", graph::Value(name)}, {"mentions", graph::Value(i % 1000)}}});
    graph.edges.push_back({id,
                           absl::StrFormat("person/%05d", i * 7919 % 30000),
                           "SPOKE_WITH",
                           "",
                           {{"minutes", graph::Value(i % 60)}}});
  }
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

TEST(DamageTest, OfABigViewWhatIsReadIsRightOrAnsweredFromTheStore) {
  TempFolder folder;
  const std::string graph = folder.Path("graph");
  PublishGraph(graph, BigGraph());
  const std::string view = graph + "/generations/000001/view";
  ASSERT_GT(fs::file_size(view), uintmax_t{8} << 20);
  const std::vector<std::string> queries = {
      "MATCH (p:Person {id: 'person/12345'})-[r]->(q) RETURN p.name, r.minutes, q.name",
      "MATCH (p:Person)-[r:SPOKE_WITH]->(q) RETURN sum(p.mentions), sum(r.minutes), max(q.name)"};
  std::vector<std::string> answers;
  for (const std::string& query : queries) answers.push_back(Ask(graph, query).out);
  std::mt19937 random(kSeed);
  const int damages = std::max(6, Damages() / 50);
  for (int i = 0; i < damages; ++i) {
    const Damage damage(view, random);
    SCOPED_TRACE(damage.Where());
    for (size_t q = 0; q < queries.size(); ++q) {
      const Ran ran = Ask(graph, queries[q]);
      EXPECT_EQ(ran.code, 0) << ran.err;
      EXPECT_EQ(ran.out, answers[q]);
    }
  }
  std::cout << damages << " damages of a big view answered from the store\n";
}

}  // namespace
}  // namespace norn::tests
