#include "ingest/extract/mentions/appositions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ingest/extract/mentions/given_names.h"
#include "ingest/extract/mentions/mention_lists.h"

namespace norn::ingest {
namespace {

// What becomes of a description and a name, whose kind is given, in a sentence.
struct Read {
  Read(const std::string& rows, const Mention& first, const Mention& second, NameType type)
      : given(rows, {NameOf(first.kind == Mention::Kind::kName ? first : second, type)}),
        offices(LexiconSet::BuiltIn().For("nb"), given.entities(), DayRange{}),
        mentions({first, second}) {
    const auto entity = given.entities().EntityOf(given.text(), given.name(0), false);
    Mention& name = mentions[first.kind == Mention::Kind::kName ? 0 : 1];
    if (entity) name.entities = {*entity};
    LinkLists(given.text(), GivenNames::grammar(), mentions);
    Appositions(given.text(), GivenNames::gazetteer(), given.entities(), given.reader(), offices)
        .Read(given.end(), mentions);
  }

  static Name NameOf(const Mention& mention, NameType type) {
    Name name;
    name.first_token = mention.first_token;
    name.token_count = mention.token_count;
    name.type = type;
    return name;
  }

  GivenNames given;
  OfficeBook offices;
  std::vector<Mention> mentions;
};

constexpr char kDescriptionFirst[] =
    "Den den DET _ 3 det\n"
    "svenske svensk ADJ _ 3 amod\n"
    "statsministeren statsminister NOUN Definite=Def|Number=Sing 8 nsubj\n"
    ", , PUNCT _ 5 punct\n"
    "Kari Kari PROPN _ 3 appos\n"
    "Dalvik Dalvik PROPN _ 5 flat:name\n"
    ", , PUNCT _ 5 punct\n"
    "smilte smile VERB _ 0 root\n";

Mention Description(uint32_t token, uint32_t front = 0) {
  return MakeMention(Mention::Kind::kDescription, token, 1, token - front);
}

TEST(AppositionsTest, ADescriptionBeforeACommaIsTheNameBehindIt) {
  const Read read(kDescriptionFirst, Description(2, 2), MakeMention(Mention::Kind::kName, 4, 2, 4),
                  NameType::kPerson);
  ASSERT_EQ(read.mentions[1].entities.size(), 1);
  EXPECT_EQ(read.mentions[0].entities, read.mentions[1].entities);
  EXPECT_EQ(read.mentions[0].via, Mention::Via::kHolder);
  ASSERT_EQ(read.offices.claims().size(), 1);
  EXPECT_EQ(read.offices.claims()[0].holder(), read.mentions[1].entities[0]);
}

TEST(AppositionsTest, ABodysNameIsNoHolder) {
  const Read read(kDescriptionFirst, Description(2, 2), MakeMention(Mention::Kind::kName, 4, 2, 4),
                  NameType::kOrganization);
  EXPECT_TRUE(read.mentions[0].entities.empty());
  EXPECT_TRUE(read.offices.claims().empty());
}

TEST(AppositionsTest, ADescriptionBehindACommaIsTheNameBeforeIt) {
  const Read read(
      "Kari Kari PROPN _ 6 nsubj\n"
      "Dalvik Dalvik PROPN _ 1 flat:name\n"
      ", , PUNCT _ 4 punct\n"
      "statsministeren statsminister NOUN Definite=Def|Number=Sing 1 appos\n"
      ", , PUNCT _ 4 punct\n"
      "smilte smile VERB _ 0 root\n",
      MakeMention(Mention::Kind::kName, 0, 2, 0), Description(3), NameType::kPerson);
  EXPECT_EQ(read.mentions[1].entities, read.mentions[0].entities);
  EXPECT_EQ(read.mentions[1].list_previous, -1);
}

// Whether a phrase with its head at `head` is led to the name at [name, name + count).
bool IsLed(const std::string& rows, uint32_t head, uint32_t name, uint32_t count,
           NameType type = NameType::kPerson) {
  Mention named = MakeMention(Mention::Kind::kName, name, count, name);
  named.head_token = name;
  Mention phrase = MakeMention(Mention::Kind::kNoun, head, 1, head);
  phrase.head_token = head;
  GivenNames given(rows, {Read::NameOf(named, type)});
  OfficeBook offices(LexiconSet::BuiltIn().For("nb"), given.entities(), DayRange{});
  const auto entity = given.entities().EntityOf(given.text(), given.name(0), false);
  if (entity) named.entities = {*entity};
  std::vector<Mention> none;
  std::vector<Mention> candidates = {phrase, named};
  Appositions appositions(given.text(), GivenNames::gazetteer(), given.entities(), given.reader(),
                          offices);
  appositions.Read(given.end(), none);
  appositions.ReadPhrases(candidates);
  return candidates[0].is_apposed && candidates[0].entities == named.entities;
}

TEST(AppositionsTest, APhraseWithoutATitleIsTheNameBesideIt) {
  // The tree sets them side by side.
  EXPECT_TRUE(
      IsLed("våpenkjøperen våpenkjøper NOUN Definite=Def 5 nsubj\n"
            ", , PUNCT _ 3 punct\n"
            "Kari Kari PROPN _ 1 appos\n"
            ", , PUNCT _ 3 punct\n"
            "smilte smile VERB _ 0 root\n",
            0, 2, 1));
  EXPECT_TRUE(
      IsLed("banden bande NOUN Definite=Def 3 nsubj\n"
            "Nattravn Nattravn PROPN _ 1 appos\n"
            "skjøt skyte VERB _ 0 root\n",
            0, 1, 1, NameType::kOrganization));
  // Nothing stands between them.
  EXPECT_TRUE(
      IsLed("sveitseren sveitser NOUN Definite=Def 2 nmod\n"
            "Kari Kari PROPN _ 3 nsubj\n"
            "smilte smile VERB _ 0 root\n",
            0, 1, 1));
  // A place stands between them, and the tree takes the name for the place's.
  EXPECT_TRUE(
      IsLed("utsendingen utsending NOUN Definite=Def 7 nsubj\n"
            "i i ADP _ 3 case\n"
            "Dalby Dalby PROPN _ 1 nmod\n"
            ", , PUNCT _ 5 punct\n"
            "Kari Kari PROPN _ 3 appos\n"
            ", , PUNCT _ 5 punct\n"
            "smilte smile VERB _ 0 root\n",
            0, 4, 1));
}

TEST(AppositionsTest, APhraseInAListWithANameStaysItself) {
  EXPECT_FALSE(
      IsLed("våpenkjøperen våpenkjøper NOUN Definite=Def 6 nsubj\n"
            ", , PUNCT _ 3 punct\n"
            "Kari Kari PROPN _ 1 conj\n"
            "og og CCONJ _ 5 cc\n"
            "kongen konge NOUN Definite=Def 1 conj\n"
            "smilte smile VERB _ 0 root\n",
            0, 2, 1));
  EXPECT_FALSE(
      IsLed("mannen mann NOUN Definite=Def 2 nsubj\n"
            "så se VERB _ 0 root\n"
            "Kari Kari PROPN _ 2 obj\n",
            0, 2, 1));
}

TEST(AppositionsTest, InAListWithAConjunctionTheyAreTwo) {
  const Read read(
      "Statsministeren statsminister NOUN Definite=Def|Number=Sing 7 nsubj\n"
      ", , PUNCT _ 3 punct\n"
      "Kari Kari PROPN _ 1 conj\n"
      "Dalvik Dalvik PROPN _ 3 flat:name\n"
      "og og CCONJ _ 6 cc\n"
      "kongen konge NOUN Definite=Def|Number=Sing 1 conj\n"
      "smilte smile VERB _ 0 root\n",
      Description(0), MakeMention(Mention::Kind::kName, 2, 2, 2), NameType::kPerson);
  EXPECT_TRUE(read.mentions[0].entities.empty());
}

}  // namespace
}  // namespace norn::ingest
