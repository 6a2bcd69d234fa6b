#include "ingest/read/records/ninjs.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/format/collecting_output.h"
#include "ingest/read/records/json_format.h"

namespace norn::ingest {
namespace {

using ::testing::SizeIs;

TEST(NinjsTest, ReadsEachVersion) {
  for (const char* body : {
           R"("version": "2", "headline": "Møte", "body_xhtml": "<p>Dahl møtte Moe.</p>",
              "copyrightnotice": "Nordbyrået", "usageterms": "Ikke arkiv")",
           R"("version": "2", "headline": "Møte", "body_text": "Dahl møtte Moe.",
              "copyrightnotice": "Nordbyrået", "usageterms": "Ikke arkiv")",
           R"("version": "2", "headlines": [{"role": "main", "value": "Møte"}],
              "bodies": [{"role": "summary", "value": "Kort."}, {"role": "main",
              "contenttype": "text/html", "value": "<p>Dahl møtte Moe.</p>"}],
              "rightsinfo": {"copyrightnotice": "Nordbyrået", "usageterms": "Ikke arkiv"})",
       }) {
    const CollectingOutput output =
        ReadBytes(JsonFormat(), "a.json",
                  std::string(
                      R"({"uri": "urn:1", "pubstatus": "usable", "language": "nb-NO",
            "firstcreated": "2025-03-05T09:00:00+01:00",
            "versioncreated": "2025-03-05T12:00:00+01:00", )") +
                      body + "}");
    EXPECT_EQ(output.Problem(), "");
    ASSERT_THAT(output.articles, SizeIs(1)) << body;
    const proto::Article& article = output.articles[0];
    EXPECT_EQ(article.name(), "urn:1");
    EXPECT_EQ(article.format(), "ninjs");
    EXPECT_EQ(article.title(), "Møte");
    EXPECT_EQ(article.text(), "Dahl møtte Moe.");
    EXPECT_EQ(article.version(), 2);
    EXPECT_EQ(article.published(), "2025-03-05");
    EXPECT_EQ(article.rights(), "Nordbyrået; Ikke arkiv");
    EXPECT_EQ(article.publication_status(), "usable");
  }
}

}  // namespace
}  // namespace norn::ingest
