#include "tools/train/pretraining/state_file.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace norn::train {
namespace {

std::string Path(const std::string& name) {
  return absl::StrCat(std::getenv("TEST_TMPDIR"), "/", name);
}

Parameter Filled(int rows, int columns) {
  Random random(3);
  Parameter parameter(rows, columns, random);
  parameter.mean = 2 * parameter.value;
  parameter.square = 3 * parameter.value;
  return parameter;
}

TEST(StateFileTest, WhatWasSavedComesBack) {
  Parameter a = Filled(2, 3);
  Parameter b = Filled(4, 1);
  ASSERT_TRUE(SaveState(Path("whole.state"), {7, 1ULL << 60}, {&a, &b}).ok());
  Parameter c = Parameter::Zero(2, 3);
  Parameter d = Parameter::Zero(4, 1);
  std::vector<uint64_t> numbers(2);
  ASSERT_TRUE(LoadState(Path("whole.state"), numbers, {&c, &d}).ok());
  EXPECT_EQ(numbers, (std::vector<uint64_t>{7, 1ULL << 60}));
  EXPECT_EQ(c.value, a.value);
  EXPECT_EQ(c.mean, a.mean);
  EXPECT_EQ(d.square, b.square);
}

TEST(StateFileTest, AFileThatDoesNotFitChangesNothing) {
  Parameter a = Filled(2, 3);
  const std::string path = Path("other.state");
  ASSERT_TRUE(SaveState(path, {7}, {&a}).ok());
  const Parameter kept = Filled(3, 2);
  Parameter other = kept;
  std::vector<uint64_t> numbers = {1};
  EXPECT_TRUE(absl::IsFailedPrecondition(LoadState(path, numbers, {&other})));
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
  Parameter same = Filled(2, 3);
  same.value.setOnes();
  EXPECT_TRUE(absl::IsFailedPrecondition(LoadState(path, numbers, {&same})));
  EXPECT_EQ(same.value, Matrix::Ones(2, 3));
  EXPECT_EQ(other.value, kept.value);
  EXPECT_EQ(numbers, std::vector<uint64_t>{1});
}

TEST(StateFileTest, NoFileIsToldApart) {
  std::vector<uint64_t> numbers;
  EXPECT_TRUE(absl::IsNotFound(LoadState(Path("none.state"), numbers, {})));
}

}  // namespace
}  // namespace norn::train
