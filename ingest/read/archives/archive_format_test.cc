#include "ingest/read/archives/archive_format.h"

#include <archive.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/archives/packed_bytes.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

std::string Describe(const CollectingOutput& output) {
  std::string text;
  for (const proto::Article& article : output.articles) {
    absl::StrAppend(&text, article.name(), "|", article.origin(), "|", article.text(), "\n");
  }
  return text;
}

TEST(ArchiveFormatTest, ReadsEachMember) {
  const PackedMembers members = {{"news/a.txt", "Det regner."},
                                 {"b.xml", "<rss/>"},
                                 {"__MACOSX/news/._a.txt", "x"},
                                 {"news/.DS_Store", "x"}};
  for (const std::string& bytes :
       {Pack(&archive_write_set_format_zip, &archive_write_add_filter_none, members),
        Pack(&archive_write_set_format_pax_restricted, &archive_write_add_filter_none, members),
        Pack(&archive_write_set_format_pax_restricted, &archive_write_add_filter_gzip, members),
        Pack(&archive_write_set_format_pax_restricted, &archive_write_add_filter_xz, members),
        Pack(&archive_write_set_format_pax_restricted, &archive_write_add_filter_zstd, members)}) {
    ASSERT_TRUE(Fits(ArchiveFormat(), "n.bin", bytes));
    const CollectingOutput output = ReadBytes(ArchiveFormat(), "n.bin", bytes);
    EXPECT_EQ(output.Problem(), "");
    EXPECT_EQ(Describe(output),
              "a.txt|/n/n.bin/news/a.txt|Det regner.\nb.xml|/n/n.bin/b.xml|<rss/>\n");
  }
}

TEST(ArchiveFormatTest, ReadsASingleCompressedFile) {
  const std::string bytes =
      Pack(&archive_write_set_format_raw, &archive_write_add_filter_gzip, {{"x", "Det regner."}});
  const CollectingOutput output = ReadBytes(ArchiveFormat(), "a.txt.gz", bytes);
  EXPECT_EQ(output.Problem(), "");
  EXPECT_EQ(Describe(output), "a.txt|/n/a.txt|Det regner.\n");
}

TEST(ArchiveFormatTest, SaysWhatIsDamaged) {
  std::string bytes = Pack(&archive_write_set_format_zip, &archive_write_add_filter_none,
                           {{"a.txt", std::string(100000, 'x')}, {"b.txt", "y"}});
  bytes.resize(bytes.size() / 3);
  EXPECT_THAT(ReadBytes(ArchiveFormat(), "n.zip", bytes).Problem(), HasSubstr("damaged"));
  EXPECT_THAT(ReadBytes(ArchiveFormat(), "n.zip", "PK\x03\x04").Problem(), HasSubstr("n.zip: "));
  EXPECT_THAT(ReadBytes(ArchiveFormat(), "n.gz", "\x1F\x8B\x08").Problem(), HasSubstr("n.gz: "));
}

TEST(ArchiveFormatTest, TakesNothingElse) {
  for (const char* bytes : {"", "P", "tekst", "<rss/>"}) {
    EXPECT_FALSE(Fits(ArchiveFormat(), "a.zip", bytes)) << bytes;
  }
}

}  // namespace
}  // namespace norn::ingest
