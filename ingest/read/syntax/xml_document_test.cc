#include "ingest/read/syntax/xml_document.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(XmlDocumentTest, FindsElementsTextsAndAttributes) {
  const auto document = XmlDocument::Parse(
      "<a xmlns:x='urn:x'><x:b c='1 &amp; 2'> en <i>to</i><![CDATA[ "
      "<tre>]]></x:b><d><b>q</b></d></a>");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(NameOf(document->root()), "a");
  EXPECT_EQ(TextOf(Child(document->root(), "b")), "en to <tre>");
  EXPECT_EQ(AttributeOf(Child(document->root(), "b"), "c"), "1 & 2");
  EXPECT_THAT(Descendants(document->root(), "b"), SizeIs(2));
  EXPECT_EQ(TextOf(ChildAt(document->root(), {"d", "b"})), "q");
  EXPECT_EQ(ChildAt(document->root(), {"e", "b"}), nullptr);
  EXPECT_EQ(TextOf(nullptr), "");
}

TEST(XmlDocumentTest, GivesMarkUp) {
  const auto document = XmlDocument::Parse("<a><p>en &lt;to</p><br/><p>tre<i>f</i></p> g</a>");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(MarkupOf(document->root()), "<p>en &lt;to</p><br></br><p>tre<i>f</i></p> g");
}

TEST(XmlDocumentTest, ReadsTheEncodingThatItSays) {
  const auto document =
      XmlDocument::Parse("<?xml version='1.0' encoding='iso-8859-1'?><a>bl\xE5</a>");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(TextOf(document->root()), "blå");
}

TEST(XmlDocumentTest, SaysWhatItStumbledOver) {
  for (const char* bytes : {"", "tekst", "<", "<!-- -->"}) {
    EXPECT_EQ(XmlDocument::Parse(bytes).status().code(), absl::StatusCode::kInvalidArgument)
        << bytes;
  }
  const auto document = XmlDocument::Parse("<a>\n<b>x</b>\n<c></a>");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_THAT(document->complaint(), HasSubstr("line 3"));
}

TEST(XmlDocumentTest, ExpandsAndFetchesNothing) {
  const auto document = XmlDocument::Parse(
      "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;'>"
      "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>1&y;2&f;3</a>");
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(TextOf(document->root()), "123");
}

TEST(XmlDocumentTest, SurvivesDepth) {
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += "<a>";
  const auto document = XmlDocument::Parse(bytes);
  EXPECT_TRUE(!document.ok() || !document->complaint().empty());
}

TEST(XmlDocumentTest, TellsTheRootElementFromTheBeginning) {
  struct Case {
    const char* head;
    const char* root;
  };
  for (const Case& c : std::vector<Case>{
           {"<?xml version='1.0'?>\n<!-- x > --><rss version='2.0'>", "rss"},
           {"\xEF\xBB\xBF<rdf:RDF a='b'", "rdf"},
           {"<!DOCTYPE html><HTML>", "html"},
           {"< 3", ""},
           {"tekst <b>", ""},
           {"<!-- uten slutt", ""},
           {"", ""},
       }) {
    EXPECT_EQ(RootElement(c.head), c.root) << c.head;
  }
}

}  // namespace
}  // namespace norn::ingest
