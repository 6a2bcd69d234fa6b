#include "ingest/read/pages/html_paragraphs.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest/read/pages/parsed_html.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kFirst[] = "<p>Dahl møtte Moe i Bergen i går, og de snakket om skip.</p>";
constexpr char kSecond[] = "<p>De ble enige om tre nye fartøyer, sier Moe til avisen.</p>";
constexpr char kText[] =
    "Dahl møtte Moe i Bergen i går, og de snakket om skip.\n\n"
    "De ble enige om tre nye fartøyer, sier Moe til avisen.";

std::string TextOf(const std::string& html) {
  const ParsedHtml page(html);
  return ParagraphsText(page.root(), Furniture(page.root()));
}

TEST(HtmlParagraphsTest, FindsWhereTheParagraphsAre) {
  const std::string article = std::string(kFirst) + kSecond;
  struct Case {
    const char* what;
    std::string html;
  };
  for (const Case& c : {
           Case{"alone", "<body>" + article},
           Case{"beside a menu",
                "<div><ul><li>Hjem<li>Nyheter<li>Sport, kultur, debatt og mye "
                "annet for alle lesere</ul></div><div>" +
                    article + "</div>"},
           Case{"beside links",
                "<div><p><a href=/a>En lenke til en annen sak, om noe helt "
                "annet</a></p><p><a href=/b>Enda en lenke, til en tredje sak, som "
                "er lang</a></p></div><div>" +
                    article + "</div>"},
           Case{"beside what names itself furniture",
                "<div class=teasers><p>Kort om noe annet, som hendte et sted.</p></div><div>" +
                    article + "</div>"},
           Case{"beside buttons", "<div>" + article + "<p>Del</p></div><div><p>Følg</p></div>"},
       }) {
    EXPECT_THAT(TextOf(c.html), HasSubstr(kText)) << c.what;
    EXPECT_THAT(TextOf(c.html), Not(HasSubstr("annet"))) << c.what;
  }
}

TEST(HtmlParagraphsTest, TakesTheSectionsOfOneArticleTogether) {
  EXPECT_EQ(TextOf("<body><div><div class=part>" + std::string(kFirst) +
                   "</div><div class=newsletter>Meld deg på</div><div class=part>" + kSecond +
                   "</div></div><div><p>Kontakt oss her.</p></div>"),
            kText);
}

TEST(HtmlParagraphsTest, TakesTextWithBreaksOfLinesForParagraphs) {
  EXPECT_EQ(TextOf("<table><tr><td>Hjem<td>Dahl møtte Moe i Bergen i går, og de snakket om "
                   "skip.<br><br>De ble enige om tre nye fartøyer, sier Moe til avisen.</table>"),
            kText);
}

TEST(HtmlParagraphsTest, GivesNothingWhereThereIsNoParagraph) {
  for (const char* html : {"", "<div>kort</div>", "<ul><li>Hjem<li>Nyheter</ul>",
                           "<p><a href=/a>Bare en lenke til en annen sak et sted</a></p>"}) {
    EXPECT_EQ(TextOf(html), "") << html;
  }
}

}  // namespace
}  // namespace norn::ingest
