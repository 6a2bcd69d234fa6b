#include "ingest/extract/time/numbers.h"

#include <gtest/gtest.h>

#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

const NumberFormat& FormatOf(const std::string& language) {
  return LexiconSet::BuiltIn().For(language).number_format();
}

TEST(ParseDigitsTest, ReadsGroupsAndDecimalsAsTheLanguageWritesThem) {
  const struct {
    const char* language;
    const char* word;
    double value;
  } cases[] = {{"nb", "26", 26},
               {"nb", "1.600", 1600},
               {"nb", "1,600", 1.6},
               {"nb", "3,5", 3.5},
               {"nb", "3.5", 3.5},
               {"nn", "1.600.000", 1600000},
               {"sv", "0,25", 0.25},
               {"sv", "1\u00a0600", 1600},
               {"da", "12,50", 12.50},
               {"da", "1\u202f600\u202f000", 1600000},
               {"en", "1,600", 1600},
               {"en", "1.125", 1.125},
               {"en", "1,125,000", 1125000},
               {"en", "3.5", 3.5}};
  for (const auto& c : cases) {
    const auto value = ParseDigits(c.word, FormatOf(c.language));
    ASSERT_TRUE(value) << c.word;
    EXPECT_DOUBLE_EQ(*value, c.value) << c.language << " " << c.word;
  }
}

TEST(ParseDigitsTest, RefusesWhatIsNoNumber) {
  for (const char* word :
       {"", "tre", "1.2.3", "1,", ",5", "14.", "F-16", "1-2", "99999999999999999999999999"}) {
    EXPECT_FALSE(ParseDigits(word, FormatOf("nb"))) << word;
  }
}

TEST(NumberAtTest, TakesMultipliersAlong) {
  static const PatternAnalyzer analyzer(LexiconSet::BuiltIn());
  const struct {
    const char* language;
    const char* text;
    double value;
    uint32_t tokens;
  } cases[] = {
      {"nb", "660 milliarder kroner", 660e9, 2}, {"nb", "to millioner kroner", 2e6, 2},
      {"nb", "3,5 milliarder", 3.5e9, 2},        {"nb", "fire personer", 4, 1},
      {"sv", "1,2 miljarder kronor", 1.2e9, 2},  {"en", "1.125 billion dollars", 1.125e9, 2}};
  for (const auto& c : cases) {
    const Grammar grammar(LexiconSet::BuiltIn().For(c.language));
    const AnnotatedText text = analyzer.Analyze(c.text, 0, c.language);
    const auto number = NumberAt(text, 0, static_cast<uint32_t>(text.tokens.size()), grammar);
    ASSERT_TRUE(number) << c.text;
    EXPECT_DOUBLE_EQ(number->value, c.value) << c.text;
    EXPECT_EQ(number->token_count, c.tokens) << c.text;
  }
}

TEST(NumberAtTest, TakesNoOrdinal) {
  static const PatternAnalyzer analyzer(LexiconSet::BuiltIn());
  const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
  const AnnotatedText text = analyzer.Analyze("fjerde møte", 0, "nb");
  EXPECT_FALSE(NumberAt(text, 0, static_cast<uint32_t>(text.tokens.size()), grammar));
}

}  // namespace
}  // namespace norn::ingest
