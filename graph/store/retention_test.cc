#include "graph/store/retention.h"

#include <filesystem>
#include <fstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RetentionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  void TearDown() override { fs::remove_all(path_); }
  const std::string path_ = ::testing::TempDir() + "/retention_test";
};

TEST_F(RetentionTest, KeepsTheCurrentOneAndTheOneBefore) {
  const Retention retention = Retention::Read(path_);
  EXPECT_THAT(retention.ToRemove({1, 2, 3}, 3), ElementsAre(1));
  EXPECT_THAT(retention.ToRemove({1, 2, 3}, 2), ElementsAre(3));
  EXPECT_THAT(retention.ToRemove({1, 2, 3}, 9), IsEmpty());
  EXPECT_THAT(retention.ToRemove({}, 1), IsEmpty());
}

TEST_F(RetentionTest, RemembersHowManyAndWhatWasRolledBack) {
  {
    Retention retention = Retention::Read(path_);
    retention.set_keep(3);
    retention.AddRolledBack(7, "aa");
    retention.AddRolledBack(9, "bb");
    ASSERT_TRUE(retention.Write().ok());
  }
  Retention retention = Retention::Read(path_);
  EXPECT_THAT(retention.ToRemove({3, 4, 5, 6, 7, 8, 9}, 6), ElementsAre(3, 8));
  EXPECT_EQ(retention.RolledBack("bb"), 9);
  EXPECT_EQ(retention.RolledBack("cc"), std::nullopt);
  retention.ForgetRolledBack(7);
  EXPECT_EQ(retention.RolledBack("aa"), std::nullopt);
  EXPECT_EQ(retention.RolledBack("bb"), 9);
}

TEST_F(RetentionTest, ByADamagedFileNoGenerationIsRemoved) {
  ASSERT_TRUE(Retention::Read(path_).Write().ok());
  EXPECT_TRUE(Retention::Read(path_).Check().ok());
  for (const char* text : {"keep 9\n", "", "keep 2\nchecksum 0123456789abcdef\n"}) {
    std::ofstream(path_ + "/RETENTION") << text;
    const Retention retention = Retention::Read(path_);
    EXPECT_EQ(retention.Check().code(), absl::StatusCode::kDataLoss);
    EXPECT_THAT(retention.ToRemove({1, 2, 3, 4}, 4), IsEmpty());
  }
  ASSERT_TRUE(Retention::Read(path_).Write().ok());
  EXPECT_TRUE(Retention::Read(path_).Check().ok());
}

}  // namespace
}  // namespace norn::graph
