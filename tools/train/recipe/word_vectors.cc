#include "tools/train/recipe/word_vectors.h"

#include <Eigen/Eigenvalues>
#include <cmath>
#include <fstream>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/train/network/matrix_product.h"

namespace norn::train {
namespace {

// Onto the directions in which the columns differ most.
Matrix PrincipalComponents(Matrix columns, int dimensions) {
  columns.colwise() -= columns.rowwise().mean().eval();
  const Matrix covariance =
      Product(columns, columns.transpose()) / static_cast<float>(columns.cols());
  const Eigen::SelfAdjointEigenSolver<Matrix> solver(covariance);
  // The solver sorts its values ascending.
  const Matrix largest = solver.eigenvectors().rightCols(dimensions).rowwise().reverse();
  const float scale = std::sqrt(solver.eigenvalues().tail(dimensions).mean());
  return Product(largest.transpose(), columns) / scale;
}

}  // namespace

int WordVectors::Find(const ingest::TokenFeatures& features) const {
  for (const uint32_t hash : {features.word, features.stem}) {
    if (const auto at = columns.find(hash); at != columns.end()) return at->second;
  }
  return -1;
}

absl::StatusOr<WordVectors> ReadWordVectors(const std::string& path, int words, int dimensions) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
  WordVectors result;
  std::vector<std::vector<float>> rows;
  std::string line;
  while (static_cast<int>(rows.size()) < words && std::getline(in, line)) {
    const std::vector<absl::string_view> fields = absl::StrSplit(line, ' ', absl::SkipEmpty());
    std::vector<float>& row = rows.emplace_back();
    for (size_t i = 1; i < fields.size(); ++i) {
      if (!absl::SimpleAtof(fields[i], &row.emplace_back())) row.clear();
    }
    if (row.size() < static_cast<size_t>(dimensions) || row.size() != rows[0].size()) {
      return absl::DataLossError(absl::StrCat(path, ":", rows.size(), ": not a word's vector"));
    }
    result.columns.emplace(ingest::WordHash(fields[0]), static_cast<int>(rows.size()) - 1);
  }
  if (rows.empty()) return absl::DataLossError(absl::StrCat(path, ": no vectors"));
  Matrix all(rows[0].size(), rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    for (size_t k = 0; k < rows[i].size(); ++k) all(k, i) = rows[i][k];
  }
  result.vectors = PrincipalComponents(std::move(all), dimensions);
  return result;
}

}  // namespace norn::train
