// What weighed most in a scorer's verdict, in words.
//
//   for (const Reason& reason : WeightiestReasons(model, features, right, wrong, 3)) …
#ifndef NORN_INGEST_EXTRACT_REASONS_WEIGHTIEST_H_
#define NORN_INGEST_EXTRACT_REASONS_WEIGHTIEST_H_

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/linear_model.h"

namespace norn::ingest {

struct Reason {
  std::string text;
  bool speaks_for = true;
  bool operator==(const Reason&) const = default;
};

// For or against the label rather than `other`: up to `count`, the weightiest first. Features that
// say the same in words are one reason. `features` keeps names.
std::vector<Reason> WeightiestReasons(const LinearModel& model, const Features& features,
                                      size_t label, size_t other, size_t count);

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_REASONS_WEIGHTIEST_H_
