#include "ingest/extract/mentions/contrasts.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// One word a row; names are the words with a capital.
std::vector<Mention> Marked(const std::vector<std::string>& words) {
  std::string text;
  std::vector<Mention> mentions;
  for (uint32_t i = 0; i < words.size(); ++i) {
    text += words[i] + " " + words[i] + " X _ 0 dep\n";
    if (words[i][0] < 'A' || words[i][0] > 'Z') continue;
    Mention& mention = mentions.emplace_back();
    mention.first_token = mention.phrase_begin = i;
    mention.token_count = 1;
  }
  const RowsText rows(text);
  const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
  MarkExcluded(rows.text(), grammar, mentions);
  return mentions;
}

std::vector<std::string> Excluded(const std::vector<std::string>& words) {
  std::vector<std::string> excluded;
  for (const Mention& mention : Marked(words)) {
    if (mention.is_excluded) excluded.push_back(words[mention.first_token]);
  }
  return excluded;
}

using Names = std::vector<std::string>;

TEST(ContrastsTest, ExcludesWhoIsNegatedWhereAnotherIsNamedInstead) {
  EXPECT_EQ(Excluded({"Dahl", "møtte", "ikke", "Berg", ",", "men", "Lund"}), Names{"Berg"});
  EXPECT_EQ(Excluded({"Dahl", "snakket", "ikke", "med", "Berg", ",", "men", "med", "Lund"}),
            Names{"Berg"});
}

TEST(ContrastsTest, ExcludesWhoIsNegatedBehindAnother) {
  EXPECT_EQ(Excluded({"Dahl", "møtte", "Lund", ",", "ikke", "Berg"}), Names{"Berg"});
  EXPECT_EQ(Excluded({"Dahl", "møtte", "Lund", "og", "ikke", "Berg"}), Names{"Berg"});
}

TEST(ContrastsTest, ExcludesNobodyWhereTheVerbIsNegated) {
  EXPECT_EQ(Excluded({"Dahl", "møtte", "ikke", "Berg"}), Names{});
  EXPECT_EQ(Excluded({"Dahl", "møtte", "ikke", "Berg", ",", "men", "ringte", "Lund"}), Names{});
  EXPECT_EQ(Excluded({"Dahl", "møtte", "Berg", ",", "men", "ikke", "i", "dag"}), Names{});
}

TEST(ContrastsTest, ExcludesWhoTookThePicture) {
  EXPECT_EQ(Excluded({"foto", ":", "Berg", "/", "NTB", "Dahl", "møtte", "Lund"}),
            (Names{"Berg", "NTB"}));
  EXPECT_EQ(Excluded({"mandag", ":", "Berg", "møtte", "Lund"}), Names{});
}

TEST(ContrastsTest, JoinsWhoIsNamedInsteadToTheList) {
  const auto mentions = Marked({"Dahl", "møtte", "ikke", "Berg", ",", "men", "Lund"});
  EXPECT_EQ(mentions[2].list_previous, 1);
}

}  // namespace
}  // namespace norn::ingest
