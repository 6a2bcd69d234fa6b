#include "ingest/analysis/neural/reader_layer.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace norn::ingest {

absl::StatusOr<ReaderLayer> ReaderLayer::Load(const ModelFile& model, const std::string& name) {
  ReaderLayer layer;
  for (const int which : {0, 1}) {
    const std::string prefix = absl::StrCat(name, which == 0 ? "/fwd/" : "/bwd/");
    const auto input = model.Matrix(absl::StrCat(prefix, "input"));
    const auto recurrent = model.Matrix(absl::StrCat(prefix, "recurrent"));
    const auto bias = model.Floats(absl::StrCat(prefix, "bias"));
    for (const absl::Status& status : {input.status(), recurrent.status(), bias.status()}) {
      if (!status.ok()) return status;
    }
    layer.units_ = recurrent->columns;
    const int gates = 4 * layer.units_;
    if (input->rows != gates || recurrent->rows != gates ||
        bias->size() != static_cast<size_t>(gates) || gates == 0) {
      return absl::DataLossError(absl::StrCat("a model whose ", name, " does not fit together"));
    }
    Direction& direction = layer.directions_[which];
    direction.input = PackedMatrix(*input);
    direction.recurrent = PackedMatrix(*recurrent);
    direction.bias.assign(bias->begin(), bias->end());
  }
  if (layer.directions_[0].input.columns() != layer.directions_[1].input.columns() ||
      layer.directions_[0].recurrent.columns() != layer.directions_[1].recurrent.columns()) {
    return absl::DataLossError(absl::StrCat("a model whose ", name, " does not fit together"));
  }
  return layer;
}

void ReaderLayer::Read(const Packing& packing, const QuantisedVectors& input, float* states) const {
  for (const int which : {0, 1}) ReadOneWay(packing, input, which, states);
}

void ReaderLayer::ReadOneWay(const Packing& packing, const QuantisedVectors& input, int which,
                             float* states) const {
  const Direction& direction = directions_[which];
  const int sentences = static_cast<int>(packing.lengths.size());
  const int steps = packing.steps();
  const int gate_count = 4 * units_;
  std::vector<float> gates(static_cast<size_t>(packing.columns) * gate_count);
  direction.input.Multiply(input, 0, packing.columns, direction.bias, gates.data());
  std::vector<float> cells(static_cast<size_t>(sentences) * units_);
  std::vector<float> before(static_cast<size_t>(sentences) * units_);
  QuantisedVectors quantised(sentences, units_);
  for (int i = 0; i < steps; ++i) {
    const int step = which == 0 ? i : steps - 1 - i;
    const int count = packing.count[step];
    // Sentences that join now (on the way back, the shorter ones) have read nothing yet: their
    // state is still zero.
    const int going_on =
        i == 0 ? 0 : std::min(count, packing.count[which == 0 ? step - 1 : step + 1]);
    float* own = gates.data() + static_cast<size_t>(packing.begin[step]) * gate_count;
    for (int s = 0; s < going_on; ++s) {
      quantised.SetBounded(s, absl::MakeConstSpan(before).subspan(s * units_, units_), 1);
    }
    direction.recurrent.MultiplyAdd(quantised, 0, going_on, own);
    for (int s = 0; s < count; ++s) {
      float* of_sentence = own + static_cast<size_t>(s) * gate_count;
      Sigmoid(of_sentence, 2 * units_);
      Tanh(of_sentence + 2 * units_, units_);
      Sigmoid(of_sentence + 3 * units_, units_);
      float* state = before.data() + s * units_;
      LstmStep(of_sentence, units_, cells.data() + s * units_, state);
      std::copy(state, state + units_,
                states + (static_cast<size_t>(packing.begin[step] + s) * 2 + which) * units_);
    }
  }
}

}  // namespace norn::ingest
