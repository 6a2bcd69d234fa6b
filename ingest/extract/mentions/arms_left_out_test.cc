#include "ingest/extract/mentions/arms_left_out.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

constexpr char kNamed[] =
    "Polen Polen PROPN _ 2 nsubj\n"
    "sendte sende VERB Tense=Past 0 root\n"
    "Leopard Leopard PROPN _ 2 obj\n"
    "\n";
constexpr char kNothing[] =
    "Det det PRON _ 2 nsubj\n"
    "regnet regne VERB _ 0 root\n"
    "\n";
constexpr char kFourteen[] =
    "Norge Norge PROPN _ 2 nsubj\n"
    "sendte sende VERB Tense=Past 0 root\n"
    "fjorten fjorten NUM _ 2 obj\n";

// The words of the last sentence that stand for arms named in the first, "Leopard" as its third
// word.
std::vector<std::string> LeftOut(const std::string& table) {
  const RowsText rows(table);
  const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
  ArmsLeftOut arms(rows.text(), grammar);
  std::vector<std::string> words;
  for (const Sentence& sentence : rows.text().sentences) {
    std::vector<Mention> mentions;
    if (sentence.first_token == 0) {
      Mention& weapon = mentions.emplace_back();
      weapon.kind = Mention::Kind::kWeapon;
      weapon.first_token = weapon.phrase_begin = 2;
      weapon.token_count = 1;
      weapon.entities = {7};
    }
    arms.Read(sentence, mentions);
    for (const Mention& mention : mentions) {
      if (mention.via != Mention::Via::kContext) continue;
      EXPECT_EQ(mention.entities, std::vector<uint32_t>{7});
      words.push_back(rows.text().tokens[mention.first_token].lower);
    }
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(ArmsLeftOutTest, ANumberAloneStandsForTheArmsNamedBefore) {
  EXPECT_EQ(LeftOut(absl::StrCat(kNamed, kFourteen)), Words{"fjorten"});
  EXPECT_EQ(LeftOut(absl::StrCat(kNamed, kNothing, kFourteen)), Words{"fjorten"});
}

TEST(ArmsLeftOutTest, NotWhereTheyWereNamedLongAgo) {
  EXPECT_EQ(LeftOut(absl::StrCat(kNamed, kNothing, kNothing, kFourteen)), Words{});
}

TEST(ArmsLeftOutTest, ANumberThatCountsSomethingStandsForNothing) {
  EXPECT_EQ(LeftOut(absl::StrCat(kNamed,
                                 "Norge Norge PROPN _ 2 nsubj\n"
                                 "sendte sende VERB Tense=Past 0 root\n"
                                 "fjorten fjorten NUM _ 4 nummod\n"
                                 "leger lege NOUN _ 2 obj\n")),
            Words{});
}

TEST(ArmsLeftOutTest, NorOneOfWordsThatTellOfNoDelivery) {
  EXPECT_EQ(LeftOut(absl::StrCat(kNamed,
                                 "Norge Norge PROPN _ 2 nsubj\n"
                                 "talte telle VERB Tense=Past 0 root\n"
                                 "fjorten fjorten NUM _ 2 obj\n")),
            Words{});
}

}  // namespace
}  // namespace norn::ingest
