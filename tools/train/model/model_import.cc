#include "tools/train/model/model_import.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace norn::train {
namespace {

constexpr float kUnlikely = -10;

// By row of the network: the model's row, or -1.
using Rows = std::vector<int>;

Rows InOrder(Eigen::Index count) {
  Rows rows(static_cast<size_t>(count));
  for (size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<int>(i);
  return rows;
}

template <typename Item, typename Items>
Rows Matched(const std::vector<Item>& wanted, const Items& known) {
  Rows rows;
  for (const Item& item : wanted) {
    const auto at = std::find(known.begin(), known.end(), item);
    rows.push_back(at == known.end() ? -1 : static_cast<int>(at - known.begin()));
  }
  return rows;
}

class Import {
 public:
  explicit Import(const ingest::ModelFile& model) : model_(model) {}

  absl::Status status() const { return status_; }

  // The file's rows are the matrix's; columns that the model has fewer of begin as zero.
  void Matrix(const std::string& name, const Rows& rows, Parameter& to) {
    const auto from = Read(name);
    if (from.columns > to.value.cols() || !Fits(name, rows, from.rows, to.value.rows())) return;
    for (size_t r = 0; r < rows.size(); ++r) {
      if (rows[r] < 0) continue;
      to.value.row(static_cast<int>(r)).setZero();
      for (int c = 0; c < from.columns; ++c) {
        to.value(static_cast<int>(r), c) = from.scales[rows[r]] * from.Row(rows[r])[c];
      }
    }
  }
  void Matrix(const std::string& name, Parameter& to) {
    Matrix(name, InOrder(to.value.rows()), to);
  }

  // The file's rows are the table's columns.
  void Table(const std::string& name, const Rows& rows, Parameter& to) {
    const auto from = Read(name);
    if (from.columns != to.value.rows() || !Fits(name, rows, from.rows, to.value.cols())) return;
    for (size_t c = 0; c < rows.size(); ++c) {
      if (rows[c] < 0) continue;
      for (int r = 0; r < from.columns; ++r) {
        to.value(r, static_cast<int>(c)) = from.scales[rows[c]] * from.Row(rows[c])[r];
      }
    }
  }

  // One column, a number a row.
  void Column(const std::string& name, const Rows& rows, Parameter& to) {
    const auto numbers = model_.Floats(name);
    if (!Check(numbers.status())) return;
    if (!Fits(name, rows, static_cast<int>(numbers->size()), to.value.rows())) return;
    for (size_t r = 0; r < rows.size(); ++r) {
      if (rows[r] >= 0) to.value(static_cast<int>(r), 0) = (*numbers)[rows[r]];
    }
  }
  // A label that the model does not have begins as the least likely.
  void Affine(const std::string& name, const Rows& rows, Parameter& weights, Parameter& bias) {
    for (size_t r = 0; r < rows.size(); ++r) {
      if (rows[r] >= 0) continue;
      weights.value.row(static_cast<int>(r)).setZero();
      bias.value(static_cast<int>(r), 0) = kUnlikely;
    }
    Matrix(name, rows, weights);
    Column(name + " bias", rows, bias);
  }
  void Affine(const std::string& name, Parameter& weights, Parameter& bias) {
    Affine(name, InOrder(weights.value.rows()), weights, bias);
  }

  void Layer(const std::string& name, Lstm& layer) {
    const std::vector<Parameter*> all = layer.parameters();
    for (const size_t which : {0, 1}) {
      const std::string prefix = absl::StrCat(name, which == 0 ? "/fwd/" : "/bwd/");
      Matrix(prefix + "input", *all[3 * which]);
      Matrix(prefix + "recurrent", *all[3 * which + 1]);
      Column(prefix + "bias", InOrder(all[3 * which + 2]->value.rows()), *all[3 * which + 2]);
    }
  }

  // Names of a scheme that the model has with the same types.
  void Names(const std::string& scheme, const std::vector<std::string>& labels, Parameter& weights,
             Parameter& bias, Parameter& moves) {
    const std::string name = absl::StrCat("name ", scheme);
    const auto known = model_.Words(absl::StrCat(name, " labels"));
    if (!known.ok() || *known != labels) return;
    Affine(name, weights, bias);
    const auto numbers = model_.Floats(absl::StrCat(name, " moves"));
    const auto size = static_cast<size_t>(moves.value.size());
    if (!Check(numbers.status()) || numbers->size() != size) return;
    for (Eigen::Index i = 0; i < moves.value.size(); ++i) {
      moves.value(i / moves.value.cols(), i % moves.value.cols()) = (*numbers)[i];
    }
  }

  Rows Labels(const std::string& name, const std::vector<std::string>& wanted) {
    const auto known = model_.Words(name);
    return Check(known.status()) ? Matched(wanted, *known) : Rows(wanted.size(), -1);
  }

  // Row 0, which is the unknown word's, stands for all that the model does not know.
  Rows Words(const std::vector<uint32_t>& wanted) {
    const auto known = model_.Numbers("word hashes");
    Rows rows = {0};
    if (!Check(known.status())) return rows;
    for (const uint32_t hash : wanted) {
      const auto at = std::lower_bound(known->begin(), known->end(), hash);
      const bool is_known = at != known->end() && *at == hash;
      rows.push_back(is_known ? static_cast<int>(at - known->begin()) + 1 : 0);
    }
    return rows;
  }

 private:
  ingest::QuantisedRows Read(const std::string& name) {
    const auto rows = model_.Matrix(name);
    return Check(rows.status()) ? *rows : ingest::QuantisedRows();
  }
  bool Check(const absl::Status& status) {
    if (status_.ok()) status_ = status;
    return status.ok();
  }
  bool Fits(const std::string& name, const Rows& rows, int known, Eigen::Index wanted) {
    const bool fits = static_cast<Eigen::Index>(rows.size()) == wanted &&
                      std::all_of(rows.begin(), rows.end(), [&](int row) { return row < known; });
    if (!fits) {
      Check(absl::FailedPreconditionError(absl::StrCat("a model of another size: ", name)));
    }
    return fits;
  }

  const ingest::ModelFile& model_;
  absl::Status status_;
};

}  // namespace

absl::Status ImportModel(const ingest::ModelFile& model, const Encoder& encoder,
                         AnalysisNetwork& n) {
  Import import(model);
  import.Table("words", import.Words(encoder.word_hashes()), n.words);
  import.Table("pieces", InOrder(n.pieces.value.cols()), n.pieces);
  import.Table("shapes", InOrder(n.shapes.value.cols()), n.shapes);
  import.Table("lexicon", InOrder(n.lexicon.value.cols()), n.lexicon);
  import.Table("language vectors", import.Labels("languages", encoder.languages()), n.languages);
  import.Matrix("projection", n.projection);
  import.Layer("layer1", n.layer1);
  import.Layer("layer2", n.layer2);
  import.Layer("names", n.name_layer);
  import.Affine("tag", import.Labels("tags", encoder.tags()), n.tag, n.tag_bias);
  import.Affine("feature hidden", n.feature_hidden, n.feature_hidden_bias);
  import.Affine("feature", import.Labels("features", encoder.features()), n.feature,
                n.feature_bias);
  import.Affine("name hidden", n.name_hidden, n.name_hidden_bias);
  for (size_t i = 0; i < encoder.schemes().size(); ++i) {
    import.Names(encoder.schemes()[i], encoder.names(static_cast<int>(i)), n.name[i],
                 n.name_bias[i], n.name_transitions[i]);
  }
  import.Affine("arc dependent", n.arc_dependent, n.arc_dependent_bias);
  import.Affine("arc head", n.arc_head, n.arc_head_bias);
  import.Affine("arc", n.arc, n.arc_prior);
  import.Affine("relation dependent", n.relation_dependent, n.relation_hidden_bias);
  import.Matrix("relation head", n.relation_head);
  import.Affine("relation", import.Labels("relations", encoder.relations()), n.relation,
                n.relation_bias);
  import.Column("root", InOrder(n.root.value.rows()), n.root);
  return import.status();
}

}  // namespace norn::train
