#include "ingest/prepare/other_language.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(OtherLanguageTest, NamesWhatItKnows) {
  struct Case {
    const char* language;
    const char* text;
  };
  for (const Case& c : {
           Case{"de",
                "Der Bundeskanzler traf sich am Dienstag mit dem Präsidenten in Paris und "
                "sprach über die Lage in der Ukraine."},
           Case{"fr",
                "Le président a rencontré le chancelier allemand mardi à Paris pour parler de "
                "la défense européenne."},
           Case{"es",
                "El presidente se reunió el martes con el canciller en Madrid para hablar de "
                "la defensa."},
           Case{"pl",
                "Prezydent spotkał się we wtorek z kanclerzem w Warszawie i rozmawiał o "
                "obronie Europy."},
           Case{"und-Cyrl", "Президент встретился с канцлером во вторник."},
           Case{"und-Arab", "التقى الرئيس بالمستشار يوم الثلاثاء."},
           Case{"und",
                "Presidentti tapasi kanslerin tiistaina Helsingissä ja keskusteli "
                "puolustuksesta."},
           Case{"und", "12 000"},
           Case{"und", ""},
       }) {
    EXPECT_EQ(NameOtherLanguage(c.text), c.language) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
