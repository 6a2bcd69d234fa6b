#include "ingest/extract/mentions/mention_lists.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {
namespace {

// Names of one token each, at these tokens.
std::vector<int32_t> Linked(const std::string& rows, const std::vector<uint32_t>& tokens) {
  const RowsText text(rows);
  const Grammar grammar(LexiconSet::BuiltIn().For("nb"));
  std::vector<Mention> mentions(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    mentions[i].first_token = mentions[i].phrase_begin = mentions[i].head_token = tokens[i];
    mentions[i].token_count = 1;
  }
  LinkLists(text.text(), grammar, mentions);
  std::vector<int32_t> previous;
  for (const Mention& mention : mentions) previous.push_back(mention.list_previous);
  return previous;
}

TEST(MentionListsTest, LinksWhatOnlyCommasAndConjunctionsPart) {
  EXPECT_EQ(Linked("Dahl Dahl PROPN _ 6 nsubj\n, , PUNCT _ 3 punct\nBerg Berg PROPN _ 1 conj\n"
                   "og og CCONJ _ 5 cc\nKoval Koval PROPN _ 1 conj\nkom komme VERB _ 0 root\n",
                   {0, 2, 4}),
            (std::vector<int32_t>{-1, 0, 1}));
}

TEST(MentionListsTest, LinksByTheTreeWhatAHomeStandsBetween) {
  EXPECT_EQ(Linked("Dahl Dahl PROPN _ 8 nsubj\nfra fra ADP _ 3 case\nNorge Norge PROPN _ 1 nmod\n"
                   "og og CCONJ _ 5 cc\nKoval Koval PROPN _ 1 conj\nfra fra ADP _ 7 case\n"
                   "Ukraina Ukraina PROPN _ 5 nmod\nkom komme VERB _ 0 root\n",
                   {0, 2, 4, 6}),
            (std::vector<int32_t>{-1, -1, 0, -1}));
}

TEST(MentionListsTest, LinksNothingAcrossAVerb) {
  EXPECT_EQ(
      Linked("Dahl Dahl PROPN _ 2 nsubj\nringte ringe VERB _ 0 root\nBerg Berg PROPN _ 2 obj\n",
             {0, 2}),
      (std::vector<int32_t>{-1, -1}));
}

}  // namespace
}  // namespace norn::ingest
