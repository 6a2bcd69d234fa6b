#include "ingest/extract/rules/trigger_frame.h"

#include <gtest/gtest.h>

#include "ingest/extract/rules/given_sentence.h"

namespace norn::ingest {
namespace {

TEST(TriggerFrameTest, KnowsWhereItsTriggerEndsAndWhichWordsAreInItsClause) {
  const GivenSentence sentence(
      "Dahl Dahl PROPN _ 2 nsubj\n"
      "møtte møte VERB _ 0 root\n"
      "Berg Berg PROPN _ 2 obj\n"
      "fordi fordi SCONJ _ 6 mark\n"
      "Lund Lund PROPN _ 6 nsubj\n"
      "reiste reise VERB _ 2 advcl\n",
      {Person(0), Person(2), Person(4)});
  const TriggerFrame& frame = sentence.frame();
  EXPECT_EQ(frame.after(), 2);
  EXPECT_TRUE(frame.InClause(2));
  EXPECT_FALSE(frame.InClause(4));
}

TEST(TriggerFrameTest, AMentionFitsByItsKind) {
  GivenMention excluded = State(0);
  excluded.mention.is_excluded = true;
  const struct {
    const char* verb;
    Argument::From from;
    GivenMention mention;
    bool fits;
  } cases[] = {
      {"møtte", Argument::OBJECT, Person(0), true},
      {"møtte", Argument::OBJECT, State(0), true},
      {"møtte", Argument::OBJECT, Arms(0), false},
      {"møtte", Argument::OBJECT, Town(0), false},
      {"møtte", Argument::OBJECT, Adjective(0), false},
      {"møtte", Argument::OBJECT, excluded, false},
      {"leverte", Argument::OBJECT, Arms(0), true},
      {"leverte", Argument::OBJECT, State(0), false},
      {"leverte", Argument::SUBJECT, State(0), true},
      // What is a state's is attacked, so the state is.
      {"angrep", Argument::OBJECT, Adjective(0), true},
      {"angrep", Argument::OBJECT, Town(0), true},
      {"angrep", Argument::SUBJECT, Adjective(0), false},
      {"angrep", Argument::SUBJECT, Town(0), false},
  };
  for (const auto& one : cases) {
    const GivenSentence sentence(
        "X X PROPN _ 2 dep\n" + std::string(one.verb) + " " + one.verb + " VERB _ 0 root\n",
        {one.mention});
    const TriggerFrame& frame = sentence.frame();
    EXPECT_EQ(frame.Fits(frame.mentions[0], ArgumentFrom(frame.trigger, one.from)), one.fits)
        << one.verb << " " << static_cast<int>(one.from) << " "
        << static_cast<int>(one.mention.mention.kind);
  }
}

}  // namespace
}  // namespace norn::ingest
