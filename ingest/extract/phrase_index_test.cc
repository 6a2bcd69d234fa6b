#include "ingest/extract/phrase_index.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_split.h"

namespace norn::ingest {
namespace {

std::vector<Token> Tokens(const std::string& words) {
  std::vector<Token> tokens;
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    Token token;
    token.lower = std::string(word);
    token.is_word = word != ",";
    tokens.push_back(token);
  }
  return tokens;
}

// The length of the first match of `phrase` at the text's start; 0: none.
uint32_t LengthOf(const std::string& phrase, const std::string& words) {
  PhraseIndex<int> index;
  index.Add(phrase, 1);
  const std::vector<Token> tokens = Tokens(words);
  const auto matches = index.At(tokens, 0, tokens.size());
  return matches.empty() ? 0 : matches.front().length;
}

TEST(PhraseIndexTest, MatchesWordsInOrder) {
  EXPECT_EQ(LengthOf("ble enige om", "ble enige om dette"), 3u);
  EXPECT_EQ(LengthOf("ble enige om", "ble ikke enige om"), 0u);
  EXPECT_EQ(LengthOf("ble enige om", "ble enige"), 0u);
}

TEST(PhraseIndexTest, AStarTakesUpToFourWordsAndNoPunctuation) {
  EXPECT_EQ(LengthOf("holder * tilbake", "holder tilbake"), 2u);
  EXPECT_EQ(LengthOf("holder * tilbake", "holder a b c d tilbake"), 6u);
  EXPECT_EQ(LengthOf("holder * tilbake", "holder a b c d e tilbake"), 0u);
  EXPECT_EQ(LengthOf("holder * tilbake", "holder , tilbake"), 0u);
}

TEST(PhraseIndexTest, GivesPhrasesOfMoreWordsFirst) {
  PhraseIndex<int> index;
  index.Add("skal", 1);
  index.Add("skal ha", 2);
  const std::vector<Token> tokens = Tokens("skal ha møtt");
  const auto matches = index.At(tokens, 0, tokens.size());
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(*matches[0].value, 2);
  EXPECT_EQ(*matches[1].value, 1);
}

}  // namespace
}  // namespace norn::ingest
