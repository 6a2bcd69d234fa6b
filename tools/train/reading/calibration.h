// How often a scorer's shares are right: isotonic regression (pool adjacent violators) over cases
// that it had not seen.
//
//   std::vector<JudgedShare> judged;   // by cross-validation
//   for (const uint32_t right : CalibrationTable(judged)) scorer.add_right_of_thousand(right);
#ifndef NORN_TOOLS_TRAIN_READING_CALIBRATION_H_
#define NORN_TOOLS_TRAIN_READING_CALIBRATION_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace norn::train {

struct JudgedShare {
  uint32_t share = 0;  // in 1/65536 (ingest/extract/scoring/linear_model.h)
  bool is_right = false;
};

// Of a scorer's `right_of_thousand`: steps of 1/64.
constexpr size_t kCalibrationEntries = 65;

// In thousandths, by share in equal steps from none to the whole; never falls. Empty for too few
// cases to tell. The order of the cases does not matter.
std::vector<uint32_t> CalibrationTable(std::vector<JudgedShare> cases,
                                       size_t entries = kCalibrationEntries);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_CALIBRATION_H_
