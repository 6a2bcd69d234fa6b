#include "tools/train/model/recipe_network.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tools/train/model/model_import.h"

namespace norn::train {

AnalysisNetwork MakeNetwork(const Recipe& recipe, const Encoder& encoder) {
  NetworkShape shape;
  encoder.FillShape(shape);
  shape.input_dropout = recipe.input_dropout;
  shape.dropout = recipe.dropout;
  shape.units1 = shape.units2 = recipe.units;
  shape.name_units = recipe.name_units;
  shape.narrow = recipe.narrow;
  std::vector<const Matrix*> tables;
  for (const OutsideVectors& table : recipe.vectors) tables.push_back(&table.words.vectors);
  return AnalysisNetwork(shape, tables, 1);
}

absl::Status StartNetwork(const Recipe& recipe, const Encoder& encoder, AnalysisNetwork& network) {
  if (recipe.start.empty()) return absl::OkStatus();
  std::ifstream in(recipe.start, std::ios::binary);
  if (!in) return absl::NotFoundError(recipe.start + ": cannot be opened");
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  const absl::StatusOr<ingest::ModelFile> model = ingest::ModelFile::Open(bytes);
  if (!model.ok()) return model.status();
  return ImportModel(*model, encoder, network);
}

}  // namespace norn::train
