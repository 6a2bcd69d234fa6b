// The sparse features of one decision: each a name with its values, kept as a hash. Two features of
// one decision may collide; with 64 bits that does not happen in practice.
//
//   Features features;
//   features.Add("lemma", token.lemma);
//   features.Add("subject of", "person", verb.lemma);
//   model.Score(features);
#ifndef NORN_INGEST_EXTRACT_SCORING_FEATURES_H_
#define NORN_INGEST_EXTRACT_SCORING_FEATURES_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

class Features {
 public:
  // `keeps_names`: for explanations; costs a few strings a feature.
  explicit Features(bool keeps_names = false) : keeps_names_(keeps_names) {}

  void Add(absl::string_view name) { AddParts({name}); }
  void Add(absl::string_view name, absl::string_view value) { AddParts({name, value}); }
  void Add(absl::string_view name, absl::string_view value, absl::string_view second) {
    AddParts({name, value, second});
  }
  void Add(absl::string_view name, absl::string_view value, absl::string_view second,
           absl::string_view third) {
    AddParts({name, value, second, third});
  }

  // Numbers that a hidden layer reads (hidden_layer.h), behind those added before.
  void AddState(absl::Span<const int8_t> state) {
    state_.insert(state_.end(), state.begin(), state.end());
  }
  const std::vector<int8_t>& state() const { return state_; }

  // In the order in which they were added; may hold one twice.
  const std::vector<uint64_t>& hashes() const { return hashes_; }
  // By feature, its name and its values; empty unless names are kept.
  const std::vector<std::vector<std::string>>& parts() const { return parts_; }

 private:
  void AddParts(std::initializer_list<absl::string_view> parts);

  bool keeps_names_;
  std::vector<uint64_t> hashes_;
  std::vector<std::vector<std::string>> parts_;
  std::vector<int8_t> state_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_SCORING_FEATURES_H_
