#include "graph/model/codec.h"

#include <limits>
#include <random>

#include "absl/strings/escaping.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

Value Nested(int depth) {
  Value value(1);
  for (int i = 0; i < depth; ++i) {
    Value::List list;
    list.push_back(std::move(value));
    value = Value(std::move(list));
  }
  return value;
}

TEST(CodecTest, GoldenBytes) {
  const struct {
    Value value;
    const char* hex;
  } cases[] = {
      {Value(), ""},
      {Value(true), "0801"},
      {Value(-1), "1001"},
      {Value(1.0), "19000000000000f03f"},
      {Value("Å"), "2202c385"},
      {Value(Value::List{Value(1), Value()}), "2a060a0210020a00"},
      {Value(Date{20273}), "3206080110e2bc02"},
      {Value(Duration{1, -2, 3, 4}), "320a08061006180830023803"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(absl::BytesToHexString(EncodeValue(c.value)), c.hex) << ToString(c.value);
  }
  const Node node{"a", {"L"}, {{"p", Value(1)}, {"q", Value("x")}}};
  EXPECT_EQ(absl::BytesToHexString(EncodeNode(node)),
            "0a016112014c1a070a0170120210021a080a017112032201"
            "78");
}

TEST(CodecTest, ValuesComeBack) {
  const int64_t low = std::numeric_limits<int64_t>::min();
  const int64_t high = std::numeric_limits<int64_t>::max();
  const Value values[] = {
      Value(),
      Value(false),
      Value(low),
      Value(high),
      Value(-0.0),
      Value(std::numeric_limits<double>::infinity()),
      Value(""),
      Value(std::string("a\0b", 3)),
      Value(Value::List{}),
      Nested(kMaxListDepth),
      Value(Date{low}),
      Value(LocalTime{86399999999999}),
      Value(ZonedTime{0, -3600}),
      Value(LocalDateTime{high, 999999999}),
      Value(ZonedDateTime{low, 1, 7200, "Europe/Oslo"}),
      Value(Duration{low, high, low, -999999999}),
  };
  for (const Value& value : values) {
    const auto back = DecodeValue(EncodeValue(value));
    ASSERT_TRUE(back.ok()) << ToString(value) << back.status();
    EXPECT_EQ(*back, value);
  }
}

TEST(CodecTest, NodesAndEdgesComeBack) {
  const Node node{"person/a", {"Actor", "Person"}, {{"name", Value("A")}, {"n", Value(1)}}};
  const Edge edge{"person/a", "person/b", "SPOKE_WITH", "event/1", {{"date", Value("2025")}}};
  EXPECT_EQ(DecodeNode(EncodeNode(node)).value(), node);
  EXPECT_EQ(DecodeEdge(EncodeEdge(edge)).value(), edge);
}

TEST(CodecTest, RefusesWhatWasNotEncoded) {
  const struct {
    const char* what;
    std::string bytes;
  } cases[] = {
      {"cut off", absl::HexStringToBytes("2205c385")},
      {"not UTF-8", absl::HexStringToBytes("2201ff")},
      {"time of no kind", absl::HexStringToBytes("3200")},
      {"time of an unknown kind", absl::HexStringToBytes("32020863")},
      {"negative time of day", absl::HexStringToBytes("320408021801")},
      {"nanoseconds of two seconds", absl::HexStringToBytes("32080804188094ebdc0e")},
      {"nested too deep", EncodeValue(Nested(kMaxListDepth + 1))},
      {"nested beyond the parser's limit", EncodeValue(Nested(500))},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(DecodeValue(c.bytes).status().code(), absl::StatusCode::kDataLoss) << c.what;
  }
  // The property p twice.
  const std::string twice = absl::HexStringToBytes("0a01611a070a0170120210021a070a017012021002");
  EXPECT_EQ(DecodeNode(twice).status().code(), absl::StatusCode::kDataLoss);
}

TEST(CodecTest, RandomBytesNeverCrash) {
  std::mt19937 random(3);
  const std::string node = EncodeNode({"a", {"L"}, {{"p", Nested(3)}, {"d", Value(Date{1})}}});
  for (int i = 0; i < 20000; ++i) {
    std::string bytes = node;
    for (int flips = 0; flips < 3; ++flips) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    const auto decoded = DecodeNode(bytes);
    if (!decoded.ok()) {
      EXPECT_EQ(decoded.status().code(), absl::StatusCode::kDataLoss);
    }
  }
}

}  // namespace
}  // namespace norn::graph
