#include "ingest/read/unread_formats.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(UnreadFormatsTest, NamesWhatItRefuses) {
  struct Case {
    std::string bytes;
    const char* kind;
  };
  for (const Case& c : std::vector<Case>{
           {"\x89PNG\r\n\x1A\n", "a PNG picture"},
           {"\xFF\xD8\xFF\xE0", "a JPEG picture"},
           {"{\\rtf1\\ansi Hei.}", "an RTF document"},
           {"\xD0\xCF\x11\xE0\xA1\xB1", "an office file of before 2007"},
           {"\x7F"
            "ELF\x02",
            "a program"},
           {"RIFF1234WEBP", "a WebP picture"},
       }) {
    ASSERT_TRUE(Fits(UnreadFormat(), "a", c.bytes)) << c.kind;
    const CollectingOutput output = ReadBytes(UnreadFormat(), "a", c.bytes);
    EXPECT_THAT(output.articles, IsEmpty());
    EXPECT_THAT(output.Problem(), HasSubstr(c.kind));
    EXPECT_THAT(output.Problem(), HasSubstr("which is not read"));
  }
  for (const char* text : {"", "GI", "Bergen", "<rss>"}) {
    EXPECT_FALSE(Fits(UnreadFormat(), "a", text)) << text;
  }
}

TEST(UnreadFormatsTest, NamesTheRootOfXmlThatIsNotRead) {
  const std::string bytes = "<?xml version='1.0'?><x:gpx xmlns:x='urn:x'><trk/></x:gpx>";
  ASSERT_TRUE(Fits(OtherXmlFormat(), "a", bytes));
  EXPECT_THAT(ReadBytes(OtherXmlFormat(), "a", bytes).Problem(), HasSubstr("<gpx>"));
  EXPECT_TRUE(Fits(OtherXmlFormat(), "a", "<gpx xmlns='urn:x'>"));
  for (const char* text : {"", "<3 Bergen", "Bergen <b>", "<gpx>"}) {
    EXPECT_FALSE(Fits(OtherXmlFormat(), "a", text)) << text;
  }
}

}  // namespace
}  // namespace norn::ingest
