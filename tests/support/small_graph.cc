#include "tests/support/small_graph.h"

#include <utility>
#include <vector>

#include "graph/store/directory.h"
#include "graph/store/manifest.h"
#include "gtest/gtest.h"

namespace norn::tests {
namespace {

using graph::Properties;
using graph::PropertyGraph;
using graph::Value;

void AddActor(PropertyGraph& graph, const std::string& id, const std::string& label,
              const std::string& name) {
  graph.nodes.push_back({id,
                         {"Actor", label},
                         {{"name", Value(name)}, {"aliases", Value(Value::List{Value(name)})}}});
}

void AddEvent(PropertyGraph& graph, const std::string& id, const std::string& label,
              const Properties& properties,
              const std::vector<std::pair<std::string, std::string>>& roles) {
  graph.nodes.push_back({id, {"Event", label}, properties});
  for (const auto& [actor, role] : roles) {
    graph.edges.push_back({actor, id, "PARTICIPATED_IN", id, {{"role", Value(role)}}});
  }
}

void AddCall(PropertyGraph& graph, const std::string& id, const std::string& a,
             const std::string& b, const std::string& date) {
  AddEvent(graph, id, "Call",
           {{"type", Value("call")}, {"status", Value("happened")}, {"date", Value(date)}},
           {{a, "participant"}, {b, "participant"}});
  graph.edges.push_back({a, b, "SPOKE_WITH", id, {{"event", Value(id)}, {"date", Value(date)}}});
}

}  // namespace

PropertyGraph SmallGraph() {
  PropertyGraph graph;
  AddActor(graph, "person/kari", "Person", "Kari \"K\" Nordmann");
  AddActor(graph, "person/ola", "Person", "Ola <b>Nordmann</b> & sønn\\");
  AddActor(graph, "state/utland", "State", "Утланд");
  AddActor(graph, "organization/laget", "Organization", "Laget;\nlinje to");
  AddCall(graph, "event/call/1", "person/kari", "person/ola", "2025-07-04");
  AddCall(graph, "event/call/2", "person/kari", "state/utland", "2025-07");
  AddEvent(graph, "event/meeting/1", "Meeting",
           {{"type", Value("meeting")},
            {"status", Value("happened")},
            {"date", Value("2025-08-15")},
            {"place", Value("Bodø")}},
           {{"person/kari", "host"}, {"person/ola", "participant"}});
  for (const char* who : {"person/kari", "person/ola"}) {
    graph.edges.push_back({who, "event/meeting/1", "MET_AT", "", {{"date", Value("2025-08-15")}}});
  }
  AddEvent(graph, "event/meeting/2", "Meeting",
           {{"type", Value("meeting")}, {"status", Value("planned")}},
           {{"person/ola", "participant"}, {"organization/laget", "participant"}});
  AddEvent(graph, "event/supply/1", "Supply",
           {{"type", Value("supply")}, {"status", Value("happened")}},
           {{"state/utland", "supplier"}, {"organization/laget", "recipient"}});
  graph.edges.push_back({"state/utland",
                         "organization/laget",
                         "SUPPLIED",
                         "event/supply/1",
                         {{"event", Value("event/supply/1")}}});
  graph.nodes.push_back({"weapon/x", {"WeaponSystem"}, {{"name", Value("X-1")}}});
  graph.edges.push_back({"event/supply/1", "weapon/x", "INVOLVES", "", {{"quantity", Value(2)}}});
  EXPECT_TRUE(graph::Normalize(graph).ok());
  return graph;
}

void PublishGraph(const std::string& path, const PropertyGraph& graph) {
  auto directory = graph::GraphDirectory::OpenForWriting(path);
  ASSERT_TRUE(directory.ok()) << directory.status();
  const auto manifest = directory->Publish({graph, {}, "test"});
  ASSERT_TRUE(manifest.ok()) << manifest.status();
}

void PublishSmallGraph(const std::string& path) { PublishGraph(path, SmallGraph()); }

}  // namespace norn::tests
