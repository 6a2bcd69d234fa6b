#include "ingest/read/archives/archive_reader.h"

#include <archive.h>

#include <sstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/archives/packed_bytes.h"
#include "ingest/read/format/input.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

TEST(ArchiveReaderTest, LimitsWhatComesOut) {
  const std::string bytes =
      Pack(&archive_write_set_format_zip, &archive_write_add_filter_none,
           {{"a.txt", std::string(1000000, 'x')}, {"b.txt", "y"}, {"c.txt", "z"}});
  std::istringstream large(bytes);
  ArchiveReader archive(large, {.bytes = 100000});
  ASSERT_TRUE(*archive.Next());
  Input member({"a", "a", "/a"}, archive.member());
  EXPECT_LE(member.ReadAll(size_t{1} << 24)->size(), 100000);
  EXPECT_THAT(archive.member_status().ToString(), HasSubstr("more comes out"));

  std::istringstream many(bytes);
  ArchiveReader counted(many, {.members = 2});
  EXPECT_TRUE(*counted.Next());
  EXPECT_TRUE(*counted.Next());
  EXPECT_THAT(counted.Next().status().ToString(), HasSubstr("more than 2 members"));
}

TEST(ArchiveReaderTest, TellsWhatAZipBeginsWith) {
  EXPECT_EQ(FirstOfZip(Zip({{"mimetype", "application/x"}})).substr(0, 8), "mimetype");
  EXPECT_EQ(FirstOfZip("PK\x03\x04"), "");
  EXPECT_EQ(FirstOfZip("tekst"), "");
}

}  // namespace
}  // namespace norn::ingest
