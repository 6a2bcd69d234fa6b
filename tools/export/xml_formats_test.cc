#include "tools/export/xml_formats.h"

#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::HasSubstr;
using testing::Not;

PropertyGraph Tricky() {
  PropertyGraph graph;
  graph.nodes.push_back(
      {"a<1>", {"Actor", "Person"}, {{"name", Value("\"A\" & <B>\x01")}, {"mentions", Value(3)}}});
  graph.nodes.push_back({"b", {}, {{"aliases", Value(Value::List{Value("x"), Value("y")})}}});
  graph.edges.push_back({"a<1>", "b", "SUPPLIED", "", {{"value", Value(2.5)}}});
  return graph;
}

TEST(Graphml, DeclaresKeysAndEscapes) {
  std::ostringstream out;
  WriteGraphml(Tricky(), out);
  const std::string xml = out.str();
  EXPECT_THAT(xml, HasSubstr("<key id=\"n1\" for=\"node\" attr.name=\"mentions\" "
                             "attr.type=\"long\"/>"));
  EXPECT_THAT(xml, HasSubstr("<key id=\"e0\" for=\"edge\" attr.name=\"value\" "
                             "attr.type=\"double\"/>"));
  EXPECT_THAT(xml, HasSubstr("<node id=\"a&lt;1&gt;\"><data key=\"labels\">:Actor:Person</data>"
                             "<data key=\"n1\">3</data>"
                             "<data key=\"n2\">&quot;A&quot; &amp; &lt;B&gt;\uFFFD</data></node>"));
  EXPECT_THAT(xml, HasSubstr("<data key=\"n0\">x, y</data>"));
  EXPECT_THAT(xml, HasSubstr("<edge source=\"a&lt;1&gt;\" target=\"b\">"
                             "<data key=\"label\">SUPPLIED</data><data key=\"e0\">2.5</data>"
                             "</edge>"));
  EXPECT_THAT(xml, Not(HasSubstr("\x01")));
}

TEST(Gexf, GivesLabelsAndColours) {
  std::ostringstream out;
  WriteGexf(Tricky(), out);
  const std::string xml = out.str();
  EXPECT_THAT(xml, HasSubstr("<node id=\"a&lt;1&gt;\" label=\"&quot;A&quot; &amp; "
                             "&lt;B&gt;\uFFFD\"><attvalues><attvalue for=\"1\" value=\"3\"/>"));
  // A node without a name goes by its id.
  EXPECT_THAT(xml, HasSubstr("<node id=\"b\" label=\"b\">"));
  EXPECT_THAT(xml, HasSubstr("<edge id=\"0\" source=\"a&lt;1&gt;\" target=\"b\" "
                             "label=\"SUPPLIED\"><attvalues><attvalue for=\"0\" value=\"2.5\"/>"
                             "</attvalues><viz:color r=\"180\" g=\"84\" b=\"10\"/></edge>"));
}

}  // namespace
}  // namespace norn::tools
