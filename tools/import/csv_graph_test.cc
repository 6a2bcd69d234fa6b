#include "tools/import/csv_graph.h"

#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph/columns/columnar_graph.h"
#include "graph/model/model.h"
#include "graph/view/view.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"
#include "tools/export/formats/csv.h"

namespace norn::tools {
namespace {

using graph::ColumnarGraph;
using graph::PropertyGraph;
using graph::Value;
using testing::HasSubstr;

// What was read, as values; normalized.
PropertyGraph Values(ColumnarGraph& columns) {
  columns.NumberParallelEdges();
  EXPECT_TRUE(columns.Finish().ok());
  const std::string path = testing::TempDir() + "/view";
  EXPECT_TRUE(graph::BuildViewFile(columns, path).ok());
  return graph::View::Open(path)->ToPropertyGraph();
}

absl::Status Read(const std::string& nodes, const std::string& edges, PropertyGraph& graph) {
  std::istringstream node_file(nodes), edge_file(edges);
  ColumnarGraph columns;
  CsvGraphReader reader({}, columns);
  absl::Status status = reader.ReadNodes(node_file, "n.csv");
  if (status.ok() && !edges.empty()) status = reader.ReadEdges(edge_file, "e.csv");
  if (status.ok()) graph = Values(columns);
  return status;
}

TEST(CsvGraph, ReadsTypedColumns) {
  PropertyGraph graph;
  const absl::Status status = Read(
      "\xEF\xBB\xBFid:ID,:LABEL,name,n:int,x:double,ok:boolean,tags:string[],no:IGNORE\n"
      "a,Actor;Person,\"Kari, K\",3,1.5,true,one;t\\;wo,zzz\n"
      "b,,\"\",,,,\"\",\n",
      ":START_ID,:END_ID,:TYPE,date\na,b,KNOWS,2025\na,b,KNOWS,2026\n", graph);
  ASSERT_TRUE(status.ok()) << status;
  ASSERT_EQ(graph.nodes.size(), 2);
  EXPECT_EQ(graph.nodes[0],
            (graph::Node{"a",
                         {"Actor", "Person"},
                         {{"name", Value("Kari, K")},
                          {"n", Value(3)},
                          {"x", Value(1.5)},
                          {"ok", Value(true)},
                          {"tags", Value(Value::List{Value("one"), Value("t;wo")})}}}));
  EXPECT_EQ(graph.nodes[1],
            (graph::Node{"b", {}, {{"name", Value("")}, {"tags", Value(Value::List{})}}}));
  ASSERT_EQ(graph.edges.size(), 2);
  EXPECT_EQ(graph.edges[0].key, "");
  EXPECT_EQ(graph.edges[1].key, "2");
}

TEST(CsvGraph, IdsMayHaveSpaces) {
  PropertyGraph graph;
  const absl::Status status =
      Read(":ID(P),name\n1,A\n2,B\n", ":START_ID(P),:END_ID(P),:TYPE\n1,2,KNOWS\n", graph);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(graph.edges[0].from, "P/1");
}

TEST(CsvGraph, ReadsBackWhatExportWrites) {
  PropertyGraph graph;
  graph.nodes = {{"a",
                  {"Actor", "Person"},
                  {{"name", Value("Åse \"x\"\n<y>")},
                   {"n", Value(3)},
                   {"x", Value(0.1)},
                   {"tags", Value(Value::List{Value("A;B"), Value("C\\"), Value("")})}}},
                 {"b", {}, {{"name", Value("")}}}};
  graph.edges = {{"a", "b", "KNOWS", "e/1", {{"date", Value("2025-07")}}},
                 {"a", "b", "KNOWS", "e/2", {}}};
  ASSERT_TRUE(graph::Normalize(graph).ok());
  std::ostringstream nodes, edges;
  WriteNodesCsv(graph, nodes);
  WriteEdgesCsv(graph, edges);
  PropertyGraph back;
  const absl::Status status = Read(nodes.str(), edges.str(), back);
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(back, graph);
}

TEST(CsvGraph, ReadsWhatOthersWrite) {
  PropertyGraph graph;
  const absl::Status status = Read(
      "\xEF\xBB\xBF\"shipId:ID(Ship)\",\":LABEL\",\":LABEL\",\"built:DATE\",\"mast:int\",\"ok:"
      "boolean\"\n"
      "\"1\",\" Ship ; Old \",\"Museum\",\"1892-10-26\",\"\",\"True\"\n"
      "\"1\",\" Ship ; Old \",\"Museum\",\"1892-10-26\",\"\",\"True\"\n",
      ":START_ID(Ship),:END_ID(Ship),:TYPE,key:string\n1,1,LIKE,k\n", graph);
  ASSERT_TRUE(status.ok()) << status;
  ASSERT_EQ(graph.nodes.size(), 1) << "the same row twice is one node";
  EXPECT_EQ(
      graph.nodes[0],
      (graph::Node{
          "Ship/1",
          {"Museum", "Old", "Ship"},
          {{"shipId", Value("1")}, {"built", Value(graph::Date{-28190})}, {"ok", Value(true)}}}));
  EXPECT_EQ(graph.edges[0].key, "");
  EXPECT_EQ(graph.edges[0].properties.at("key"), Value("k"));
}

TEST(CsvGraph, AHeaderMayStandInAFileOfItsOwn) {
  ColumnarGraph columns;
  CsvGraphReader reader({}, columns);
  for (const char* text : {"id:ID,name\n", "1,Ada\n2,Bo\n", "3,Cy\n", "name,id:ID\nDi,4\n"}) {
    std::istringstream in(text);
    const absl::Status status = reader.ReadNodes(in, "n.csv");
    ASSERT_TRUE(status.ok()) << status;
  }
  const PropertyGraph graph = Values(columns);
  ASSERT_EQ(graph.nodes.size(), 4);
  EXPECT_EQ(graph.nodes[2].properties.at("name"), Value("Cy"));
  EXPECT_EQ(graph.nodes[3].properties.at("name"), Value("Di"));
}

TEST(CsvGraph, BadRowsMayBeLeftOutAndAreCounted) {
  ColumnarGraph columns;
  CsvImportOptions options;
  options.skip_bad_rows = true;
  CsvGraphReader reader(options, columns);
  std::istringstream nodes(":ID,n:int\na,1\nb,many\na,2\nc\nd,4\n");
  std::istringstream edges(":START_ID,:END_ID,:TYPE\na,d,X\na,z,X\n");
  ASSERT_TRUE(reader.ReadNodes(nodes, "n.csv").ok());
  ASSERT_TRUE(reader.ReadEdges(edges, "e.csv").ok());
  const PropertyGraph graph = Values(columns);
  EXPECT_EQ(graph.nodes.size(), 2);
  EXPECT_EQ(graph.edges.size(), 1);
  EXPECT_EQ(reader.skipped(), 4);
  EXPECT_EQ(reader.first_skipped()[0], "n.csv:3: 'many' does not fit the type of column 'n'");
  EXPECT_EQ(reader.first_skipped()[3], "e.csv:3: there is no node 'z'");
}

TEST(CsvGraph, MistakesAreNamedWithFileAndLine) {
  struct Case {
    std::string nodes;
    std::string edges;
    std::string place;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"", "", "n.csv:1", "header is missing"},
      {"name\na\n", "", "n.csv:1", ":ID"},
      {":ID,x:color\na,1\n", "", "n.csv:1", "x:color"},
      {":ID,x,x\na,1,2\n", "", "n.csv:1", "two columns 'x'"},
      {":ID,n:long\na,1\nb,many\n", "", "n.csv:3", "'many'"},
      {":ID,b:boolean\na,maybe\n", "", "n.csv:2", "'maybe'"},
      {":ID\na\n\"\"\n", "", "n.csv:3", "without an id"},
      {":ID,x\na,1\na,2\n", "", "n.csv:3", "second node"},
      {"a:ID,b:ID\n1,2\n", "", "n.csv:1", "an id is one column"},
      {"id:ID|name\n1|a\n", "", "n.csv:1", "--delimiter"},
      {":ID,x\na\n", "", "n.csv:2", "1 fields where the header has 2"},
      {":ID,x\na,\"b\n", "", "n.csv:2", "not closed"},
      {":ID,x\na,\xFF\n", "", "n.csv:2", "UTF-8"},
      {":ID,\xFF\na,x\n", "", "n.csv:1", "UTF-8"},
      {":ID\na\n", ":START_ID,:TYPE\na,KNOWS\n", "e.csv:1", ":END_ID"},
      {":ID\na\n", ":START_ID,:END_ID,:TYPE\na,b,KNOWS\n", "e.csv:2", "no node 'b'"},
      {":ID\na\n", ":START_ID,:END_ID,:TYPE\na,a,\"\"\n", "e.csv:2", "without a type"},
  };
  for (const Case& one : cases) {
    PropertyGraph graph;
    const absl::Status status = Read(one.nodes, one.edges, graph);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << one.nodes << one.edges;
    EXPECT_THAT(std::string(status.message()), testing::StartsWith(one.place + ": "));
    EXPECT_THAT(std::string(status.message()), HasSubstr(one.message));
  }
}

}  // namespace
}  // namespace norn::tools
