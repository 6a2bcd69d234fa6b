#include "ingest/prepare/article_preparation.h"

#include <string>
#include <vector>

#include "base/digest.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

proto::Article Make(const std::string& text, const std::string& language = "") {
  proto::Article article;
  article.set_text(text);
  article.set_language(language);
  article.set_sha256(base::Sha256Hex(text));
  return article;
}

TEST(ArticlePreparationTest, FindsTheLanguageAndMendsLinesByIt) {
  ArticlePreparation preparation(LexiconSet::BuiltIn());
  proto::Article article =
      Make("De to snakket sammen om det som skjedde på tirs-\ndag i forrige uke.");
  preparation.Prepare(article);
  EXPECT_EQ(article.language(), "nb");
  EXPECT_EQ(article.text(), "De to snakket sammen om det som skjedde på tirsdag i forrige uke.");
  EXPECT_EQ(article.sha256(), base::Sha256Hex(article.text()));
}

TEST(ArticlePreparationTest, TellsTheLanguageOfAHandfulOfWords) {
  struct Case {
    const char* language;
    const char* text;
  };
  ArticlePreparation preparation(LexiconSet::BuiltIn());
  for (const Case& c : std::vector<Case>{
           {"nb", "Dahl møtte Moe."},
           {"nb", "Dahl besøkte Bergen."},
           {"nn", "Dahl vitja Bergen."},
           {"nn", "Dahl ringde Moe måndag."},
           {"sv", "Dahl mötte Moe i Bergen."},
           {"da", "Dahl mødte Moe i Odense."},
           {"en", "Dahl met Moe."},
           {"en", "Dahl met Moe on Tuesday."},
           {"und", "Dahl tapasi Moen Turussa tiistaina."},
           {"und", "Dahl a rencontré Moe à Bergen mardi."},
       }) {
    proto::Article article = Make(c.text);
    preparation.Prepare(article);
    EXPECT_EQ(article.language(), c.language) << c.text;
  }
}

TEST(ArticlePreparationTest, NamesOtherLanguages) {
  ArticlePreparation preparation(LexiconSet::BuiltIn());
  proto::Article article = Make(
      "Ich habe heute mit dem Präsidenten über die Lage gesprochen, und wir werden auch in den "
      "kommenden Wochen darüber reden, was zu tun ist.");
  preparation.Prepare(article);
  EXPECT_EQ(article.language(), "de");
}

TEST(ArticlePreparationTest, LeavesWhatItCannotReadAsItIs) {
  ArticlePreparation preparation(LexiconSet::BuiltIn());
  for (const char* language : {"x-judgements", "fi", "de"}) {
    proto::Article article = Make("judgement {\nverdict: SAME\n}", language);
    preparation.Prepare(article);
    EXPECT_EQ(article.text(), "judgement {\nverdict: SAME\n}");
  }
}

}  // namespace
}  // namespace norn::ingest
