#include "ingest/read/pages/html_format.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "Støre møtte Pål." in ISO-8859-1.
constexpr char kLatin1[] = "<p>St\xF8re m\xF8tte P\xE5l i Troms\xF8 og p\xE5 R\xF8st i g\xE5r.</p>";

TEST(HtmlFormatTest, FitsAPageByItsFirstTagOrItsName) {
  struct Case {
    const char* name;
    const char* bytes;
    bool fits;
  };
  for (const Case& c :
       {Case{"a", "<!DOCTYPE html>\n<html><body>x", true},
        Case{"a.txt", "<article>x</article>", true}, Case{"a", "  <!-- laget av oss --><P>x", true},
        Case{"a.html", "uten tagger", true}, Case{"A.HTM", "", true}, Case{"a.xhtml", "x", true},
        Case{"a", "<rss><channel/></rss>", false}, Case{"a.txt", "1 < 2", false},
        Case{"a", "", false}}) {
    EXPECT_EQ(Fits(HtmlFormat(), c.name, c.bytes), c.fits) << c.name << ": " << c.bytes;
  }
}

TEST(HtmlFormatTest, ReadsAPageAsOneArticleOfTheFilesName) {
  const CollectingOutput output =
      ReadBytes(HtmlFormat(), "a.html", "<title>Møte</title><article><p>Dahl møtte Moe.</p>");
  EXPECT_EQ(output.Problem(), "");
  EXPECT_THAT(output.notes, IsEmpty());
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].name(), "a.html");
  EXPECT_EQ(output.articles[0].origin(), "/n/a.html");
  EXPECT_EQ(output.articles[0].text(), "Dahl møtte Moe.");
}

TEST(HtmlFormatTest, GivesEachEntryOfALivePageAPlaceInTheFile) {
  const std::string entry_of_dahl =
      "<div class='entry' id='e1'><time datetime='2025-07-04T10:00'></time>"
      "<p>Dahl møtte Moe i Bergen i dag, og de snakket om skip og om havner hele "
      "kvelden.</p></div>";
  const std::string entry_of_moe =
      "<div class='entry' id='e2'><time datetime='2025-07-04T11:00'></time>"
      "<p>Moe reiste hjem igjen til Oslo, og Dahl ble igjen i byen til neste dag for å møte "
      "flere.</p></div>";
  const CollectingOutput output =
      ReadBytes(HtmlFormat(), "a.html",
                "<html><body><div class='live-blog'>" + entry_of_dahl + entry_of_moe + "</div>");
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(2));
  EXPECT_EQ(output.articles[0].name(), "a.html#e1");
  EXPECT_EQ(output.articles[0].origin(), "/n/a.html#e1");
  EXPECT_EQ(output.articles[1].origin(), "/n/a.html#e2");
}

TEST(HtmlFormatTest, ReadsTheEncodingThatThePageTellsWithoutAWord) {
  for (const char* meta : {"<meta charset=iso-8859-1>", "<META CHARSET='ISO-8859-1'>",
                           "<meta http-equiv='Content-Type' "
                           "content='text/html; charset=iso-8859-1'>"}) {
    const CollectingOutput output = ReadBytes(HtmlFormat(), "a.html", std::string(meta) + kLatin1);
    ASSERT_THAT(output.articles, SizeIs(1)) << meta << output.Problem();
    EXPECT_EQ(output.articles[0].text(), "Støre møtte Pål i Tromsø og på Røst i går.") << meta;
    EXPECT_THAT(output.notes, IsEmpty()) << meta << output.notes[0].text;
  }
}

TEST(HtmlFormatTest, SaysWhichEncodingItTookByTheBytes) {
  const CollectingOutput output = ReadBytes(HtmlFormat(), "a.html", kLatin1);
  ASSERT_THAT(output.articles, SizeIs(1)) << output.Problem();
  ASSERT_THAT(output.notes, SizeIs(1));
  EXPECT_EQ(output.notes[0].place, "a.html");
  EXPECT_THAT(output.notes[0].text, HasSubstr("--encoding"));
}

TEST(HtmlFormatTest, TakesTheEncodingThatIsAskedForBeforeThePages) {
  FormatOptions options;
  options.encoding = "ISO-8859-1";
  const CollectingOutput output =
      ReadBytes(HtmlFormat(), "a.html", std::string("<meta charset=koi8-r>") + kLatin1, options);
  ASSERT_THAT(output.articles, SizeIs(1)) << output.Problem();
  EXPECT_THAT(output.articles[0].text(), HasSubstr("Støre møtte Pål"));
  EXPECT_THAT(output.notes, IsEmpty());
}

TEST(HtmlFormatTest, NamesWhatItCannotRead) {
  FormatOptions options;
  options.max_article_bytes = 8;
  EXPECT_THAT(ReadBytes(HtmlFormat(), "a.html", "<p>for langt</p>", options).Problem(),
              HasSubstr("a.html: "));
  EXPECT_THAT(ReadBytes(HtmlFormat(), "a.html", "<script>x</script>").Problem(),
              HasSubstr("a.html: "));
}

}  // namespace
}  // namespace norn::ingest
