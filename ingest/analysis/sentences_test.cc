#include "ingest/analysis/sentences.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "ingest/analysis/tokenizer.h"

namespace norn::ingest {
namespace {

const Vocabulary& Words() {
  static const Vocabulary* const kWords = [] {
    Lexicon lexicon;
    for (const char* word : {"kl.", "osv.", "St."}) lexicon.add_abbreviation(word);
    for (const char* word : {"han", "det", "hvordan"}) lexicon.add_common_word(word);
    WordClass* prepositions = lexicon.add_word_class();
    prepositions->set_name("preposition");
    prepositions->add_word("på");
    return new Vocabulary(lexicon);
  }();
  return *kWords;
}

std::vector<Sentence> Split(const std::string& text) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  uint32_t number = 0;
  for (const ByteSpan& paragraph : SplitParagraphs(text, 0)) {
    const auto first = static_cast<uint32_t>(tokens.size());
    Tokenizer(Words()).Tokenize(text, paragraph, tokens);
    AppendSentences(text, Words(), tokens, first, number++, sentences);
  }
  return sentences;
}

TEST(SentencesTest, SplitsWhereASentenceEnds) {
  struct Case {
    const char* text;
    const char* sentences;
  };
  for (const Case& c : std::vector<Case>{
           {"Det regner. Han gikk.", "Det regner.|Han gikk."},
           {"Skal han? Ja! Han skal …", "Skal han?|Ja!|Han skal …"},
           {"Møtet er 14. juni. Det varer.", "Møtet er 14. juni.|Det varer."},
           {"De kom kl. 12. Han sov.", "De kom kl. 12.|Han sov."},
           {"Ulver, bjørner osv. Han likte dem.", "Ulver, bjørner osv.|Han likte dem."},
           {"De dro til St. Petersburg i går.", "De dro til St. Petersburg i går."},
           {"J. D. Vance kom. Så gikk J.D. Vance.", "J. D. Vance kom.|Så gikk J.D. Vance."},
           {"Han skriver på X. Trump svarte.", "Han skriver på X.|Trump svarte."},
           {"«Kom hjem!» sa han. «Nei.» Så gikk hun.", "«Kom hjem!» sa han.|«Nei.»|Så gikk hun."},
           {"”Kom”, sade han. ”Nej.” Så var det.", "”Kom”, sade han.|”Nej.”|Så var det."},
           {"– Kommer du? spurte han. – Nei! – sa hun.",
            "– Kommer du? spurte han.|– Nei! – sa hun."},
           {"Hva?! Ja.", "Hva?!|Ja."},
           {"Vent... og se. Vent... Han så.", "Vent... og se.|Vent...|Han så."},
           {"Han kom (tirsdag). 30 døde.", "Han kom (tirsdag).|30 døde."},
           {"Det er slutt.Han gikk.", "Det er slutt.|Han gikk."},
           {"Ferdig. al-Assad flyktet.", "Ferdig.|al-Assad flyktet."},
           {"Første linje\r\nAndre linje\n\n  Tredje. Fjerde.\u2028Femte",
            "Første linje|Andre linje|Tredje.|Fjerde.|Femte"},
       }) {
    const std::string text = c.text;
    EXPECT_EQ(absl::StrJoin(Split(text), "|",
                            [&](std::string* out, const Sentence& s) {
                              out->append(text, s.bytes.begin, s.bytes.end - s.bytes.begin);
                            }),
              c.sentences)
        << text;
  }
}

TEST(SentencesTest, KnowsHeadings) {
  struct Case {
    const char* text;
    bool is_heading;
  };
  for (const Case& c : std::vector<Case>{
           {"Stort russisk angrep", true},
           {"– Ønsker å stoppe krigen", true},
           {"Vil «slå tilbake»", true},
           {"Han kom.", false},
           {"Han sa «kom hjem.»", false},
           {"Kommer han?", false},
           {"Han sa:", false},
           {"Ulver, bjørner osv.", false},
           {"…", false},
           {"en to tre fire fem seks sju åtte ni ti elleve tolv", true},
           {"en to tre fire fem seks sju åtte ni ti elleve tolv tretten", false},
       }) {
    const std::vector<Sentence> sentences = Split(c.text);
    ASSERT_EQ(sentences.size(), 1) << c.text;
    EXPECT_EQ(sentences[0].is_heading, c.is_heading) << c.text;
  }
}

TEST(SentencesTest, NumbersParagraphsAndCoversAllTokens) {
  const std::vector<Sentence> sentences = Split("En. To.\n\n\nTre.");
  ASSERT_EQ(sentences.size(), 3);
  EXPECT_EQ(sentences[1].paragraph, 0);
  EXPECT_EQ(sentences[2].paragraph, 1);
  EXPECT_EQ(sentences[1].first_token, sentences[0].first_token + sentences[0].token_count);
}

TEST(SentencesTest, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "ord ";
  for (const Sentence& sentence : Split(text)) EXPECT_LE(sentence.token_count, 400);
}

}  // namespace
}  // namespace norn::ingest
