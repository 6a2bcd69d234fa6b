#include "ingest/extract/time/time_expressions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// One line for each expression: "past" or "since", range, and the future range where it differs.
std::string Found(const std::string& language, const std::string& sentence,
                  const std::string& published) {
  static const PatternAnalyzer analyzer(LexiconSet::BuiltIn());
  const Grammar grammar(LexiconSet::BuiltIn().For(language));
  const AnnotatedText text = analyzer.Analyze(sentence, 0, language);
  std::string result;
  for (const TimeExpression& time : FindTimeExpressions(
           text, text.sentences.at(0), grammar, ParseIsoDate(published).value_or(DayRange{}))) {
    if (!result.empty()) result += "; ";
    if (time.kind == TimeExpression::Kind::kRelative) {
      absl::StrAppend(&result, "shift ", time.shift);
      continue;
    }
    if (time.kind == TimeExpression::Kind::kUnknown) {
      result += time.fields.anchor ? "from before" : "unknown";
      continue;
    }
    if (time.kind == TimeExpression::Kind::kSince) result += "since ";
    absl::StrAppend(&result, time.past.from(), "..", time.past.to());
    if (time.past.weekday() != 0) absl::StrAppend(&result, " weekday ", time.past.weekday());
    if (time.future.from() != time.past.from()) {
      absl::StrAppend(&result, " or ", time.future.from(), "..", time.future.to());
    }
  }
  return result;
}

struct Case {
  const char* language;
  const char* sentence;
  const char* published;
  const char* expected;
};

