#include "tools/export/formats/cypher.h"

#include <limits>
#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::HasSubstr;

std::string Written(const PropertyGraph& graph, size_t batch_size = 500) {
  std::ostringstream out;
  WriteGraphCypher(graph, out, batch_size);
  return out.str();
}

TEST(CypherTest, EveryMatchHasALabelAndAnIndexBehindIt) {
  PropertyGraph graph;
  graph.nodes.push_back({"a", {"Actor", "Person"}, {{"name", Value("Åse \"x\"\n<y>")}}});
  graph.nodes.push_back({"b", {}, {{"born", Value(graph::Date{0})}}});
  graph.edges.push_back({"a", "b", "SPOKE_WITH", "event/1", {{"date", Value("2025-07")}}});
  graph.edges.push_back({"a", "b", "odd type", "", {}});
  EXPECT_EQ(Written(graph),
            "CREATE INDEX IF NOT EXISTS FOR (n:Actor) ON (n.id);\n"
            "CREATE INDEX IF NOT EXISTS FOR (n:`Node`) ON (n.id);\n"
            "UNWIND [\n"
            "  {id: 'b', born: date('1970-01-01')}\n"
            "] AS row CREATE (n:`Node`) SET n = row;\n"
            "UNWIND [\n"
            "  {id: 'a', name: 'Åse \"x\"\\u000a<y>'}\n"
            "] AS row CREATE (n:Actor:Person) SET n = row;\n"
            "UNWIND [\n"
            "  {a: 'a', b: 'b', properties: {date: '2025-07'}}\n"
            "] AS row MATCH (a:Actor {id: row.a}), (b:`Node` {id: row.b}) "
            "CREATE (a)-[r:SPOKE_WITH]->(b) SET r = row.properties;\n"
            "UNWIND [\n"
            "  {a: 'a', b: 'b', properties: {}}\n"
            "] AS row MATCH (a:Actor {id: row.a}), (b:`Node` {id: row.b}) "
            "CREATE (a)-[r:`odd type`]->(b) SET r = row.properties;\n");
}

TEST(CypherTest, ComesInBatches) {
  PropertyGraph graph;
  for (const char* id : {"a", "b", "c"}) graph.nodes.push_back({id, {"X"}, {}});
  EXPECT_THAT(Written(graph, 2), HasSubstr("UNWIND [\n  {id: 'a'},\n  {id: 'b'}\n] AS row CREATE "
                                           "(n:X) SET n = row;\nUNWIND [\n  {id: 'c'}\n] AS row"));
}

TEST(CypherTest, NamesThatAreWordsOfTheLanguageAreQuoted) {
  struct Row {
    const char* name;
    const char* written;
  };
  for (const Row& row : {Row{"name", "name"}, Row{"order", "`order`"}, Row{"Match", "`Match`"},
                         Row{"end", "`end`"}, Row{"", "``"}, Row{"2x", "`2x`"},
                         Row{"a`b", "`a``b`"}, Row{"type", "`type`"}, Row{"ordered", "ordered"}}) {
    EXPECT_EQ(CypherName(row.name), row.written);
  }
}

TEST(CypherTest, ValuesAreExpressions) {
  EXPECT_EQ(CypherValue(Value(std::numeric_limits<double>::quiet_NaN())), "0.0 / 0.0");
  EXPECT_EQ(CypherValue(Value(-std::numeric_limits<double>::infinity())), "-1.0 / 0.0");
  EXPECT_EQ(CypherValue(Value(Value::List{Value(graph::LocalTime{0}), Value(true)})),
            "[localtime('00:00'), true]");
  EXPECT_EQ(CypherValue(Value(graph::Duration{1, 2, 3, 0})), "duration('P1M2DT3S')");
}

}  // namespace
}  // namespace norn::tools
