#include "tools/export/formats/kuzu.h"

#include <map>
#include <sstream>
#include <string>

#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::tools {
namespace {

using graph::Value;

graph::PropertyGraph Tricky() {
  graph::PropertyGraph graph;
  graph.nodes.push_back({"a",
                         {"Actor", "Person"},
                         {{"aliases", Value(Value::List{Value("A;B"), Value("it's")})},
                          {"labels", Value("mine")},
                          {"name", Value("back\\slash\n\"x\"")}}});
  graph.nodes.push_back({"b", {}, {{"note", Value("")}, {"size", Value(1.5)}}});
  graph.edges.push_back({"a", "b", "odd `type`", "k", {{"count", Value(3)}}});
  graph.edges.push_back({"a", "b", "odd `type`", "l", {}});
  return graph;
}

TEST(Kuzu, StatementsMakeTablesAndFillThem) {
  std::ostringstream out;
  WriteKuzuStatements(Tricky(), out);
  EXPECT_EQ(
      out.str(),
      "CREATE NODE TABLE `Node`(`id` STRING, `labels` STRING[], `note` STRING, `size` DOUBLE, "
      "PRIMARY KEY(`id`));\n"
      "CREATE NODE TABLE `Person`(`id` STRING, `labels` STRING[], `aliases` STRING[], "
      "`property_labels` STRING, `name` STRING, PRIMARY KEY(`id`));\n"
      "CREATE REL TABLE `odd ``type```(FROM `Person` TO `Node`, `key` STRING, `count` INT64);\n"
      "CREATE (:`Node` {`id`: 'b', `labels`: [], `note`: '', `size`: 1.5});\n"
      "CREATE (:`Person` {`id`: 'a', `labels`: ['Actor', 'Person'], `aliases`: ['A;B', 'it\\'s'], "
      "`property_labels`: 'mine', `name`: 'back\\\\slash\n\"x\"'});\n"
      "MATCH (a:`Person` {`id`: 'a'}), (b:`Node` {`id`: 'b'}) CREATE (a)-[:`odd ``type``` {`key`: "
      "'k', `count`: 3}]->(b);\n"
      "MATCH (a:`Person` {`id`: 'a'}), (b:`Node` {`id`: 'b'}) CREATE (a)-[:`odd ``type``` {`key`: "
      "'l'}]->(b);\n");
}

TEST(Kuzu, TablesAreFilesThatAreCopied) {
  std::map<std::string, std::string> files;
  ASSERT_TRUE(WriteKuzuTables(Tricky(), [&files](const std::string& name, const auto& write) {
                std::ostringstream out;
                write(out);
                files[name] = out.str();
                return absl::OkStatus();
              }).ok());
  EXPECT_EQ(files["nodes-Person.csv"],
            "id,labels,aliases,property_labels,name\n"
            "a,Actor\x1FPerson,A;B\x1Fit's,mine,\"back\\slash\n\"\"x\"\"\"\n");
  EXPECT_EQ(files["nodes-Node.csv"], "id,labels,note,size\nb,\"\",\"\",1.5\n");
  EXPECT_EQ(files["edges-odd%20%60type%60-Person-Node.csv"],
            "from,to,key,count\na,b,k,3\na,b,l,NULL\n");
  EXPECT_NE(files["load.cypher"].find("COPY `Person` FROM (LOAD WITH HEADERS (`id` STRING"),
            std::string::npos);
  EXPECT_NE(files["load.cypher"].find("'edges-odd%20%60type%60-Person-Node.csv'"),
            std::string::npos);
}

}  // namespace
}  // namespace norn::tools
