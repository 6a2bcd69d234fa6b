#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "ingest/analysis/annotator.h"

namespace norn {
namespace {

class TrainAnalysisTest : public testing::Test {
 protected:
  TrainAnalysisTest() : folder_(std::getenv("TEST_TMPDIR")) {
    Write("nb.conllu",
          "1\tKari\tKari\tPROPN\t_\t_\t2\tnsubj\t_\tname=B-PER\n"
          "2\tlo\tle\tVERB\t_\tTense=Past\t0\troot\t_\tname=O\n"
          "3\t.\t$.\tPUNCT\t_\t_\t2\tpunct\t_\tname=O\n\n"
          "1\tOla\tOla\tPROPN\t_\t_\t2\tnsubj\t_\tname=B-PER\n"
          "2\tlo\tle\tVERB\t_\tTense=Past\t0\troot\t_\tname=O\n\n");
    Write("vectors.txt", "kari 1 0 0\nola 0 1 0\nlo 0 0 1\n");
    Write("more_vectors.txt", "lo 1 0\nle 0 1\n");
    Write("words.tsv", "given\tKari\ngiven\tOla\n");
    Write("a.recipe",
          "train nb norne 1 nb.conllu\ndev nb norne 1 nb.conllu  # the same: figures of no use\n"
          "vectors - 10 2 vectors.txt\nvectors nb 10 2 more_vectors.txt\nflags - - - "
          "words.tsv\nepochs - - - 2\n");
  }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(absl::StrCat(folder_, "/", name)) << text;
  }

  int Train(const std::string& recipe, const std::string& model,
            const std::string& environment = "") {
    return std::system(absl::StrCat(environment, " tools/train/train_analysis ", folder_, "/",
                                    recipe, " ", folder_, " ", folder_, " ", folder_, "/", model,
                                    " > /dev/null 2> ", folder_, "/errors")
                           .c_str());
  }

  std::string Read(const std::string& name) {
    std::ifstream in(absl::StrCat(folder_, "/", name), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }

  std::string folder_;
};

TEST_F(TrainAnalysisTest, TheSameDataGivesTheSameModelToTheByte) {
  ASSERT_EQ(Train("a.recipe", "first.model"), 0) << Read("errors");
  ASSERT_EQ(Train("a.recipe", "second.model"), 0) << Read("errors");
  const std::string model = Read("first.model");
  EXPECT_GT(model.size(), 1000U);
  EXPECT_EQ(model, Read("second.model"));
  const auto annotator = ingest::Annotator::FromModels({model});
  ASSERT_TRUE(annotator.ok()) << annotator.status();
  EXPECT_TRUE(annotator->Reads("nb"));
  EXPECT_FALSE(annotator->Reads("sv"));
}

// The C library takes other code for exp and the like where these are missing.
TEST_F(TrainAnalysisTest, AProcessorWithoutFusedOperationsGivesTheSameModel) {
  ASSERT_EQ(Train("a.recipe", "here.model"), 0) << Read("errors");
  ASSERT_EQ(Train("a.recipe", "older.model",
                  "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA,-FMA4"),
            0)
      << Read("errors");
  EXPECT_GT(Read("here.model").size(), 1000U);
  EXPECT_EQ(Read("here.model"), Read("older.model"));
}

TEST_F(TrainAnalysisTest, AMistakeInTheRecipeIsNamedWithItsLine) {
  Write("bad.recipe", "train nb norne 1 nb.conllu\nfrobnicate - - - 1\n");
  EXPECT_NE(Train("bad.recipe", "bad.model"), 0);
  EXPECT_NE(Read("errors").find("bad.recipe:2"), std::string::npos) << Read("errors");
}

}  // namespace
}  // namespace norn
