#include "ingest/prepare/line_mending.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

std::string Mend(const std::string& language, const std::string& text, uint32_t begin = 0) {
  return MendLines(text, begin, Vocabulary(LexiconSet::BuiltIn().For(language)));
}

TEST(LineMendingTest, JoinsWhereASentenceGoesOn) {
  struct Case {
    const char* language;
    const char* text;
    const char* mended;
  };
  for (const Case& c : std::vector<Case>{
           {"nb", "Dahl møtte Moe\ni Bergen.", "Dahl møtte Moe i Bergen."},
           {"nb", "Dahl møtte Moe \r\n  i Bergen.\r\nHan gikk.",
            "Dahl møtte Moe i Bergen.\r\nHan gikk."},
           {"nb", "De møttes tirs-\ndag.", "De møttes tirsdag."},
           {"nb", "De møttes tirs\xC2\xAD\ndag.", "De møttes tirsdag."},
           {"nb", "Både utenriks-\nog forsvarsministeren kom.",
            "Både utenriks- og forsvarsministeren kom."},
           {"nb", "Alle NATO-\nland var der.", "Alle NATO-land var der."},
           {"nb", "Han kom fra Nord-\nKorea.", "Han kom fra Nord-Korea."},
           {"nb", "De fikk F-\n16 og mer.", "De fikk F-16 og mer."},
           {"nb", "En Kreml-talsmann kom. Den andre Kreml-\ntalsmannen, en Kreml-talsmannen gikk.",
            "En Kreml-talsmann kom. Den andre Kreml-talsmannen, en Kreml-talsmannen gikk."},
           {"sv", "Sveriges statsminister Ulf\nDahlgren mötte Moe.",
            "Sveriges statsminister Ulf Dahlgren mötte Moe."},
           {"en", "The minister flew from Bergen to see officials in\nParis on Tuesday.",
            "The minister flew from Bergen to see officials in Paris on Tuesday."},
           {"en", "They landed in New\nYork.", "They landed in New York."},
           {"da", "De mødtes i Bergen, Odense,\nAarhus og Malmø.",
            "De mødtes i Bergen, Odense, Aarhus og Malmø."},
       }) {
    EXPECT_EQ(Mend(c.language, c.text), c.mended) << c.text;
  }
}

TEST(LineMendingTest, LeavesParagraphsAsTheyAre) {
  for (const char* text : {
           "Han kom.\nHun gikk.",
           "Stort angrep i natt\nDahl sier at det var stort.",
           "Dahl møtte Jens Moe\nJens Moe var fornøyd.",
           "Moe møtte Jens\nJens var fornøyd.",
           "Bergen slår til\nMålet kom sent.",
           "Til stede:\n– Dahl\n– Moe",
           "Dahl sier nei\n\ntil alt.",
           "a) en\nb) to",
           "Les mer\nhttps://example.org/a",
           "En lang overskrift om møtet mellom de to i Bergen i går kveld\nDahl møtte Moe i Bergen "
           "i "
           "går, og de to snakket sammen i flere timer om det som har hendt siden sist, sier Dahl.",
           "",
           "\n\n",
           "-\n-\n",
       }) {
    EXPECT_EQ(Mend("nb", text), text);
  }
}

TEST(LineMendingTest, JoinsAllLinesOfATextThatIsWrappedAtAWidth) {
  EXPECT_EQ(Mend("nb",
                 "Statsministeren reiste i går til Bergen for å møte lederen for\n"
                 "Moe og Dahl AS, som bygger skip. De to snakket om nye skip.\n"
                 "Dahl sa etterpå at møtet var nyttig, og at de skal møtes på\n"
                 "Voss i mai.\n"
                 "\n"
                 "Ingen av dem ville si noe mer om hva som ble avtalt i møtet\n"
                 "Dahl kalte nyttig."),
            "Statsministeren reiste i går til Bergen for å møte lederen for "
            "Moe og Dahl AS, som bygger skip. De to snakket om nye skip. "
            "Dahl sa etterpå at møtet var nyttig, og at de skal møtes på "
            "Voss i mai.\n"
            "\n"
            "Ingen av dem ville si noe mer om hva som ble avtalt i møtet "
            "Dahl kalte nyttig.");
}

TEST(LineMendingTest, LeavesWhatStandsBeforeTheBodyAlone) {
  EXPECT_EQ(Mend("nb", "date 2025\nhan kom\nhit.", 9), "date 2025\nhan kom hit.");
}

}  // namespace
}  // namespace norn::ingest
