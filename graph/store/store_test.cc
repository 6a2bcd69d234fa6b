#include "graph/store/store.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

PropertyGraph SmallGraph() {
  PropertyGraph g;
  g.nodes = {{"person/a", {"Actor", "Person"}, {{"name", Value("A")}}},
             {"person/b", {"Actor", "Person"}, {{"aliases", Value(Value::List{Value("B")})}}}};
  g.edges = {{"person/a", "person/b", "SPOKE_WITH", "e1", {{"date", Value("2025-07-04")}}},
             {"person/a", "person/b", "SPOKE_WITH", "e2", {}},
             {"person/b", "person/a", "SPOKE_WITH", "e1", {}}};
  EXPECT_TRUE(Normalize(g).ok());
  return g;
}

std::vector<proto::Article> SmallArticles() {
  std::vector<proto::Article> articles(2);
  articles[0].set_name("a.txt");
  articles[0].set_text(std::string("bytes \xff\x00 as they are", 20));
  articles[1].set_name("b.txt");
  return articles;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(path_);
    fs::create_directories(fs::path(path_).parent_path());
  }
  void TearDown() override { fs::remove_all(path_); }

  uint64_t Write() { return Store::Write(path_, SmallGraph(), SmallArticles()).value(); }

  // Everything read from the store, as one status.
  static absl::Status ReadAll(const std::string& path, uint64_t checksum) {
    const auto store = Store::Open(path);
    if (!store.ok()) return store.status();
    const auto graph = store->ReadGraph();
    const auto articles = store->ReadArticles();
    const auto read = store->Checksum();
    for (const absl::Status& status : {graph.status(), articles.status(), read.status()}) {
      if (!status.ok()) return status;
    }
    EXPECT_EQ(*read, checksum);
    EXPECT_EQ(*graph, SmallGraph());
    return absl::OkStatus();
  }

  const std::string path_ = ::testing::TempDir() + "/store_test/store";
};

TEST_F(StoreTest, GivesBackWhatWasWritten) {
  const uint64_t checksum = Write();
  const Store store = Store::Open(path_).value();
  EXPECT_EQ(store.ReadGraph().value(), SmallGraph());
  const auto articles = store.ReadArticles().value();
  ASSERT_EQ(articles.size(), 2);
  for (size_t i = 0; i < articles.size(); ++i) {
    EXPECT_EQ(articles[i].SerializeAsString(), SmallArticles()[i].SerializeAsString());
  }
  EXPECT_EQ(store.Checksum().value(), checksum);
}

TEST_F(StoreTest, TheSameContentHasTheSameChecksum) {
  const uint64_t first = Write();
  fs::remove_all(path_);
  EXPECT_EQ(Write(), first);
  fs::remove_all(path_);
  EXPECT_NE(Store::Write(path_, SmallGraph(), {}).value(), first);
}

TEST_F(StoreTest, EmptyGraph) {
  ASSERT_TRUE(Store::Write(path_, {}, {}).ok());
  const Store store = Store::Open(path_).value();
  EXPECT_EQ(store.ReadGraph().value(), PropertyGraph());
  EXPECT_TRUE(store.ReadArticles().value().empty());
}

TEST_F(StoreTest, RecordsThatAreAlikeTakeLittleRoom) {
  PropertyGraph g;
  uint64_t bytes = 0;
  for (int i = 100000; i < 120000; ++i) {
    const std::string id = "ship/" + std::to_string(i);
    g.nodes.push_back({id, {"Ship"}, {{"name", Value("The ship of number " + id)}}});
    bytes += 3 * id.size() + 40;  // of key and value
  }
  ASSERT_TRUE(Normalize(g).ok());
  ASSERT_TRUE(Store::Write(path_, g, {}).ok());
  uint64_t on_disk = 0;
  for (const auto& file : fs::recursive_directory_iterator(path_)) {
    if (file.is_regular_file()) on_disk += file.file_size();
  }
  EXPECT_LT(on_disk, bytes / 4);
  EXPECT_EQ(Store::Open(path_)->ReadGraph().value(), g);
}

TEST_F(StoreTest, RefusesWhatIsNotSorted) {
  PropertyGraph g = SmallGraph();
  std::swap(g.nodes[0], g.nodes[1]);
  EXPECT_EQ(Store::Write(path_, g, {}).status().code(), absl::StatusCode::kInvalidArgument);
  auto articles = SmallArticles();
  articles[1].set_name("a.txt");
  EXPECT_EQ(Store::Write(path_ + "2", SmallGraph(), articles).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(StoreTest, SaysThatThereIsNone) {
  const absl::Status status = Store::Open(path_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr(path_));
  fs::create_directories(path_);
  EXPECT_EQ(Store::Open(path_).status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(StoreTest, ReadingChangesNothingOnDisk) {
  const uint64_t checksum = Write();
  const auto list = [this] {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(path_)) {
      files[entry.path().filename()] = ReadFile(entry.path());
    }
    return files;
  };
  const auto before = list();
  EXPECT_TRUE(ReadAll(path_, checksum).ok());
  EXPECT_EQ(list(), before);
}

// Every file that RocksDB reads, every few bytes: what is read is what was written, or kDataLoss.
TEST_F(StoreTest, FindsAnArticleByItsName) {
  Write();
  const Store store = Store::Open(path_).value();
  EXPECT_EQ(store.ReadArticle("a.txt").value().text(), SmallArticles()[0].text());
  EXPECT_TRUE(absl::IsNotFound(store.ReadArticle("c.txt").status()));
}

TEST_F(StoreTest, DamageIsFoundAndNeverCrashes) {
  const uint64_t checksum = Write();
  int found = 0;
  for (const auto& entry : fs::directory_iterator(path_)) {
    const std::string bytes = ReadFile(entry.path());
    for (size_t i = 0; i < bytes.size(); i += 7) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ 0x5a);
      std::ofstream(entry.path(), std::ios::binary) << damaged;
      const absl::Status status = ReadAll(path_, checksum);
      if (status.ok()) continue;
      ++found;
      EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << entry.path() << " " << i << status;
    }
    std::ofstream(entry.path(), std::ios::binary) << bytes.substr(0, bytes.size() / 2);
    const absl::Status status = ReadAll(path_, checksum);
    if (!status.ok()) {
      EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
    }
    std::ofstream(entry.path(), std::ios::binary) << bytes;
  }
  EXPECT_GT(found, 100);
  EXPECT_TRUE(ReadAll(path_, checksum).ok());
}

}  // namespace
}  // namespace norn::graph
