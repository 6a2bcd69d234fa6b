#include "tools/train/model/model_export.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "ingest/analysis/neural/model_file.h"
#include "ingest/analysis/neural/outside_vectors.h"
#include "tools/train/model/lemma_learner.h"

namespace norn::train {
namespace {

using ingest::ModelWriter;

absl::Span<const float> Flat(const Matrix& matrix) {
  return {matrix.data(), static_cast<size_t>(matrix.size())};
}

// Rows of the file are the matrix's rows.
void AddRows(ModelWriter& writer, absl::string_view name, const Matrix& matrix) {
  const Matrix by_row = matrix.transpose();
  writer.AddMatrix(name, static_cast<int>(matrix.rows()), static_cast<int>(matrix.cols()),
                   Flat(by_row));
}

// Rows of the file are the table's columns: a word each.
void AddTable(ModelWriter& writer, absl::string_view name, const Matrix& table) {
  writer.AddMatrix(name, static_cast<int>(table.cols()), static_cast<int>(table.rows()),
                   Flat(table));
}

void AddAffine(ModelWriter& writer, const std::string& name, const Parameter& weights,
               const Matrix& bias) {
  AddRows(writer, name, weights.value);
  writer.AddFloats(absl::StrCat(name, " bias"), Flat(bias));
}

void AddLayer(ModelWriter& writer, const std::string& name, const Lstm& layer) {
  for (const int which : {0, 1}) {
    const std::string prefix = absl::StrCat(name, which == 0 ? "/fwd/" : "/bwd/");
    AddRows(writer, prefix + "input", layer.direction(which).input.value);
    AddRows(writer, prefix + "recurrent", layer.direction(which).recurrent.value);
    writer.AddFloats(prefix + "bias", Flat(layer.direction(which).bias.value));
  }
}

// A table of vectors from outside, sorted by hash.
void AddOutside(ModelWriter& writer, const std::string& name, const Encoder& encoder,
                const OutsideVectors& outside) {
  std::vector<std::pair<uint32_t, int>> sorted(outside.words.columns.begin(),
                                               outside.words.columns.end());
  std::sort(sorted.begin(), sorted.end());
  Matrix table(outside.words.vectors.rows(), static_cast<int>(sorted.size()));
  std::vector<uint32_t> hashes;
  for (const auto& [hash, column] : sorted) {
    table.col(static_cast<int>(hashes.size())) = outside.words.vectors.col(column);
    hashes.push_back(hash);
  }
  writer.AddNumbers(absl::StrCat(name, " hashes"), hashes);
  AddTable(writer, name, table);
  std::vector<uint8_t> for_all;
  for (const std::string& language : encoder.languages()) {
    for_all.push_back(outside.languages.count(language) > 0 ? 1 : 0);
  }
  writer.AddBytes(absl::StrCat(name, " for all"), for_all);
}

void AddNames(ModelWriter& writer, const AnalysisNetwork& network, const Encoder& encoder) {
  writer.AddWords("schemes", encoder.schemes());
  for (size_t i = 0; i < encoder.schemes().size(); ++i) {
    const std::string name = absl::StrCat("name ", encoder.schemes()[i]);
    AddAffine(writer, name, network.name[i], network.name_bias[i].value);
    const Matrix by_row = network.name_transitions[i].value.transpose();
    writer.AddFloats(absl::StrCat(name, " moves"), Flat(by_row));
    writer.AddWords(absl::StrCat(name, " labels"), encoder.names(static_cast<int>(i)));
  }
  std::vector<uint32_t> scheme_of_language;
  for (const std::string& language : encoder.languages()) {
    scheme_of_language.push_back(static_cast<uint32_t>(encoder.SchemeOf(language)));
  }
  writer.AddNumbers("scheme of language", scheme_of_language);
}

void AddHeads(ModelWriter& writer, const AnalysisNetwork& n) {
  const Matrix none = Matrix::Zero(n.relation_head.value.rows(), 1);
  AddAffine(writer, "tag", n.tag, n.tag_bias.value);
  AddAffine(writer, "feature hidden", n.feature_hidden, n.feature_hidden_bias.value);
  AddAffine(writer, "feature", n.feature, n.feature_bias.value);
  AddAffine(writer, "name hidden", n.name_hidden, n.name_hidden_bias.value);
  AddAffine(writer, "arc dependent", n.arc_dependent, n.arc_dependent_bias.value);
  AddAffine(writer, "arc head", n.arc_head, n.arc_head_bias.value);
  AddAffine(writer, "arc", n.arc, n.arc_prior.value);
  AddAffine(writer, "relation dependent", n.relation_dependent, n.relation_hidden_bias.value);
  AddAffine(writer, "relation head", n.relation_head, none);
  AddAffine(writer, "relation", n.relation, n.relation_bias.value);
  writer.AddFloats("root", Flat(n.root.value));
}

}  // namespace

std::string ExportModel(AnalysisNetwork& network, const Encoder& encoder, const Recipe& recipe) {
  ModelWriter writer;
  writer.AddWords("languages", encoder.languages());
  writer.AddWords("tags", encoder.tags());
  writer.AddWords("features", encoder.features());
  writer.AddWords("relations", encoder.relations());
  writer.AddNumbers("word hashes", encoder.word_hashes());
  AddTable(writer, "words", network.words.value);
  AddTable(writer, "pieces", network.pieces.value);
  AddTable(writer, "shapes", network.shapes.value);
  AddTable(writer, "language vectors", network.languages.value);
  AddTable(writer, "lexicon", network.lexicon.value);
  writer.AddNumbers("lexicon hashes", recipe.flags.hashes());
  writer.AddBytes("lexicon bits", recipe.flags.bits());
  for (size_t i = 0; i < recipe.vectors.size(); ++i) {
    AddOutside(writer, ingest::OutsideTableName(static_cast<int>(i)), encoder, recipe.vectors[i]);
  }
  AddRows(writer, "projection", network.projection.value);
  AddLayer(writer, "layer1", network.layer1);
  AddLayer(writer, "layer2", network.layer2);
  AddLayer(writer, "names", network.name_layer);
  AddNames(writer, network, encoder);
  AddHeads(writer, network);
  AddLemmaRules(recipe, writer);
  return writer.Finish();
}

}  // namespace norn::train
