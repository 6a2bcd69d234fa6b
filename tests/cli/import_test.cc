// norn import.
#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/small_graph.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

using testing::HasSubstr;

class ImportTest : public testing::Test {
 protected:
  ImportTest() : graph_(folder_.Path("graph")) {}

  static std::string Dump(const std::string& graph) {
    return RunNorn({"export", "--graph", graph, "--format", "jsonl"}).out;
  }

  TempFolder folder_;
  std::string graph_;
};

TEST_F(ImportTest, ReadsBackWhatExportWrote) {
  PublishSmallGraph(folder_.Path("original"));
  ASSERT_EQ(RunNorn({"export", "--graph", folder_.Path("original"), "--format", "csv", "-o",
                     folder_.Path("csv")})
                .code,
            0);
  const Ran ran = RunNorn({"import", "--graph", graph_, folder_.Path("csv/nodes.csv"), "--edges",
                           folder_.Path("csv/edges.csv")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("generation 1"));
  EXPECT_EQ(Dump(graph_), Dump(folder_.Path("original")));
}

TEST_F(ImportTest, BadDataIs65WithFileAndLineAndMakesNoGraph) {
  const std::string nodes = folder_.Write("n.csv", ":ID,n:long\na,1\nb,many\n");
  const Ran ran = RunNorn({"import", "--graph", graph_, nodes});
  EXPECT_EQ(ran.code, 65);
  EXPECT_THAT(ran.err, HasSubstr(nodes + ":3: "));
  EXPECT_FALSE(std::filesystem::exists(graph_));
}

TEST_F(ImportTest, ReadsFilesOfOtherPrograms) {
  const std::string header = folder_.Write("header.csv", "shipId:ID|name|ports:string[]|:LABEL\n");
  const std::string rows = folder_.Write("rows.csv", "1|'Fram|2'|Oslo,Bergen|Ship\n2|Gjøa\n");
  const Ran ran = RunNorn({"import", "--graph", graph_, "--delimiter", "|", "--array-delimiter",
                           ",", "--quote", "'", "--skip-bad-rows", header + "," + rows});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("left out: " + rows + ":2: 2 fields"));
  EXPECT_THAT(ran.err, HasSubstr("1 rows left out"));
  EXPECT_EQ(RunNorn({"query", "--graph", graph_, "--format", "jsonl",
                     "MATCH (s:Ship) RETURN s.shipId AS id, s.name AS name, s.ports AS ports"})
                .out,
            "{\"id\":\"1\",\"name\":\"Fram|2\",\"ports\":[\"Oslo\",\"Bergen\"]}\n");
  EXPECT_EQ(RunNorn({"import", "--graph", graph_, "--delimiter", "ab", rows}).code, 64);
}

TEST_F(ImportTest, ReadsCompressedFiles) {
  // printf ':ID,name\nfram,Fram\n' | gzip -n
  const std::string nodes = folder_.Write(
      "n.csv.gz",
      std::string("\037\213\010\000\000\000\000\000\000\003\263\362\164\321\311\113\314\115\345\112"
                  "\053\112\314\325\161\003\022\134\000\107\230\354\000\023\000\000\000",
                  37));
  EXPECT_EQ(RunNorn({"import", "--graph", graph_, nodes}).code, 0);
  EXPECT_THAT(Dump(graph_), HasSubstr("Fram"));
  const Ran cut =
      RunNorn({"import", "--graph", graph_, folder_.Write("cut.csv.gz", "\x1f\x8b\x08")});
  EXPECT_EQ(cut.code, 65);
  EXPECT_THAT(cut.err, HasSubstr("damaged"));
}

TEST_F(ImportTest, AGraphOfArticlesIsReplacedOnlyWhenAsked) {
  ASSERT_EQ(
      RunNorn({"build", "--graph", graph_, folder_.Write("a.txt", "Trump ringte Putin.")}).code, 0);
  const std::string before = Dump(graph_);
  const std::string nodes = folder_.Write("n.csv", ":ID\na\n");
  const Ran ran = RunNorn({"import", "--graph", graph_, nodes});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("--replace"));
  EXPECT_EQ(Dump(graph_), before);
  EXPECT_EQ(RunNorn({"import", "--graph", graph_, "--replace", nodes}).code, 0);
}

TEST_F(ImportTest, AMissingFileIs66) {
  EXPECT_EQ(RunNorn({"import", "--graph", graph_, folder_.Path("n.csv")}).code, 66);
  EXPECT_EQ(RunNorn({"import", "--graph", graph_, folder_.Path()}).code, 66);
}

TEST_F(ImportTest, AnotherProgramsFolderIs73) {
  folder_.Write("graph/data.db", "something");
  EXPECT_EQ(RunNorn({"import", "--graph", graph_, folder_.Write("n.csv", ":ID\na\n")}).code, 73);
}

TEST_F(ImportTest, ArticlesAreNotAddedToWhatWasImported) {
  ASSERT_EQ(RunNorn({"import", "--graph", graph_, folder_.Write("n.csv", ":ID\na\n")}).code, 0);
  const std::string before = Dump(graph_);
  const Ran ran =
      RunNorn({"add", "--graph", graph_, folder_.Write("a.txt", "Trump ringte Putin.")});
  EXPECT_EQ(ran.code, 64);
  EXPECT_THAT(ran.err, HasSubstr("imported"));
  EXPECT_EQ(Dump(graph_), before);
}

}  // namespace
}  // namespace norn::tests
