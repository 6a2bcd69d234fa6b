#include "tools/export/text_formats.h"

#include <limits>
#include <sstream>
#include <string>

#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;

PropertyGraph Tricky() {
  PropertyGraph graph;
  graph.nodes.push_back({"a",
                         {"Actor", "Person"},
                         {{"name", Value("Åse \"x\"\n<y>")},
                          {"aliases", Value(Value::List{Value("A;B"), Value("C\\")})},
                          {"mentions", Value(3)},
                          {"note", Value("")}}});
  graph.nodes.push_back({"b", {}, {{"born", Value(graph::Date{0})}, {"size", Value(1.5)}}});
  graph.edges.push_back({"a", "b", "SPOKE_WITH", "event/1", {{"date", Value("2025-07")}}});
  graph.edges.push_back({"a", "b", "odd type", "", {}});
  return graph;
}

template <typename Write>
std::string Written(Write write) {
  std::ostringstream out;
  write(Tricky(), out);
  return out.str();
}

TEST(TextFormats, JsonlHasEverythingInOrder) {
  EXPECT_EQ(
      Written(WriteGraphJsonl),
      R"({"node":"a","labels":["Actor","Person"],"properties":{"aliases":["A;B","C\\"],"mentions":3,"name":"Åse \"x\"\n<y>","note":""}})"
      "\n"
      R"({"node":"b","labels":[],"properties":{"born":"1970-01-01","size":1.5}})"
      "\n"
      R"({"edge":"SPOKE_WITH","from":"a","to":"b","key":"event/1","properties":{"date":"2025-07"}})"
      "\n"
      R"({"edge":"odd type","from":"a","to":"b","key":"","properties":{}})"
      "\n");
}

TEST(TextFormats, CypherStatementsStandEachOnALine) {
  EXPECT_EQ(Written(WriteGraphCypher),
            "CREATE (:Actor:Person {id: 'a', aliases: ['A;B', 'C\\\\'], mentions: 3, name: "
            "'Åse \"x\"\\u000a<y>', note: ''});\n"
            "CREATE ({id: 'b', born: date('1970-01-01'), size: 1.5});\n"
            "MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:SPOKE_WITH {date: '2025-07'}]->(b);\n"
            "MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:`odd type`]->(b);\n");
}

TEST(TextFormats, CypherValuesAreExpressions) {
  PropertyGraph graph;
  graph.nodes.push_back({"a",
                         {},
                         {{"a", Value(std::numeric_limits<double>::quiet_NaN())},
                          {"b", Value(-std::numeric_limits<double>::infinity())},
                          {"c", Value(Value::List{Value(graph::LocalTime{0}), Value(true)})},
                          {"d", Value(graph::Duration{1, 2, 3, 0})}}});
  std::ostringstream out;
  WriteGraphCypher(graph, out);
  EXPECT_EQ(out.str(),
            "CREATE ({id: 'a', a: 0.0 / 0.0, b: -1.0 / 0.0, c: [localtime('00:00'), true], "
            "d: duration('P1M2DT3S')});\n");
}

TEST(TextFormats, CsvTypesItsColumnsAndQuotes) {
  EXPECT_EQ(Written(WriteNodesCsv),
            "id:ID,:LABEL,aliases:string[],born,mentions:long,name,note,size:double\n"
            "a,Actor;Person,A\\;B;C\\\\,,3,\"Åse \"\"x\"\"\n<y>\",\"\",\n"
            "b,\"\",,1970-01-01,,,,1.5\n");
  EXPECT_EQ(Written(WriteEdgesCsv),
            ":START_ID,:END_ID,:TYPE,key,date\n"
            "a,b,SPOKE_WITH,event/1,2025-07\n"
            "a,b,odd type,,\n");
}

TEST(TextFormats, ACsvColumnOfSeveralTypesIsText) {
  PropertyGraph graph;
  graph.nodes.push_back({"a", {}, {{"x", Value(1)}}});
  graph.nodes.push_back({"b", {}, {{"x", Value("one")}}});
  std::ostringstream out;
  WriteNodesCsv(graph, out);
  EXPECT_EQ(out.str(), "id:ID,:LABEL,x\na,\"\",1\nb,\"\",one\n");
}

}  // namespace
}  // namespace norn::tools
