#include "ingest/analysis/tokenizer.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

const Vocabulary& Words() {
  static const Vocabulary* const kWords = [] {
    Lexicon lexicon;
    for (const char* word : {"kl.", "f.eks.", "St.", "dr.", "t.o.m."}) {
      lexicon.add_abbreviation(word);
    }
    WordClass* prepositions = lexicon.add_word_class();
    prepositions->set_name("preposition");
    prepositions->add_word("på");
    WordClass* endings = lexicon.add_word_class();
    endings->set_name("colon_ending");
    endings->add_word("s");
    endings->add_word("n");
    return new Vocabulary(lexicon);
  }();
  return *kWords;
}

std::vector<Token> Tokens(const std::string& text) {
  std::vector<Token> tokens;
  Tokenizer(Words()).Tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  return tokens;
}

std::string Joined(const std::string& text) {
  return absl::StrJoin(Tokens(text), "|", [&](std::string* out, const Token& token) {
    out->append(text, token.bytes.begin, token.bytes.end - token.bytes.begin);
  });
}

TEST(TokenizerTest, SplitsToTheByte) {
  struct Case {
    const char* text;
    const char* tokens;
  };
  for (const Case& c : std::vector<Case>{
           {"", ""},
           {"  Hei,  du! ", "Hei|,|du|!"},
           // Hyphens.
           {"Kreml-talsperson og Tomahawk-missiler", "Kreml-talsperson|og|Tomahawk-missiler"},
           {"F-16 S-400 C-130 M1A2 Su-35S", "F-16|S-400|C-130|M1A2|Su-35S"},
           {"30-dagers F-16-fly", "30-dagers|F-16-fly"},
           {"Elmendorf-Richardson, Nord\u2011Korea", "Elmendorf-Richardson|,|Nord\u2011Korea"},
           {"utenriks- og forsvar", "utenriks-|og|forsvar"},
           {"10-15 dager 2025-07-04", "10|-|15|dager|2025-07-04"},
           {"krig - og fred -- ja", "krig|-|og|fred|--|ja"},
           {"Oslo–Bergen 2014–2019", "Oslo|–|Bergen|2014|–|2019"},
           // Numbers.
           {"1.600 km, 1 600 km, 1\u00A0600\u00A0000 km",
            "1.600|km|,|1 600|km|,|1\u00A0600\u00A0000|km"},
           {"3,5 12:30 12.30 24.02.2022", "3,5|12:30|12.30|24.02.2022"},
           {"i 2022 300 fly", "i|2022|300|fly"},
           {"40 1234 og 0 100", "40|1234|og|0|100"},
           {"5% av $500", "5|%|av|$|500"},
           // Full stops.
           {"kl. 12 og f.eks. St. Petersburg.", "kl.|12|og|f.eks.|St.|Petersburg|."},
           {"den 14. juni. 14. Juni", "den|14.|juni|.|14|.|Juni"},
           {"i 2025. han", "i|2025|.|han"},
           {"sa J. D. Vance og George W. Bush", "sa|J.|D.|Vance|og|George|W.|Bush"},
           {"skriver han på X. Trump svarte", "skriver|han|på|X|.|Trump|svarte"},
           {"the U.S. Army, J.D. Vance", "the|U.S.|Army|,|J.D.|Vance"},
           {"Det er slutt.Han gikk", "Det|er|slutt|.|Han|gikk"},
           {"Vent... ja… nei", "Vent|...|ja|…|nei"},
           {"t.o.m...", "t.o.m|..."},
           // Genitives.
           {"USA:s, EU:n, men sa:ja", "USA:s|,|EU:n|,|men|sa|:|ja"},
           {"Trump's Trump’s can't", "Trump's|Trump’s|can't"},
           {"Moss’ bok og Lukas' bil", "Moss’|bok|og|Lukas'|bil"},
           {"sa ‘de eier hus’ og gikk", "sa|‘|de|eier|hus|’|og|gikk"},
           // Quotes and dashes.
           {"– Ja, sa „han” og «hun» og \"de\"", "–|Ja|,|sa|„|han|”|og|«|hun|»|og|\"|de|\""},
           {"— Åh", "—|Åh"},
           // Addresses.
           {"se https://nrk.no/a?b=1&c=2. Og www.vg.no, ja",
            "se|https://nrk.no/a?b=1&c=2|.|Og|www.vg.no|,|ja"},
           {"skriv til ola-n@nrk.no eller @zelenskyj #nato",
            "skriv|til|ola-n@nrk.no|eller|@zelenskyj|#nato"},
           {"AT&T og H&M, a & b", "AT&T|og|H&M|,|a|&|b"},
           // Others.
           {"hei 👨‍👩‍👧 🇳🇴", "hei|👨‍👩‍👧|🇳🇴"},
           {"(Trump) [sic]", "(|Trump|)|[|sic|]"},
           {"og/eller", "og|/|eller"},
       }) {
    EXPECT_EQ(Joined(c.text), c.tokens) << c.text;
  }
}

TEST(TokenizerTest, FoldsAndFlagsTokens) {
  const std::vector<Token> tokens = Tokens("Å-ja - «Trump’s» 1\u00A0600 —");
  ASSERT_EQ(tokens.size(), 7);
  EXPECT_EQ(tokens[0].lower, "å-ja");
  EXPECT_TRUE(tokens[0].is_capitalized && tokens[0].is_word && tokens[0].space_before);
  EXPECT_EQ(tokens[1].lower, "–");  // a typist's dash
  EXPECT_FALSE(tokens[1].is_word);
  EXPECT_EQ(tokens[2].lower, "\"");
  EXPECT_EQ(tokens[3].lower, "trump's");
  EXPECT_FALSE(tokens[3].space_before);
  EXPECT_EQ(tokens[5].lower, "1 600");
  EXPECT_FALSE(tokens[5].is_capitalized);
  EXPECT_EQ(tokens[6].lower, "–");
}

TEST(TokenizerTest, OffsetsCountFromTheTextsStart) {
  std::vector<Token> tokens;
  Tokenizer(Words()).Tokenize("æøå Hei du nå", {7, 13}, tokens);
  ASSERT_EQ(tokens.size(), 2);
  EXPECT_EQ(tokens[0].bytes, (ByteSpan{7, 10}));
  EXPECT_EQ(tokens[1].bytes, (ByteSpan{11, 13}));
}

}  // namespace
}  // namespace norn::ingest
