#include "tools/export/formats/json_ld.h"

#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::PropertyGraph;
using graph::Value;
using testing::HasSubstr;

TEST(JsonLdTest, EventsHaveParticipantsDaysAndEvidence) {
  PropertyGraph graph;
  graph.nodes.push_back({"article/a b", {"Article"}, {{"title", Value("Title")}}});
  graph.nodes.push_back(
      {"event/1", {"Attack", "Event"}, {{"status", Value("denied")}, {"date", Value("2025-07")}}});
  graph.nodes.push_back({"state/n", {"Actor", "State"}, {{"name", Value("Nordland")}}});
  graph.edges.push_back(
      {"event/1", "article/a b", "REPORTED_IN", "", {{"quote", Value("So it was.")}}});
  graph.edges.push_back(
      {"state/n", "event/1", "PARTICIPATED_IN", "", {{"role", Value("attacker")}}});
  std::ostringstream out;
  WriteJsonLd(graph, out);
  for (const char* expected :
       {"{\"@id\":\"urn:norn:article/a%20b\",\"@type\":[\"NewsArticle\",\"prov:Entity\"],"
        "\"headline\":\"Title\"}",
        "\"attendee\":{\"@id\":\"urn:norn:state/n\"}",
        "\"norn:attacker\":{\"@id\":\"urn:norn:state/n\"}",
        "\"startDate\":{\"@type\":\"xsd:date\",\"@value\":\"2025-07-01\"}",
        "\"norn:status\":\"denied\"",
        "\"prov:wasDerivedFrom\":{\"@id\":\"urn:norn:article/a%20b\"}",
        "\"prov:value\":\"So it was.\"", "\"@type\":\"Country\",\"name\":\"Nordland\""}) {
    EXPECT_THAT(out.str(), HasSubstr(expected));
  }
}

TEST(JsonLdTest, AnEmptyGraphIsADocument) {
  std::ostringstream out;
  WriteJsonLd(graph::PropertyGraph(), out);
  EXPECT_THAT(out.str(), HasSubstr("\"@graph\":[\n\n]}"));
}

}  // namespace
}  // namespace norn::tools
