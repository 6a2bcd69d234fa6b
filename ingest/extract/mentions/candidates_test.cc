#include "ingest/extract/mentions/candidates.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "ingest/extract/mentions/rows_text.h"

namespace norn::ingest {
namespace {

constexpr char kRefinery[] =
    "Soldatene soldat NOUN Definite=Def|Number=Plur 2 nsubj\n"
    "angrep angripe VERB _ 0 root\n"
    "et en DET Gender=Neut 5 det\n"
    "stort stor ADJ _ 5 amod\n"
    "raffineri raffineri NOUN Definite=Ind|Number=Sing 2 obj\n"
    "i i ADP _ 7 case\n"
    "Dalby Dalby PROPN _ 5 nmod\n"
    ". . PUNCT _ 2 punct\n";

std::string Describe(const AnnotatedText& text, const Mention& candidate) {
  return absl::StrCat(text.Slice({text.tokens[candidate.phrase_begin].bytes.begin,
                                  text.tokens[candidate.end_token() - 1].bytes.end}),
                      candidate.is_definite ? " definite" : "",
                      candidate.is_plural ? " plural" : "");
}

std::vector<std::string> Read(const AnnotatedText& text, const std::vector<Mention>& mentions) {
  std::vector<std::string> found;
  for (const Mention& candidate : ReadCandidates(text, text.sentences[0], mentions, {})) {
    found.push_back(Describe(text, candidate));
  }
  return found;
}

TEST(CandidatesTest, FindsEachNounPhraseOnceByItsHead) {
  struct Row {
    std::string rows;
    std::vector<std::string> expected;
  };
  const std::vector<Row> table = {
      {kRefinery, {"Soldatene definite plural", "et stort raffineri", "Dalby"}},
      {"Den den DET Definite=Def 3 det\ngamle gammel ADJ _ 3 amod\nhavna havn NOUN _ 4 nsubj\n"
       "brant brenne VERB _ 0 root\n",
       {"Den gamle havna definite"}},
      // A number as a subject, a pronoun; no relative pronoun.
      {"Sju sju NUM _ 3 nsubj:pass\nble bli AUX _ 3 aux:pass\ndrept drepe VERB _ 0 root\n",
       {"Sju"}},
      {"Han han PRON PronType=Prs 2 nsubj\nså se VERB _ 0 root\ndem de PRON PronType=Prs 2 obj\n",
       {"Han", "dem"}},
      {"mannen mann NOUN Definite=Def 0 root\nsom som PRON PronType=Rel 3 nsubj\n"
       "kom komme VERB _ 1 acl:relcl\n",
       {"mannen definite"}},
      // Parts of compounds and names are none.
      {"oil oil NOUN _ 2 compound\nworkers worker NOUN Number=Plur 0 root\n",
       {"oil workers plural"}},
      {"Jens Jens PROPN _ 0 root\nDahl Dahl PROPN _ 1 flat:name\n", {"Jens"}},
      {"Ja ja INTJ _ 0 root\n", {}},
  };
  for (const Row& row : table) {
    const RowsText text(row.rows);
    EXPECT_EQ(Read(text.text(), {}), row.expected) << row.rows;
  }
}

TEST(CandidatesTest, KeepsMentionsAndTheirLists) {
  const RowsText text(
      "Koval Koval PROPN _ 4 nsubj\nog og CCONJ _ 3 cc\nDahl Dahl PROPN _ 1 conj\n"
      "møtte møte VERB _ 0 root\npressen presse NOUN Definite=Def 4 obj\n");
  std::vector<Mention> mentions(2);
  mentions[0].token_count = 1;
  mentions[1].first_token = 2;
  mentions[1].phrase_begin = 2;
  mentions[1].token_count = 1;
  mentions[1].list_previous = 0;
  const auto candidates = ReadCandidates(text.text(), text.text().sentences[0], mentions, {});
  ASSERT_EQ(candidates.size(), 3u);
  EXPECT_EQ(candidates[1].list_previous, 0);
  EXPECT_EQ(candidates[1].head_token, 2u);
  EXPECT_EQ(candidates[2].kind, Mention::Kind::kNoun);
  EXPECT_EQ(candidates[2].list_previous, -1);
}

// "Lagunaforbundets ministre": the ministers are a mention, and the league in front is a name.
TEST(CandidatesTest, TakesANameInFrontOfATitleForOneOfItsOwn) {
  const RowsText text(
      "Lagunaforbundets Lagunaforbundet PROPN Case=Gen 2 nmod:poss\n"
      "ministre minister NOUN Number=Plur 3 nsubj\nmøttes møtes VERB _ 0 root\n");
  Mention ministers;
  ministers.kind = Mention::Kind::kDescription;
  ministers.first_token = 1;
  ministers.token_count = 1;
  ministers.phrase_begin = 0;
  const auto candidates =
      ReadCandidates(text.text(), text.text().sentences[0], {ministers}, {{0, 7}});
  ASSERT_EQ(candidates.size(), 2u);
  EXPECT_EQ(candidates[0].kind, Mention::Kind::kName);
  EXPECT_EQ(candidates[0].entities, std::vector<uint32_t>{7});
  EXPECT_TRUE(candidates[0].is_genitive);
  EXPECT_EQ(candidates[1].kind, Mention::Kind::kDescription);
}

TEST(CandidatesTest, TakesTheTitleAsHeadOfATitledName) {
  const RowsText text(
      "statsminister statsminister NOUN _ 3 nsubj\nDahl Dahl PROPN _ 1 appos\n"
      "kom komme VERB _ 0 root\n");
  Mention name;
  name.first_token = 1;
  name.token_count = 1;
  name.phrase_begin = 0;
  const auto candidates = ReadCandidates(text.text(), text.text().sentences[0], {name}, {});
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(candidates[0].head_token, 0u);
}

}  // namespace
}  // namespace norn::ingest
