#include "ingest/analysis/neural/outside_vectors.h"

#include "absl/strings/str_cat.h"
#include "ingest/analysis/neural/hash_index.h"

namespace norn::ingest {

std::string OutsideTableName(int number) {
  return number == 0 ? "outside" : absl::StrCat("outside ", number + 1);
}

absl::StatusOr<OutsideVectors::Table> OutsideVectors::LoadTable(const ModelFile& model,
                                                                const std::string& name) {
  const auto rows = model.Matrix(name);
  if (!rows.ok()) return rows.status();
  const auto hashes = model.Numbers(absl::StrCat(name, " hashes"));
  if (!hashes.ok()) return hashes.status();
  const auto for_all = model.Bytes(absl::StrCat(name, " for all"));
  if (!for_all.ok()) return for_all.status();
  return Table{*rows, *hashes, *for_all};
}

absl::StatusOr<OutsideVectors> OutsideVectors::Load(const ModelFile& model, int languages,
                                                    int size) {
  OutsideVectors v;
  bool fits = true;
  for (int i = 0; i == 0 || model.Matrix(OutsideTableName(i)).ok(); ++i) {
    const absl::StatusOr<Table> table = LoadTable(model, OutsideTableName(i));
    if (!table.ok()) return table.status();
    fits = fits && table->rows.rows == static_cast<int>(table->hashes.size()) &&
           table->for_all.size() == static_cast<size_t>(languages);
    v.columns_ += table->rows.columns;
    v.tables_.push_back(*table);
  }
  const auto projection = model.Matrix("projection");
  if (!projection.ok()) return projection.status();
  if (!fits || projection->rows != size || projection->columns != v.columns_) {
    return absl::DataLossError("a model whose vectors from outside do not fit together");
  }
  v.projection_ = PackedMatrix(*projection);
  return v;
}

void OutsideVectors::Add(const TokenFeatures& features, int language, float* x) const {
  std::vector<float> values(columns_);
  bool is_known = false;
  int column = 0;
  for (const Table& table : tables_) {
    const bool sees = table.for_all[language] != 0 || features.has_capital();
    if (const int row = sees ? FindEither(table.hashes, features) : -1; row >= 0) {
      AddScaled(table.rows.Row(row), table.rows.scales[row], &values[column]);
      is_known = true;
    }
    column += table.rows.columns;
  }
  if (!is_known) return;
  QuantisedVectors quantised(1, columns_);
  quantised.Set(0, values);
  projection_.MultiplyAdd(quantised, 0, 1, x);
}

}  // namespace norn::ingest
