#include "tools/export/formats/graphml.h"

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

std::string Written() {
  PropertyGraph graph;
  graph.nodes.push_back(
      {"a<1>", {"Actor", "Person"}, {{"name", Value("\"A\" & <B>\x01")}, {"mentions", Value(3)}}});
  graph.nodes.push_back(
      {"b",
       {},
       {{"aliases", Value(Value::List{Value("x, y"), Value("z")})}, {"label", Value("mine")}}});
  graph.edges.push_back(
      {"a<1>", "b", "SUPPLIED", "", {{"value", Value(2.5)}, {"label", Value("own")}}});
  std::ostringstream out;
  WriteGraphml(graph, out);
  return out.str();
}

TEST(GraphmlTest, DeclaresKeysAndEscapes) {
  const std::string xml = Written();
  for (const char* expected :
       {"<key id=\"n2\" for=\"node\" attr.name=\"mentions\" attr.type=\"long\"/>",
        "<key id=\"e1\" for=\"edge\" attr.name=\"value\" attr.type=\"double\"/>",
        "<node id=\"node0\"><data key=\"id\">a&lt;1&gt;</data>"
        "<data key=\"labels\">:Actor:Person</data>"
        "<data key=\"name\">&quot;A&quot; &amp; &lt;B&gt;\uFFFD</data>",
        "<edge source=\"node0\" target=\"node1\"><data key=\"type\">SUPPLIED</data>"}) {
    EXPECT_THAT(xml, HasSubstr(expected));
  }
  EXPECT_THAT(xml, Not(HasSubstr("\x01")));
}

TEST(GraphmlTest, PropertiesCalledLabelAreMovedAside) {
  const std::string xml = Written();
  EXPECT_THAT(xml, HasSubstr("for=\"node\" attr.name=\"label\""));
  EXPECT_THAT(xml, HasSubstr("for=\"node\" attr.name=\"property_label\""));
  EXPECT_THAT(xml, HasSubstr("for=\"edge\" attr.name=\"property_label\""));
  EXPECT_THAT(xml, HasSubstr("<data key=\"name\">b</data>"));
}

// The schema has names of one token.
TEST(GraphmlTest, ANameThatIsNoTokenStandsInTheDescription) {
  PropertyGraph graph;
  graph.nodes.push_back({"a", {}, {{"side \"A\"", Value("x")}}});
  std::ostringstream out;
  WriteGraphml(graph, out);
  EXPECT_THAT(out.str(), HasSubstr("attr.name=\"side__A_\" attr.type=\"string\"><desc>the property "
                                   "`side &quot;A&quot;`</desc></key>"));
}

TEST(GraphmlTest, ListsCanBeReadBack) {
  EXPECT_THAT(Written(), HasSubstr("[&quot;x, y&quot;,&quot;z&quot;]"));
}

}  // namespace
}  // namespace norn::tools
