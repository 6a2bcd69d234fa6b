#include "tools/ask/export_view.h"

#include <filesystem>
#include <sstream>
#include <string>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/temp_folder.h"
#include "tools/ask/call_view.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Written {
  ExitCode code = ExitCode::kDone;
  std::string out;
  std::string err;
};

Written Export(const ExportOptions& options) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Streams streams{in, out, err};
  Written written;
  written.code = ExportView(CallView(), options, streams);
  written.out = out.str();
  written.err = err.str();
  return written;
}

TEST(ExportViewTest, WritesTheGraphOrWhatAQueryFinds) {
  ExportOptions options;
  options.format = "jsonl";
  const Written whole = Export(options);
  EXPECT_EQ(whole.code, ExitCode::kDone) << whole.err;
  EXPECT_THAT(whole.out, HasSubstr("person/bo-2"));

  options.query = "MATCH p = (:Person)-[:SPOKE_WITH]->() RETURN p";
  const Written part = Export(options);
  EXPECT_EQ(part.code, ExitCode::kDone) << part.err;
  EXPECT_THAT(part.out, HasSubstr("person/bo\""));
  EXPECT_THAT(part.out, Not(HasSubstr("person/bo-2")));
}

TEST(ExportViewTest, TellsTheFormatByTheFilesEnding) {
  const tests::TempFolder folder;
  ExportOptions options;
  options.output = folder.Path("graph.graphml");
  ASSERT_EQ(Export(options).code, ExitCode::kDone);
  EXPECT_THAT(tests::ReadFile(options.output), HasSubstr("<graphml"));
  EXPECT_STREQ((*FormatOf(options))->name, "graphml");
}

TEST(ExportViewTest, SaysWhatIsWrong) {
  ExportOptions options;
  EXPECT_THAT(FormatOf(options).status().ToString(), HasSubstr("name a format: --format "));
  options.output = "graph.xyz";
  EXPECT_THAT(Export(options).err, HasSubstr("graph.xyz has no known ending; name a format"));
  options = {};
  options.format = "csv";  // several files
  EXPECT_THAT(Export(options).err, HasSubstr("name their folder with -o DIR"));
  options.format = "jsonl";
  options.query = "MATCH (n RETURN n";
  const Written mistaken = Export(options);
  EXPECT_EQ(mistaken.code, ExitCode::kUsage);
  EXPECT_EQ(mistaken.out, "");
}

TEST(ExportViewTest, OfNamesAndCountsItIsWhatTheQueryMatched) {
  ExportOptions options;
  options.format = "jsonl";
  options.query = "MATCH (a:Person)-[s:SPOKE_WITH]->(b) RETURN a.name, count(s) AS times";
  const Written written = Export(options);
  EXPECT_EQ(written.code, ExitCode::kDone) << written.err;
  EXPECT_THAT(written.out, HasSubstr("\"edge\":\"SPOKE_WITH\""));
  EXPECT_THAT(written.err, HasSubstr("taken is all that its MATCH finds"));
  EXPECT_THAT(written.err, HasSubstr("warning: `SPOKE_WITH` has no direction of meaning"));
  options.query = "RETURN 1 AS one";
  EXPECT_EQ(Export(options).code, ExitCode::kUsage);
}

TEST(ExportViewTest, NodesOfAnAnswerAreJoinedByWhatWasMatchedBetweenThem) {
  ExportOptions options;
  options.format = "jsonl";
  options.query = "MATCH (a:Person)-[:SPOKE_WITH]-(b) RETURN a, b, count(*) AS times";
  const Written both = Export(options);
  EXPECT_EQ(both.code, ExitCode::kDone) << both.err;
  EXPECT_THAT(both.out, HasSubstr("\"edge\":\"SPOKE_WITH\""));
  EXPECT_EQ(both.err, "");

  options.query = "MATCH (a:Person)-[:SPOKE_WITH]-(b) WHERE a.name = 'Ada Berg' RETURN a";
  EXPECT_THAT(Export(options).out, Not(HasSubstr("\"edge\"")));
  options.query = "MATCH (a:Person) RETURN a";
  EXPECT_THAT(Export(options).out, Not(HasSubstr("\"edge\"")));
}

TEST(ExportViewTest, LeavesNoFileWhereTheQueryFails) {
  const tests::TempFolder folder;
  ExportOptions options;
  options.output = folder.Path("answer.jsonl");
  options.query = "RETURN 1 / 0";
  EXPECT_NE(Export(options).code, ExitCode::kDone);
  EXPECT_FALSE(std::filesystem::exists(options.output));
}

}  // namespace
}  // namespace norn::tools
