// norn check.
#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/obey_permissions.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

class CheckTest : public testing::Test {
 protected:
  CheckTest() : graph_(folder_.Path("graph")) { PublishSmallGraph(graph_); }

  Ran Check() { return RunNorn({"check", "--graph", graph_}); }

  // Flips one bit in the middle of the file.
  static void Damage(const std::string& path) {
    std::string bytes = ReadFile(path);
    ASSERT_FALSE(bytes.empty()) << path;
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(path, std::ios::binary) << bytes;
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(CheckTest, ASoundGraphIsSaidToBeSound) {
  const Ran ran = Check();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("generation 1 (current) is sound: "));
  EXPECT_THAT(ran.out, HasSubstr("nodes"));
  EXPECT_EQ(ran.err, "");
}

TEST_F(CheckTest, EveryDamagedFileIs65AndNamed) {
  for (const std::string name : {"view", "MANIFEST"}) {
    TempFolder folder;
    graph_ = folder.Path("graph");
    PublishSmallGraph(graph_);
    Damage(graph_ + "/CURRENT/" + name);
    const Ran ran = Check();
    EXPECT_EQ(ran.code, 65) << name;
    EXPECT_THAT(ran.err, HasSubstr("generation 1")) << name;
    EXPECT_THAT(ran.err, HasSubstr("norn build")) << name;
  }
}

TEST_F(CheckTest, ADamagedStoreIs65) {
  size_t damaged = 0;
  for (const auto& entry : std::filesystem::directory_iterator(graph_ + "/CURRENT/store")) {
    if (entry.path().extension() != ".sst") continue;
    Damage(entry.path().string());
    ++damaged;
  }
  ASSERT_GE(damaged, 1);
  const Ran ran = Check();
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("generation 1"));
}

TEST_F(CheckTest, WhatAKilledBuildLeftIsNoDamage) {
  std::filesystem::create_directories(graph_ + "/generations/000009");
  std::filesystem::copy(graph_ + "/CURRENT/MANIFEST", graph_ + "/generations/000009/MANIFEST");
  const Ran ran = Check();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("generation 9 is left over"));
}

TEST_F(CheckTest, WhatMayNotBeReadIsNotCalledDamaged) {
  const std::string manifest = graph_ + "/generations/000001/MANIFEST";
  std::filesystem::permissions(manifest, std::filesystem::perms::none);
  const ObeyPermissions obey;
  const Ran ran = Check();
  EXPECT_EQ(ran.code, 73);
  EXPECT_THAT(ran.err, HasSubstr(manifest));
  EXPECT_THAT(ran.err, HasSubstr("generation 1 could not be checked"));
}

TEST_F(CheckTest, RepairMendsWhatTheStoreCanMake) {
  const std::string before = RunNorn({"export", "--graph", graph_, "--format", "jsonl"}).out;
  const auto repair = [&] { return RunNorn({"check", "--graph", graph_, "--repair"}); };
  EXPECT_EQ(repair().code, 0);
  for (const std::string file : {"CURRENT/view", "CURRENT/MANIFEST"}) {
    Damage(graph_ + "/" + file);
    EXPECT_EQ(Check().code, 65) << file;
    const Ran ran = repair();
    EXPECT_EQ(ran.code, 0) << file << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("mended: "));
    EXPECT_EQ(Check().code, 0) << file;
  }
  std::filesystem::remove(graph_ + "/CURRENT");
  EXPECT_THAT(repair().out, HasSubstr("mended: CURRENT"));
  EXPECT_EQ(RunNorn({"export", "--graph", graph_, "--format", "jsonl"}).out, before);
}

TEST_F(CheckTest, RepairMakesAStoreFromTheArticlesThatAnotherOneStillHas) {
  graph_ = folder_.Path("news-graph");
  const std::string first = folder_.Write("a.txt", "date 2025-07-04 Trump ringte Putin.\n");
  const std::string second = folder_.Write("b.txt", "date 2025-07-05 Putin ringte Zelenskyj.\n");
  ASSERT_EQ(RunNorn({"build", "--graph", graph_, first, second}).code, 0);
  // The same articles, and another generation.
  ASSERT_EQ(RunNorn({"build", "--graph", graph_, "--min-confidence", "0.001", first, second}).code,
            0);
  const std::string before = RunNorn({"export", "--graph", graph_, "--format", "jsonl"}).out;
  std::filesystem::remove_all(graph_ + "/generations/000002/store");
  const Ran ran = RunNorn({"check", "--graph", graph_, "--repair"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("mended: generation 3 is made from the articles of 2, 2 of them "
                                 "as the cache has them"));
  EXPECT_EQ(RunNorn({"export", "--graph", graph_, "--format", "jsonl"}).out, before);

  // That was the last store that had them.
  std::filesystem::remove_all(graph_ + "/CURRENT/store");
  const Ran lost = RunNorn({"check", "--graph", graph_, "--repair"});
  EXPECT_EQ(lost.code, 65);
  EXPECT_THAT(lost.err, HasSubstr("2 of 2 articles are in no store"));
}

TEST_F(CheckTest, RepairReadsArticlesWithTheWordsThatItIsGiven) {
  graph_ = folder_.Path("news-graph");
  const std::string words = folder_.Write(
      "words.textproto", "actor { id: \"person/borgherren\" kind: PERSON name: \"Borgherren\" }\n");
  const std::string news = folder_.Write("a.txt", "date 2025-07-04 Borgherren ringte Putin.\n");
  for (const char* share : {"0", "0.001"}) {
    ASSERT_EQ(
        RunNorn({"build", "--graph", graph_, "--min-confidence", share, "--lexicon", words, news})
            .code,
        0);
  }
  std::filesystem::remove_all(graph_ + "/CURRENT/store");
  EXPECT_EQ(RunNorn({"check", "--graph", graph_, "--lexicon", words}).code, 64);
  const Ran ran = RunNorn({"check", "--graph", graph_, "--repair", "--lexicon", words});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("1 of them as the cache has them"));
}

TEST_F(CheckTest, ADamagedStoreIsNotMendedAndSaysWhatToDo) {
  PublishGraph(graph_, {});
  std::filesystem::remove_all(graph_ + "/CURRENT/store");
  const Ran ran = RunNorn({"check", "--graph", graph_, "--repair"});
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr("norn rollback --graph " + graph_ + " 1"));
}

TEST_F(CheckTest, AMissingGraphIs66) {
  graph_ = folder_.Path("nothing");
  EXPECT_EQ(Check().code, 66);
}

TEST_F(CheckTest, AnotherProgramsFolderIs65) {
  folder_.Write("other/data.db", "something");
  graph_ = folder_.Path("other");
  EXPECT_EQ(Check().code, 65);
}

}  // namespace
}  // namespace norn::tests
