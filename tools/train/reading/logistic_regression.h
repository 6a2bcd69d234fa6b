// Learns a multinomial logistic regression over sparse yes/no features: stochastic gradient descent
// with AdaGrad (Duchi, Hazan, Singer 2011) and an L2 penalty; on request with a hidden layer over
// states beside it (hidden_trainer.h). One thread, one order, no clock: the same examples give the
// same weights.
//
//   ExampleSet examples({"none", "call", "meeting"});
//   examples.Add(features, "call", /*weight=*/1, /*group=*/article);
//   Scorer scorer = Train("evocation", examples, options, [](int group) { return group % 5 != 0;
//   });
#ifndef NORN_TOOLS_TRAIN_READING_LOGISTIC_REGRESSION_H_
#define NORN_TOOLS_TRAIN_READING_LOGISTIC_REGRESSION_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "ingest/extract/scoring/features.h"
#include "ingest/extract/scoring/scoring.pb.h"
#include "tools/train/reading/hidden_trainer.h"

namespace norn::train {

struct Example {
  std::vector<uint32_t> features;  // indexes into the set's features, each once
  std::vector<int8_t> state;       // of its words, one after the other; may be none
  uint32_t label = 0;
  float weight = 1;
  int group = 0;  // what must not be torn apart: the article's number
};

class ExampleSet {
 public:
  explicit ExampleSet(std::vector<std::string> labels) : labels_(std::move(labels)) {}

  // Features of these names are left out of what is added: to see what they are worth. The features
  // that are added must keep names then.
  void LeaveOut(std::set<std::string> names) { left_out_ = std::move(names); }

  // A label that the set does not have is a fault of ours.
  void Add(const ingest::Features& features, absl::string_view label, float weight, int group);

  const std::vector<std::string>& labels() const { return labels_; }
  const std::vector<Example>& examples() const { return examples_; }
  const std::vector<uint64_t>& hashes() const { return hashes_; }  // by feature

 private:
  std::vector<std::string> labels_;
  std::set<std::string> left_out_;
  std::vector<Example> examples_;
  std::vector<uint64_t> hashes_;
  absl::flat_hash_map<uint64_t, uint32_t> index_;
};

struct TrainingOptions {
  int epochs = 15;
  float rate = 0.02;
  // Of the L2 penalty, on the features of each example.
  float penalty = 1e-4;
  // A feature is kept if this many examples have it.
  uint32_t min_count = 3;
  // What is smaller than this for all labels is left out of the scorer, in natural logarithms.
  float min_weight = 0.03;
  // Over the examples' states, where they have any.
  HiddenOptions hidden;
};

// From the examples whose group `use` accepts.
ingest::Scorer Train(absl::string_view name, const ExampleSet& examples,
                     const TrainingOptions& options, const std::function<bool(int)>& use);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_READING_LOGISTIC_REGRESSION_H_
