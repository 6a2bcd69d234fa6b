#include "ingest/analysis/neural/document_names.h"

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "B-LOC", "I-LOC"};

// Rows of scores for O, person and place; a name's beginning and its inside score alike.
struct Row {
  float none = 0;
  float person = 0;
  float place = 0;
};

// Which of the three is likeliest for each word after sharing.
std::vector<std::string> Share(const std::vector<std::string>& sentences,
                               const std::vector<std::vector<Row>>& rows) {
  std::vector<std::vector<absl::string_view>> forms;
  std::vector<std::vector<float>> scores;
  for (size_t s = 0; s < sentences.size(); ++s) {
    forms.push_back(absl::StrSplit(sentences[s], ' '));
    std::vector<float>& of_sentence = scores.emplace_back();
    for (const Row& row : rows[s]) {
      for (const float score : {row.none, row.person, row.person, row.place, row.place}) {
        of_sentence.push_back(score);
      }
    }
  }
  ShareNameScores(kLabels, forms, scores);
  std::vector<std::string> best;
  for (const std::vector<float>& of_sentence : scores) {
    for (size_t at = 0; at < of_sentence.size(); at += kLabels.size()) {
      const float none = of_sentence[at];
      const float person = of_sentence[at + 1];
      const float place = of_sentence[at + 3];
      best.push_back(person > none && person > place ? "person" : place > none ? "place" : "none");
    }
  }
  return best;
}

using Kinds = std::vector<std::string>;

TEST(DocumentNamesTest, ANameIsWhatItSurelyIsElsewhere) {
  EXPECT_EQ(Share({"Varhaug sa", "til Varhaug"}, {{{0, 6, 1}, {5, 0, 0}}, {{5, 0, 0}, {0, 1, 2}}}),
            (Kinds{"person", "none", "none", "person"}));
}

TEST(DocumentNamesTest, AWordThatStandsOnceStaysWhatItIs) {
  EXPECT_EQ(Share({"Varhaug til", "Lista"}, {{{0, 6, 1}, {5, 0, 0}}, {{0, 1, 2}}}),
            (Kinds{"person", "none", "place"}));
}

TEST(DocumentNamesTest, AGenitiveHearsOfItsName) {
  EXPECT_EQ(Share({"Varhaug", "Varhaugs plan"}, {{{0, 8, 1}}, {{0, 1, 2}, {5, 0, 0}}}),
            (Kinds{"person", "person", "none"}));
}

TEST(DocumentNamesTest, APronounSaysNothingOfANameThatLooksLikeItsGenitive) {
  EXPECT_EQ(Share({"Han kom", "Hans Lie"}, {{{8, 0, 0}, {5, 0, 0}}, {{0, 2, 1}, {0, 5, 0}}}),
            (Kinds{"none", "none", "person", "person"}));
}

TEST(DocumentNamesTest, WordsInLowerCaseAndInitialsAreLeftAlone) {
  EXPECT_EQ(Share({"bjørn J", "bjørn J"}, {{{0, 6, 1}, {0, 6, 1}}, {{2, 1, 0}, {2, 1, 0}}}),
            (Kinds{"person", "person", "none", "none"}));
}

}  // namespace
}  // namespace norn::ingest
