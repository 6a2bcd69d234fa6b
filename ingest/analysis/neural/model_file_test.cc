#include "ingest/analysis/neural/model_file.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace norn::ingest {
namespace {

std::string SmallModel() {
  ModelWriter writer;
  writer.AddMatrix("matrix", 2, 3, {1, -2, 0.5F, 0, 0, 0});
  writer.AddFloats("floats", {0.25F});
  writer.AddNumbers("numbers", {7, 8});
  writer.AddBytes("bytes", {1, 2, 3});
  writer.AddWords("words", {"O", "B-PER"});
  return writer.Finish();
}

TEST(ModelFileTest, ReadsWhatWasWritten) {
  const std::string bytes = SmallModel();
  const absl::StatusOr<ModelFile> model = ModelFile::Open(bytes);
  ASSERT_TRUE(model.ok()) << model.status();
  const QuantisedRows matrix = *model->Matrix("matrix");
  ASSERT_EQ(matrix.rows, 2);
  EXPECT_NEAR(matrix.Row(0)[0] * matrix.scales[0], 1, 0.01);
  EXPECT_NEAR(matrix.Row(0)[1] * matrix.scales[0], -2, 0.01);
  EXPECT_EQ(matrix.Row(1)[2], 0);
  EXPECT_EQ((*model->Floats("floats"))[0], 0.25F);
  EXPECT_EQ((*model->Numbers("numbers"))[1], 8U);
  EXPECT_EQ((*model->Bytes("bytes")).size(), 3U);
  EXPECT_EQ(*model->Words("words"), (std::vector<std::string>{"O", "B-PER"}));
}

TEST(ModelFileTest, NamesTheSectionThatIsMissing) {
  const std::string bytes = SmallModel();
  const absl::StatusOr<ModelFile> model = ModelFile::Open(bytes);
  ASSERT_TRUE(model.ok());
  EXPECT_EQ(model->Matrix("floats").status().code(), absl::StatusCode::kDataLoss);
  EXPECT_NE(model->Matrix("nothing").status().message().find("nothing"), absl::string_view::npos);
}

TEST(ModelFileTest, RefusesAModelOfAnotherVersion) {
  std::string bytes = SmallModel();
  bytes[8] = 99;
  EXPECT_EQ(ModelFile::Open(bytes).status().code(), absl::StatusCode::kFailedPrecondition);
}

TEST(ModelFileTest, RefusesEveryFlippedByteAndEveryCut) {
  const std::string bytes = SmallModel();
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    EXPECT_FALSE(ModelFile::Open(damaged).ok()) << "byte " << i;
  }
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(ModelFile::Open(absl::string_view(bytes).substr(0, size)).ok()) << size;
  }
}

}  // namespace
}  // namespace norn::ingest
