// How well a scorer of words decides of examples that it has not seen.
//
//   WordMeasure roles(examples.role());
//   roles.Add(scorer, UnseenBy(fold, folds));     // for each fold
//   roles.Print("roles");
#ifndef NORN_TOOLS_TRAIN_READING_WORD_MEASURE_H_
#define NORN_TOOLS_TRAIN_READING_WORD_MEASURE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ingest/extract/scoring/scoring.pb.h"
#include "tools/train/reading/folds.h"
#include "tools/train/reading/logistic_regression.h"

namespace norn::train {

struct Counts {
  size_t right = 0;
  size_t found = 0;
  size_t wanted = 0;

  void Print(const std::string& name) const;
};

// Steps of a twentieth from none to the whole.
constexpr size_t kCurveSteps = 20;

class WordMeasure {
 public:
  // `examples` outlive it.
  explicit WordMeasure(const ExampleSet& examples) : examples_(examples) {}

  // Counts the decisions of the examples whose group `use` accepts.
  void Add(const ingest::Scorer& scorer, const GroupFilter& use);

  // By label, and all labels but the first.
  void Print(const std::string& name) const;
  // What is found where the first label is at least so unlikely.
  void PrintCurve() const;

 private:
  void AddToCurve(const std::vector<int32_t>& scores, uint32_t label);

  const ExampleSet& examples_;
  std::map<std::string, Counts> by_label_;
  std::vector<Counts> curve_ = std::vector<Counts>(kCurveSteps);
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_WORD_MEASURE_H_
