#include "gtest/gtest.h"
#include "query/answers.h"

namespace norn::query {
namespace {

TEST(ProceduresSchemaTest, TellsWhatTheGraphHas) {
  ExpectAnswers({
      {"CALL db.relationship_types() YIELD type, count RETURN type, count ORDER BY type",
       R"({"type":"SPOKE_WITH","count":3}
{"type":"VISITED","count":1})"},
      {"CALL db.property_keys() YIELD key RETURN key ORDER BY key", R"({"key":"date"}
{"key":"id"}
{"key":"mentions"}
{"key":"name"})"},
      {"CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS t",
       R"({"t":"SPOKE_WITH"}
{"t":"VISITED"})"},
      {"CALL db.propertyKeys() YIELD propertyKey RETURN count(propertyKey) AS c", R"({"c":4})"},
      {"CALL db.schema.visualization() YIELD nodes, relationships "
       "RETURN size(nodes) AS n, [r IN relationships WHERE r.type = 'VISITED' | r.to] AS to",
       R"({"n":4,"to":["Place","Place"]})"},
      {"CALL apoc.meta.data() YIELD label, property WHERE label = 'VISITED' RETURN property AS p",
       R"({"p":"date"})"},
      {"CALL db.ping() YIELD success RETURN success AS s", R"({"s":true})"},
      {"SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'db.l' RETURN name AS n",
       R"({"n":"db.labels"})"},
      {"SHOW FUNCTIONS WHERE name = 'toUpper'", R"({"name":"toUpper"})"},
      {"CALL db.functions() YIELD name WHERE name STARTS WITH 'toUp' RETURN name",
       R"({"name":"toUpper"})"},
      {"CALL db.procedures() YIELD name WHERE name = 'db.labels' RETURN name",
       R"({"name":"db.labels"})"},
      {"CALL db.schema() YIELD kind, count RETURN kind, count ORDER BY count, kind",
       R"({"kind":"node","count":1}
{"kind":"node","count":1}
{"kind":"relationship","count":1}
{"kind":"node","count":2}
{"kind":"relationship","count":3})"},
  });
}

}  // namespace
}  // namespace norn::query
