#include "ingest/read/format/field_map.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(FieldMapTest, MapsWhatIsSaidAndKnowsTheUsualNames) {
  const absl::StatusOr<FieldMap> map = ParseFieldMap("text=body.html, published = date");
  ASSERT_TRUE(map.ok()) << map.status();
  EXPECT_THAT(map->PathsOf("text"), ElementsAre("body.html"));
  EXPECT_THAT(map->PathsOf("published"), ElementsAre("date"));
  EXPECT_THAT(map->PathsOf("title"), Contains("headline"));
  EXPECT_THAT(map->PathsOf("nothing"), IsEmpty());
}

TEST(FieldMapTest, RefusesWhatIsNoMapping) {
  for (const char* text : {"text", "text=", "=body", "words=body"}) {
    const absl::StatusOr<FieldMap> map = ParseFieldMap(text);
    EXPECT_EQ(map.status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
  EXPECT_THAT(ParseFieldMap("words=body").status().ToString(), HasSubstr("there are author, id"));
}

}  // namespace
}  // namespace norn::ingest
