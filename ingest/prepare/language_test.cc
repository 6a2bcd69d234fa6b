#include "ingest/prepare/language.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(LanguageTest, TellsLanguagesApart) {
  struct Case {
    const char* language;
    const char* text;
  };
  for (const Case& c : std::vector<Case>{
           {"nb", "Statsministeren sier at han ikke vet når møtet mellom de to lederne skal være."},
           {"nb", "De snakket sammen på telefon i nesten en time, opplyser kontoret hennes."},
           {"nb", "Hun ble spurt om hva som skjer videre, men ville ikke svare på det nå."},
           {"nn", "Statsministeren seier at han ikkje veit når møtet mellom dei to skal vere."},
           {"nn", "Dei snakka saman på telefon i nesten ein time, opplyser kontoret hennar."},
           {"nn", "Ho vart spurd om kva som skjer vidare, men ville ikkje svare på det no."},
           {"sv", "Statsministern säger att han inte vet när mötet mellan de två ska äga rum."},
           {"sv", "De talade med varandra i telefon i nästan en timme, uppger hennes kontor."},
           {"sv", "Hon fick frågan om vad som händer härnäst men ville inte svara på den."},
           {"da", "Statsministeren siger, at han ikke ved, hvornår mødet mellem de to skal være."},
           {"da", "De talte sammen i telefon i næsten en time, oplyser hendes kontor i dag."},
           {"da", "Hun blev spurgt, hvad der nu skal ske, men ville ikke svare på det."},
           {"en", "The prime minister says he does not know when the two leaders will meet."},
           {"en", "They spoke on the phone for almost an hour, according to her office."},
           {"und",
            "Der Kanzler sagte am Montag, er wisse nicht, wann sich die beiden treffen. Auch "
            "seine Sprecherin wollte sich dazu nicht äußern, weil noch nichts entschieden ist."},
           {"und", "Pääministeri sanoo, ettei hän tiedä, milloin johtajat aikovat tavata."},
           {"und", "Le premier ministre dit qu'il ne sait pas quand les deux vont se voir."},
           {"und", "Премьер-министр говорит, что не знает, когда встретятся лидеры двух стран."},
           {"und", ""},
           {"und", "1234 – 5678 …"},
       }) {
    EXPECT_EQ(IdentifyLanguage(c.text), c.language) << c.text;
  }
}

TEST(LanguageTest, TellsShortTextsByTheirWordsAndNotByTheirNames) {
  struct Case {
    const char* language;
    const char* text;
  };
  for (const Case& c : std::vector<Case>{
           {"nb", "Macron møtte Scholz i Paris tirsdag."},
           {"nb", "Putin ringte Trump mandag."},
           {"nb", "Zelenskyj besøkte Washington."},
           {"nn", "Macron ringde Scholz måndag."},
           {"nn", "Macron snakka med Scholz i Paris tysdag."},
           {"sv", "Macron träffade Scholz."},
           {"sv", "Putin ringde Trump i måndags."},
           {"da", "Macron mødtes med Scholz."},
           {"da", "Macron mødte Scholz i Paris tirsdag."},
           {"en", "Macron called Scholz on Tuesday."},
       }) {
    EXPECT_EQ(IdentifyLanguage(c.text), c.language) << c.text;
  }
}

TEST(LanguageTest, DoesNotTakeTheLanguageOfWhatIsQuoted) {
  EXPECT_EQ(IdentifyLanguage("Statsministeren møtte kollegaen sin i London mandag.\n\n"
                             "\"We had a very good meeting, and we talked about the sea, about "
                             "fish and about the future of it all,\" she said in a statement. \"We "
                             "agreed on nearly everything that matters to both of us.\"\n\n"
                             "De to snakket sammen på telefon igjen tirsdag."),
            "nb");
  EXPECT_EQ(
      IdentifyLanguage("Han snakket lenge med pressen etter møtet i går.\n"
                       "– We had a very good meeting, and we talked about all that matters to "
                       "the both of us and to the people of our countries.\n"),
      "nb");
  EXPECT_EQ(IdentifyLanguage("\"We had a very good meeting, and we talked about the sea.\""), "en");
}

TEST(LanguageTest, FillsOnlyWhatTheInputDoesNotTell) {
  struct Case {
    const char* given;
    const char* filled;
  };
  for (const Case& c :
       std::vector<Case>{{"", "nn"}, {"und", "nn"}, {"no", "nn"}, {"nb", "nb"}, {"fi", "fi"}}) {
    proto::Article article;
    article.set_language(c.given);
    article.set_text(" date 2025-07 Dei veit ikkje kva ho sa om saka då dei møttest i går.");
    article.set_body_start(14);
    FillLanguage(article);
    EXPECT_EQ(article.language(), c.filled) << c.given;
  }
}

TEST(LanguageTest, TakesUnclearNorwegianForBokmal) {
  proto::Article article;
  article.set_language("no");
  article.set_text("12");
  FillLanguage(article);
  EXPECT_EQ(article.language(), "nb");
}

}  // namespace
}  // namespace norn::ingest
