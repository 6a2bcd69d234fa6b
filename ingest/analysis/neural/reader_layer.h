// One layer that reads packed sentences both ways (long short-term memory), for use: what
// tools/train/network/lstm.h trains.
//
//   absl::StatusOr<ReaderLayer> layer = ReaderLayer::Load(model, "layer1");
//   layer->Read(packing, input, states);   // states[column * 2 * units]
#ifndef NORN_INGEST_ANALYSIS_NEURAL_READER_LAYER_H_
#define NORN_INGEST_ANALYSIS_NEURAL_READER_LAYER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/analysis/neural/kernels.h"
#include "ingest/analysis/neural/model_file.h"
#include "ingest/analysis/neural/packing.h"

namespace norn::ingest {

class ReaderLayer {
 public:
  // Sections NAME/fwd/input, NAME/fwd/recurrent, NAME/fwd/bias, NAME/bwd/….
  // kDataLoss where one is missing or their sizes do not go together.
  static absl::StatusOr<ReaderLayer> Load(const ModelFile& model, const std::string& name);

  // `input`: a vector a column of the packing. `states` has room for columns * 2 * units.
  void Read(const Packing& packing, const QuantisedVectors& input, float* states) const;

  int inputs() const { return directions_[0].input.columns(); }
  int units() const { return units_; }

 private:
  struct Direction {
    PackedMatrix input;
    PackedMatrix recurrent;
    std::vector<float> bias;
  };
  void ReadOneWay(const Packing& packing, const QuantisedVectors& input, int which,
                  float* states) const;

  int units_ = 0;
  Direction directions_[2];
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_READER_LAYER_H_
