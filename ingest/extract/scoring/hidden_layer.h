// One layer of rectified linear units over the states of words, in integers: the same scores on
// every machine. What is sparse is LinearModel's; this adds what the words' sentences tell.
//
//   absl::StatusOr<HiddenLayer> layer = HiddenLayer::FromProto(scorer.hidden(), labels);
//   layer->AddScores(features.state(), scores);
#ifndef NORN_INGEST_EXTRACT_SCORING_HIDDEN_LAYER_H_
#define NORN_INGEST_EXTRACT_SCORING_HIDDEN_LAYER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "ingest/extract/scoring/scoring.pb.h"

namespace norn::ingest {

// Two bytes of a scorer's weights, the lower first.
int16_t WeightAt(const std::string& bytes, size_t index);

class HiddenLayer {
 public:
  // A weight is at most this far from 0, so that sums of any states fit into 32 bits.
  static constexpr int32_t kMaxWeight = 1 << 13;
  static constexpr size_t kMaxInputs = 2048;

  // kDataLoss for a layer whose parts do not fit each other.
  static absl::StatusOr<HiddenLayer> FromProto(const Hidden& hidden, size_t labels);

  // `scores`: one a label, in 1/1024. Nothing is added where the state has not as many numbers as
  // the layer reads: text that no network has read.
  void AddScores(absl::Span<const int8_t> state, std::vector<int32_t>& scores) const;

 private:
  size_t inputs_ = 0;
  size_t units_ = 0;
  std::vector<int16_t> packed_;  // as DotProducts reads them
  std::vector<int32_t> bias_;
  std::vector<int16_t> out_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_SCORING_HIDDEN_LAYER_H_
