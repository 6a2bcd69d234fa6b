#include "ingest/read/feeds/atom.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(AtomTest, ReadsEntries) {
  const CollectingOutput output = ReadBytes(AtomFormat(), "feed.atom", R"(<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><title>Norrsken</title>
<entry><id>urn:1</id><title>Möte</title><link rel="self" href="https://example.org/1.atom"/>
<link href="https://example.org/1"/><author><name>Eva Berg</name></author>
<published>2025-03-05T09:00:00+01:00</published><updated>2025-03-05T12:00:00+01:00</updated>
<content type="html">&lt;p&gt;Dahl mötte Berg.&lt;/p&gt;</content></entry>
<entry><id>urn:2</id><title>Regn</title><updated>2025-03-06T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Det regnar.</p><p>Mycket.</p></div></content>
</entry>
<entry><id>urn:3</id><title>Snö</title><updated>2025-03-06T09:00:00Z</updated><summary>Det snöar.</summary></entry>
</feed>)");
  EXPECT_EQ(output.Problem(), "");
  ASSERT_THAT(output.articles, SizeIs(3));
  const proto::Article& first = output.articles[0];
  EXPECT_EQ(first.name(), "urn:1");
  EXPECT_EQ(first.url(), "https://example.org/1");
  EXPECT_EQ(first.text(), "Dahl mötte Berg.");
  EXPECT_EQ(first.published(), "2025-03-05");
  EXPECT_EQ(first.updated(), "2025-03-05T11:00:00Z");
  EXPECT_EQ(first.language(), "sv");
  EXPECT_EQ(first.source(), "Norrsken");
  EXPECT_EQ(output.articles[1].text(), "Det regnar.\n\nMycket.");
  EXPECT_EQ(output.articles[1].published(), "2025-03-06");
  EXPECT_EQ(output.articles[2].text(), "Det snöar.");
}

TEST(AtomTest, IsRecognisedByItsRoot) {
  EXPECT_TRUE(Fits(AtomFormat(), "a.txt", "<feed xmlns='http://www.w3.org/2005/Atom'>"));
  EXPECT_FALSE(Fits(AtomFormat(), "a.xml", "feed"));
  EXPECT_THAT(ReadBytes(AtomFormat(), "a.xml", "<feed/>").Problem(), HasSubstr("no entry in it"));
}

}  // namespace
}  // namespace norn::ingest
