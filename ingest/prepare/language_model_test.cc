#include "ingest/prepare/language_model.h"

#include <algorithm>
#include <string>

#include "gtest/gtest.h"
#include "ingest/prepare/language_features.h"

namespace norn::ingest {
namespace {

LanguageModel Small() {
  LanguageModel model;
  for (const char* tag : {"aa", "bb"}) {
    LanguageModel::Language& language = model.languages.emplace_back();
    language.tag = tag;
    language.scale = 0.5F;
    language.common_share = 0.5F;
    language.weights.assign(kLanguageBuckets, 0);
    const std::string word(3, tag[0]);
    for (const uint32_t feature : LanguageFeatures({word})) language.weights[feature] = 10;
    language.common_words = {LanguageHash(word)};
  }
  return model;
}

TEST(LanguageModelTest, ScoresWhatItWasMadeFor) {
  const LanguageModel model = Small();
  EXPECT_EQ(model.Identify({"aaa"}), "aa");
  EXPECT_EQ(model.Identify({"bbb", "bbb", "aaa"}), "bb");
  EXPECT_EQ(model.Identify({}), "und");
  EXPECT_EQ(model.Identify(std::vector<std::string>(1000, "zzz")), "und");
}

TEST(LanguageModelTest, ComesBackFromItsBytes) {
  const std::string bytes = Small().Serialize();
  const auto parsed = LanguageModel::Parse(bytes);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->Serialize(), bytes);
}

TEST(LanguageModelTest, RefusesDamagedBytes) {
  const std::string bytes = Small().Serialize();
  for (const size_t size : {size_t{0}, size_t{5}, size_t{9}, size_t{12}, bytes.size() - 1}) {
    EXPECT_EQ(LanguageModel::Parse(bytes.substr(0, size)).status().code(),
              absl::StatusCode::kDataLoss)
        << size;
  }
  EXPECT_FALSE(LanguageModel::Parse(bytes + "x").ok());
  EXPECT_FALSE(LanguageModel::Parse("x" + bytes).ok());
}

TEST(LanguageFeaturesTest, WordsAreFoldedAndBounded) {
  EXPECT_EQ(LanguageWords("Å, ja – 12 ting!"), (std::vector<std::string>{"å", "ja", "ting"}));
  std::string text;
  for (size_t i = 0; i < kMaxLanguageWords + 10; ++i) text += "ord ";
  EXPECT_EQ(LanguageWords(text).size(), kMaxLanguageWords);
  EXPECT_LE(LanguageFeatures(LanguageWords(std::string(100000, 'a'))).size(), 1000);
}

}  // namespace
}  // namespace norn::ingest
