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
      {"nb", "De møttes torsdag.", "", ""},
      {"nb", "De møttes natt til onsdag.", "2025-07-04",
       "2025-07-02..2025-07-02 or 2025-07-09..2025-07-09"},
      {"nb", "De møttes i går.", "2025-07-04", "2025-07-03..2025-07-03"},
      {"nb", "De møttes i forrige uke.", "2025-07-04", "2025-06-23..2025-06-29"},
      {"nb", "De møttes for to måneder siden.", "2025-07-04", "2025-05-01..2025-05-31"},
      {"nb", "Det var det første møtet siden 14. juni 2024.", "2025-07-04",
       "since 2024-06-14..2024-06-14"},
      {"nb", "Samtalen kom dagen etter at de møttes.", "2025-07-04", "shift 1"},
      {"sv", "De träffades den 14 juni 2024.", "2025-07-04", "2024-06-14..2024-06-14"},
      {"sv", "De träffades i torsdags.", "2025-07-04",
       "2025-07-03..2025-07-03 or 2025-07-10..2025-07-10"},
      {"sv", "De träffades förra veckan.", "2025-07-04", "2025-06-23..2025-06-29"},
      {"sv", "Det är det första mötet sedan 2019.", "2025-07-04", "since 2019-01-01..2019-12-31"},
      {"sv", "De träffades för tre dagar sedan.", "2025-07-04", "2025-07-01..2025-07-01"},
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
