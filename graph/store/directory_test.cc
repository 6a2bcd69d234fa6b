#include "graph/store/directory.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "base/files.h"
#include "gmock/gmock.h"
#include "graph/columns/columnar_graph.h"
#include "gtest/gtest.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

GenerationContent Content(const std::string& name) {
  GenerationContent content;
  content.graph.nodes = {{"person/a", {"Actor", "Person"}, {{"name", Value(name)}}},
                         {"person/b", {"Actor", "Person"}, {}}};
  content.graph.edges = {{"person/a", "person/b", "SPOKE_WITH", "e", {}}};
  content.articles.emplace_back().set_name("a.txt");
  content.articles.back().set_text("text of " + name);
  content.extractor_version = "1";
  EXPECT_TRUE(Normalize(content.graph).ok());
  return content;
}

class DirectoryTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::remove_all(path_); }
  void TearDown() override { fs::remove_all(path_); }

  proto::Manifest Publish(const std::string& name) {
    GraphDirectory directory = GraphDirectory::OpenForWriting(path_).value();
    return directory.Publish(Content(name)).value();
  }
  GraphDirectory Reader() { return GraphDirectory::Open(path_).value(); }
  static void Flip(const fs::path& path) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(100);
    const int byte = file.get();
    file.seekp(100);
    file.put(static_cast<char>(byte ^ 1));
  }

  const std::string path_ = ::testing::TempDir() + "/directory_test";
};

TEST_F(DirectoryTest, PublishesAndReads) {
  const proto::Manifest manifest = Publish("one");
  EXPECT_EQ(manifest.generation(), 1);
  const GraphDirectory reader = Reader();
  EXPECT_EQ(reader.ReadManifest()->SerializeAsString(), manifest.SerializeAsString());
  EXPECT_EQ(reader.OpenView()->ToPropertyGraph(), Content("one").graph);
  EXPECT_EQ(reader.OpenStore()->ReadGraph().value(), Content("one").graph);
  EXPECT_EQ(reader.OpenStore()->ReadArticles()->at(0).text(), "text of one");
  EXPECT_TRUE(reader.Check().ok()) << reader.Check();
}

TEST_F(DirectoryTest, KeepsThePreviousGenerationOnly) {
  for (const char* name : {"one", "two", "three"}) Publish(name);
  const GraphDirectory reader = Reader();
  EXPECT_THAT(reader.Generations(), ElementsAre(2, 3));
  EXPECT_EQ(reader.Current().value(), 3);
  EXPECT_EQ(reader.OpenView(2)->ToPropertyGraph(), Content("two").graph);
  EXPECT_EQ(reader.OpenView()->ToPropertyGraph(), Content("three").graph);
  EXPECT_EQ(reader.OpenView(1).status().code(), absl::StatusCode::kNotFound);
}

TEST_F(DirectoryTest, TheSameContentMakesNoGeneration) {
  Publish("one");
  EXPECT_EQ(Publish("one").generation(), 1);
  EXPECT_THAT(Reader().Generations(), ElementsAre(1));
  EXPECT_EQ(Publish("two").generation(), 2);
}

TEST_F(DirectoryTest, AGraphInColumnsMakesTheSameGeneration) {
  GenerationContent content;
  content.graph = Content("one").graph;
  {
    GraphDirectory writer = GraphDirectory::OpenForWriting(path_).value();
    ASSERT_TRUE(writer.Publish(content).ok());
    EXPECT_EQ(writer.Publish(ColumnarGraph::Of(content.graph).value())->generation(), 1);
    content.graph.edges[0].properties = {{"date", Value("2025")}};
    EXPECT_EQ(writer.Publish(ColumnarGraph::Of(content.graph).value())->generation(), 2);
  }
  EXPECT_TRUE(Reader().Check().ok()) << Reader().Check();
  EXPECT_EQ(Reader().OpenView()->ToPropertyGraph(), content.graph);
  EXPECT_EQ(Reader().OpenStore()->ReadGraph().value(), content.graph);
}

TEST_F(DirectoryTest, BuildingAgainMendsADamagedGeneration) {
  Publish("one");
  Flip(path_ + "/generations/000001/view");
  EXPECT_EQ(Reader().Check().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Publish("one").generation(), 2);
  EXPECT_TRUE(Reader().Check().ok());
}

