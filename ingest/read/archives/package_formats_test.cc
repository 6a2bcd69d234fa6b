#include "ingest/read/archives/package_formats.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/archives/archive_format.h"
#include "ingest/read/archives/packed_bytes.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> NamesOf(const CollectingOutput& output) {
  std::vector<std::string> names;
  for (const proto::Article& article : output.articles) names.push_back(article.name());
  return names;
}

TEST(PackageFormatsTest, ReadTheArticlesOnly) {
  const std::string crawl = Zip({{"datapackage.json", "{}"},
                                 {"archive/data.warc.gz", "x"},
                                 {"indexes/index.cdx", "x"},
                                 {"pages/pages.jsonl", "{}"}});
  EXPECT_TRUE(Fits(WaczFormat(), "a", crawl));
  EXPECT_THAT(NamesOf(ReadBytes(WaczFormat(), "a", crawl)), ElementsAre("data.warc.gz"));
  const std::string book = Zip({{"mimetype", "application/epub+zip"},
                                {"META-INF/container.xml", "<container/>"},
                                {"OEBPS/nav.xhtml", "x"},
                                {"OEBPS/1.xhtml", "x"},
                                {"OEBPS/style.css", "x"}});
  EXPECT_TRUE(Fits(EpubFormat(), "a", book));
  EXPECT_THAT(NamesOf(ReadBytes(EpubFormat(), "a", book)), ElementsAre("1.xhtml"));
}

TEST(PackageFormatsTest, LeaveOtherArchivesToTheirOwnFormat) {
  const std::string bytes = Zip({{"news/a.txt", "x"}, {"datapackage.json", "{}"}});
  EXPECT_FALSE(Fits(WaczFormat(), "a.zip", bytes));
  EXPECT_FALSE(Fits(EpubFormat(), "a.epub", bytes));
  EXPECT_TRUE(Fits(ArchiveFormat(), "a.zip", bytes));
}

}  // namespace
}  // namespace norn::ingest
