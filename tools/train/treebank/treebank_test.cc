#include "tools/train/treebank/treebank.h"

#include <cstdlib>
#include <fstream>
#include <string>

#include "gtest/gtest.h"

namespace norn::train {
namespace {

std::string Write(const std::string& name, const std::string& text) {
  const std::string path = std::string(std::getenv("TEST_TMPDIR")) + "/" + name;
  std::ofstream(path) << text;
  return path;
}

TEST(TreebankTest, ReadsTreesAndNamesFromConllu) {
  const auto sentences =
      ReadTreebank(Write("a.conllu",
                         "# text = Kari lo.\n1\tKari\tKari\tPROPN\t_\t_\t2\tnsubj\t_\tname=B-PER\n"
                         "2\tlo\tle\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|name=O\n"
                         "3\t.\t$.\tPUNCT\t_\t_\t2\tpunct\t_\tname=O\n\n"));
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 1U);
  const TreebankSentence& sentence = (*sentences)[0];
  EXPECT_EQ(sentence.text, "Kari lo.");
  EXPECT_TRUE(sentence.has_tree() && sentence.has_tags() && sentence.has_names());
  EXPECT_EQ(sentence.tokens[0].head, 2);
  EXPECT_EQ(sentence.tokens[1].lemma, "le");
  EXPECT_FALSE(sentence.tokens[1].space_after);
}

TEST(TreebankTest, AFileOfNamesAloneHasNoTrees) {
  const auto sentences =
      ReadTreebank(Write("b.conllu", "1\tKari\t_\tX\t_\t_\t0\t_\t_\tname=B-PER\n"));
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  EXPECT_FALSE((*sentences)[0].has_tree());
  EXPECT_EQ((*sentences)[0].tokens[0].name, "B-PER");
}

TEST(TreebankTest, ReadsConllWithItsParts) {
  const auto sentences = ReadTreebank(
      Write("f.conll",
            "# file = a\n# part = train\n1\tHun\thun\tPP\tPP3\tcase=nom\t2\tsubj\t_\t_\n"
            "2\tsov\tsove\tVA\tVADA\ttense=past\t0\tROOT\t_\t_\n\n"));
  ASSERT_TRUE(sentences.ok()) << sentences.status();
  ASSERT_EQ(sentences->size(), 1U);
  EXPECT_EQ((*sentences)[0].part, "train");
  const TreebankToken& token = (*sentences)[0].tokens[0];
  EXPECT_EQ(token.form + token.lemma + token.upos + token.feats + token.deprel,
            "HunhunPP3case=nomsubj");
  EXPECT_EQ(token.head, 2);
  const auto bad = ReadTreebank(Write("g.conll", "1\tHun\thun\tPP\tPP3\t_\t9\tsubj\t_\t_\n"));
  EXPECT_EQ(bad.status().code(), absl::StatusCode::kDataLoss);
}

TEST(TreebankTest, MakesNameTagsWhole) {
  const auto iob = ReadTreebank(Write("c.iob2", "1\tA\tB-O\t-\n2\tB\tI-PER\t-\n3\tC\tI-PER\t-\n"));
  ASSERT_TRUE(iob.ok()) << iob.status();
  EXPECT_EQ((*iob)[0].tokens[0].name, "O");
  EXPECT_EQ((*iob)[0].tokens[1].name, "B-PER");
  EXPECT_EQ((*iob)[0].tokens[2].name, "I-PER");

  const auto columns = ReadTreebank(Write("d.txt", "I 0\nOslo\tLOC\nalene\n\nKari PER\n"));
  ASSERT_TRUE(columns.ok()) << columns.status();
  ASSERT_EQ(columns->size(), 2U);
  EXPECT_EQ((*columns)[0].tokens[0].name, "O");
  EXPECT_EQ((*columns)[0].tokens[1].name, "B-LOC");
  EXPECT_EQ((*columns)[0].tokens[2].name, "O");
}

TEST(TreebankTest, NamesFileAndLineOfWhatItCannotRead) {
  EXPECT_EQ(ReadTreebank("/nowhere.conllu").status().code(), absl::StatusCode::kNotFound);
  const auto bad = ReadTreebank(Write("e.conllu", "\nnot a row\n"));
  EXPECT_EQ(bad.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_NE(bad.status().message().find("e.conllu:2"), absl::string_view::npos) << bad.status();
}

}  // namespace
}  // namespace norn::train