TEST_F(DirectoryTest, KnowsWhatItWasMadeFrom) {
  GenerationContent content = Content("one");
  content.input_checksum = "cc";
  {
    GraphDirectory writer = GraphDirectory::OpenForWriting(path_).value();
    ASSERT_TRUE(writer.Publish(content).ok());
  }
  EXPECT_EQ(Reader().MadeFrom("cc")->generation(), 1);
  EXPECT_FALSE(Reader().MadeFrom("dd").has_value());
  EXPECT_FALSE(Reader().MadeFrom("").has_value());
  EXPECT_TRUE(Reader().Check().ok()) << Reader().Check();
  Flip(path_ + "/generations/000001/view");
  EXPECT_FALSE(Reader().MadeFrom("cc").has_value());
  // What was left out is to be named each time.
  content.left_out = 1;
  {
    GraphDirectory writer = GraphDirectory::OpenForWriting(path_).value();
    ASSERT_TRUE(writer.Publish(content).ok());
  }
  EXPECT_FALSE(Reader().MadeFrom("cc").has_value());
}

TEST_F(DirectoryTest, AViewThatIsDamagedOrMissingIsMadeFromTheStore) {
  Publish("one");
  Flip(path_ + "/generations/000001/view");
  EXPECT_EQ(Reader().OpenView()->ToPropertyGraph(), Content("one").graph);
  fs::remove(path_ + "/generations/000001/view");
  EXPECT_EQ(Reader().OpenView()->ToPropertyGraph(), Content("one").graph);
  fs::remove_all(path_ + "/generations/000001/store");
  EXPECT_EQ(Reader().OpenView().status().code(), absl::StatusCode::kDataLoss);
}

// As an older norn left it: another format of the view, a manifest without a seal, no marker.
TEST_F(DirectoryTest, AnOlderGraphOpensAndIsWrittenAnewByTheNextBuild) {
  proto::Manifest manifest = Publish("one");
  const std::string folder = path_ + "/generations/000001";
  std::string view = base::ReadFile(folder + "/view").value();
  view[8] = 1;
  const uint64_t checksum = XXH3_64bits(view.data(), 32);
  std::copy_n(reinterpret_cast<const char*>(&checksum), sizeof(checksum), view.begin() + 32);
  std::ofstream(folder + "/view", std::ios::binary) << view;
  manifest.set_view_checksum(ChecksumText(absl::string_view(view)));
  manifest.set_format_version(1);
  std::ofstream(folder + "/MANIFEST") << PrintManifest(manifest);
  fs::remove(folder + "/CHECKSUMS");
  fs::remove(path_ + "/NORN-GRAPH");
  fs::remove(path_ + "/RETENTION");

  EXPECT_EQ(Reader().OpenView()->ToPropertyGraph(), Content("one").graph);
  EXPECT_TRUE(Reader().Check().ok()) << Reader().Check();
  EXPECT_TRUE(Reader().IsOfOlderFormat(1).value());
  EXPECT_EQ(Publish("one").generation(), 2);
  EXPECT_FALSE(Reader().IsOfOlderFormat(2).value());
  EXPECT_TRUE(Reader().Check().ok()) << Reader().Check();
  EXPECT_TRUE(fs::exists(path_ + "/NORN-GRAPH"));
}

TEST_F(DirectoryTest, CheckFindsEachKindOfDamage) {
  const auto damage = [this](const std::function<void(const std::string&)>& harm) {
    fs::remove_all(path_);
    Publish("one");
    EXPECT_TRUE(Reader().Check().ok());
    harm(path_ + "/generations/000001");
    const absl::Status status = Reader().Check();
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  };
  damage([](const std::string& g) { fs::remove(g + "/MANIFEST"); });
  damage([](const std::string& g) { std::ofstream(g + "/MANIFEST") << "nodes"; });
  damage([](const std::string& g) { fs::remove(g + "/view"); });
  damage([](const std::string& g) { Flip(g + "/view"); });
  damage([](const std::string& g) { fs::remove_all(g + "/store"); });
  damage([](const std::string& g) { fs::remove(g + "/store/CURRENT"); });
  damage([](const std::string& g) { fs::remove(g + "/CHECKSUMS"); });
  damage([](const std::string& g) { std::ofstream(g + "/store/IDENTITY") << "another"; });
  damage([](const std::string& g) {
    for (const auto& entry : fs::directory_iterator(g + "/store")) {
      if (entry.path().extension() == ".sst") Flip(entry.path());
    }
  });
  damage([](const std::string& g) {
    proto::Manifest manifest = MakeManifest(Content("one"), 0, "");
    std::ofstream(g + "/MANIFEST") << PrintManifest(manifest);
  });
  damage([this](const std::string&) {
    fs::remove(path_ + "/CURRENT");
    fs::create_symlink("elsewhere", path_ + "/CURRENT");
  });
}

