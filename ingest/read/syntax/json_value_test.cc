#include "ingest/read/syntax/json_value.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

TEST(JsonValueTest, FindsMembersByTheirPath) {
  const nlohmann::json tree = *ParseJson(R"({"a": {"b": "c", "d": null, "e": 7}, "f.g": "h"})");
  EXPECT_EQ(StringAt(tree, "a.b"), "c");
  EXPECT_EQ(StringAt(tree, "a.e"), "");
  EXPECT_EQ(FindMember(tree, "a.d"), nullptr);
  EXPECT_EQ(FindMember(tree, "a.b.c"), nullptr);
  EXPECT_EQ(FindMember(tree, "x"), nullptr);
}

TEST(JsonValueTest, SaysWhatIsNoJson) {
  EXPECT_FALSE(ParseJson("").ok());
  EXPECT_FALSE(ParseJson("{\"a\":}").ok());
  EXPECT_FALSE(ParseJson("\"\xE5\"").ok());
  EXPECT_THAT(std::string(ParseJson(std::string(100000, '[')).status().message()),
              HasSubstr("brackets in each other"));
}

}  // namespace
}  // namespace norn::ingest
