#include "ingest/read/dates/article_date.h"

#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

TEST(ArticleDateTest, ReadsTheUsualWays) {
  for (const Case& c : std::vector<Case>{
           {"2025-03-05", "2025-03-05"},
           {"2025-03", "2025-03"},
           {"2025", "2025"},
           {"2025-03-05T23:30:00+01:00", "2025-03-05"},
           {"2025-03-05 09:30", "2025-03-05"},
           {"20250305T093000+0100", "2025-03-05"},
           {"20250305", "2025-03-05"},
           {"2025/03/05", "2025-03-05"},
           {"Wed, 05 Mar 2025 09:30:00 +0100", "2025-03-05"},
           {"5 Mar 2025 09:30:00 GMT", "2025-03-05"},
           {"05.03.2025", "2025-03-05"},
           {"5.3.2025 kl. 09.30", "2025-03-05"},
           {"25/3/2025", "2025-03-25"},
           {"3/25/2025", "2025-03-25"},
           {"5. mars 2025", "2025-03-05"},
           {"5. MARS 2025", "2025-03-05"},
           {"onsdag 5. mars 2025", "2025-03-05"},
           {"Publisert 5. mai 2025", "2025-05-05"},
           {"onsdag den 5 mars 2025", "2025-03-05"},
           {"den 5. marts 2025", "2025-03-05"},
           {"15. okt. 2025", "2025-10-15"},
           {"March 5, 2025", "2025-03-05"},
           {"Wednesday, March 5, 2025", "2025-03-05"},
           {"5th of March 2025", "2025-03-05"},
           {"March 2025", "2025-03"},
       }) {
    EXPECT_EQ(FindArticleDate(c.text), c.expected) << c.text;
  }
}

TEST(ArticleDateTest, LeavesWhatIsNoDateOrTwo) {
  for (const char* text :
       {"", "i går", "03/05/2025", "31.02.2025", "5. mars", "2025-13-01", "12345678", "99999999",
        "I mars 2025 og 5. mai 2025 kom de", "Det var i et møte 5. mars 2025"}) {
    const std::string date = FindArticleDate(text);
    EXPECT_TRUE(date.empty() || date == "2025-03") << text << ": " << date;
  }
}

TEST(ArticleDateTest, GivesTimesInUtc) {
  for (const Case& c : std::vector<Case>{
           {"2025-03-05T00:30:00+01:00", "2025-03-04T23:30:00Z"},
           {"2025-03-05T00:30:00.123Z", "2025-03-05T00:30:00Z"},
           {"Wed, 05 Mar 2025 09:30:00 +0100", "2025-03-05T08:30:00Z"},
           {"Wed, 05 Mar 2025 09:30:00 GMT", "2025-03-05T09:30:00Z"},
           {"20250305T093000+0100", "2025-03-05T08:30:00Z"},
           {"2025-03-05", "2025-03-05T00:00:00Z"},
           {"i går", ""},
       }) {
    EXPECT_EQ(ToUtcTimestamp(c.text), c.expected) << c.text;
  }
}

TEST(ArticleDateTest, ReadsTheBeginningOfFileNames) {
  for (const Case& c : std::vector<Case>{
           {"2025-03-05-mote.txt", "2025-03-05"},
           {"20250305_mote.txt", "2025-03-05"},
           {"2025-03-05", "2025-03-05"},
           {"2025-03-mote.txt", ""},
           {"mote-2025-03-05.txt", ""},
           {"2025030512.txt", ""},
           {"20259905.txt", ""},
       }) {
    EXPECT_EQ(DateOfFileName(c.text), c.expected) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
