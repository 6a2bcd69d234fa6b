#include "tools/export/formats/csv.h"

#include <sstream>
#include <string>

#include "graph/model/model.h"
#include "gtest/gtest.h"
#include "tools/export/formats/tricky_graph.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;

TEST(Csv, TypesItsColumnsAndQuotes) {
  EXPECT_EQ(
      Written([](const PropertyGraph& graph, std::ostream& out) { WriteNodesCsv(graph, out); }),
      "id:ID,:LABEL,aliases:string[],born,mentions:long,name,note,size:double\n"
      "a,Actor;Person,A\\;B;C\\\\,,3,\"Åse \"\"x\"\"\n<y>\",\"\",\n"
      "b,\"\",,1970-01-01,,,,1.5\n");
  EXPECT_EQ(
      Written([](const PropertyGraph& graph, std::ostream& out) { WriteEdgesCsv(graph, out); }),
      ":START_ID,:END_ID,:TYPE,key,date\n"
      "a,b,SPOKE_WITH,event/1,2025-07\n"
      "a,b,odd type,,\n");
}

TEST(Csv, ASpreadsheetRunsNoFormula) {
  PropertyGraph graph;
  graph.nodes.push_back(
      {"=1+1", {}, {{"a", Value("@cmd")}, {"b", Value(-5)}, {"c", Value("-5 degrees")}}});
  std::ostringstream out;
  WriteNodesCsv(graph, out, {.for_spreadsheets = true});
  EXPECT_EQ(out.str(), "id:ID,:LABEL,a,b:long,c\n'=1+1,\"\",'@cmd,-5,'-5 degrees\n");
}

TEST(Csv, AColumnOfSeveralTypesIsText) {
  PropertyGraph graph;
  graph.nodes.push_back({"a", {}, {{"x", Value(1)}}});
  graph.nodes.push_back({"b", {}, {{"x", Value("one")}}});
  std::ostringstream out;
  WriteNodesCsv(graph, out);
  EXPECT_EQ(out.str(), "id:ID,:LABEL,x\na,\"\",1\nb,\"\",one\n");
}

}  // namespace
}  // namespace norn::tools