TEST_F(DirectoryTest, ADamagedCurrentIsDamageAndNamesTheSoundGeneration) {
  const std::function<void()> harms[] = {
      [] {},
      [this] { fs::create_symlink("elsewhere", path_ + "/CURRENT"); },
      [this] { fs::create_symlink("generations/000099", path_ + "/CURRENT"); },
      [this] { std::ofstream(path_ + "/CURRENT") << "generations/000002"; },
      [this] { fs::create_directories(path_ + "/CURRENT/store"); },
  };
  for (const auto& harm : harms) {
    fs::remove_all(path_);
    Publish("one");
    Publish("two");
    fs::remove(path_ + "/CURRENT");
    harm();
    for (const absl::Status& status :
         {Reader().Current().status(), Reader().OpenView().status(), Reader().Check()}) {
      EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
      EXPECT_THAT(std::string(status.message()), HasSubstr(path_ + "/CURRENT"));
      EXPECT_THAT(std::string(status.message()), HasSubstr("generation 2 is sound"));
    }
    Flip(path_ + "/generations/000002/view");
    EXPECT_THAT(std::string(Reader().Current().status().message()),
                HasSubstr("generation 1 is sound"));
  }
}

TEST_F(DirectoryTest, BuildingMendsADamagedCurrentAndLosesNoGeneration) {
  Publish("one");
  Publish("two");
  fs::remove(path_ + "/CURRENT");
  EXPECT_EQ(Publish("three").generation(), 3);
  EXPECT_THAT(Reader().Generations(), ElementsAre(1, 2, 3));
  EXPECT_EQ(Reader().Current().value(), 3);
}

