#include "tools/shell/completion.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::tools {
namespace {

const Vocabulary& Words() {
  static const Vocabulary vocabulary = {
      {"Actor", "Person", "Place"}, {"MET_AT", "SPOKE_WITH"}, {"name", "note"}};
  return vocabulary;
}

TEST(Completion, FollowsWhatStandsBefore) {
  struct Row {
    std::string line;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows = {
      {"ma", {"MATCH"}},
      {"MATCH (p:P", {"Person", "Place"}},
      {"MATCH (p:p", {"Person", "Place"}},
      {"MATCH (a)-[:", {"MET_AT", "SPOKE_WITH"}},
      {"MATCH (a)-[:MET_AT|SP", {"SPOKE_WITH"}},
      {"MATCH (a) RETURN a.n", {"name", "note"}},
      {"MATCH (a:Actor {na", {"name"}},
      {"MATCH (a {name: '['}) WH", {"WHEN", "WHERE"}},
      {":fo", {"format"}},
      {"  :exp", {"explain", "export"}},
      {"RETURN x AS zzz", {}},
      {"RETURN toUp", {"toUpper"}},
      {"CALL no", {"norn"}},
      {"call norn.f", {"find"}},
      {"MATCH (n) RETURN n.f", {}},
      {":format re", {"records"}},
      {":schema Pe", {"Person"}},
      {":schema SP", {"SPOKE_WITH"}},
      {":help dir", {"direction"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Completions(Words(), row.line), row.expected) << row.line;
  }
}

TEST(Completion, TheWordIsWhatTheCursorStandsBehind) {
  EXPECT_EQ(WordAtEnd("RETURN a.na"), "na");
  EXPECT_EQ(WordAtEnd("RETURN "), "");
  EXPECT_EQ(WordAtEnd("spørsmål"), "spørsmål");
}

}  // namespace
}  // namespace norn::tools
