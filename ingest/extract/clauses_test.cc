#include "ingest/extract/clauses.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// The words with " | " in front of each that stands in another clause than the one before it. Names
// are the words with a capital; no tree is needed.
struct Cut {
  explicit Cut(const std::string& sentence) {
    std::string rows_text;
    const std::vector<std::string> words = absl::StrSplit(sentence, ' ');
    for (uint32_t i = 0; i < words.size(); ++i) {
      const bool is_word = words[i] != "," && words[i] != ".";
      absl::StrAppend(&rows_text, words[i], " ", words[i], is_word ? " X" : " PUNCT", " _ 0 dep\n");
      if (words[i][0] < 'A' || words[i][0] > 'Z') continue;
      Mention& mention = mentions.emplace_back();
      mention.first_token = mention.phrase_begin = i;
      mention.token_count = 1;
    }
    const RowsText rows(rows_text);
    const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
    const ClauseMap map(rows.text(), rows.text().sentences[0], grammar, mentions);
    for (uint32_t i = 0; i < words.size(); ++i) {
      const bool is_new = i > 0 && map.ClauseOf(i) != map.ClauseOf(i - 1);
      absl::StrAppend(&text, i == 0 ? "" : is_new ? " | " : " ", words[i]);
      kinds.push_back(map.clause(map.ClauseOf(i)).kind);
      governed.push_back(map.Governs(0, map.ClauseOf(i)));
    }
  }
  std::vector<Mention> mentions;
  std::string text;
  std::vector<Clause::Kind> kinds;  // by word
  std::vector<bool> governed;       // by word, by the first clause
};

TEST(ClausesTest, SubordinatorsOpenClausesAndCommasCloseThem) {
  EXPECT_EQ(Cut("Dahl sa at hun møtte Berg").text, "Dahl sa | at hun møtte Berg");
  EXPECT_EQ(Cut("Dahl , som møtte Berg , reiste").text, "Dahl , | som møtte Berg | , reiste");
  EXPECT_EQ(Cut("Dahl møtte Berg i Oslo").text, "Dahl møtte Berg i Oslo");
}

TEST(ClausesTest, AConjunctionInFrontOfAVerbGoesOnWithItsClause) {
  const Cut cut("Dahl reiste og møtte Berg");
  EXPECT_EQ(cut.text, "Dahl reiste | og møtte Berg");
  EXPECT_EQ(cut.kinds.back(), Clause::Kind::kCoordinate);
  EXPECT_TRUE(cut.governed.back());
}

TEST(ClausesTest, ACompletedVerbGovernsWhatCompletesIt) {
  const Cut complement("Dahl nekter for at hun møtte Berg");
  EXPECT_EQ(complement.kinds.back(), Clause::Kind::kComplement);
  EXPECT_TRUE(complement.governed.back());
  const Cut adverbial("Dahl reiste fordi hun møtte Berg");
  EXPECT_EQ(adverbial.kinds.back(), Clause::Kind::kAdverbial);
  EXPECT_FALSE(adverbial.governed.back());
}

}  // namespace
}  // namespace norn::ingest
