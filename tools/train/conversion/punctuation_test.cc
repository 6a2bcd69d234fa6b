#include "tools/train/conversion/punctuation.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace norn::train {
namespace {

// "form/head" for each word; what is no letter is a mark.
TreebankSentence Sentence(const std::string& words) {
  TreebankSentence sentence;
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    const std::vector<std::string> parts = absl::StrSplit(word, '/');
    TreebankToken token;
    token.form = parts[0];
    token.upos = absl::ascii_isalpha(parts[0][0]) ? "X" : "PUNCT";
    EXPECT_TRUE(absl::SimpleAtoi(parts[1], &token.head));
    sentence.tokens.push_back(token);
  }
  return sentence;
}

std::string Heads(const TreebankSentence& sentence) {
  std::vector<int> heads;
  for (const TreebankToken& token : sentence.tokens) heads.push_back(token.head);
  return absl::StrJoin(heads, " ");
}

TEST(Punctuation, HangsWhereItCrossesNoArc) {
  const struct {
    const char* what;
    const char* words;
    const char* heads;
  } kCases[] = {
      {"a comma on the clause that it opens", "Hun/2 siger/0 ,/2 at/6 det/6 regner/2 ./2",
       "2 0 6 6 6 2 2"},
      {"on the preposition in front, which hangs on the clause",
       "Hun/2 taler/0 om/7 ,/2 at/7 det/7 regner/2", "2 0 7 3 7 7 2"},
      {"where it was, if that is one of the words beside it",
       "Byen/7 ,/5 som/5 vi/5 nåede/1 ,/5 sover/0", "7 5 5 5 1 5 0"},
      {"a stop on the word that the sentence hangs on, not on what follows",
       "Hun/2 sover/0 ./4 Han/2", "2 0 2 2"},
      {"quotes on the phrase between them", "Han/2 læser/0 \"/2 Den/5 rejse/2 \"/2", "2 0 5 5 2 5"},
      {"brackets on the nearest word, if the phrase goes on outside",
       "Det/0 (/1 mangel/5 )/1 rod/1", "0 3 5 3 1"},
      {"a bracket that nothing closes as a comma does", "Hun/2 sover/0 (/4 godt/2", "2 0 4 2"},
      {"a stop of an abbreviation stays", "Hr/3 ./1 Juhl/0", "3 1 0"},
      {"words on a mark move to what it hangs on", "Ja/0 ,/1 nej/2", "0 3 1"},
  };
  for (const auto& c : kCases) {
    TreebankSentence sentence = Sentence(c.words);
    AttachPunctuation(sentence);
    EXPECT_EQ(Heads(sentence), c.heads) << c.what;
  }
}

TEST(Punctuation, OfMarksAloneStaysAsItIs) {
  TreebankSentence sentence = Sentence("\"/2 ./0 \"/2");
  AttachPunctuation(sentence);
  EXPECT_EQ(Heads(sentence), "2 0 2");
}

}  // namespace
}  // namespace norn::train
