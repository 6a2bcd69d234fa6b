// Graphs that older norns wrote open, say what they said then, and can be added to.
// tests/stores has one of each version of the formats.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// An archive `format-1.tar.gz` and what the graph in it says, `format-1.jsonl`.
class GoldenStoresTest : public testing::TestWithParam<std::string> {
 protected:
  GoldenStoresTest() : graph_(folder_.Path("graph")) {
    const std::string stem = "tests/stores/" + GetParam();
    const std::string unpack =
        absl::StrCat("tar -xzf ", stem, ".tar.gz -C ", folder_.Path(), " && test -d ", graph_);
    EXPECT_EQ(std::system(unpack.c_str()), 0) << unpack;
    said_ = ReadFile(stem + ".jsonl");
  }
  std::string Dump() {
    const Ran ran = RunNorn({"export", "--graph", graph_, "--format", "jsonl"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }
  void ExpectSound() {
    const Ran ran = RunNorn({"check", "--graph", graph_});
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  }
  std::string Articles() {
    return RunNorn({"query", "--graph", graph_, "--format", "csv",
                    "MATCH (a:Article) RETURN a.name ORDER BY a.name"})
        .out;
  }

  TempFolder folder_;
  std::string graph_;
  std::string said_;
};

TEST_P(GoldenStoresTest, OpensAndSaysWhatItSaid) {
  ExpectSound();
  EXPECT_EQ(Dump(), said_);
  EXPECT_EQ(RunNorn({"rollback", "--graph", graph_, "1"}).code, 0);
  EXPECT_NE(Dump(), said_);
}

TEST_P(GoldenStoresTest, AnUpgradeSaysTheSameInTodaysFormats) {
  const auto upgrade = [this] { return RunNorn({"upgrade", "--graph", graph_}); };
  const Ran ran = upgrade();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(Dump(), said_);
  ExpectSound();
  const Ran again = upgrade();
  EXPECT_THAT(again.out, HasSubstr("has the formats of this norn already"));
  EXPECT_EQ(Dump(), said_);
}

// Two articles have the id 1, of two sources; a new text of one takes that one's place.
TEST_P(GoldenStoresTest, WhatIsAddedFindsTheArticlesThatItIsOf) {
  const std::string before = Articles();
  const std::string more = folder_.Write(
      "more.jsonl",
      "{\"id\": \"1\", \"source\": \"Sydposten\", \"language\": \"sv\", \"text\": \"Rättelse.\"}\n"
      "{\"id\": \"sak#3\", \"source\": \"Nordlys\", \"language\": \"nb\", \"text\": "
      "\"Rettelse.\"}\n");
  EXPECT_EQ(RunNorn({"add", "--graph", graph_, more}).code, 0);
  EXPECT_EQ(Articles(), before);
  ExpectSound();
}

std::vector<std::string> Versions() {
  std::vector<std::string> versions;
  for (const auto& entry : fs::directory_iterator("tests/stores")) {
    if (entry.path().extension() == ".jsonl") versions.push_back(entry.path().stem().string());
  }
  std::sort(versions.begin(), versions.end());
  return versions;
}

INSTANTIATE_TEST_SUITE_P(Stores, GoldenStoresTest, testing::ValuesIn(Versions()),
                         [](const auto& version) {
                           std::string name = version.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace norn::tests
