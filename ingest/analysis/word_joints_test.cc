#include "ingest/analysis/word_joints.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

const Vocabulary& Words() {
  static const Vocabulary* const kWords = [] {
    Lexicon lexicon;
    WordClass* endings = lexicon.add_word_class();
    endings->set_name("colon_ending");
    endings->add_word("s");
    endings->add_word("n");
    return new Vocabulary(lexicon);
  }();
  return *kWords;
}

// The word at the text's start.
std::string FirstWord(const std::string& text) {
  const ParagraphPieces pieces(text, {0, static_cast<uint32_t>(text.size())});
  return text.substr(0, pieces[EndOfJoinedWord(pieces, 0, Words()) - 1].bytes.end);
}

TEST(WordJointsTest, JoinsWhatIsOneWord) {
  for (const char* word : {"F-16-fly", "USA:s", "EU:n", "12:30", "1 600 000", "2025-07-04", "AT&T",
                           "ola@posten", "utenriks-"}) {
    EXPECT_EQ(FirstWord(std::string(word) + " og"), word);
  }
}

TEST(WordJointsTest, LeavesApartWhatIsSeveral) {
  struct Case {
    const char* text;
    const char* word;
  };
  for (const Case& c : std::vector<Case>{
           {"10-15 dager", "10"},  // a range
           {"sa:ja", "sa"},        // no ending of an abbreviation
           {"USA:nei", "USA"},
           {"USA:S", "USA"},
           {"kl:12", "kl"},
           {"2022 300 fly", "2022"},  // more than three digits in front
           {"0 600", "0"},
           {"1 60 fly", "1"},
           {"1  600 km", "1"},  // two blanks
           {"a&b", "a"},        // no initials
           {"krig - og", "krig"},
           {"F-", "F"},  // nothing follows the hyphen
       }) {
    EXPECT_EQ(FirstWord(c.text), c.word) << c.text;
  }
}

}  // namespace
}  // namespace norn::ingest
