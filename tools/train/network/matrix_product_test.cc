#include "tools/train/network/matrix_product.h"

#include <cstdint>
#include <cstring>
#include <tuple>
#include <vector>

#include "gtest/gtest.h"

namespace norn::train {
namespace {

Matrix Numbers(int rows, int columns, uint64_t seed) {
  Random random(seed);
  Matrix matrix(rows, columns);
  for (float& x : matrix.reshaped()) x = 2 * random.Uniform() - 1;
  return matrix;
}

// Rows, columns and terms around the widths of tiles and the length of blocks.
class MatrixProductTest : public testing::TestWithParam<std::tuple<int, int, int>> {
 protected:
  int rows_ = std::get<0>(GetParam());
  int columns_ = std::get<1>(GetParam());
  int terms_ = std::get<2>(GetParam());
  Matrix a_ = Numbers(rows_, terms_, 1);
  Matrix b_ = Numbers(terms_, columns_, 2);
};

TEST_P(MatrixProductTest, IsTheProductWithinRounding) {
  const Eigen::MatrixXd exact = a_.cast<double>() * b_.cast<double>();
  EXPECT_LT((Product(a_, b_).cast<double>() - exact).norm(), 1e-5 * (1 + exact.norm()));
}

TEST_P(MatrixProductTest, TransposesAndBlocksAreReadWhereTheyLie) {
  const Matrix product = Product(a_, b_);
  const Matrix a_turned = a_.transpose();
  const Matrix b_turned = b_.transpose();
  EXPECT_EQ(Product(a_turned.transpose(), b_turned.transpose()), product);
  Matrix wider = Matrix::Zero(rows_ + 3, columns_ + 2);
  AddProduct(a_, b_, wider.block(1, 1, rows_, columns_));
  EXPECT_EQ(wider.block(1, 1, rows_, columns_), product);
  EXPECT_TRUE(wider.topRows(1).isZero() && wider.bottomRows(2).isZero());
  EXPECT_TRUE(wider.leftCols(1).isZero() && wider.rightCols(1).isZero());
  const Matrix identity = Matrix::Identity(columns_, columns_);
  EXPECT_EQ(Product(wider.block(1, 1, rows_, columns_), identity), product);
}

TEST_P(MatrixProductTest, EveryInstructionSetGivesTheSameBits) {
  const Matrix start = Numbers(rows_, columns_, 3);
  Matrix plain = start;
  AddProductWith(InstructionSet::kBaseline, a_, b_, plain);
  for (const InstructionSet set : InstructionSets()) {
    Matrix output = start;
    AddProductWith(set, a_, b_, output);
    EXPECT_EQ(std::memcmp(output.data(), plain.data(), sizeof(float) * output.size()), 0)
        << static_cast<int>(set);
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, MatrixProductTest,
                         testing::Values(std::tuple(1, 1, 1), std::tuple(16, 12, 256),
                                         std::tuple(17, 13, 257), std::tuple(15, 1, 700),
                                         std::tuple(3, 25, 2), std::tuple(100, 7, 0)));

}  // namespace
}  // namespace norn::train
