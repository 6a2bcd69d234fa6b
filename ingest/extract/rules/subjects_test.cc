#include "ingest/extract/rules/subjects.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/rules/given_sentence.h"

namespace norn::ingest {
namespace {

std::optional<uint32_t> SubjectIn(const std::string& rows, const std::vector<GivenMention>& given) {
  return FindSubject(GivenSentence(rows, given).frame());
}

TEST(SubjectsTest, TheTreeSaysWhoMeets) {
  EXPECT_EQ(SubjectIn("Dahl Dahl PROPN _ 2 nsubj\n"
                      "møtte møte VERB _ 0 root\n"
                      "Berg Berg PROPN _ 2 obj\n",
                      {Person(0), Person(2)}),
            0);
  // Whoever it is has no mention: nobody is put in.
  EXPECT_EQ(SubjectIn("Legen lege NOUN _ 2 nsubj\n"
                      "møtte møte VERB _ 0 root\n"
                      "Berg Berg PROPN _ 2 obj\n",
                      {Person(2)}),
            std::nullopt);
}

TEST(SubjectsTest, WhereTheTreeIsSilentItIsTheNearestInFront) {
  EXPECT_EQ(SubjectIn("Dahl Dahl PROPN _ 0 dep\n"
                      "møtte møte VERB _ 0 dep\n"
                      "Berg Berg PROPN _ 0 dep\n",
                      {Person(0), Person(2)}),
            0);
  // Of a list the first.
  EXPECT_EQ(SubjectIn("Dahl Dahl PROPN _ 0 dep\n"
                      "og og CCONJ _ 0 dep\n"
                      "Lund Lund PROPN _ 0 dep\n"
                      "møtte møte VERB _ 0 dep\n"
                      "Berg Berg PROPN _ 0 dep\n",
                      {Person(0), Person(2), Person(4)}),
            0);
}

TEST(SubjectsTest, OfAnInvertedClauseItStandsBehindTheVerb) {
  EXPECT_EQ(SubjectIn("Mandag mandag NOUN _ 0 dep\n"
                      "møtte møte VERB _ 0 dep\n"
                      "Dahl Dahl PROPN _ 0 dep\n"
                      "Berg Berg PROPN _ 0 dep\n",
                      {Person(2), Person(3)}),
            0);
}

TEST(SubjectsTest, ACoordinatedVerbHasTheSubjectOfTheOneBeforeIt) {
  EXPECT_EQ(SubjectIn("Dahl Dahl PROPN _ 0 dep\n"
                      "reiste reise VERB _ 0 dep\n"
                      "og og CCONJ _ 0 dep\n"
                      "møtte møte VERB _ 0 dep\n"
                      "Berg Berg PROPN _ 0 dep\n",
                      {Person(0), Person(4)}),
            0);
}

TEST(SubjectsTest, ARelativePronounStandsForWhomItFollows) {
  EXPECT_EQ(SubjectIn("Dahl Dahl PROPN _ 7 nsubj\n"
                      ", , PUNCT _ 4 punct\n"
                      "som som PRON PronType=Rel 4 nsubj\n"
                      "møtte møte VERB _ 1 acl:relcl\n"
                      "Berg Berg PROPN _ 4 obj\n"
                      ", , PUNCT _ 4 punct\n"
                      "smilte smile VERB _ 0 root\n",
                      {Person(0), Person(4)}),
            0);
}

TEST(SubjectsTest, SomeMentionsAreNone) {
  const std::string rows =
      "Dalby Dalby PROPN _ 0 dep\n"
      "angrep angripe VERB _ 0 dep\n"
      "Nordland Nordland PROPN _ 0 dep\n";
  EXPECT_EQ(SubjectIn(rows, {State(0), State(2)}), 0);
  EXPECT_EQ(SubjectIn(rows, {Town(0), State(2)}), 1);
  EXPECT_EQ(SubjectIn(rows, {Genitive(State(0)), State(2)}), 1);
  GivenMention excluded = State(0);
  excluded.mention.is_excluded = true;
  EXPECT_EQ(SubjectIn(rows, {excluded, State(2)}), 1);
}

}  // namespace
}  // namespace norn::ingest
