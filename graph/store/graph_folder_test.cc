#include "graph/store/graph_folder.h"

#include <filesystem>
#include <fstream>
#include <functional>

#include "gtest/gtest.h"
#include "tests/support/obey_permissions.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

class GraphFolderTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::remove_all(path_); }
  void TearDown() override { fs::remove_all(path_); }

  void Write(const std::string& name, const std::string& text) const {
    const fs::path file = fs::path(path_) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }

  const std::string path_ = ::testing::TempDir() + "/graph_folder_test";
};

TEST_F(GraphFolderTest, TellsWhatAFolderIs) {
  const struct {
    const char* what;
    std::function<void()> make;
    FolderKind expected;
  } cases[] = {
      {"nothing", [] {}, FolderKind::kMissing},
      {"an empty folder", [&] { fs::create_directories(path_); }, FolderKind::kEmpty},
      {"a file", [&] { std::ofstream(path_) << "text"; }, FolderKind::kOther},
      {"documents", [&] { Write("thesis.txt", "dear"); }, FolderKind::kOther},
      {"generations of a family", [&] { Write("generations/000001.tmp/photo.jpg", "dear"); },
       FolderKind::kOther},
      {"numbered folders", [&] { Write("generations/000001/photo.jpg", "dear"); },
       FolderKind::kOther},
      {"somebody's file of the marker's name", [&] { Write("NORN-GRAPH", "my notes"); },
       FolderKind::kOther},
      {"a build killed while it wrote the marker", [&] { Write("NORN-GRAPH", "A knowledge"); },
       FolderKind::kEmpty},
      {"a build killed before there was a marker",
       [&] {
         Write("LOCK", "");
         fs::create_directories(path_ + "/generations");
       },
       FolderKind::kEmpty},
      {"an old graph", [&] { Write("generations/000001/MANIFEST", "format_version: 1\n"); },
       FolderKind::kGraph},
      {"an old graph whose manifest is damaged",
       [&] {
         Write("generations/000001/MANIFEST", "nonsense");
         fs::create_symlink("generations/000001", path_ + "/CURRENT");
       },
       FolderKind::kGraph},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.what);
    fs::remove_all(path_);
    test.make();
    EXPECT_EQ(KindOfFolder(path_).value(), test.expected);
  }
}

TEST_F(GraphFolderTest, AMarkedFolderIsAGraph) {
  fs::create_directories(path_);
  ASSERT_TRUE(MarkAsGraph(path_).ok());
  Write("generations/000001.tmp/store", "half");
  EXPECT_EQ(KindOfFolder(path_).value(), FolderKind::kGraph);
}

TEST_F(GraphFolderTest, FindsTheGraphAroundAPath) {
  fs::create_directories(path_ + "/in/graph/generations");
  ASSERT_TRUE(MarkAsGraph(path_ + "/in/graph").ok());
  const std::string graph = fs::canonical(path_ + "/in/graph").string();
  fs::create_directory_symlink("in/graph/generations", path_ + "/link");
  for (const char* within : {"/in/graph", "/in/graph/", "/in/graph/new.svg", "/in/graph/a/b/c",
                             "/in/x/../graph/new.svg", "/link/000001"}) {
    EXPECT_EQ(GraphAround(path_ + within), graph) << within;
  }
  for (const char* outside : {"", "/in", "/in/graph.svg", "/in/graph/../new.svg", "/none/x"}) {
    EXPECT_EQ(GraphAround(path_ + outside), std::nullopt) << outside;
  }
}

TEST_F(GraphFolderTest, AFolderThatMayNotBeReadIsNotCalledSomethingElse) {
  fs::create_directories(path_ + "/within");
  fs::permissions(path_, fs::perms::none);
  absl::Status within, itself;
  {
    const tests::ObeyPermissions obey;
    within = KindOfFolder(path_ + "/within").status();
    itself = KindOfFolder(path_).status();
  }
  fs::permissions(path_, fs::perms::owner_all);
  EXPECT_EQ(within.code(), absl::StatusCode::kPermissionDenied) << within;
  EXPECT_EQ(itself.code(), absl::StatusCode::kPermissionDenied) << itself;
}

TEST(GenerationNameTest, RoundTrips) {
  EXPECT_EQ(GenerationName(12), "000012");
  EXPECT_EQ(ParseGenerationName("000012"), 12);
  EXPECT_EQ(ParseGenerationName(GenerationName(1234567)), 1234567);
  for (const char* name : {"", "12", "000012.tmp", "00001x", "-00012", "0000012"}) {
    EXPECT_EQ(ParseGenerationName(name), std::nullopt) << name;
  }
}

}  // namespace
}  // namespace norn::graph
