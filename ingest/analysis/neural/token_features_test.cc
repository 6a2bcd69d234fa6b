#include "ingest/analysis/neural/token_features.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(TokenFeaturesTest, ShapeSaysHowAWordIsWritten) {
  const struct {
    const char* form;
    WordShape shape;
  } kCases[] = {
      {",", WordShape::kPunctuation},     {"møte", WordShape::kLower},
      {"Oslo", WordShape::kCapital},      {"J", WordShape::kInitial},
      {"NATO", WordShape::kUpper},        {"iPhone", WordShape::kMixed},
      {"McCain", WordShape::kMixed},      {"1.600", WordShape::kNumber},
      {"F-16", WordShape::kDigitsInWord}, {"", WordShape::kPunctuation},
  };
  for (const auto& c : kCases) EXPECT_EQ(MakeTokenFeatures(c.form).shape, c.shape) << c.form;
}

TEST(TokenFeaturesTest, CaseDigitsAndQuotesDoNotMakeAnotherWord) {
  EXPECT_EQ(WordHash("Møte"), WordHash("møte"));
  EXPECT_EQ(WordHash("1987"), WordHash("2025"));
  EXPECT_EQ(WordHash("”"), WordHash("\""));
  EXPECT_NE(WordHash("møte"), WordHash("møter"));
}

TEST(TokenFeaturesTest, StemIsTheFormWithoutAGenitive) {
  for (const char* form : {"Ukrainas", "Ukraina:s", "Ukraina's", "Ukraina’s"}) {
    EXPECT_EQ(MakeTokenFeatures(form).stem, WordHash("ukraina")) << form;
  }
  EXPECT_EQ(MakeTokenFeatures("Oslo").stem, WordHash("oslo"));
}

TEST(TokenFeaturesTest, EndlessWordsHaveFewPieces) {
  EXPECT_LT(MakeTokenFeatures(std::string(1 << 20, 'a')).pieces.size(), 100U);
}

}  // namespace
}  // namespace norn::ingest
