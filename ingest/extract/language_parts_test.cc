#include "ingest/extract/language_parts.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "ingest/extract/extractor.h"

namespace norn::ingest {
namespace {

LanguagePassage Passage(const std::string& words, const std::string& language,
                        const proto::Article& article) {
  const size_t start = article.text().find(words);
  return {static_cast<uint32_t>(start), static_cast<uint32_t>(start + words.size()), language};
}

proto::Article Article(const std::string& text) {
  proto::Article article;
  article.set_text(text);
  article.set_language("nb");
  article.set_published("2025-09-02");
  return article;
}

TEST(LanguagePartsTest, KeepsEachPartAtItsPlace) {
  const proto::Article article = Article("Én her.\nOne there.\nTo her.\nEin Satz.");
  const std::vector<proto::Article> parts = PartsByLanguage(
      article, {Passage("One there.", "en", article), Passage("Ein Satz.", "de", article)});
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].language(), "nb");
  EXPECT_EQ(parts[0].text(), "Én her.\n          \nTo her.\n         ");
  EXPECT_EQ(parts[1].language(), "de");
  EXPECT_EQ(parts[1].text(), "        \n          \n       \nEin Satz.");
  EXPECT_EQ(parts[2].language(), "en");
  EXPECT_EQ(parts[2].text(), "        \nOne there.\n       \n         ");
}

TEST(LanguagePartsTest, HasOnePartWhereAllIsInOneLanguage) {
  const proto::Article article = Article("Én her.\nTo her.");
  EXPECT_EQ(PartsByLanguage(article, {}).size(), 1U);
  EXPECT_EQ(PartsByLanguage(article, {Passage("To her.", "nb", article)}).size(), 1U);
}

TEST(LanguagePartsTest, ReadsEachPassageByItsOwnLanguage) {
  const std::string sentence =
      "President Donald Trump met Prime Minister Keir Starmer in London on Monday, and the two of "
      "them talked for an hour about what has to be done to end the war.";
  const proto::Article article = Article(
      "Emmanuel Macron møtte Olaf Scholz i Paris mandag, og de to snakket om det som skal skje i "
      "årene som kommer.\n" +
      sentence);
  const proto::Extraction record = Extractor().Extract(article);
  std::vector<std::string> names;
  for (const proto::EventClaim& event : record.events()) {
    const proto::Span& span = event.reports(0).sentence();
    const std::string quote = article.text().substr(span.start(), span.end() - span.start());
    if (quote != sentence) continue;
    for (const proto::Participant& participant : event.participants()) {
      names.push_back(record.entities(static_cast<int>(participant.entity())).name());
    }
  }
  EXPECT_EQ(names, (std::vector<std::string>{"Donald Trump", "Keir Starmer"}));
}

}  // namespace
}  // namespace norn::ingest
