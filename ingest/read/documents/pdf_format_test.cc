#include "ingest/read/documents/pdf_format.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

// One page with these lines, in PDF's own letters.
std::string Pdf(const std::vector<std::string>& lines) {
  std::string content = "BT /F1 12 Tf 72 720 Td 14 TL";
  for (const std::string& line : lines) absl::StrAppend(&content, " (", line, ") Tj T*");
  absl::StrAppend(&content, " ET");
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
      "/Resources<</Font<</F1 5 0 R>>>>>>",
      absl::StrCat("<</Length ", content.size(), ">>stream\n", content, "\nendstream"),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Title(M\xF8te)>>"};
  std::string pdf = "%PDF-1.4\n";
  std::string table = absl::StrFormat("xref\n0 %d\n0000000000 65535 f \n", objects.size() + 1);
  for (size_t i = 0; i < objects.size(); ++i) {
    absl::StrAppend(&table, absl::StrFormat("%010d 00000 n \n", pdf.size()));
    absl::StrAppend(&pdf, i + 1, " 0 obj", objects[i], "endobj\n");
  }
  const size_t start = pdf.size();
  absl::StrAppend(&pdf, table, "trailer<</Size ", objects.size() + 1,
                  "/Root 1 0 R/Info 6 0 R>>\nstartxref\n", start, "\n%%EOF\n");
  return pdf;
}

TEST(PdfFormatTest, ReadsTheTextLayer) {
  const std::string bytes = Pdf({"Dahl m\xF8tte Moe i Ber-", "gen i g\xE5r."});
  ASSERT_TRUE(Fits(PdfFormat(), "a", bytes));
  const CollectingOutput output = ReadBytes(PdfFormat(), "a.pdf", bytes);
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_THAT(output.articles[0].text(), HasSubstr("Dahl møtte Moe i Ber"));
  EXPECT_THAT(output.articles[0].text(), HasSubstr("gen i går."));
  EXPECT_EQ(output.articles[0].title(), "Møte");
}

TEST(PdfFormatTest, SaysWhyItCannotBeRead) {
  EXPECT_THAT(ReadBytes(PdfFormat(), "a.pdf", Pdf({})).Problem(), HasSubstr("no text layer"));
  EXPECT_THAT(ReadBytes(PdfFormat(), "a.pdf", "%PDF-1.4\nx").Problem(), HasSubstr("damaged"));
}

}  // namespace
}  // namespace norn::ingest
