#include "ingest/extract/time/numbers.h"

#include <gtest/gtest.h>

#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

TEST(ParseDigitsTest, ReadsTheSeparatorsOfTheLanguages) {
  const struct {
    const char* word;
    double value;
  } cases[] = {{"26", 26},       {"1.600", 1600},
               {"1,600", 1600},  {"3,5", 3.5},
               {"3.5", 3.5},     {"1.600.000", 1600000},
               {"0,25", 0.25},   {"1\u00a0600", 1600},
               {"12.50", 12.50}, {"1\u202f600\u202f000", 1600000}};
  for (const auto& c : cases) {
    const auto value = ParseDigits(c.word);
    ASSERT_TRUE(value) << c.word;
    EXPECT_DOUBLE_EQ(*value, c.value) << c.word;
  }
}

TEST(ParseDigitsTest, RefusesWhatIsNoNumber) {
  for (const char* word :
       {"", "tre", "1.2.3", "1,", ",5", "14.", "F-16", "1-2", "99999999999999999999999999"}) {
    EXPECT_FALSE(ParseDigits(word)) << word;
  }
}

TEST(NumberAtTest, TakesMultipliersAlong) {
  static const PatternAnalyzer analyzer(LexiconSet::BuiltIn());
  const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
  const struct {
    const char* text;
    double value;
    uint32_t tokens;
  } cases[] = {{"660 milliarder kroner", 660e9, 2},
               {"to millioner kroner", 2e6, 2},
               {"3,5 milliarder", 3.5e9, 2},
               {"fire personer", 4, 1}};
  for (const auto& c : cases) {
    const AnnotatedText text = analyzer.Analyze(c.text, 0, "nb");
    const auto number = NumberAt(text, 0, static_cast<uint32_t>(text.tokens.size()), grammar);
    ASSERT_TRUE(number) << c.text;
    EXPECT_DOUBLE_EQ(number->value, c.value) << c.text;
    EXPECT_EQ(number->token_count, c.tokens) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
