#include "ingest/read/pages/html_page.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

using ::testing::HasSubstr;

constexpr size_t kLimit = size_t{1} << 24;

TEST(HtmlPageTest, ReadsAPage) {
  const auto article = ReadHtmlPage("a.html", R"(<!DOCTYPE html>
<html lang="nb-NO"><head><meta charset="utf-8"><title>Møte i dag – Avisa</title>
<meta property="og:title" content="Møte i dag"><meta property="og:site_name" content="Avisa">
<meta property="article:published_time" content="2025-07-04T10:00:00+02:00">
<style>p { color: red }</style></head>
<body><nav><a href="/">Hjem</a></nav><header>Avisa</header>
<article><h1>Møte i dag</h1><p>Trump <b>ringte</b>
  Putin.</p><p>De snakket &amp; lo.<br>Lenge.</p><figure><figcaption>Foto</figcaption></figure>
<script>var x = "<p>nei</p>";</script><aside>Les også</aside><div hidden>skjult</div></article>
<article>Kort</article><footer>Kontakt</footer></body></html>)",
                                    kLimit);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->text(), "Trump ringte Putin.\n\nDe snakket & lo. Lenge.");
  EXPECT_EQ(article->title(), "Møte i dag");
  EXPECT_EQ(article->source(), "Avisa");
  EXPECT_EQ(article->published(), "2025-07-04");
  EXPECT_EQ(article->language(), "nb");
  EXPECT_EQ(article->name(), "a.html");
}

TEST(HtmlPageTest, FindsTheBody) {
  struct Case {
    const char* html;
    const char* text;
  };
  for (const Case& c : std::vector<Case>{
           {"Bare tekst", "Bare tekst"},
           {"<main>Her <main>er</main></main> ikke der", "Her\n\ner"},
           {"<article>x<div itemprop='articleBody'>Kropp</div></article>", "Kropp"},
           {"<article>kort</article><article>mye lengre</article>", "mye lengre"},
           {"<div>En<div>To</div>Tre</div>", "En\n\nTo\n\nTre"},
           {"<p>uten\n\n  slutt<p>neste", "uten slutt\n\nneste"},
           {"<table><tr><td>a<td>b</table>", "a\n\nb"},
           {"<p>Dahl møtte<br>Moe i går.<br> <br>De lo.</p>", "Dahl møtte Moe i går.\n\nDe lo."},
       }) {
    const auto article = ReadHtmlPage("a", c.html, kLimit);
    ASSERT_TRUE(article.ok()) << c.html << article.status();
    EXPECT_EQ(article->text(), c.text) << c.html;
  }
}

TEST(HtmlPageTest, LeavesOutWhatStandsBesideTheArticle) {
  const std::string article =
      "<p>Dahl møtte Moe i Bergen i går, og de snakket om skip.</p>"
      "<div class='ad-slot'><p>Kjøp skip av Berg i dag.</p></div>"
      "<p>De <a href='/moe'>snakket lenge</a>, sier Dahl.</p>"
      "<p><a href='/2'>Moe møtte Berg i Oslo</a></p>"
      "<div class='lesOgsa'><p>Berg ringte Dahl.</p></div>"
      "<ul><li><a href='/3'>Dahl ringte Berg</a></li></ul>"
      "<p>Møtet varte i to timer.</p>";
  const std::string text =
      "Dahl møtte Moe i Bergen i går, og de snakket om skip.\n\n"
      "De snakket lenge, sier Dahl.\n\n"
      "Møtet varte i to timer.";
  for (const std::string& page :
       {"<article>" + article + "</article>",
        "<div id=top><a href='/'>Forsiden</a></div><div><div>" + article +
            "</div></div><div><ul><li>Vilkår</li></ul><p>Avisa AS</p></div>"}) {
    const auto read = ReadHtmlPage("a", page, kLimit);
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(read->text(), text) << page;
  }
}

TEST(HtmlPageTest, LeavesOutBylinesAndSubjectsButNoHeadings) {
  const auto article =
      ReadHtmlPage("a",
                   "<article><p>Av Kari Moe</p><p>Oppdatert 5. mars</p><p>Det regner i "
                   "Bergen.</p><h2>I Oslo</h2><p>Der snør det.</p><p>Vær</p></article>",
                   kLimit);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->text(), "Det regner i Bergen.\n\nI Oslo\n\nDer snør det.");
}

TEST(HtmlPageTest, TakesTheTextThatThePageSaysApartWhereItsElementsHaveLittle) {
  const auto article = ReadHtmlPage("a",
                                    "<script type='application/ld+json'>{\"@type\": "
                                    "\"NewsArticle\", \"articleBody\": \"Det regner i "
                                    "Bergen. I Oslo snør det.\"}</script><p>Det regner.</p>",
                                    kLimit);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->text(), "Det regner i Bergen. I Oslo snør det.");
}

