#include "ingest/analysis/treebank_tokens.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

std::string Words(const std::string& text, const char* language) {
  static const auto* const analyzer = new PatternAnalyzer(LexiconSet::BuiltIn());
  const AnnotatedText fine = analyzer->TokenizeAsTreebank(text, 0, language);
  return absl::StrJoin(fine.tokens, " ", [&](std::string* out, const Token& token) {
    absl::StrAppend(out, fine.Form(token));
  });
}

TEST(TreebankTokensTest, CutsAsTheTreebankDoes) {
  struct Case {
    const char* language;
    const char* text;
    const char* words;
  };
  for (const Case& c : {
           Case{"en", "Trump's envoy didn't go.", "Trump 's envoy did n't go ."},
           Case{"en", "Trump’s envoy", "Trump ’s envoy"},
           Case{"en", "air-launched missiles", "air - launched missiles"},
           Case{"en", "See www.a-b.org now", "See www.a-b.org now"},
           Case{"nb", "F-16-fly og Trump's", "F-16-fly og Trump's"},
       }) {
    EXPECT_EQ(Words(c.text, c.language), c.words);
  }
}

TEST(TreebankTokensTest, WhatThePartsSayGoesBackToTheWhole) {
  const PatternAnalyzer analyzer(LexiconSet::BuiltIn());
  const std::string text = "Iran-backed militias attacked Israel's bases.";
  const AnnotatedText whole = analyzer.Analyze(text, 0, "en");
  ASSERT_EQ(whole.Form(whole.tokens[0]), "Iran-backed");
  EXPECT_EQ(whole.tokens[0].head, 1) << "the compound hangs on the noun behind it";
  EXPECT_EQ(whole.tokens[2].upos, "VERB");
  EXPECT_EQ(whole.tokens[3].head, 4);
}

TEST(TreebankTokensTest, AnEndlessCompoundCostsLittle) {
  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += "a-";
  EXPECT_GT(Words(endless, "en").size(), endless.size());
}

}  // namespace
}  // namespace norn::ingest
