#include "ingest/prepare/passages.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

using Marked = std::vector<std::pair<std::string, std::string>>;

// Language and words of each passage.
Marked Mark(const std::string& language, const std::string& text) {
  static const auto* const kFinder = new PassageFinder(LexiconSet::BuiltIn());
  proto::Article article;
  article.set_language(language);
  article.set_text(text);
  Marked marked;
  for (const LanguagePassage& passage : kFinder->Find(article)) {
    marked.emplace_back(passage.language, text.substr(passage.start, passage.end - passage.start));
  }
  return marked;
}

constexpr char kEnglish[] =
    "We had a very good meeting with the prime minister, and we talked about the sea and about "
    "what has to be done in the years to come";

TEST(PassagesTest, MarksQuotesAndParagraphsInAnotherLanguage) {
  const std::string quote = kEnglish;
  EXPECT_THAT(
      Mark("nb", "Støre var i London mandag, og de to snakket sammen i en time.\n\n\"" + quote +
                     ",\" sa statsministeren i en uttalelse etter møtet i går, og "
                     "det var alt som ble sagt om saken."),
      ElementsAre(Pair("en", quote + ",")));
  EXPECT_THAT(Mark("nn", "Støre var i London måndag.\n" + quote + ".\nDei to snakka saman."),
              ElementsAre(Pair("en", quote + ".")));
  EXPECT_THAT(Mark("nb",
                   "Kansleren la ut en melding.\nIch habe heute mit dem Präsidenten über die "
                   "Lage gesprochen, und wir werden auch in den kommenden Wochen darüber "
                   "reden, was zu tun ist."),
              ElementsAre(Pair("de",
                               "Ich habe heute mit dem Präsidenten über die Lage gesprochen, "
                               "und wir werden auch in den kommenden Wochen darüber reden, "
                               "was zu tun ist.")));
}

TEST(PassagesTest, LeavesWhatMayBeTheArticlesOwn) {
  for (const char* text : {
           // Names and a few words.
           "De spilte \"The long and winding road\" i London.",
           "Donald Trump, Keir Starmer, Emmanuel Macron, Giorgia Meloni og Olaf Scholz.",
           // Neighbours: Danish and Norwegian share most of their words.
           "\"Vi har i dag talt om det, der skal ske, og om hvad vi kan gøre sammen i de år, der "
           "kommer\", sagde hun.",
           "\"Eg trur ikkje at det er rett å seie noko om dette no, men vi skal snakke saman om "
           "det "
           "i morgon\", sa han.",
       }) {
    EXPECT_THAT(Mark("nb", text), IsEmpty()) << text;
  }
  EXPECT_THAT(Mark("en", "The word \"utenriksdepartementet\" was heard many times in the hall."),
              IsEmpty());
}

}  // namespace
}  // namespace norn::ingest
