#include "ingest/analysis/neural/lemma_rules.h"

#include <string>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

TEST(LemmaRulesTest, AnEditMakesTheLemmaOfTheFormAgain) {
  const struct {
    const char* form;
    const char* lemma;
    const char* edit;
  } kCases[] = {
      {"Hundene", "hund", "L3"}, {"gikk", "gå", "L3å"},    {"møte", "møte", "L0"},
      {"Norges", "Norge", "K1"}, {"er", "være", "L2være"}, {"NATO", "NATO", "K0"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(MakeLemmaEdit(c.form, c.lemma), c.edit) << c.form;
    EXPECT_EQ(ApplyLemmaEdit(c.form, c.edit), c.lemma) << c.form;
  }
}

TEST(LemmaRulesTest, AnEditThatDoesNotFitLeavesTheForm) {
  EXPECT_EQ(ApplyLemmaEdit("på", "L9x"), "på");
  EXPECT_EQ(ApplyLemmaEdit("på", ""), "på");
  EXPECT_EQ(ApplyLemmaEdit("på", "Lx"), "på");
}

TEST(LemmaRulesTest, TheLongestKnownEndingDecides) {
  ModelWriter writer;
  const auto key = [](const char* form, size_t which) {
    return LemmaKeys("nb", "VERB", form)[which];
  };
  // Rules for the ending "et" of verbs and for one whole word.
  std::vector<uint32_t> keys = {key("xet", 2), key("gikk", 0)};  // "et", "^gikk"
  std::vector<uint8_t> edits = {0, 0, 1, 0};
  if (keys[0] > keys[1]) {
    std::swap(keys[0], keys[1]);
    edits = {1, 0, 0, 0};
  }
  writer.AddNumbers("lemma keys", keys);
  writer.AddBytes("lemma edits", edits);
  writer.AddWords("lemma edit texts", {"L1", "L3å"});
  const std::string bytes = writer.Finish();
  const absl::StatusOr<ModelFile> model = ModelFile::Open(bytes);
  ASSERT_TRUE(model.ok());
  const absl::StatusOr<LemmaRules> rules = LemmaRules::Load(*model);
  ASSERT_TRUE(rules.ok()) << rules.status();
  EXPECT_EQ(rules->Lemma("nb", "VERB", "Kastet"), "kaste");
  EXPECT_EQ(rules->Lemma("nb", "VERB", "gikk"), "gå");
  EXPECT_EQ(rules->Lemma("nb", "NOUN", "Kastet"), "kastet");
}

}  // namespace
}  // namespace norn::ingest
