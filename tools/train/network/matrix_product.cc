#include "tools/train/network/matrix_product.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace norn::train {
namespace {

using Eigen::Index;

constexpr int kRows = 16;      // of a tile, side by side in one Lanes
constexpr Index kTerms = 256;  // so many are added before they are added to the output

// The compiler makes one, two or four registers of it.
using Lanes = float __attribute__((vector_size(kRows * sizeof(float))));

// One tile of the output: kRows rows and `columns` columns. `a` holds kRows numbers a term, `b` the
// tile's columns.
using Tile = void (*)(const float* a, const float* b, Index terms, float* output, Index step,
                      Index rows, int columns);

template <int kColumns>
[[gnu::always_inline]] inline void AddTile(const float* a, const float* b, Index terms,
                                           float* output, Index step, Index rows, int columns) {
  Lanes sums[kColumns] = {};
  for (Index term = 0; term < terms; ++term, a += kRows, b += kColumns) {
    Lanes x;
    std::memcpy(&x, a, sizeof(x));
    for (int column = 0; column < kColumns; ++column) sums[column] += x * b[column];
  }
  for (int column = 0; column < columns; ++column) {
    float* to = output + column * step;
    for (Index row = 0; row < rows; ++row) to[row] += sums[column][row];
  }
}

void BaselineTile(const float* a, const float* b, Index terms, float* output, Index step,
                  Index rows, int columns) {
  AddTile<2>(a, b, terms, output, step, rows, columns);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void Avx2Tile(const float* a, const float* b, Index terms, float* output,
                                      Index step, Index rows, int columns) {
  AddTile<6>(a, b, terms, output, step, rows, columns);
}

[[gnu::target("avx512f")]] void Avx512Tile(const float* a, const float* b, Index terms,
                                           float* output, Index step, Index rows, int columns) {
  AddTile<12>(a, b, terms, output, step, rows, columns);
}
#endif

struct Kernel {
  Tile tile;
  int columns;
};

Kernel KernelOf(InstructionSet set) {
#if defined(__x86_64__)
  if (set == InstructionSet::kAvx2) return {Avx2Tile, 6};
  if (set == InstructionSet::kAvx512) return {Avx512Tile, 12};
#endif
  static_cast<void>(set);
  return {BaselineTile, 2};
}

// Panels of `width` rows (of a) or columns (of b), term by term, filled up with zeros.
template <typename At>
void Pack(Index count, Index width, Index terms, const At& at, std::vector<float>& packed) {
  const Index panels = (count + width - 1) / width;
  packed.assign(static_cast<size_t>(panels * width * terms), 0);
  float* to = packed.data();
  for (Index panel = 0; panel < panels; ++panel) {
    const Index begin = panel * width;
    const Index some = std::min(width, count - begin);
    for (Index term = 0; term < terms; ++term, to += width) {
      for (Index i = 0; i < some; ++i) to[i] = at(begin + i, term);
    }
  }
}

// The terms [begin, begin + terms) of every element.
void AddTerms(const Kernel& kernel, const Factor& a, const Factor& b, Index begin, Index terms,
              Eigen::Ref<Matrix> output) {
  thread_local std::vector<float> rows;
  thread_local std::vector<float> columns;
  Pack(
      a.rows, kRows, terms, [&](Index i, Index term) { return a.at(i, begin + term); }, rows);
  Pack(
      b.columns, kernel.columns, terms, [&](Index i, Index term) { return b.at(begin + term, i); },
      columns);
  for (Index column = 0; column < b.columns; column += kernel.columns) {
    const int some = static_cast<int>(std::min<Index>(kernel.columns, b.columns - column));
    for (Index row = 0; row < a.rows; row += kRows) {
      kernel.tile(rows.data() + row * terms, columns.data() + column * terms, terms,
                  &output(row, column), output.outerStride(), std::min<Index>(kRows, a.rows - row),
                  some);
    }
  }
}

}  // namespace

std::vector<InstructionSet> InstructionSets() {
  std::vector<InstructionSet> sets = {InstructionSet::kBaseline};
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) sets.push_back(InstructionSet::kAvx2);
  if (__builtin_cpu_supports("avx512f")) sets.push_back(InstructionSet::kAvx512);
#endif
  return sets;
}

void AddProductWith(InstructionSet set, const Factor& a, const Factor& b,
                    Eigen::Ref<Matrix> output) {
  assert(a.columns == b.rows && output.rows() == a.rows && output.cols() == b.columns);
  const Kernel kernel = KernelOf(set);
  for (Index begin = 0; begin < a.columns; begin += kTerms) {
    AddTerms(kernel, a, b, begin, std::min(kTerms, a.columns - begin), output);
  }
}

void AddProduct(const Factor& a, const Factor& b, Eigen::Ref<Matrix> output) {
  static const InstructionSet widest = InstructionSets().back();
  AddProductWith(widest, a, b, output);
}

Matrix Product(const Factor& a, const Factor& b) {
  Matrix output = Matrix::Zero(a.rows, b.columns);
  AddProduct(a, b, output);
  return output;
}

}  // namespace norn::train
