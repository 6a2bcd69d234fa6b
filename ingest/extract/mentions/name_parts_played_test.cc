#include "ingest/extract/mentions/name_parts_played.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/extract/mentions/given_names.h"

namespace norn::ingest {
namespace {

Name NameAt(uint32_t token, NameType type, uint32_t count = 1) {
  Name name;
  name.first_token = token;
  name.token_count = count;
  name.type = type;
  return name;
}

class PartsOf {
 public:
  PartsOf(const std::string& rows, const Name& name)
      : given_(rows, {name}),
        parts_(given_.text(), GivenNames::grammar(), GivenNames::gazetteer(), given_.reader(),
               given_.entities()) {
    parts_.SetSentence(0, given_.end());
  }

  const NamePartsPlayed& parts() const { return parts_; }
  const Name& name() const { return given_.name(0); }
  EntityTable& entities() { return given_.entities(); }

 private:
  GivenNames given_;
  NamePartsPlayed parts_;
};

TEST(NamePartsPlayedTest, WhatAThingOrAPictureIsCalledByIsNoActor) {
  const struct {
    const char* rows;
    uint32_t token;
    bool is_no_actor;
  } cases[] = {
      {"Presidentflyet presidentflyet NOUN _ 0 root\n"
       "Nordvind Nordvind PROPN _ 1 appos\n",
       1, true},
      {"Foto foto NOUN _ 0 root\n"
       ": : PUNCT _ 1 punct\n"
       "Dahl Dahl PROPN _ 1 appos\n",
       2, true},
      // A paragraph of its own.
      {"Nyhetsdøgnet Nyhetsdøgnet PROPN _ 0 root\n", 0, true},
      {"Legen lege NOUN _ 0 root\n"
       "Dahl Dahl PROPN _ 1 appos\n",
       1, false},
      // The lexicon knows who that is.
      {"Presidentflyet presidentflyet NOUN _ 0 root\n"
       "Nato Nato PROPN _ 1 appos\n",
       1, false},
  };
  for (const auto& one : cases) {
    const PartsOf parts(one.rows, NameAt(one.token, NameType::kPerson));
    EXPECT_EQ(parts.parts().IsNoActor(parts.name()), one.is_no_actor) << one.rows;
  }
}

TEST(NamePartsPlayedTest, AFrontOfANounStandsInTheBackgroundUnlessTheNounIsOfPeople) {
  const struct {
    const char* word;
    bool is_front;
  } cases[] = {{"Nato-prosessen", true}, {"Nato-sjefen", false}, {"Nato-styrker", false}};
  for (const auto& one : cases) {
    Name name = NameAt(0, NameType::kOrganization);
    name.bytes = {0, 4};
    const std::string word = one.word;
    const PartsOf parts(word + " " + word + " NOUN _ 0 root\n", name);
    EXPECT_EQ(parts.parts().IsFrontOfNoun(parts.name()), one.is_front) << word;
  }
}

TEST(NamePartsPlayedTest, ATownIsWhatAnAttackIsDoneTo) {
  const std::string behind =
      " VERB _ 0 root\n"
      "Dalby Dalby PROPN _ 1 obj\n";
  const PartsOf attacked("angrep angripe" + behind, NameAt(1, NameType::kPlace));
  EXPECT_TRUE(attacked.parts().IsStruck(attacked.name()));
  const PartsOf misread(
      "angrep angrep NOUN _ 0 root\n"
      "Dalby Dalby PROPN _ 1 nmod\n",
      NameAt(1, NameType::kPlace));
  EXPECT_TRUE(misread.parts().IsStruck(misread.name()));
  const PartsOf met("møtte møte" + behind, NameAt(1, NameType::kPlace));
  EXPECT_FALSE(met.parts().IsStruck(met.name()));
}

TEST(NamePartsPlayedTest, ANameInBracketsBehindAPersonIsHisParty) {
  PartsOf parts(
      "Dahl Dahl PROPN _ 0 root\n"
      "( ( PUNCT _ 3 punct\n"
      "Høyre Høyre PROPN _ 1 appos\n"
      ") ) PUNCT _ 3 punct\n",
      NameAt(2, NameType::kOrganization));
  EXPECT_FALSE(parts.parts().IsPartyOf(2, parts.name(), nullptr));
  Mention before = MakeMention(Mention::Kind::kName, 0, 1, 0);
  before.entities = {parts.entities().StateById("state/norge")};
  EXPECT_FALSE(parts.parts().IsPartyOf(2, parts.name(), &before));
  for (const Actor& actor : LexiconSet::BuiltIn().For("nb").actor()) {
    if (actor.kind() != Actor::PERSON) continue;
    before.entities = {parts.entities().ActorById(actor)};
    break;
  }
  EXPECT_TRUE(parts.parts().IsPartyOf(2, parts.name(), &before));
}

}  // namespace
}  // namespace norn::ingest
