#include "ingest/read/pages/live_entries.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/pages/parsed_html.h"

namespace norn::ingest {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kTextOfDahl[] =
    "Dahl møtte Moe i Bergen i dag, og de snakket lenge om skip, om havner og om alt annet.";
constexpr char kTextOfMoe[] =
    "Moe reiste hjem igjen til Oslo, mens Dahl ble igjen i byen til neste dag for å møte flere.";

// `inner` stands behind the time.
std::string Entry(const std::string& attributes, const std::string& time,
                  const std::string& inner) {
  return "<div " + attributes + "><time datetime='" + time + "'>kl. 10</time>" + inner + "</div>";
}

std::string Paragraph(const std::string& text) {
  std::string markup = "<p>";
  markup += text;
  return markup + "</p>";
}

std::vector<LiveEntry> EntriesOf(const std::string& html) {
  const ParsedHtml page(html);
  return FindLiveEntries(page.root(), Furniture(page.root()));
}

bool IsLive(const std::string& html) { return HasLiveNames(ParsedHtml(html).root()); }

TEST(LiveEntriesTest, CutsAPageIntoItsEntries) {
  const std::vector<LiveEntry> entries =
      EntriesOf("<body><p>Ingress.</p><div>" +
                Entry("class=entry id=e2", "2025-07-04T11:00",
                      "<h3>Moe reiste</h3>" + Paragraph(kTextOfMoe)) +
                Entry("class=entry id=e1", "2025-07-04T10:00",
                      Paragraph(kTextOfDahl) + "<time datetime='2025-01-01'></time>") +
                "<div class=ad>Kjøp nå</div></div>");
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].id, "e2");
  EXPECT_EQ(entries[0].time, "2025-07-04T11:00");
  EXPECT_EQ(entries[0].title, "Moe reiste");
  EXPECT_EQ(entries[0].text, kTextOfMoe);
  EXPECT_EQ(entries[1].id, "e1");
  EXPECT_EQ(entries[1].time, "2025-07-04T10:00") << "the first time of an entry is its own";
  EXPECT_EQ(entries[1].title, "");
  EXPECT_EQ(entries[1].text, kTextOfDahl);
}

TEST(LiveEntriesTest, ReadsShortEntriesBetweenLongOnes) {
  const std::vector<LiveEntry> entries =
      EntriesOf(Entry("class=x", "2025-07-04T10:00", Paragraph(kTextOfDahl)) +
                Entry("class=x", "2025-07-04T11:00", "<p>Moe er kommet.</p>") +
                Entry("class=x", "2025-07-04T12:00", Paragraph(kTextOfMoe)));
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(entries[1].text, "Moe er kommet.");
}

TEST(LiveEntriesTest, LeavesATimeOfDayOutOfTheText) {
  const std::string bare_time = "<p>10:42</p>";
  const std::vector<LiveEntry> entries =
      EntriesOf(Entry("class=x", "2025-07-04", bare_time + Paragraph(kTextOfDahl)) +
                Entry("class=x", "2025-07-04", Paragraph(kTextOfMoe)));
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].text, kTextOfDahl);
}

TEST(LiveEntriesTest, FindsNoneInWhatIsNoLivePage) {
  struct Case {
    const char* what;
    std::string html;
  };
  for (const Case& c :
       {Case{"nothing", ""}, Case{"one entry", Entry("class=x", "2025", Paragraph(kTextOfDahl))},
        Case{"no times", "<div class=x>" + Paragraph(kTextOfDahl) + "</div><div class=x>" +
                             Paragraph(kTextOfMoe) + "</div>"},
        Case{"times that are not told", Entry("class=x", "", Paragraph(kTextOfDahl)) +
                                            Entry("class=x", "", Paragraph(kTextOfMoe))},
        Case{"called otherwise", Entry("class=x", "2025", Paragraph(kTextOfDahl)) +
                                     Entry("class=y", "2025", Paragraph(kTextOfMoe))},
        Case{"no texts", Entry("class=x", "2025", "<p>x</p>") + Entry("class=x", "2025", "")}}) {
    EXPECT_THAT(EntriesOf(c.html), IsEmpty()) << c.what;
  }
}

TEST(LiveEntriesTest, KnowsALivePageByItsNames) {
  for (const char* html :
       {"<div class=live-blog>x", "<main id=liveFeed>x", "<div data-testid=live-studio>x",
        "<div itemscope itemtype='https://schema.org/LiveBlogPosting'>x"}) {
    EXPECT_TRUE(IsLive(html)) << html;
  }
  for (const char* html : {"", "<div class=delivery>x", "<div class=olive>x",
                           "<div itemtype='https://schema.org/NewsArticle'>x"}) {
    EXPECT_FALSE(IsLive(html)) << html;
  }
}

}  // namespace
}  // namespace norn::ingest
