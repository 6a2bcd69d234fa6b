#include "ingest/read/feeds/rss.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kRss[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Nordlys</title><link>https://example.org/</link><language>nb-NO</language>
<copyright>Nordlys AS</copyright>
<item><media:title>Bilde</media:title><title>Møte i Bergen</title>
<link>https://example.org/1</link><guid isPermaLink="false">n-1</guid>
<pubDate>Wed, 05 Mar 2025 23:30:00 +0100</pubDate><dc:creator>Kari Moe</dc:creator>
<category>Utenriks</category><description>Kort.</description>
<content:encoded><![CDATA[<p>Dahl møtte <b>Moe</b> i Bergen.</p><p>De lo.</p>]]></content:encoded></item>
<item><title>Regn</title><link>https://example.org/2</link>
<description>Det regner &lt;b&gt;mye&lt;/b&gt;.</description></item>
<item><title>Bare en tittel</title></item>
<item></item>
</channel></rss>)";

TEST(RssTest, ReadsItems) {
  const CollectingOutput output = ReadBytes(RssFormat(), "feed.xml", kRss);
  ASSERT_THAT(output.articles, SizeIs(3));
  const proto::Article& first = output.articles[0];
  EXPECT_EQ(first.name(), "n-1");
  EXPECT_EQ(first.origin(), "");
  EXPECT_EQ(first.title(), "Møte i Bergen");
  EXPECT_EQ(first.text(), "Dahl møtte Moe i Bergen.\n\nDe lo.");
  EXPECT_EQ(first.published(), "2025-03-05");
  EXPECT_EQ(first.language(), "nb");
  EXPECT_EQ(first.source(), "Nordlys");
  EXPECT_EQ(first.url(), "https://example.org/1");
  EXPECT_EQ(first.section(), "Utenriks");
  EXPECT_EQ(first.rights(), "Nordlys AS");
  EXPECT_THAT(first.author(), ElementsAre("Kari Moe"));
  EXPECT_EQ(output.articles[1].name(), "https://example.org/2");
  EXPECT_EQ(output.articles[1].text(), "Det regner mye.");
  EXPECT_EQ(output.articles[2].name(), "feed.xml:3");
  EXPECT_EQ(output.articles[2].origin(), "/n/feed.xml:3");
  EXPECT_EQ(output.articles[2].text(), "Bare en tittel");
  EXPECT_THAT(output.Problem(), HasSubstr("feed.xml:4: empty"));
}

TEST(RssTest, ReadsRss1) {
  const CollectingOutput output =
      ReadBytes(RssFormat(), "feed.rdf",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                "xmlns='http://purl.org/rss/1.0/' "
                "xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                "<channel><title>Nordlys</title></channel><item><title>T</"
                "title><link>https://example.org/1"
                "</link><description>Det "
                "regner.</description><dc:date>2025-03-05T10:00:00Z</dc:date></item>"
                "</rdf:RDF>");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].published(), "2025-03-05");
  EXPECT_EQ(output.articles[0].source(), "Nordlys");
}

TEST(RssTest, SaysWhatMayBeLostAndWhatIsNotThere) {
  const CollectingOutput output =
      ReadBytes(RssFormat(), "f", "<rss><channel><item><title>En</title></item><item><title>To");
  EXPECT_THAT(output.Problem(), HasSubstr("may be lost"));
  EXPECT_THAT(output.articles, ::testing::Not(IsEmpty()));
  EXPECT_THAT(ReadBytes(RssFormat(), "f", "<rss><channel/></rss>").Problem(),
              HasSubstr("no item in it"));
}

TEST(RssTest, IsRecognisedByItsRoot) {
  EXPECT_TRUE(Fits(RssFormat(), "a.txt", kRss));
  EXPECT_FALSE(Fits(RssFormat(), "a.xml", "<feed/>"));
}

}  // namespace
}  // namespace norn::ingest
