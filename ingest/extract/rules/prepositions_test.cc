#include "ingest/extract/rules/prepositions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// The preposition of the last word, as a name; "" for none.
std::string OfLastWord(const std::string& table, uint32_t phrase_length = 1,
                       Mention::Kind kind = Mention::Kind::kName) {
  const RowsText rows(table);
  const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
  const AnnotatedText& text = rows.text();
  const Sentence& sentence = text.sentences[0];
  std::vector<Mention> mentions(1);
  mentions[0].kind = kind;
  mentions[0].first_token = sentence.token_count - 1;
  mentions[0].token_count = 1;
  mentions[0].phrase_begin = sentence.token_count - phrase_length;
  const std::vector<proto::Entity> entities;
  const SentenceContext context = {text,     sentence, grammar,
                                   entities, mentions, ClauseMap(text, sentence, grammar, mentions),
                                   {}};
  const int64_t at = PrepositionOf(context, 0);
  return at < 0 ? "" : text.tokens[at].lower;
}

TEST(PrepositionsTest, StandsInFrontOfTheNounPhrase) {
  EXPECT_EQ(OfLastWord("snakket snakke VERB _ 0 root\n"
                       "med med ADP _ 3 case\n"
                       "Berg Berg PROPN _ 1 obl\n"),
            "med");
  EXPECT_EQ(OfLastWord("møtte møte VERB _ 0 root\n"
                       "Berg Berg PROPN _ 1 obj\n"),
            "");
  EXPECT_EQ(OfLastWord("snakket snakke VERB _ 0 root\n"
                       "med med ADP _ 4 case\n"
                       "statsminister statsminister NOUN _ 4 nmod\n"
                       "Berg Berg PROPN _ 1 obl\n",
                       2),
            "med");
}

TEST(PrepositionsTest, AnAdjectiveMayStandBetweenItAndANoun) {
  const char* const rows =
      "betalte betale VERB _ 0 root\n"
      "for for ADP _ 4 case\n"
      "moderne moderne ADJ _ 4 amod\n"
      "raketter rakett NOUN _ 1 obl\n";
  EXPECT_EQ(OfLastWord(rows, 1, Mention::Kind::kWeapon), "for");
  EXPECT_EQ(OfLastWord(rows, 1, Mention::Kind::kName), "");
}

TEST(PrepositionsTest, ANameThatExplainsANounHasTheNouns) {
  EXPECT_EQ(OfLastWord("snakket snakke VERB _ 0 root\n"
                       "med med ADP _ 3 case\n"
                       "kollegaen kollega NOUN _ 1 obl\n"
                       "Berg Berg PROPN _ 3 appos\n"),
            "med");
}

}  // namespace
}  // namespace norn::ingest