TEST(TimeExpressionsTest, SaysWhatIsKnownAndNoMore) {
  const Case cases[] = {
      {"nb", "De møttes 14. juni 2024 i Oslo.", "2025-07-04", "2024-06-14..2024-06-14"},
      {"nb", "De møttes 14. juni i Oslo.", "2025-07-04",
       "2025-06-14..2025-06-14 or 2026-06-14..2026-06-14"},
      {"nb", "De møttes 14. desember.", "2025-07-04",
       "2024-12-14..2024-12-14 or 2025-12-14..2025-12-14"},
      {"nb", "De møttes i februar 2022.", "2025-07", "2022-02-01..2022-02-28"},
      {"nb", "De møttes i 2019.", "", "2019-01-01..2019-12-31"},
      // 2025-07-04 was a Friday.
      {"nb", "De møttes torsdag.", "2025-07-04",
       "2025-07-03..2025-07-03 or 2025-07-10..2025-07-10"},
      {"nb", "De møttes torsdag.", "2025-07", "2025-07-01..2025-07-31 weekday 4"},
      {"nb", "De møttes torsdag.", "", "unknown"},
      {"nb", "De møttes natt til onsdag.", "2025-07-04",
       "2025-07-02..2025-07-02 or 2025-07-09..2025-07-09"},
      {"nb", "De møttes i går.", "2025-07-04", "2025-07-03..2025-07-03"},
      {"nb", "De møttes i forrige uke.", "2025-07-04", "2025-06-23..2025-06-29"},
      {"nb", "De møttes for to måneder siden.", "2025-07-04", "2025-05-01..2025-05-31"},
      {"nb", "Det var det første møtet siden 14. juni 2024.", "2025-07-04",
       "since 2024-06-14..2024-06-14"},
      {"nb", "Samtalen kom dagen etter at de møttes.", "2025-07-04", "shift 1"},
      {"sv", "De träffades den 14 juni 2024.", "2025-07-04", "2024-06-14..2024-06-14"},
      // Whatever the status, it was.
      {"sv", "De träffades i torsdags.", "2025-07-04", "2025-07-03..2025-07-03"},
      {"sv", "De träffades förra veckan.", "2025-07-04", "2025-06-23..2025-06-29"},
      {"sv", "Det är det första mötet sedan 2019.", "2025-07-04", "since 2019-01-01..2019-12-31"},
      {"sv", "De träffades för tre dagar sedan.", "2025-07-04", "2025-07-01..2025-07-01"},
      // Parts of the day, compounds and genitives.
      {"sv", "De träffades på måndagskvällen.", "2025-07-04",
       "2025-06-30..2025-06-30 or 2025-07-07..2025-07-07"},
      {"nn", "Dei møttest tysdag kveld.", "2025-07-04",
       "2025-07-01..2025-07-01 or 2025-07-08..2025-07-08"},
      {"nb", "De møttes søndagskvelden.", "2025-07-04",
       "2025-06-29..2025-06-29 or 2025-07-06..2025-07-06"},
      {"nb", "Etter mandagens møte var de enige.", "2025-07-04",
       "2025-06-30..2025-06-30 or 2025-07-07..2025-07-07"},
      {"da", "De mødtes onsdag aften.", "2025-07-04",
       "2025-07-02..2025-07-02 or 2025-07-09..2025-07-09"},
      {"en", "They met on Tuesday night.", "2025-07-04",
       "2025-07-01..2025-07-01 or 2025-07-08..2025-07-08"},
      {"nb", "De møttes natt til 9. april i år.", "2025-07-04", "2025-04-09..2025-04-09"},
      {"da", "Det skete natten til søndag.", "2025-07-04",
       "2025-06-29..2025-06-29 or 2025-07-06..2025-07-06"},
      // Sides of publication that the words themselves tell.
      {"sv", "De träffas på söndag.", "2025-07-04", "2025-07-06..2025-07-06"},
      {"da", "De mødtes i torsdags.", "2025-07-04", "2025-07-03..2025-07-03"},
      {"da", "De mødes på fredag.", "2025-07-04", "2025-07-04..2025-07-04"},
      {"en", "They met last Thursday.", "2025-07-04", "2025-07-03..2025-07-03"},
      {"en", "They meet next spring.", "2025-07-04", "2026-03-01..2026-05-31"},
      {"nb", "De møtes til høsten.", "2025-07-04", "2025-09-01..2025-11-30"},
      {"sv", "De träffades i våras.", "2025-07-04", "2025-03-01..2025-05-31"},
      // Several words of one time.
      {"nb", "De møttes i november i fjor.", "2025-07-04", "2024-11-01..2024-11-30"},
      {"nb", "De møttes 6. mai i fjor.", "2025-07-04", "2024-05-06..2024-05-06"},
      {"sv", "De träffades i juli förra året.", "2025-07-04", "2024-07-01..2024-07-31"},
      {"da", "De mødtes i juni sidste år.", "2025-07-04", "2024-06-01..2024-06-30"},
      {"en", "They met in February of last year.", "2025-07-04", "2024-02-01..2024-02-29"},
      {"nb", "De møttes torsdag i forrige uke.", "2025-07-04", "2025-06-26..2025-06-26"},
      {"nn", "Dei møtest torsdag i neste veke.", "2025-07-04", "2025-07-10..2025-07-10"},
      {"da", "De mødtes onsdag i denne uge.", "2025-07-04", "2025-07-02..2025-07-02"},
      {"sv", "De träffades i går, torsdag.", "2025-07-04", "2025-07-03..2025-07-03"},
      {"nb", "De møttes sist søndag, 29. juni.", "2025-07-04", "2025-06-29..2025-06-29"},
      {"nb", "De møttes fredag 19. september.", "2025-10-04", "2025-09-19..2025-09-19"},
      {"nb", "De møttes i fjor høst.", "2025-07-04", "2024-09-01..2024-11-30"},
      // Seasons, decades, quarters, feasts.
      {"nb", "De møttes våren 2022.", "2025-07-04", "2022-03-01..2022-05-31"},
      {"nn", "Dei møttest hausten 2021.", "2025-07-04", "2021-09-01..2021-11-30"},
      {"sv", "De träffades sommaren 2023.", "2025-07-04", "2023-06-01..2023-08-31"},
      {"da", "De mødtes i efteråret 2020.", "2025-07-04", "2020-09-01..2020-11-30"},
      {"nb", "De møttes vinteren 2022.", "2025-07-04", "2022-01-01..2022-12-31"},
      {"nb", "De møttes på 1990-tallet.", "2025-07-04", "1990-01-01..1999-12-31"},
      {"sv", "De träffades på 80-talet.", "2025-07-04", "1980-01-01..1989-12-31"},
      {"en", "They met in the 1990s.", "2025-07-04", "1990-01-01..1999-12-31"},
      {"da", "De mødtes i andet kvartal 2024.", "2025-07-04", "2024-04-01..2024-06-30"},
      {"nb", "De snakket sammen nyttårsaften.", "2025-01-03",
       "2024-12-31..2024-12-31 or 2025-12-31..2025-12-31"},
      {"en", "They spoke on Easter Sunday.", "2025-07-04",
       "2025-04-20..2025-04-20 or 2026-04-05..2026-04-05"},
      {"nn", "Dei møttest langfredag 2024.", "2025-07-04", "2024-03-29..2024-03-29"},
      // Digits and ordinals.
      {"nb", "De møttes 06.05.2024 i Oslo.", "2025-07-04", "2024-05-06..2024-05-06"},
      {"da", "De mødtes den 6/5 i Oslo.", "2025-07-04",
       "2025-05-06..2025-05-06 or 2026-05-06..2026-05-06"},
      {"en", "They met on May 6, 2024.", "2025-07-04", "2024-05-06..2024-05-06"},
      {"en", "They met on 6 May 2024.", "2025-07-04", "2024-05-06..2024-05-06"},
      {"en", "They met on the 6th of May 2024.", "2025-07-04", "2024-05-06..2024-05-06"},
      {"en", "They met on June 3-5.", "2025-07-04",
       "2025-06-03..2025-06-05 or 2026-06-03..2026-06-05"},
      {"en", "They met on 2024-05-06.", "2025-07-04", "2024-05-06..2024-05-06"},
      {"nb", "De møttes den fjerde januar.", "2025-07-04",
       "2025-01-04..2025-01-04 or 2026-01-04..2026-01-04"},
      {"sv", "De träffades den 3 och 4 februari 2024.", "2025-07-04", "2024-02-03..2024-02-04"},
      // Counted from publication.
      {"nb", "For ti år siden møttes de.", "2025-07-04", "2015-01-01..2015-12-31"},
      {"sv", "För tio år sedan träffades de.", "2025-07-04", "2015-01-01..2015-12-31"},
      {"nb", "De møttes for to uker siden.", "2025-07-04", "2025-06-17..2025-06-23"},
      {"en", "They met ten days ago.", "2025-07-04", "2025-06-24..2025-06-24"},
      {"en", "They met two weeks ago today.", "2025-07-04", "2025-06-20..2025-06-20"},
      {"da", "De mødtes for lidt over et år siden.", "2025-07-04", "2024-01-01..2024-12-31"},
      {"sv", "De träffas om tre år.", "2025-07-04", "2028-01-01..2028-12-31"},
      {"en", "They spoke tonight.", "2025-07-04", "2025-07-04..2025-07-04"},
      {"nb", "De møttes i helgen.", "2025-07-07",
       "2025-07-04..2025-07-06 or 2025-07-11..2025-07-13"},
      {"en", "They met in early June.", "2025-07-04",
       "2025-06-01..2025-06-30 or 2026-06-01..2026-06-30"},
      {"nb", "De møttes i begynnelsen av juni.", "2025-07-04",
       "2025-06-01..2025-06-30 or 2026-06-01..2026-06-30"},
      // Counted from what was told before.
      {"sv", "Samma dag ringde hon honom.", "2025-07-04", "from before"},
      {"nb", "To uker senere møttes de.", "2025-07-04", "from before"},
      {"en", "They met the previous day.", "2025-07-04", "from before"},
      {"nn", "Dei møttest våren etter.", "2025-07-04", ""},
      // Told, but not which.
      {"nb", "De møttes i sin tid.", "2025-07-04", "unknown"},
      {"da", "De mødtes for nogle uger siden.", "2025-07-04", "unknown"},
      // Words that are something else.
      {"en", "They may march under the summer heat.", "2025-07-04", ""},
      {"nb", "Våren er kommet.", "2025-07-04", ""},
      {"nb", "Butikken har åpent 24/7.", "2025-07-04", ""},
      // Numbers that are no days.
      {"nb", "Norge sendte 2000 granater.", "2025-07-04", ""},
      {"nb", "14 personer ble såret.", "2025-07-04", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Found(c.language, c.sentence, c.published), c.expected) << c.sentence;
  }
}

}  // namespace
}  // namespace norn::ingest
