#include "tools/shell/completion.h"

#include <string>
#include <vector>

#include "graph/model/model.h"
#include "graph/view/view_builder.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

const GraphNames& Words() {
  static const GraphNames graph_names = {
      {"Actor", "Person", "Place"},
      {"MET_AT", "SPOKE_WITH"},
      {"date", "name", "note"},
      {{"Person", {"name"}}, {"SPOKE_WITH", {"date"}}},
      [](absl::string_view prefix) -> std::vector<std::string> {
        if (prefix == "Be") return {"Ada Berg", "Berit Lie"};  // one of them by an alias
        if (prefix == "Ber" || prefix == "Berit L") return {"Berit Lie"};
        return {};
      }};
  return graph_names;
}

TEST(Completion, FollowsWhatStandsBefore) {
  struct Row {
    std::string line;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows = {
      {"ma", {"MATCH"}},
      {"MATCH (p:P", {"Person", "Place"}},
      {"MATCH (p:p", {"Person", "Place"}},
      {"MATCH (a)-[:", {"MET_AT", "SPOKE_WITH"}},
      {"MATCH (a)-[:MET_AT|SP", {"SPOKE_WITH"}},
      {"MATCH (a) RETURN a.n", {"name", "note"}},
      {"MATCH (a:Actor {na", {"name"}},
      {"MATCH (a {name: '['}) WH", {"WHEN", "WHERE"}},
      {":fo", {"format"}},
      {"  :exp", {"expanded", "explain", "export"}},
      {"RETURN x AS zzz", {}},
      {"RETURN toUp", {"toUpper"}},
      {"CALL no", {"norn"}},
      {"call norn.f", {"find"}},
      {"MATCH (n) RETURN n.f", {}},
      {":format re", {"records"}},
      {":schema Pe", {"Person"}},
      {":schema SP", {"SPOKE_WITH"}},
      {":help dir", {"direction"}},
      {":pager o", {"off", "on"}},
      // The properties of what the line says it is.
      {"MATCH (p:Person) WHERE p.", {"name"}},
      {"MATCH (p:Person)-[s:SPOKE_WITH]-(b) RETURN s.", {"date"}},
      {"MATCH (p:Person {", {"name"}},
      {"MATCH (p) RETURN p.n", {"name", "note"}},
      // Names in the graph, also behind a first word.
      {"MATCH (p {name: 'Be", {"Ada Berg", "Berit Lie"}},
      {"MATCH (p {name: \"Berit L", {"Lie"}},
      {":find Be", {"Ada Berg", "Berit Lie"}},
      {":explain Berit L", {"Lie"}},
      // Outside of quotes with them, where it is no word of the language.
      {"MATCH (p) WHERE p.name = Ber", {"'Berit Lie'"}},
      {"Ber", {"'Berit Lie'"}},
      {"Be", {}},
      {":format Ber", {}},
      {"MATCH (p {name: '", {}},
      {"MATCH (p {name: 'Ada'}) RETURN toUp", {"toUpper"}},
      // What a procedure gives.
      {"CALL norn.find('x') YIELD no", {"node"}},
      {"CALL norn.find('x') YIELD node, sc", {"score"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Completions(Words(), row.line), row.expected) << row.line;
  }
}

// Two texts, so that none is put in.
TEST(Completion, WhatAProcedureTakesIsShown) {
  const std::vector<std::string> shown = Completions(Words(), "CALL norn.find(");
  ASSERT_EQ(shown.size(), 2);
  EXPECT_EQ(shown[0], "(name)");
}

TEST(Completion, NamesAreFoundByEveryAliasAndSpelling) {
  graph::PropertyGraph graph;
  graph.nodes.push_back({"person/a",
                         {"Actor", "Person"},
                         {{"name", graph::Value("Ørjan Åsnes")},
                          {"aliases", graph::Value(graph::Value::List{
                                          graph::Value("Åsnes"), graph::Value("Orhan Asnes")})}}});
  graph.nodes.push_back({"place/b", {"Place"}, {{"name", graph::Value("Asker")}}});
  ASSERT_TRUE(graph::Normalize(graph).ok());
  const auto view = graph::View::FromBytes(*graph::BuildView(graph));
  ASSERT_TRUE(view.ok());
  using Names = std::vector<std::string>;
  EXPECT_EQ(NamesWithPrefix(*view, "as"), (Names{"Asker", "Ørjan Åsnes"}));
  EXPECT_EQ(NamesWithPrefix(*view, "ORHAN"), Names{"Ørjan Åsnes"});
  EXPECT_EQ(NamesWithPrefix(*view, "x"), Names{});
  EXPECT_EQ(NamesWithPrefix(*view, ""), Names{});
  EXPECT_EQ(GraphNamesOf(*view).keys_of.at("Place"), (Names{"id", "name"}));
}

TEST(Completion, TheWordIsWhatTheCursorStandsBehind) {
  EXPECT_EQ(WordAtEnd("RETURN a.na"), "na");
  EXPECT_EQ(WordAtEnd("RETURN "), "");
  EXPECT_EQ(WordAtEnd("spørsmål"), "spørsmål");
}

}  // namespace
}  // namespace norn::tools
