#include "ingest/read/documents/office_format.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/archives/packed_bytes.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(OfficeFormatTest, ReadsDocx) {
  const std::string bytes = Zip({
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml",
       "<w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>Dahl </w:t></w:r><w:r><w:t>møtte "
       "Moe.</w:t></w:r><w:del><w:r><w:delText>Nei.</w:delText></w:r></w:del></w:p><w:p/><w:tbl>"
       "<w:tr><w:tc><w:p><w:r><w:t>De</w:t><w:br/><w:t>lo.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
       "</w:body></w:document>"},
      {"docProps/core.xml",
       "<cp:coreProperties xmlns:cp='urn:c' xmlns:dc='urn:d' xmlns:dcterms='urn:t'><dc:title>Møte"
       "</dc:title><dc:creator>Kari Moe</dc:creator><dcterms:created>2025-03-05T09:00:00Z"
       "</dcterms:created></cp:coreProperties>"},
  });
  ASSERT_TRUE(Fits(OfficeFormat(), "a.docx", bytes));
  const CollectingOutput output = ReadBytes(OfficeFormat(), "a.docx", bytes);
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].text(), "Dahl møtte Moe.\n\nDe lo.");
  EXPECT_EQ(output.articles[0].format(), "docx");
  EXPECT_EQ(output.articles[0].title(), "Møte");
  EXPECT_EQ(output.articles[0].published(), "2025-03-05");
  EXPECT_THAT(output.articles[0].author(), ElementsAre("Kari Moe"));
}

TEST(OfficeFormatTest, ReadsOdt) {
  const std::string bytes = Zip({
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml",
       "<office:document-content xmlns:office='urn:o' xmlns:text='urn:t'><office:body><office:text>"
       "<text:h>Møte</text:h><text:p>Dahl møtte<text:s/>Moe.</text:p></office:text></office:body>"
       "</office:document-content>"},
      {"meta.xml",
       "<office:document-meta xmlns:office='urn:o' xmlns:meta='urn:m'><office:meta>"
       "<meta:creation-date>2025-03-05T09:00:00</meta:creation-date></office:meta>"
       "</office:document-meta>"},
  });
  ASSERT_TRUE(Fits(OfficeFormat(), "a.odt", bytes));
  const CollectingOutput output = ReadBytes(OfficeFormat(), "a.odt", bytes);
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].text(), "Møte\n\nDahl møtte Moe.");
  EXPECT_EQ(output.articles[0].published(), "2025-03-05");
}

TEST(OfficeFormatTest, RefusesWhatHasNoText) {
  const std::string bytes = Zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}});
  EXPECT_THAT(ReadBytes(OfficeFormat(), "a.xlsx", bytes).Problem(), HasSubstr("spreadsheet"));
  EXPECT_FALSE(Fits(OfficeFormat(), "a.zip", Zip({{"a.txt", "x"}})));
}

}  // namespace
}  // namespace norn::ingest
