#include "graph/view/view_builder.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/columns/columnar_graph.h"
#include "graph/view/view.h"
#include "gtest/gtest.h"
#include "xxhash.h"

namespace norn::graph {
namespace {

// Every kind of column, with and without gaps; parallel edges; edges with and without dates.
PropertyGraph Ships() {
  PropertyGraph g;
  g.nodes = {{"fram", {"Ship"}, {{"name", Value("Fram")}, {"built", Value(Date{-28200})}}},
             {"gjoa", {"Ship"}, {{"length", Value(21.3)}, {"big", Value(int64_t{1} << 40)}}},
             {"maud", {"Museum", "Ship"}, {{"open", Value(true)}, {"visitors", Value(-7)}}},
             {"oslo", {}, {{"aliases", Value(Value::List{Value("Kristiania")})}}}};
  for (const char* key : {"", "2", "3"}) g.edges.push_back({"fram", "oslo", "LAY_IN", key, {}});
  g.edges[1].properties = {{"date", Value("1935")}, {"note", Value("unused text")}};
  g.edges[2].properties = {{"date", Value("soon")}, {"note", Value(7)}};
  g.edges.push_back({"oslo", "fram", "HAS", "", {{"date", Value("1936-05")}}});
  EXPECT_TRUE(Normalize(g).ok());
  return g;
}

// What the file holds that BuildViewFile makes.
std::string FileOf(const PropertyGraph& graph) {
  const ColumnarGraph columns = ColumnarGraph::Of(graph).value();
  const std::string path = testing::TempDir() + "/view-file";
  const uint64_t checksum = BuildViewFile(columns, path).value();
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(checksum, XXH3_64bits(bytes.data(), bytes.size()));
  return bytes;
}

TEST(ViewBuilder, GivesBackTheGraph) {
  EXPECT_EQ(View::FromBytes(FileOf(Ships())).value().ToPropertyGraph(), Ships());
}

TEST(ViewBuilder, WritesTheSameBytesIntoAFileAndWhateverTheOrder) {
  PropertyGraph graph = Ships();
  const std::string expected = BuildView(graph).value();
  EXPECT_EQ(FileOf(graph), expected);
  std::reverse(graph.nodes.begin(), graph.nodes.end());
  std::reverse(graph.edges.begin(), graph.edges.end());
  EXPECT_EQ(FileOf(graph), expected);
  EXPECT_EQ(FileOf({}), BuildView(PropertyGraph()).value());
}

TEST(ViewBuilder, TellsWhereItCannotWrite) {
  const ColumnarGraph columns = ColumnarGraph::Of(Ships()).value();
  EXPECT_FALSE(BuildViewFile(columns, testing::TempDir() + "/no/folder/view").ok());
}

}  // namespace
}  // namespace norn::graph
