#include "tools/ask/asked_graph.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using testing::ElementsAre;

TEST(AskedGraph, OneInMemoryBeginsEmptyAndKeepsWhatStatementsMake) {
  const std::unique_ptr<AskedGraph> graph = MakeScratchGraph();
  EXPECT_EQ(graph->view().node_count(), 0);
  const query::QueryOptions options;
  ASSERT_TRUE(graph->Run("CREATE (:Ship {id: 7, name: 'Fram'})", options).ok());
  EXPECT_EQ(graph->view().node_count(), 1);
  EXPECT_THAT(graph->PropertyKeys(), ElementsAre("id", "name"));
  const auto result = graph->Run("MATCH (s:Ship) RETURN s.id AS id", options);
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result.value().rows.size(), 1);
  EXPECT_EQ(result.value().rows[0][0].integer(), 7);
}

TEST(AskedGraph, OneThatWasNeverBuiltIsNotFound) {
  EXPECT_EQ(OpenAskedGraph("no/such/folder").status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace norn::tools
