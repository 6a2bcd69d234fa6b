#include "tools/export/formats/gexf.h"

#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::HasSubstr;
using testing::Not;

PropertyGraph Tricky() {
  PropertyGraph graph;
  graph.nodes.push_back({"a<1>",
                         {"Actor", "Person"},
                         {{"name", Value("\"A\" & <B>\x01")},
                          {"aliases", Value(Value::List{Value("x \"y\""), Value("z")})}}});
  graph.nodes.push_back(
      {"b", {"Call", "Event"}, {{"date", Value("2025-07")}, {"type", Value("call")}}});
  graph.edges.push_back(
      {"a<1>", "b", "MENTIONED_IN", "", {{"count", Value(4)}, {"start", Value(9)}}});
  graph.edges.push_back({"a<1>", "b", "SPOKE_WITH", "", {{"date", Value("2025-07-04")}}});
  return graph;
}

std::string Written(const PropertyGraph& graph, GexfVersion version) {
  std::ostringstream out;
  WriteGexf(graph, version, out);
  return out.str();
}

TEST(GexfTest, HasLabelsKindsWeightsAndDays) {
  const std::string xml = Written(Tricky(), GexfVersion::k13);
  for (const char* expected :
       {"<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
        "version=\"1.3\">",
        "<graph mode=\"dynamic\" timeformat=\"date\" defaultedgetype=\"directed\">",
        "<node id=\"a&lt;1&gt;\" label=\"&quot;A&quot; &amp; &lt;B&gt;\uFFFD\"><attvalues>"
        "<attvalue for=\"labels\" value=\"[&quot;Actor&quot;, &quot;Person&quot;]\"/>"
        "<attvalue for=\"category\" value=\"Person\"/>"
        "<attvalue for=\"0\" value=\"[&quot;x \\&quot;y\\&quot;&quot;, &quot;z&quot;]\"/>",
        // A node without a name goes by its id.
        "<node id=\"b\" label=\"b\" start=\"2025-07-01\" end=\"2025-07-31\">",
        "kind=\"MENTIONED_IN\" label=\"MENTIONED_IN\" weight=\"4\">",
        "type=\"undirected\" kind=\"SPOKE_WITH\" label=\"SPOKE_WITH\" weight=\"1\" "
        "start=\"2025-07-04\" end=\"2025-07-04\">",
        "title=\"aliases\" type=\"liststring\"/>", "title=\"property_start\" type=\"long\"/>",
        "title=\"property_type\" type=\"string\"/>"}) {
    EXPECT_THAT(xml, HasSubstr(expected));
  }
}

TEST(GexfTest, TheOlderVersionHasNoKindsAndOneDirection) {
  const std::string xml = Written(Tricky(), GexfVersion::k12);
  EXPECT_THAT(xml, HasSubstr("xmlns=\"http://www.gexf.net/1.2draft\""));
  EXPECT_THAT(xml, HasSubstr("version=\"1.2\""));
  EXPECT_THAT(xml, Not(HasSubstr(" kind=")));
  EXPECT_THAT(xml, Not(HasSubstr("undirected")));
}

TEST(GexfTest, AGraphWithoutDatesIsStatic) {
  PropertyGraph graph;
  graph.nodes.push_back({"a", {}, {}});
  EXPECT_THAT(Written(graph, GexfVersion::k13), HasSubstr("<graph mode=\"static\""));
}

}  // namespace
}  // namespace norn::tools
