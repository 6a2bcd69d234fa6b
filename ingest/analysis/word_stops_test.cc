#include "ingest/analysis/word_stops.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "ingest/analysis/word_joints.h"

namespace norn::ingest {
namespace {

const Vocabulary& Words() {
  static const Vocabulary* const kWords = [] {
    Lexicon lexicon;
    lexicon.add_abbreviation("kl.");
    WordClass* prepositions = lexicon.add_word_class();
    prepositions->set_name("preposition");
    prepositions->add_word("på");
    return new Vocabulary(lexicon);
  }();
  return *kWords;
}

bool Owns(const std::string& text, const char* word_before = "") {
  const ParagraphPieces pieces(text, {0, static_cast<uint32_t>(text.size())});
  return OwnsStop(pieces, 0, EndOfJoinedWord(pieces, 0, Words()), Words(), word_before);
}

TEST(WordStopsTest, StopsOfTheWord) {
  for (const char* text : {"kl. 12", "Kl. 12", "14. juni", "2.juli", "J. Dahl", "U.S. Army"}) {
    EXPECT_TRUE(Owns(text)) << text;
  }
}

TEST(WordStopsTest, StopsOfTheSentence) {
  for (const char* text : {"slutt. Han", "slutt.", "14. Juni", "2025. han", "X. og", "X.", "kl...",
                           "kl", "F-16. juni"}) {
    EXPECT_FALSE(Owns(text)) << text;
  }
}

TEST(WordStopsTest, ALetterBehindAPrepositionIsAName) {
  EXPECT_TRUE(Owns("X. Dahl", "sier"));
  EXPECT_FALSE(Owns("X. Dahl", "på"));
}

}  // namespace
}  // namespace norn::ingest
