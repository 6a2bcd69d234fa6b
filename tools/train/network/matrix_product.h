// Products of matrices with the widest instructions that the processor has, and the same bits with
// all of them: an element's terms are added one after the other, in blocks of a fixed length, and
// sums are not fused with products. The order of Eigen's own sums follows from the width of the
// vectors that it was compiled for.
//
//   AddProduct(weights, input, output);                // output += weights * input
//   AddProduct(weights.transpose(), gradient, back);
#ifndef NORN_TOOLS_TRAIN_NETWORK_MATRIX_PRODUCT_H_
#define NORN_TOOLS_TRAIN_NETWORK_MATRIX_PRODUCT_H_

#include <Eigen/Core>
#include <type_traits>
#include <vector>

#include "tools/train/network/parameter.h"

namespace norn::train {

// A matrix, a block of one, or the transpose of either; not copied, so that what it was made of
// must outlive it. What has to be computed first does not compile.
struct Factor {
  template <typename Derived>
  // NOLINTNEXTLINE(google-explicit-constructor): a matrix is a factor.
  Factor(const Eigen::MatrixBase<Derived>& matrix)
      : data(matrix.derived().data()),
        rows(matrix.rows()),
        columns(matrix.cols()),
        row_step(Derived::IsRowMajor ? matrix.derived().outerStride() : 1),
        column_step(Derived::IsRowMajor ? 1 : matrix.derived().outerStride()) {
    static_assert(std::is_same_v<typename Derived::Scalar, float>);
    static_assert(Derived::InnerStrideAtCompileTime == 1);
  }

  float at(Eigen::Index row, Eigen::Index column) const {
    return data[row * row_step + column * column_step];
  }

  const float* data;
  Eigen::Index rows;
  Eigen::Index columns;
  Eigen::Index row_step;
  Eigen::Index column_step;
};

// output += a * b. The shapes must fit, and `output` may not share memory with the factors.
void AddProduct(const Factor& a, const Factor& b, Eigen::Ref<Matrix> output);

Matrix Product(const Factor& a, const Factor& b);

enum class InstructionSet { kBaseline, kAvx2, kAvx512 };
// Those that this processor has, the plainest first.
std::vector<InstructionSet> InstructionSets();
// AddProduct with one of them: for tests.
void AddProductWith(InstructionSet set, const Factor& a, const Factor& b,
                    Eigen::Ref<Matrix> output);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_MATRIX_PRODUCT_H_
