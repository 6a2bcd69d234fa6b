#include "tools/train/conversion/talbanken_conversion.h"

#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tools/train/conversion/talbanken_features.h"

namespace norn::train {
namespace {

// "form/UPOS/head/relation" for each word, as it is read and as it is shown.
std::string Converted(const std::string& words) {
  TreebankSentence sentence;
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    const std::vector<std::string> parts = absl::StrSplit(word, '/');
    TreebankToken token;
    token.form = parts[0];
    token.upos = parts[1];
    EXPECT_TRUE(absl::SimpleAtoi(parts[2], &token.head));
    token.deprel = parts[3];
    sentence.tokens.push_back(token);
  }
  ConvertTalbanken(sentence);
  std::string out;
  for (const TreebankToken& t : sentence.tokens) {
    absl::StrAppend(&out, out.empty() ? "" : " ", t.form, "/", t.upos, "/", t.head, "/", t.deprel);
  }
  return out;
}

TEST(TalbankenConversionTest, BringsVersionOneToVersionTwo) {
  const struct {
    const char* what;
    const char* before;
    const char* after;
  } kCases[] = {
      {"objects and oblique phrases",
       "Hon/PRON/2/nsubj skrev/VERB/0/root brev/NOUN/2/dobj i/ADP/5/case Lund/PROPN/2/nmod",
       "Hon/PRON/2/nsubj skrev/VERB/0/root brev/NOUN/2/obj i/ADP/5/case Lund/PROPN/2/obl"},
      {"phrases of nouns stay", "boken/NOUN/0/root om/ADP/3/case havet/NOUN/1/nmod",
       "boken/NOUN/0/root om/ADP/3/case havet/NOUN/1/nmod"},
      {"auxiliaries and negation",
       "Hon/PRON/4/nsubj kan/VERB/4/aux inte/ADV/4/neg sova/VERB/0/root",
       "Hon/PRON/4/nsubj kan/AUX/4/aux inte/PART/4/advmod sova/VERB/0/root"},
      {"a conjunction hangs on what follows", "katter/NOUN/0/root och/CONJ/1/cc hundar/NOUN/1/conj",
       "katter/NOUN/0/root och/CCONJ/3/cc hundar/NOUN/1/conj"},
      {"the place is the predicate",
       "Huset/NOUN/2/nsubj är/VERB/0/root i/ADP/4/case Lund/PROPN/2/nmod",
       "Huset/NOUN/4/nsubj är/AUX/4/cop i/ADP/4/case Lund/PROPN/0/root"},
      {"a verb that helps no more governs", "Hon/PRON/3/nsubj brukar/VERB/3/aux sova/VERB/0/root",
       "Hon/PRON/2/nsubj brukar/VERB/0/root sova/VERB/2/xcomp"},
      {"expressions are taken apart",
       "Vi/PRON/2/nsubj ses/VERB/0/root i/ADP/2/advmod dag/NOUN/3/mwe",
       "Vi/PRON/2/nsubj ses/VERB/0/root i/ADP/4/case dag/NOUN/2/obl"},
      {"a preposition before a clause",
       "Hon/PRON/2/nsubj reser/VERB/0/root för/ADP/5/case att/PART/5/mark vila/VERB/2/advcl",
       "Hon/PRON/2/nsubj reser/VERB/0/root för/ADP/5/mark att/PART/5/mark vila/VERB/2/advcl"},
      {"a role and a comparison",
       "Hon/PRON/2/nsubj räknas/VERB/0/root som/CONJ/4/mark vän/NOUN/2/xcomp",
       "Hon/PRON/2/nsubj räknas/VERB/0/root som/SCONJ/4/mark vän/NOUN/2/xcomp"},
      {"a comparison", "äldre/ADJ/0/root än/CONJ/3/mark huset/NOUN/1/advcl",
       "äldre/ADJ/0/root än/SCONJ/3/case huset/NOUN/1/obl"},
      {"a clause beside another",
       "Hon/PRON/2/nsubj sover/VERB/0/root ;/PUNCT/2/punct han/PRON/5/nsubj läser/VERB/2/conj",
       "Hon/PRON/2/nsubj sover/VERB/0/root ;/PUNCT/2/punct han/PRON/5/nsubj "
       "läser/VERB/2/parataxis"},
      {"clauses that a conjunction joins",
       "Hon/PRON/2/nsubj sover/VERB/0/root och/CONJ/2/cc han/PRON/5/nsubj läser/VERB/2/conj",
       "Hon/PRON/2/nsubj sover/VERB/0/root och/CCONJ/5/cc han/PRON/5/nsubj läser/VERB/2/conj"},
      {"a conjunction that hung on the verb",
       "Hon/PRON/2/nsubj köper/VERB/0/root bröd/NOUN/2/dobj och/CONJ/2/cc ost/NOUN/3/conj",
       "Hon/PRON/2/nsubj köper/VERB/0/root bröd/NOUN/2/obj och/CCONJ/5/cc ost/NOUN/3/conj"},
      {"both", "både/CONJ/2/advmod katter/NOUN/0/root och/CONJ/2/cc hundar/NOUN/2/conj",
       "både/CCONJ/2/cc katter/NOUN/0/root och/CCONJ/4/cc hundar/NOUN/2/conj"},
      {"from one number to another", "9/NUM/0/root -/PUNCT/1/cc 17/NUM/1/conj",
       "9/NUM/0/root -/SYM/3/cc 17/NUM/1/conj"},
      {"what is said of \"det\"",
       "Det/PRON/3/nsubj är/VERB/3/cop hon/PRON/0/root som/PRON/5/nsubj skriver/VERB/3/acl:relcl",
       "Det/PRON/3/nsubj är/AUX/3/cop hon/PRON/0/root som/PRON/5/nsubj skriver/VERB/3/acl:cleft"},
      {"the subject of a question",
       "Jag/PRON/2/nsubj ser/VERB/0/root vad/PRON/5/nsubj som/PRON/5/dep händer/VERB/2/ccomp",
       "Jag/PRON/2/nsubj ser/VERB/0/root vad/PRON/5/dislocated som/PRON/5/nsubj "
       "händer/VERB/2/ccomp"},
      {"times", "Hon/PRON/2/nsubj kom/VERB/0/root 1970/NUM/2/nummod",
       "Hon/PRON/2/nsubj kom/VERB/0/root 1970/NUM/2/obl"},
      {"adjectives that stand for a noun",
       "Hon/PRON/2/nsubj bor/VERB/0/root i/ADP/5/case det/DET/5/det fria/ADJ/2/advmod",
       "Hon/PRON/2/nsubj bor/VERB/0/root i/ADP/5/case det/DET/5/det fria/ADJ/2/obl"},
      {"a preposition with a noun of its own",
       "Vi/PRON/2/nsubj stannar/VERB/0/root på/ADP/6/case grund/NOUN/3/mwe av/ADP/3/mwe "
       "regnet/NOUN/2/nmod",
       "Vi/PRON/2/nsubj stannar/VERB/0/root på/ADP/4/case grund/NOUN/2/obl av/ADP/6/case "
       "regnet/NOUN/4/nmod"},
      {"a second root", "Natt/NOUN/0/root ./PUNCT/0/root", "Natt/NOUN/0/root ./PUNCT/1/punct"},
      {"possessives", "sin/DT/2/det bok/NOUN/0/root", "sin/PRON/2/nmod:poss bok/NOUN/0/root"},
      {"particles", "Hon/PRON/2/nsubj gick/VERB/0/root ut/ADP/2/compound:prt",
       "Hon/PRON/2/nsubj gick/VERB/0/root ut/ADV/2/compound:prt"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Converted(c.before), c.after) << c.what;
}

TEST(TalbankenConversionTest, WhoLearnsIsToDo) {
  TreebankSentence sentence;
  const char* forms[] = {"Hon", "lär", "sig", "simma"};
  const char* tags[] = {"PRON", "VERB", "PRON", "VERB"};
  const char* relations[] = {"nsubj", "root", "dobj", "ccomp"};
  for (int i = 0; i < 4; ++i) {
    TreebankToken token;
    token.form = forms[i];
    token.upos = tags[i];
    token.head = i == 1 ? 0 : 2;
    token.deprel = relations[i];
    token.feats = i == 3 ? "VerbForm=Inf|Voice=Act" : "_";
    sentence.tokens.push_back(token);
  }
  ConvertTalbanken(sentence);
  EXPECT_EQ(sentence.tokens[3].deprel, "xcomp");
  EXPECT_EQ(sentence.tokens[2].feats, "PronType=Prs");
}

TEST(TalbankenFeaturesTest, AreThoseOfVersionTwo) {
  const struct {
    const char* tag;
    const char* word;
    const char* before;
    bool in_definite;
    const char* after;
  } kCases[] = {
      {"VERB", "skriver", "Tense=Pres|VerbForm=Fin|Voice=Act", false,
       "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act"},
      {"VERB", "skriv", "Mood=Imp|VerbForm=Fin|Voice=Act", false,
       "Mood=Imp|VerbForm=Fin|Voice=Act"},
      {"VERB", "finns", "Tense=Pres|VerbForm=Fin|Voice=Pass", false,
       "Mood=Ind|Tense=Pres|VerbForm=Fin"},
      {"NUM", "tre", "Case=Nom", false, "Case=Nom|NumType=Card"},
      {"ADJ", "tredje", "Case=Nom", false, "Case=Nom|NumType=Ord"},
      {"ADJ", "sovande", "Case=Nom|Tense=Pres|VerbForm=Fin", false,
       "Case=Nom|Degree=Pos|Tense=Pres|VerbForm=Part"},
      {"ADJ", "stora", "Case=Nom|Degree=Pos|Number=Plur", false,
       "Case=Nom|Definite=Ind|Degree=Pos|Number=Plur"},
      {"ADJ", "stora", "Case=Nom|Degree=Pos|Number=Plur", true, "Case=Nom|Definite=Def|Degree=Pos"},
      {"ADJ", "större", "Case=Nom|Degree=Cmp", false, "Case=Nom|Degree=Cmp"},
      {"DET", "en", "Definite=Ind|Gender=Com|Number=Sing", false,
       "Definite=Ind|Gender=Com|Number=Sing|PronType=Art"},
      {"PRON", "de", "Case=Nom|Definite=Def|Number=Plur", false,
       "Case=Nom|Definite=Def|Number=Plur|PronType=Prs"},
      {"PRON", "sina", "Definite=Def|Number=Plur", false,
       "Definite=Def|Number=Plur|Poss=Yes|PronType=Prs"},
      {"PRON", "vad", "Definite=Ind|Gender=Neut|Number=Sing", false,
       "Definite=Ind|Number=Sing|PronType=Int"},
      {"PART", "inte", "_", false, "Polarity=Neg"},
      {"ADV", "t.ex.", "_", false, "Abbr=Yes"},
      {"NOUN", "hus", "_", false, "_"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(TalbankenFeatures(c.tag, c.word, c.before, c.in_definite), c.after) << c.word;
  }
}

}  // namespace
}  // namespace norn::train
