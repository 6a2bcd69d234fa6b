#include "ingest/extract/rules/objects.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "ingest/extract/rules/given_sentence.h"

namespace norn::ingest {
namespace {

std::optional<uint32_t> ObjectIn(const std::string& rows, const std::vector<GivenMention>& given,
                                 std::optional<uint32_t> subject) {
  const GivenSentence sentence(rows, given);
  return FindObject(sentence.frame(), subject,
                    ArgumentFrom(sentence.frame().trigger, Argument::OBJECT));
}

std::optional<uint32_t> ReceiverIn(const std::string& rows, const std::vector<GivenMention>& given,
                                   std::optional<uint32_t> subject) {
  const GivenSentence sentence(rows, given);
  return FindIndirectObject(sentence.frame(), subject,
                            ArgumentFrom(sentence.frame().trigger, Argument::INDIRECT_OBJECT));
}

TEST(ObjectsTest, StandsBehindTheVerb) {
  EXPECT_EQ(ObjectIn("Dahl Dahl PROPN _ 0 dep\n"
                     "møtte møte VERB _ 0 dep\n"
                     "Berg Berg PROPN _ 0 dep\n",
                     {Person(0), Person(2)}, 0),
            1);
}

TEST(ObjectsTest, TheSubjectsListIsNone) {
  EXPECT_EQ(ObjectIn("Mandag mandag NOUN _ 0 dep\n"
                     "møtte møte VERB _ 0 dep\n"
                     "Dahl Dahl PROPN _ 0 dep\n"
                     "og og CCONJ _ 0 dep\n"
                     "Lund Lund PROPN _ 0 dep\n"
                     "Berg Berg PROPN _ 0 dep\n",
                     {Person(2), Person(4), Person(5)}, 0),
            2);
}

TEST(ObjectsTest, WhatAPrepositionGovernsIsNone) {
  EXPECT_EQ(ObjectIn("Dahl Dahl PROPN _ 2 nsubj\n"
                     "møtte møte VERB _ 0 root\n"
                     "delegasjonen delegasjon NOUN _ 2 obj\n"
                     "fra fra ADP _ 5 case\n"
                     "Nordland Nordland PROPN _ 3 nmod\n",
                     {Person(0), State(4)}, 0),
            std::nullopt);
}

TEST(ObjectsTest, OfAPassiveItStandsInFront) {
  EXPECT_EQ(ObjectIn("Nordland Nordland PROPN _ 3 nsubj:pass\n"
                     "ble bli AUX _ 3 aux:pass\n"
                     "angrepet angripe VERB _ 0 root\n"
                     "av av ADP _ 5 case\n"
                     "Sørland Sørland PROPN _ 3 obl\n",
                     {State(0), State(4)}, std::nullopt),
            0);
}

TEST(ObjectsTest, ArmsAreDeliveredAndPersonsAreNot) {
  const std::string rows =
      "Nordland Nordland PROPN _ 0 dep\n"
      "leverte levere VERB _ 0 dep\n"
      "raketter rakett NOUN _ 0 dep\n";
  EXPECT_EQ(ObjectIn(rows, {State(0), Arms(2)}, 0), 1);
  EXPECT_EQ(ObjectIn(rows, {State(0), Person(2)}, 0), std::nullopt);
}

TEST(ObjectsTest, AReceiverStandsInFrontOfTheArms) {
  const std::string rows =
      "Nordland Nordland PROPN _ 0 dep\n"
      "ga gi VERB _ 0 dep\n"
      "Sørland Sørland PROPN _ 0 dep\n"
      "raketter rakett NOUN _ 0 dep\n";
  EXPECT_EQ(ReceiverIn(rows, {State(0), State(2), Arms(3)}, 0), 1);
  // Two states, and nothing that is given.
  EXPECT_EQ(ReceiverIn(rows, {State(0), State(2), State(3)}, 0), std::nullopt);
}

}  // namespace
}  // namespace norn::ingest
