// Holds docs/query-dialects.md to what norn answers: each row's query on an empty graph.
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "gtest/gtest.h"
#include "query/diagnostics/diagnostic.h"
#include "query/scratch/scratch.h"

namespace norn::conformance {
namespace {

struct Row {
  std::string query;
  std::string norn;  // yes, or no: and words of the answer
};

std::vector<Row> ReadTable(const std::string& path) {
  std::ifstream in(path);
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (!absl::StartsWith(line, "| `")) continue;
    // A bar within a cell is written with a backslash.
    const std::string plain = absl::StrReplaceAll(line, {{"\\|", "\x01"}});
    std::vector<std::string> cells = absl::StrSplit(plain, '|');
    EXPECT_EQ(cells.size(), 7) << line;
    Row row;
    row.query =
        absl::StrReplaceAll(absl::StripAsciiWhitespace(cells[1]), {{"\x01", "|"}, {"`", ""}});
    row.norn = std::string(absl::StripAsciiWhitespace(cells[5]));
    rows.push_back(std::move(row));
  }
  return rows;
}

TEST(Dialects, TheTableSaysWhatNornAnswers) {
  const std::vector<Row> rows = ReadTable("docs/query-dialects.md");
  ASSERT_GE(rows.size(), 40);
  for (const Row& row : rows) {
    query::ScratchGraph graph;
    const query::Outcome<query::Result> result = graph.Run(row.query, query::QueryOptions());
    absl::string_view words = row.norn;
    if (absl::ConsumePrefix(&words, "no: ")) {
      EXPECT_FALSE(result.ok()) << row.query;
      if (result.ok()) continue;
      const std::string said = result.error().message + " " + result.error().suggestion;
      EXPECT_TRUE(absl::StrContains(said, words)) << row.query << "\n" << said;
    } else {
      EXPECT_EQ(row.norn, "yes") << row.query;
      EXPECT_TRUE(result.ok()) << (result.ok() ? "" : query::Render(result.error(), row.query));
    }
  }
}

}  // namespace
}  // namespace norn::conformance
