// Every format of docs/sources.md: the example in tests/sources gives the graph that its plain text
// gives, with the article's own date.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/run_norn.h"
#include "tests/support/temp_folder.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::vector<std::string> Examples() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator("tests/sources")) {
    if (entry.path().extension() != ".md") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class SourcesTest : public testing::TestWithParam<std::string> {
 protected:
  // What the source says, without what is the article's own.
  std::string FactsOf(const std::string& name) {
    const Ran built = RunNorn({"build", "--graph", folder_.Path(name), "tests/sources/" + name});
    EXPECT_EQ(built.code, 0) << built.err;
    return Ask(name,
               "MATCH (e:Event)-[r:REPORTED_IN]->(d:Article) OPTIONAL MATCH "
               "(a:Actor)-[:PARTICIPATED_IN]->(e) RETURN e.id AS e, e.status AS s, e.date AS d, "
               "e.place AS p, r.quote AS q, d.published AS published, d.language AS l, "
               "collect(a.id) AS who ORDER BY e, q") +
           Ask(name, "MATCH (n) WHERE NOT n:Article RETURN n.id AS id ORDER BY id");
  }
  std::string Ask(const std::string& name, const std::string& query) {
    const Ran ran = RunNorn({"query", "--graph", folder_.Path(name), "--format", "csv", query});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
  }

  TempFolder folder_;
};

TEST_P(SourcesTest, GivesTheGraphOfItsPlainText) {
  static const auto* const kExpected = new std::string(FactsOf("mote.txt"));
  const std::string& expected = *kExpected;
  EXPECT_THAT(expected, HasSubstr("person/emmanuel-macron"));
  EXPECT_EQ(FactsOf(GetParam()), expected);
}

TEST_P(SourcesTest, StandsInTheTable) {
  EXPECT_THAT(ReadFile("docs/sources.md"), HasSubstr("`" + GetParam() + "`"));
}

std::string NameOf(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); },
      '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Formats, SourcesTest, testing::ValuesIn(Examples()), NameOf);

}  // namespace
}  // namespace norn::tests
