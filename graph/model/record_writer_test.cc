#include "graph/model/record_writer.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "graph/model/codec.h"
#include "graph/model/model.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

void Write(const Properties& properties, RecordWriter& record) {
  for (const auto& [key, value] : properties) {
    if (const auto* boolean = value.As<bool>()) {
      record.Bool(key, *boolean);
    } else if (const auto* integer = value.As<int64_t>()) {
      record.Integer(key, *integer);
    } else if (const auto* real = value.As<double>()) {
      record.Real(key, *real);
    } else if (const auto* text = value.As<std::string>()) {
      record.Text(key, *text);
    } else {
      record.Encoded(key, EncodeValue(value));
    }
  }
}

const std::vector<Properties>& Cases() {
  using Limits = std::numeric_limits<int64_t>;
  static const auto* const cases = new std::vector<Properties>{
      {},
      {{"", Value("key without a name")}},
      {{"a", Value(true)}, {"b", Value(false)}},
      {{"a", Value(0)}, {"b", Value(-1)}, {"c", Value(Limits::min())}, {"d", Value(Limits::max())}},
      {{"a", Value(0.0)}, {"b", Value(-0.5)}, {"c", Value(1e300)}},
      {{"a", Value("")}, {"b", Value("Støre")}, {"c", Value(std::string(300, 'x'))}},
      {{"a", Value(Value::List{Value(1), Value()})}, {"b", Value(Date{-7})}},
  };
  return *cases;
}

TEST(RecordWriter, WritesTheBytesOfTheCodec) {
  RecordWriter record;
  for (const Properties& properties : Cases()) {
    for (const Node& node : {Node{"ship/fram", {"Museum", "Ship"}, properties},
                             Node{"ship/fram", {}, properties}, Node{"x", {""}, properties}}) {
      record.Node(node.id, node.labels);
      Write(properties, record);
      EXPECT_EQ(record.bytes(), EncodeNode(node));
    }
    for (const Edge& edge : {Edge{"a", "b", "SISTER_OF", "1903", properties},
                             Edge{"a", std::string(200, 'b'), "T", "", properties}}) {
      record.Edge(edge.from, edge.to, edge.type, edge.key);
      Write(properties, record);
      EXPECT_EQ(record.bytes(), EncodeEdge(edge));
    }
  }
}

}  // namespace
}  // namespace norn::graph
