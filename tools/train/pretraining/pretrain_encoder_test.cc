// The whole of pre-training on a few sentences: the same bytes twice, and a run that was broken off
// goes on to the same end.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace norn {
namespace {

class PretrainEncoderTest : public testing::Test {
 protected:
  PretrainEncoderTest() : folder_(absl::StrCat(std::getenv("TEST_TMPDIR"), "/pretraining")) {
    std::filesystem::create_directories(folder_);
    Write("nb.conllu",
          "1\tKari\tKari\tPROPN\t_\t_\t2\tnsubj\t_\tname=B-PER\n"
          "2\tlo\tle\tVERB\t_\tTense=Past\t0\troot\t_\tname=O\n\n");
    Write("vectors.txt", "kari 1 0 0\nola 0 1 0\nlo 0 0 1\nog 1 1 0\n");
    Write("words.tsv", "given\tKari\n");
    Write("a.recipe",
          "train nb norne 1 nb.conllu\nvectors nb 10 2 vectors.txt\nflags - - - words.tsv\n");
    std::string lines;
    for (int i = 0; i < 50; ++i)
      absl::StrAppend(&lines, "Kari og Ola lo.\nOla og Kari lo igjen.\n");
    Write("nb.txt", lines);
  }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(absl::StrCat(folder_, "/", name)) << text;
  }
  std::string Read(const std::string& name) {
    std::ifstream in(absl::StrCat(folder_, "/", name), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  int Pretrain(const std::string& share, const std::string& model) {
    return std::system(absl::StrCat("tools/train/pretraining/pretrain_encoder ", folder_,
                                    "/a.recipe ", folder_, " ", folder_, " - ", share, " ", folder_,
                                    "/", model, " ", folder_, "/nb.txt > /dev/null 2> ", folder_,
                                    "/errors")
                           .c_str());
  }

  std::string folder_;
};

TEST_F(PretrainEncoderTest, TheSameTextGivesTheSameModelToTheByte) {
  ASSERT_EQ(Pretrain("1", "first.model"), 0) << Read("errors");
  ASSERT_EQ(Pretrain("1", "second.model"), 0) << Read("errors");
  const std::string model = Read("first.model");
  EXPECT_GT(model.size(), 1000U);
  EXPECT_EQ(model, Read("second.model"));
  ASSERT_EQ(Pretrain("0.02", "less.model"), 0) << Read("errors");
  EXPECT_NE(model, Read("less.model"));
}

TEST_F(PretrainEncoderTest, ARunGoesOnFromItsState) {
  ASSERT_EQ(Pretrain("1", "whole.model"), 0) << Read("errors");
  const std::string model = Read("whole.model");
  Write("whole.model", "");
  ASSERT_EQ(Pretrain("1", "whole.model"), 0) << Read("errors");
  EXPECT_EQ(model, Read("whole.model"));
  EXPECT_NE(Pretrain("0.5", "whole.model"), 0);
  EXPECT_NE(Read("errors").find("a state of another text"), std::string::npos) << Read("errors");
}

}  // namespace
}  // namespace norn
