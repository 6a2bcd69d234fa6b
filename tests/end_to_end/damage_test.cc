// Whatever byte of a graph is damaged: the right answer comes, or an error that names the graph's
// file; and `norn check` finds it.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
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

// Changes one bit; changes it back when it goes.
class Flip {
 public:
  Flip(const std::string& path, uintmax_t at, int bit)
      : path_(path), at_(static_cast<std::streamoff>(at)), bit_(bit) {
    Apply();
  }
  ~Flip() { Apply(); }
  Flip(const Flip&) = delete;
  Flip& operator=(const Flip&) = delete;

 private:
  void Apply() const {
    std::fstream file(path_, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(at_);
    const int byte = file.get();
    file.seekp(at_);
    file.put(static_cast<char>(byte ^ (1 << bit_)));
    EXPECT_TRUE(file.good()) << path_;
  }

  std::string path_;
  std::streamoff at_;
  int bit_;
};

std::vector<std::string> FilesOf(const std::string& graph) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(graph)) {
    if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// RocksDB writes these for people and its own next start; what they say is asked for by nobody.
bool IsIgnored(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return name == "IDENTITY" || name == "LOCK" || absl::StartsWith(name, "OPTIONS") ||
         absl::StartsWith(name, "LOG");
}

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
  for (const std::string& file : FilesOf(graph)) {
    for (int i = 0; i < 12; ++i) {
      const uintmax_t at = random() % fs::file_size(file);
      const Flip flip(file, at, static_cast<int>(random() % 8));
      for (size_t q = 0; q < queries.size(); ++q) {
        const Ran ran = Ask(graph, queries[q]);
        if (ran.code == 0) {
          EXPECT_EQ(ran.out, answers[q]) << file << " " << at;
        } else {
          EXPECT_EQ(ran.code, 65) << file << " " << at << " " << ran.err;
          EXPECT_THAT(ran.err, HasSubstr(graph));
        }
      }
      const Ran check = RunNorn({"check", "--graph", graph});
      EXPECT_TRUE(check.code == 65 || IsIgnored(file)) << file << " " << at << " " << check.out;
    }
  }
  EXPECT_EQ(RunNorn({"check", "--graph", graph}).code, 0);
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
  for (int i = 0; i < 6; ++i) {
    const uintmax_t at = random() % fs::file_size(view);
    const Flip flip(view, at, static_cast<int>(random() % 8));
    for (size_t q = 0; q < queries.size(); ++q) {
      const Ran ran = Ask(graph, queries[q]);
      EXPECT_EQ(ran.code, 0) << at << " " << ran.err;
      EXPECT_EQ(ran.out, answers[q]) << at;
    }
  }
}

}  // namespace
}  // namespace norn::tests
