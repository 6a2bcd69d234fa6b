#include "ingest/read/feeds/newsml.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string Newsml(const std::string& status, const std::string& content) {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' "
         "guid='urn:newsml:1' version='3' "
         "xml:lang='sv'><rightsInfo><copyrightNotice>Nordbyrån</"
         "copyrightNotice><usageTerms>Ej för "
         "arkiv</usageTerms></rightsInfo><itemMeta><provider "
         "qcode='nprov:NB'><name>Nordbyrån</name>"
         "</provider><versionCreated>2025-03-05T12:00:00+01:00</"
         "versionCreated><firstCreated>"
         "2025-03-05T09:00:00+01:00</"
         "firstCreated><embargoed>2025-03-05T10:00:00+01:00</embargoed>"
         "<pubStatus qcode='stat:" +
         status +
         "'/></itemMeta><contentMeta><headline>Möte</headline>"
         "<by>Eva Berg</by><language tag='sv-SE'/></contentMeta><contentSet>" +
         content + "</contentSet></newsItem>";
}

TEST(NewsmlTest, ReadsEachWayToCarryTheText) {
  for (const std::string& content : {
           std::string("<inlineXML contenttype='application/nitf+xml'>") +
               "<nitf><body><body.content><p>Dahl mötte Berg.</p><p>De "
               "log.</p></body.content>"
               "</body></nitf></inlineXML>",
           std::string("<inlineXML><html "
                       "xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title>"
                       "</head><body><p>Dahl mötte Berg.</p><p>De "
                       "log.</p></body></html></inlineXML>"),
           std::string("<inlineData contenttype='text/plain'>Dahl mötte "
                       "Berg.\n\nDe log.</inlineData>"),
       }) {
    const CollectingOutput output = ReadBytes(NewsmlFormat(), "a.xml", Newsml("usable", content));
    EXPECT_EQ(output.Problem(), "");
    ASSERT_THAT(output.articles, SizeIs(1)) << content;
    const proto::Article& article = output.articles[0];
    EXPECT_EQ(article.name(), "urn:newsml:1");
    EXPECT_EQ(article.version(), 3);
    EXPECT_EQ(article.text(), "Dahl mötte Berg.\n\nDe log.");
    EXPECT_EQ(article.title(), "Möte");
    EXPECT_EQ(article.published(), "2025-03-05");
    EXPECT_EQ(article.updated(), "2025-03-05T11:00:00Z");
    EXPECT_EQ(article.embargoed(), "2025-03-05T09:00:00Z");
    EXPECT_EQ(article.publication_status(), "usable");
    EXPECT_EQ(article.language(), "sv");
    EXPECT_EQ(article.source(), "Nordbyrån");
    EXPECT_EQ(article.rights(), "Nordbyrån; Ej för arkiv");
  }
}

TEST(NewsmlTest, ReadsAllItemsOfAMessage) {
  const std::string item = Newsml("usable", "<inlineData>Det regnar.</inlineData>");
  const CollectingOutput output = ReadBytes(
      NewsmlFormat(), "a.xml", "<newsMessage><itemSet>" + item + item + "</itemSet></newsMessage>");
  EXPECT_THAT(output.articles, SizeIs(2));
  EXPECT_THAT(ReadBytes(NewsmlFormat(), "a.xml", "<newsMessage/>").Problem(),
              HasSubstr("no newsItem"));
}

TEST(NewsmlTest, AWithdrawnItemNeedsNoText) {
  const CollectingOutput output = ReadBytes(NewsmlFormat(), "a.xml",
                                            "<newsItem guid='urn:1'><itemMeta><pubStatus "
                                            "qcode='stat:canceled'/></itemMeta></newsItem>");
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(1));
  EXPECT_EQ(output.articles[0].publication_status(), "canceled");
  EXPECT_THAT(ReadBytes(NewsmlFormat(), "a.xml", "<newsItem guid='urn:1'/>").Problem(),
              HasSubstr("empty"));
}

}  // namespace
}  // namespace norn::ingest