TEST_F(DirectoryTest, GoesBackToASoundGenerationOnly) {
  Publish("one");
  Publish("two");
  {
    GraphDirectory writer = GraphDirectory::OpenForWriting(path_).value();
    ASSERT_TRUE(writer.MakeCurrent(1).ok());
    EXPECT_EQ(writer.MakeCurrent(7).code(), absl::StatusCode::kNotFound);
    Flip(path_ + "/generations/000002/view");
    EXPECT_EQ(writer.MakeCurrent(2).code(), absl::StatusCode::kDataLoss);
  }
  EXPECT_EQ(Reader().OpenView()->ToPropertyGraph(), Content("one").graph);
  EXPECT_EQ(Reader().MakeCurrent(1).code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(DirectoryTest, WhatWasRolledBackDoesNotComeBackByItself) {
  Publish("one");
  Publish("two");
  std::vector<uint64_t> said;
  DirectoryOptions options;
  options.on_rolled_back = [&](uint64_t generation) { said.push_back(generation); };
  GraphDirectory writer = GraphDirectory::OpenForWriting(path_, options).value();
  ASSERT_TRUE(writer.MakeCurrent(1).ok());
  EXPECT_EQ(writer.Publish(Content("two"))->generation(), 1);
  EXPECT_THAT(said, ElementsAre(2));
  EXPECT_THAT(writer.Generations(), ElementsAre(1, 2));
  ASSERT_TRUE(writer.MakeCurrent(2).ok());
  EXPECT_EQ(writer.Publish(Content("two"))->generation(), 2);
  EXPECT_THAT(said, ElementsAre(2));
  // Other content ends it.
  ASSERT_TRUE(writer.MakeCurrent(1).ok());
  EXPECT_EQ(writer.Publish(Content("three"))->generation(), 3);
  EXPECT_EQ(writer.Publish(Content("two"))->generation(), 4);
  EXPECT_THAT(said, ElementsAre(2));
}

TEST_F(DirectoryTest, KeepsAsManyGenerationsAsAsked) {
  DirectoryOptions options;
  options.keep = 3;
  {
    GraphDirectory writer = GraphDirectory::OpenForWriting(path_, options).value();
    for (const char* name : {"1", "2", "3", "4"}) ASSERT_TRUE(writer.Publish(Content(name)).ok());
  }
  EXPECT_THAT(Reader().Generations(), ElementsAre(2, 3, 4));
  // Who does not say how many changes nothing.
  Publish("5");
  EXPECT_THAT(Reader().Generations(), ElementsAre(3, 4, 5));
}

TEST_F(DirectoryTest, ASecondBuilderIsToldToWait) {
  const GraphDirectory first = GraphDirectory::OpenForWriting(path_).value();
  const absl::Status second = GraphDirectory::OpenForWriting(path_).status();
  EXPECT_EQ(second.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(std::string(second.message()),
            "another norn is building " + path_ + "; try again later");
}

TEST_F(DirectoryTest, TheLockGoesWithItsHolder) {
  { const GraphDirectory first = GraphDirectory::OpenForWriting(path_).value(); }
  EXPECT_TRUE(GraphDirectory::OpenForWriting(path_).ok());
}

TEST_F(DirectoryTest, ReadersNeedNoLock) {
  Publish("one");
  const GraphDirectory writer = GraphDirectory::OpenForWriting(path_).value();
  EXPECT_TRUE(Reader().OpenView().ok());
  EXPECT_TRUE(Reader().OpenStore().ok());
}

// Eight readers that open it over and over see one graph or the other, whole. The long run, 500
// swaps and 10,000 openings at least: --test_env=NORN_SWAPS=500.
TEST_F(DirectoryTest, WhoOpensDuringSwapsSeesAWholeGraph) {
  constexpr int kReaders = 8;
  const char* const asked = std::getenv("NORN_SWAPS");
  int swaps = 12;
  ASSERT_TRUE(asked == nullptr || absl::SimpleAtoi(asked, &swaps)) << asked;
  const int openings_of_each = swaps * 20 / kReaders;
  const PropertyGraph graphs[] = {Content("one").graph, Content("two").graph};
  Publish("one");
  std::atomic<bool> is_done{false};
  std::atomic<int> openings{0}, wrong{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] {
      for (int opened = 0; opened < openings_of_each || !is_done; ++opened, ++openings) {
        const absl::StatusOr<View> view = Reader().OpenView();
        const bool is_right = view.ok() && (view->ToPropertyGraph() == graphs[0] ||
                                            view->ToPropertyGraph() == graphs[1]);
        if (!is_right) ++wrong;
      }
    });
  }
  for (int i = 0; i < swaps; ++i) Publish(i % 2 == 0 ? "two" : "one");
  is_done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(Reader().Current().value(), swaps + 1);
  std::cout << openings << " openings during " << swaps << " swaps\n";
}

TEST_F(DirectoryTest, AReaderDoesNotPublish) {
  Publish("one");
  GraphDirectory reader = Reader();
  EXPECT_EQ(reader.Publish(Content("two")).status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST_F(DirectoryTest, SaysThatThereIsNoGraph) {
  const auto expect_none = [this] {
    const absl::Status status = GraphDirectory::Open(path_).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
    EXPECT_THAT(std::string(status.message()), HasSubstr("there is no graph at " + path_));
  };
  expect_none();
  fs::create_directories(path_);
  expect_none();
  { ASSERT_TRUE(GraphDirectory::OpenForWriting(path_).ok()); }
  EXPECT_EQ(Reader().OpenView().status().code(), absl::StatusCode::kNotFound);
}

TEST_F(DirectoryTest, RefusesAFolderThatIsSomethingElse) {
  fs::create_directories(path_);
  std::ofstream(path_ + "/thesis.txt") << "dear to somebody";
  for (const absl::Status& status :
       {GraphDirectory::Open(path_).status(), GraphDirectory::OpenForWriting(path_).status(),
        GraphDirectory::Open(path_ + "/thesis.txt").status()}) {
    EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
    EXPECT_THAT(std::string(status.message()),
                HasSubstr("is not a norn graph: choose another folder"));
  }
  EXPECT_FALSE(fs::exists(path_ + "/LOCK"));
}

TEST_F(DirectoryTest, ALaterNornsGraphIsNotReplaced) {
  Publish("one");
  std::ofstream(path_ + "/generations/000001/MANIFEST") << "format_version: 99";
  EXPECT_EQ(GraphDirectory::OpenForWriting(path_).status().code(),
            absl::StatusCode::kFailedPrecondition);
}

TEST_F(DirectoryTest, NeighboursAreLeftAlone) {
  Publish("one");
  fs::create_directories(path_ + "/generations/notes.tmp");
  Publish("two");
  EXPECT_TRUE(fs::exists(path_ + "/generations/notes.tmp"));
}

TEST_F(DirectoryTest, AStopLeavesTheGraphAsItWas) {
  Publish("one");
  for (const char* at : {"write store", "write view", "verify", "sync"}) {
    std::atomic<bool> stop{false};
    DirectoryOptions options;
    options.on_step = [&](absl::string_view step) { stop = stop || step == at; };
    options.stop = &stop;
    GraphDirectory directory = GraphDirectory::OpenForWriting(path_, options).value();
    EXPECT_EQ(directory.Publish(Content("two")).status().code(), absl::StatusCode::kCancelled)
        << at;
    EXPECT_EQ(std::distance(fs::directory_iterator(path_ + "/generations"), {}), 1) << at;
  }
  EXPECT_EQ(Reader().OpenView()->ToPropertyGraph(), Content("one").graph);
}

TEST_F(DirectoryTest, AFailedPublishLeavesNothingBehind) {
  Publish("one");
  GenerationContent unsorted = Content("two");
  std::swap(unsorted.graph.nodes[0], unsorted.graph.nodes[1]);
  {
    GraphDirectory directory = GraphDirectory::OpenForWriting(path_).value();
    EXPECT_EQ(directory.Publish(unsorted).status().code(), absl::StatusCode::kInvalidArgument);
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(path_ + "/generations"), {}), 1);
  EXPECT_TRUE(Reader().Check().ok());
}

}  // namespace
}  // namespace norn::graph