TEST(HtmlPageTest, FindsArticlesThatOtherTextOutweighs) {
  const std::string sentence =
      "Dahl møtte Moe i Bergen i går, og de snakket lenge om skip, om fisk og om vær og vind.";
  const std::string comment =
      "Dette mener jeg er helt feil, og det har jeg sagt før, både her, i avisa og hjemme hos meg.";
  std::string comments;
  for (int i = 0; i < 6; ++i) comments += "<div class='c'><p>" + comment + "</p></div>";
  for (const std::string& page : {
           // Comments are longer than the article.
           "<div class='article'><div class='content'>" + sentence +
               "</div></div><div id='comments'>" + comments + "</div>",
           // The text's own element is called like a sidebar, too.
           "<div class='l-sidebar-fixed l-article-body-segment'><p>" + sentence +
               "</p></div><div id='comments'>" + comments + "</div>",
       }) {
    const auto read = ReadHtmlPage("a", page, kLimit);
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(read->text(), sentence) << page;
  }
  // An article in sections that are called alike.
  const std::string part = "<div><section class='part'><p>" + sentence + "</p></section></div>";
  const auto parts = ReadHtmlPage("a", "<div>" + part + part + "</div>", kLimit);
  ASSERT_TRUE(parts.ok()) << parts.status();
  EXPECT_EQ(parts->text(), sentence + "\n\n" + sentence);
}

TEST(HtmlPageTest, PutsTheStandfirstInFrontAndCaptionsBehind) {
  const auto article = ReadHtmlPage(
      "a",
      "<main><p class='ingress'>Dahl og Moe har snakket sammen i Bergen igjen.</p>"
      "<div itemprop='articleBody'><p>De møttes i går.</p><figure><img>"
      "<figcaption>Dahl og Moe på kaia i Bergen i 2019</figcaption></figure></div></main>",
      kLimit);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->text(),
            "Dahl og Moe har snakket sammen i Bergen igjen.\n\nDe møttes i går.\n\n"
            "Dahl og Moe på kaia i Bergen i 2019");
  ASSERT_EQ(article->passage_size(), 1);
  EXPECT_EQ(article->passage(0).kind(), proto::Article::Passage::CAPTION);
  EXPECT_EQ(article->text().substr(article->passage(0).start()),
            "Dahl og Moe på kaia i Bergen i 2019");
  EXPECT_EQ(article->passage(0).end(), article->text().size());
}

TEST(HtmlPageTest, FindsTheDate) {
  struct Case {
    const char* html;
    const char* date;
  };
  for (const Case& c : std::vector<Case>{
           {"<meta name='Date' content='2025-07-04'>x", "2025-07-04"},
           {"<meta itemprop=datePublished content='2025-07-04T10:00'>x", "2025-07-04"},
           {"<p>x<time datetime='2025-07-04'>i går</time>", "2025-07-04"},
           {"<time datetime='2020-01-01'>x</time><meta name='dc.date' content='2025-07-04'>",
            "2025-07-04"},
           {"<meta name=date content='4. juli'>x", ""},
           {"x", ""},
       }) {
    const auto article = ReadHtmlPage("a", c.html, kLimit);
    ASSERT_TRUE(article.ok()) << c.html << article.status();
    EXPECT_EQ(article->published(), c.date) << c.html;
  }
}

TEST(HtmlPageTest, RefusesAndSaysWhatToMend) {
  struct Case {
    std::string html;
    const char* problem;
  };
  for (const Case& c : std::vector<Case>{
           {"", "empty"},
           {"<html><script>x</script></html>", "no readable text"},
           {"<nav>x</nav>", "no readable text"},
           {"<p>bl\xE5", "not UTF-8"},
       }) {
    const auto article = ReadHtmlPage("a", c.html, kLimit);
    ASSERT_EQ(article.status().code(), absl::StatusCode::kInvalidArgument) << c.html;
    EXPECT_THAT(article.status().ToString(), HasSubstr(c.problem));
  }
}

TEST(HtmlPageTest, SurvivesHostilePages) {
  for (const std::string part : {"<b>",
                                 "<b a><p>",
                                 "<font x=1><i><p>x",
                                 "<a href=x><div></div>",
                                 "<select><option>",
                                 "<svg><foreignObject>",
                                 "<math><mi>",
                                 "<table><b>",
                                 "&amp",
                                 "<p x=\"",
                                 "</p>",
                                 "<!--",
                                 "<object><p>",
                                 "<template>",
                                 "<dd><dt>",
                                 "<frameset>",
                                 "<plaintext>",
                                 "<h1><h2>",
                                 "<button><p>",
                                 "<caption>",
                                 "<table><tr><td><table>"}) {
    std::string html;
    while (html.size() < 400000) html += part;
    const auto article = ReadHtmlPage("a", html + "<p>slutt", kLimit);
    EXPECT_TRUE(article.ok() || article.status().code() == absl::StatusCode::kInvalidArgument);
  }
}

}  // namespace
}  // namespace norn::ingest
