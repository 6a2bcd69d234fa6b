// Runs the examples of docs/query-language.md: each block marked `norn` is a query, and the block
// that follows it the answer as CSV.
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_replace.h"
#include "gtest/gtest.h"
#include "query/engine.h"
#include "query/output/format.h"
#include "query/test_graph.h"

namespace norn::conformance {
namespace {

struct Example {
  std::string query;
  std::string answer;
};

// The lines up to the closing fence.
std::string Block(std::istream& in) {
  std::string out;
  for (std::string line; std::getline(in, line) && line != "```";) out += line + "\n";
  return out;
}

std::vector<Example> ReadExamples(const std::string& path) {
  std::ifstream in(path);
  std::vector<Example> examples;
  for (std::string line; std::getline(in, line);) {
    if (line != "```norn") continue;
    Example example;
    example.query = Block(in);
    std::getline(in, line);
    if (line == "```") example.answer = Block(in);
    examples.push_back(example);
  }
  return examples;
}

TEST(Documentation, ExamplesGiveWhatTheySay) {
  std::vector<Example> examples = ReadExamples("docs/query-language.md");
  ASSERT_GE(examples.size(), 10);
  graph::View view = query::TestView();
  for (const Example& example : examples) {
    auto result = query::RunQuery(view, example.query, query::QueryOptions());
    ASSERT_TRUE(result.ok()) << Render(result.error(), example.query);
    std::ostringstream out;
    query::WriteCsv(*result, out);
    EXPECT_EQ(absl::StrReplaceAll(out.str(), {{"\r\n", "\n"}}), example.answer) << example.query;
    EXPECT_TRUE(result->warnings.empty()) << example.query;
  }
}

}  // namespace
}  // namespace norn::conformance
