#include "tools/build/graph_builder.h"

#include <sstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Ended {
  ExitCode code;
  std::string err;
};

Ended Summary(const BuildReport& report) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Streams streams{in, out, err};
  const ExitCode code = Summarize("graph", report, streams);
  EXPECT_EQ(out.str(), "");
  return {code, err.str()};
}

TEST(GraphBuilderTest, SaysWhatWasPublished) {
  BuildReport report;
  report.manifest.set_nodes(3);
  report.manifest.set_edges(2);
  report.manifest.set_generation(7);
  report.manifest.add_articles();
  report.changed = true;
  const Ended ended = Summary(report);
  EXPECT_EQ(ended.code, ExitCode::kDone);
  EXPECT_EQ(ended.err, "graph: 1 articles, 3 nodes, 2 edges, generation 7\n");
}

TEST(GraphBuilderTest, AGraphWithSomethingLeftOutIsPublishedAndStillBadData) {
  BuildReport report;
  report.manifest.set_generation(7);
  report.left_out = 2;
  const Ended ended = Summary(report);
  EXPECT_EQ(ended.code, ExitCode::kBadData);
  EXPECT_THAT(ended.err, HasSubstr("norn: 2 left out"));
  EXPECT_THAT(ended.err, HasSubstr("generation 7"));
}

}  // namespace
}  // namespace norn::tools
