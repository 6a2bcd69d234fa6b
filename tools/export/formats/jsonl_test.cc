#include "tools/export/formats/jsonl.h"

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

TEST(Jsonl, HasEverythingInOrder) {
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

}  // namespace
}  // namespace norn::tools
