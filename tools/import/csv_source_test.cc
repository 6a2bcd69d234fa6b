#include "tools/import/csv_source.h"

#include <archive.h>

#include <fstream>
#include <iterator>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/archives/packed_bytes.h"

namespace norn::tools {
namespace {

using ingest::Pack;
using testing::HasSubstr;

constexpr char kRows[] = ":ID,name\nfram,Fram\n";

// What comes out of a file of these bytes, or the error.
std::string Read(const std::string& bytes) {
  const std::string path = testing::TempDir() + "/rows";
  std::ofstream(path, std::ios::binary) << bytes;
  auto source = CsvSource::Open(path);
  if (!source.ok()) return std::string(source.status().message());
  std::string text{std::istreambuf_iterator<char>((*source)->stream()), {}};
  const absl::Status end = (*source)->Finish();
  return end.ok() ? text : std::string(end.message());
}

TEST(CsvSource, GivesPlainAndCompressedFilesAlike) {
  EXPECT_EQ(Read(kRows), kRows);
  EXPECT_EQ(Read(""), "");
  EXPECT_EQ(Read("a"), "a");
  for (const auto filter : {&archive_write_add_filter_gzip, &archive_write_add_filter_xz,
                            &archive_write_add_filter_zstd, &archive_write_add_filter_bzip2}) {
    EXPECT_EQ(Read(Pack(&archive_write_set_format_raw, filter, {{"rows.csv", kRows}})), kRows);
  }
  EXPECT_EQ(Read(ingest::Zip({{"rows.csv", kRows}})), kRows);
}

TEST(CsvSource, RefusesWhatIsDamagedOrHoldsSeveralFiles) {
  const std::string many(100000, 'x');
  std::string cut = Pack(&archive_write_set_format_raw, &archive_write_add_filter_gzip,
                         {{"rows.csv", many + kRows}});
  cut.resize(cut.size() / 2);
  EXPECT_THAT(Read(cut), HasSubstr("damaged"));
  EXPECT_THAT(Read("\x1F\x8B nothing of the kind"), HasSubstr("damaged"));
  EXPECT_THAT(Read(ingest::Zip({{"a.csv", kRows}, {"b.csv", kRows}})), HasSubstr("several files"));
}

TEST(CsvSource, NamesWhatIsNotThere) {
  const std::string folder = testing::TempDir();
  EXPECT_THAT(CsvSource::Open(folder).status().message(), HasSubstr("is a folder"));
  EXPECT_THAT(CsvSource::Open(folder + "/none.csv").status().message(), HasSubstr("No such file"));
}

}  // namespace
}  // namespace norn::tools
