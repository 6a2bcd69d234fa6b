#include "ingest/read/feeds/nitf.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr char kNitf[] =
    R"(<nitf xml:lang="da"><head><title>Møde</title><docdata>
<doc-id id-string="ritzau-7"/><date.issue norm="20250305T093000+0100"/>
<doc.copyright year="2025" holder="Nordbureau"/></docdata><pubdata name="Nordbureau"
 position.section="Udland"/></head><body><body.head><hedline><hl1>Dahl mødte Moe</hl1></hedline>
<byline>Af <person>Eva Berg</person></byline><abstract><p>Kort.</p></abstract></body.head>
<body.content><block><p>Dahl mødte Moe i Odense.</p><media media-type="image"><media-caption>Dahl
 med hat.</media-caption></media><hl2>Efter mødet</hl2><p>De lo.</p></block></body.content></body></nitf>)";

TEST(NitfTest, ReadsAnArticle) {
  const CollectingOutput output = ReadBytes(NitfFormat(), "a.xml", kNitf);
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  const proto::Article& article = output.articles[0];
  EXPECT_EQ(article.name(), "ritzau-7");
  EXPECT_EQ(article.title(), "Dahl mødte Moe");
  EXPECT_EQ(article.text(), "Dahl mødte Moe i Odense.\n\nEfter mødet\n\nDe lo.");
  EXPECT_EQ(article.published(), "2025-03-05");
  EXPECT_EQ(article.language(), "da");
  EXPECT_EQ(article.source(), "Nordbureau");
  EXPECT_EQ(article.section(), "Udland");
  EXPECT_EQ(article.rights(), "Nordbureau");
  EXPECT_THAT(article.author(), ElementsAre("Eva Berg"));
}

}  // namespace
}  // namespace norn::ingest
