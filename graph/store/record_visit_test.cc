#include "graph/store/record_visit.h"

#include <string>
#include <utility>
#include <vector>

#include "graph/model/codec.h"
#include "graph/model/model.h"
#include "graph/store/key_codec.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

using Records = std::vector<std::pair<std::string, std::string>>;

// Types and labels interleave; a zero byte and a prefix of another id stand in ids.
PropertyGraph Graph() {
  PropertyGraph g;
  const std::string zero("a\0b", 3);
  g.nodes = {{"a", {"B"}, {{"n", Value(1)}, {"t", Value("x")}}},
             {"ab", {"A"}, {{"r", Value(0.5)}, {"n", Value(true)}}},
             {zero, {"A", "B"}, {{"l", Value(Value::List{Value(1)})}}},
             {"c", {}, {}}};
  for (const char* type : {"Z", "Y", "X"}) {
    for (const char* to : {"c", "a"}) {
      g.edges.push_back({"ab", to, type, "", {{"date", Value("2025")}}});
      g.edges.push_back({"a", to, type, "2", {{"n", Value(-1)}, {"m", Value("")}}});
      g.edges.push_back({zero, to, type, "2", {}});
      g.edges.push_back({"a", to, type, "1", {}});
    }
  }
  EXPECT_TRUE(Normalize(g).ok());
  return g;
}

TEST(VisitRecords, GivesTheRecordsOfTheValuesInOrder) {
  const PropertyGraph graph = Graph();
  Records expected;
  for (const Node& node : graph.nodes) {
    expected.emplace_back(EncodeKey(RecordKind::kNode, {node.id}), EncodeNode(node));
  }
  for (const Edge& edge : graph.edges) {
    expected.emplace_back(EncodeKey(RecordKind::kEdge, {edge.from, edge.type, edge.to, edge.key}),
                          EncodeEdge(edge));
  }
  Records records;
  const ColumnarGraph columns = ColumnarGraph::Of(graph).value();
  ASSERT_TRUE(VisitRecords(columns, [&records](absl::string_view key, absl::string_view value) {
                records.emplace_back(key, value);
                return absl::OkStatus();
              }).ok());
  EXPECT_EQ(records, expected);
}

TEST(VisitRecords, EndsWithTheFirstError) {
  const ColumnarGraph columns = ColumnarGraph::Of(Graph()).value();
  int seen = 0;
  EXPECT_TRUE(absl::IsCancelled(VisitRecords(columns, [&seen](auto, auto) {
    return ++seen == 3 ? absl::CancelledError() : absl::OkStatus();
  })));
  EXPECT_EQ(seen, 3);
}

}  // namespace
}  // namespace norn::graph
