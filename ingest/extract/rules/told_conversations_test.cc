#include "ingest/extract/rules/told_conversations.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/extract/rules/given_sentence.h"

namespace norn::ingest {
namespace {

// The sentence's noun for a conversation.
const TriggerMatch& NounOf(const GivenSentence& sentence) {
  for (const TriggerMatch& match : sentence.triggers()) {
    if (match.form.trigger->kind() == Trigger::NOUN) return match;
  }
  ADD_FAILURE() << "no noun tells of a conversation";
  return sentence.triggers().front();
}

TEST(ToldConversationsTest, AVerbForTheSameTellsWhoHadIt) {
  const GivenSentence sentence(
      "Under under ADP _ 2 case\n"
      "møtet møte NOUN Definite=Def 3 obl\n"
      "traff treffe VERB _ 0 root\n"
      "Dahl Dahl PROPN _ 3 nsubj\n"
      "Berg Berg PROPN _ 3 obj\n",
      {Person(3), Person(4)});
  EXPECT_TRUE(TellsOfConversation(sentence.context(), NounOf(sentence), 2));
  EXPECT_FALSE(TellsOfConversation(sentence.context(), NounOf(sentence), 1));
}

TEST(ToldConversationsTest, AVerbForSomethingElseDoesNot) {
  const GivenSentence sentence(
      "Under under ADP _ 2 case\n"
      "møtet møte NOUN Definite=Def 3 obl\n"
      "angrep angripe VERB _ 0 root\n"
      "Nordland Nordland PROPN _ 3 nsubj\n"
      "Sørland Sørland PROPN _ 3 obj\n",
      {State(3), State(4)});
  EXPECT_FALSE(TellsOfConversation(sentence.context(), NounOf(sentence), 2));
}

TEST(ToldConversationsTest, WhoSpokeByTelephoneDuringAMeetingDidNotMeetThere) {
  const std::string front =
      "Under under ADP _ 2 case\n"
      "møtet møte NOUN Definite=Def 3 obl\n"
      "ringte ringe VERB _ 0 root\n";
  const GivenSentence called(front +
                                 "Dahl Dahl PROPN _ 3 nsubj\n"
                                 "Berg Berg PROPN _ 3 obj\n",
                             {Person(3), Person(4)});
  EXPECT_TRUE(IsOnlyWhereTold(called.context(), NounOf(called)));
  // Where the noun has a partner of its own, it was a meeting.
  const GivenSentence met(
      "Under under ADP _ 2 case\n"
      "møtet møte NOUN Definite=Def 5 obl\n"
      "med med ADP _ 4 case\n"
      "Lund Lund PROPN _ 2 nmod\n"
      "ringte ringe VERB _ 0 root\n"
      "Dahl Dahl PROPN _ 5 nsubj\n"
      "Berg Berg PROPN _ 5 obj\n",
      {Person(3), Person(5), Person(6)});
  EXPECT_FALSE(IsOnlyWhereTold(met.context(), NounOf(met)));
}

}  // namespace
}  // namespace norn::ingest
