#include "query/output/format.h"

#include <cmath>
#include <sstream>

#include "gtest/gtest.h"

namespace norn::query {
namespace {

Result Sample() {
  Result result;
  result.columns = {"name", "n"};
  result.rows = {{Value::String("Åse"), Value::Int(1)},
                 {Value::String("会議"), Value::Int(20)},
                 {Value::String("a\"b,\nc|d"), Value()}};
  return result;
}

template <typename Write>
std::string Text(Write write, const Result& result) {
  std::ostringstream out;
  write(result, out);
  return out.str();
}

TEST(Format, TablesAlignByDisplayWidth) {
  EXPECT_EQ(Text(WriteTable, Sample()),
            "┌──────────┬────┐\n"
            "│ name     │ n  │\n"
            "├──────────┼────┤\n"
            "│ Åse      │  1 │\n"
            "│ 会議     │ 20 │\n"
            "│ a\"b, c|d │    │\n"
            "└──────────┴────┘\n");
}

TEST(Format, TablesAreCutToATerminalsWidth) {
  Result result;
  result.columns = {"a", "sentence"};
  result.rows = {{Value::Int(1), Value::String("Ada Berg ringte Bo Dahl i går kveld.")}};
  std::ostringstream out;
  EXPECT_TRUE(WriteTableWithin(result, 24, out));
  EXPECT_EQ(out.str(),
            "┌───┬──────────────────┐\n"
            "│ a │ sentence         │\n"
            "├───┼──────────────────┤\n"
            "│ 1 │ Ada Berg ringte… │\n"
            "└───┴──────────────────┘\n");
  std::ostringstream wide, plain;
  EXPECT_FALSE(WriteTableWithin(result, 80, wide));
  WriteTable(result, plain);
  EXPECT_EQ(wide.str(), plain.str());
  // Where it cannot be, each column keeps enough to be told by.
  EXPECT_TRUE(WriteTableWithin(result, 3, out));
}

TEST(Format, NodesAreToldByTheirIdsWhereTheTerminalIsNarrow) {
  const auto node = [](const char* id) {
    return Value::Node(NodeRecord{
        .id = id, .labels = {"Actor", "Person"}, .properties = {{"id", Value::String(id)}}});
  };
  const Value edge = Value::Relationship(RelationshipRecord{
      .type = "SPOKE_WITH", .from = "person/bo", .to = "person/ada", .properties = {}});
  Result result;
  result.columns = {"n", "p", "l"};
  result.rows = {{node("person/ada"),
                  Value::Path(PathRecord{.nodes = {node("person/ada"), node("person/bo")},
                                         .relationships = {edge}}),
                  Value::List({node("person/bo"), Value::Int(1)})}};
  std::ostringstream out;
  EXPECT_TRUE(WriteTableWithin(result, 100, out));
  EXPECT_EQ(out.str(),
            "┌──────────────┬─────────────────────────────────────────┬──────────────────┐\n"
            "│ n            │ p                                       │ l                │\n"
            "├──────────────┼─────────────────────────────────────────┼──────────────────┤\n"
            "│ (person/ada) │ (person/ada)<-[:SPOKE_WITH]-(person/bo) │ [(person/bo), 1] │\n"
            "└──────────────┴─────────────────────────────────────────┴──────────────────┘\n");
}

TEST(Format, RecordsShowAllOfEachRow) {
  EXPECT_EQ(Text(WriteRecords, Sample()),
            "── 1 ──\nname │ Åse\nn    │ 1\n── 2 ──\nname │ 会議\nn    │ 20\n"
            "── 3 ──\nname │ a\"b, c|d\nn    │ \n");
}

TEST(Format, JsonLinesKeepTheColumnsOrder) {
  EXPECT_EQ(Text(WriteJsonl, Sample()),
            "{\"name\":\"Åse\",\"n\":1}\n"
            "{\"name\":\"会議\",\"n\":20}\n"
            "{\"name\":\"a\\\"b,\\nc|d\",\"n\":null}\n");
}

TEST(Format, CsvQuotesWhatNeedsIt) {
  EXPECT_EQ(Text(WriteCsv, Sample()), "name,n\r\nÅse,1\r\n会議,20\r\n\"a\"\"b,\nc|d\",\r\n");
}

TEST(Format, NullIsNoEmptyText) {
  Result result;
  result.columns = {"x", "n"};
  result.rows = {{Value::String(""), Value::Int(1)}, {Value(), Value::Int(2)}};
  EXPECT_EQ(Text(WriteCsv, result), "x,n\r\n\"\",1\r\n,2\r\n");
  EXPECT_EQ(Text(WriteMarkdown, result), "| x | n |\n| --- | ---: |\n| '' | 1 |\n|  | 2 |\n");
  EXPECT_EQ(Text(WriteJsonl, result), "{\"x\":\"\",\"n\":1}\n{\"x\":null,\"n\":2}\n");
}

TEST(Format, ControlCharactersAreEscaped) {
  Result result;
  result.columns = {"\x1b[2J"};
  result.rows = {{Value::String("a\nb\x1b]0;t\x07\xC2\x9B\xE2\x80\xAE")}};
  EXPECT_EQ(Text(WriteJsonl, result),
            "{\"\\u001b[2J\":\"a\\nb\\u001b]0;t\\u0007\\u009b\\u202e\"}\n");
  EXPECT_EQ(Text(WriteMarkdown, result),
            "| \\\\u001b[2J |\n| --- |\n| a b\\\\u001b]0;t\\\\u0007\\\\u009b\\\\u202e |\n");
  EXPECT_EQ(ToJson(Value::String("\xF3\xA0\x80\x81")), "\"\\udb40\\udc01\"");
}

TEST(Format, MarkdownEscapesPipes) {
  EXPECT_EQ(Text(WriteMarkdown, Sample()),
            "| name | n |\n| --- | ---: |\n| Åse | 1 |\n| 会議 | 20 |\n| a\"b, c\\|d |  |\n");
}

TEST(Format, ValuesAsJsonAndAsLiterals) {
  NodeRecord node{0, "person/a", {"Person"}, {{"name", Value::String("A")}}, false};
  NodeRecord other{1, "person/b", {}, {}, false};
  RelationshipRecord edge{0, "KNOWS", "person/b", "person/a", {{"w", Value::Float(0.5)}}, false};
  struct Row {
    Value value;
    const char* json;
    const char* literal;
  };
  const Row rows[] = {
      {Value::Float(1), "1.0", "1.0"},
      {Value::Float(NAN), "null", "NaN"},
      {Value::List({Value(), Value::Bool(true)}), "[null,true]", "[null, true]"},
      {Value::Map({{"k", Value::String("it's")}}), "{\"k\":\"it's\"}", "{k: 'it\\'s'}"},
      {Value::Of(graph::Date{20273}), "\"2025-07-04\"", "2025-07-04"},
      {Value::Node(node),
       "{\"id\":\"person/a\",\"labels\":[\"Person\"],\"properties\":"
       "{\"name\":\"A\"}}",
       "(:Person {name: 'A'})"},
      {Value::Path({{Value::Node(node), Value::Node(other)}, {Value::Relationship(edge)}}),
       "{\"nodes\":[{\"id\":\"person/a\",\"labels\":[\"Person\"],\"properties\":{\"name\":\"A\"}},"
       "{\"id\":\"person/b\",\"labels\":[],\"properties\":{}}],\"relationships\":[{\"type\":"
       "\"KNOWS\",\"from\":\"person/b\",\"to\":\"person/a\",\"properties\":{\"w\":0.5}}]}",
       "(:Person {name: 'A'})<-[:KNOWS {w: 0.5}]-()"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ToJson(row.value), row.json);
    EXPECT_EQ(ToLiteral(row.value), row.literal);
  }
}

}  // namespace
}  // namespace norn::query
