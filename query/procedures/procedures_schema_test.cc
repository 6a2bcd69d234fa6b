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
