#include "tools/build/source_options.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/build/graph_builder.h"

namespace norn::tools {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(SourceOptionsTest, AreWhatARequestAsksFor) {
  BuildRequest request;
  ASSERT_TRUE(SetSourceOptions({"text=body", "windows-1252", "mtime"}, request).ok());
  EXPECT_THAT(request.fields.PathsOf("text"), ElementsAre("body"));
  EXPECT_EQ(request.encoding, "windows-1252");
  EXPECT_TRUE(request.published_from_mtime);
  ASSERT_TRUE(SetSourceOptions({}, request).ok());
  EXPECT_FALSE(request.published_from_mtime);
}

TEST(SourceOptionsTest, NameWhatThereIsNot) {
  BuildRequest request;
  EXPECT_THAT(std::string(SetSourceOptions({"body", "", ""}, request).message()),
              HasSubstr("body"));
  EXPECT_THAT(std::string(SetSourceOptions({"", "", "ctime"}, request).message()),
              HasSubstr("no date from 'ctime'; there is mtime"));
}

}  // namespace
}  // namespace norn::tools
