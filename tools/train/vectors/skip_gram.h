// Vectors of words, learned from running text: a word's vector, with those of its pieces, tells
// which words stand around it (Mikolov et al., 2013, "Distributed Representations of Words and
// Phrases"; pieces after Bojanowski et al., 2017). The words before and behind, and the next and
// the farther ones, are told apart (Ling et al., 2015, "Two/Too Simple Adaptations of Word2Vec for
// Syntax Problems"): tags and trees ask for that.
//
//   SkipGram model(text, {});
//   while (!model.done()) model.Advance(10'000'000);   // tokens; save between
//   float vector[SkipGram::kDimensions]; model.Compose(word, vector);
//
// One thread and one seed: the same text gives the same bits on the same kind of machine, however
// often it is saved and loaded between.
#ifndef NORN_TOOLS_TRAIN_VECTORS_SKIP_GRAM_H_
#define NORN_TOOLS_TRAIN_VECTORS_SKIP_GRAM_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tools/train/network/random.h"
#include "tools/train/vectors/raw_text.h"

namespace norn::train {

struct SkipGramOptions {
  int epochs = 2;
  int window = 5;          // words on either side, at most
  int negatives = 5;       // drawn for each word that is there
  float rate = 0.05F;      // of learning at first; it falls to nothing
  double frequent = 1e-4;  // words with a greater share of the text are passed over now and then
};

class SkipGram {
 public:
  static constexpr int kDimensions = 64;

  // `text` outlives the model.
  SkipGram(const RawText& text, const SkipGramOptions& options);

  // Reads on, to the end of the paragraph in which the count of tokens is reached.
  void Advance(uint64_t tokens);
  bool done() const { return epoch_ >= options_.epochs; }
  double share_done() const;
  // Of the pairs since the last call; falls while something is learned.
  double TakeLoss();

  // The word's own vector and its pieces', averaged.
  void Compose(int32_t word, float* vector) const;

  // All that is needed to go on. kUnavailable where it cannot be written, kFailedPrecondition for a
  // file of another text or other options.
  absl::Status Save(const std::string& path) const;
  absl::Status Load(const std::string& path);

 private:
  using Table = std::vector<float>;

  void BeginEpoch();
  void ReadParagraph(uint32_t paragraph);
  void LearnWord(const std::vector<int32_t>& words, int at, float rate);
  // Moves `gradient` by what a word there, or not there, tells; returns its loss.
  float LearnPair(const float* input, float* output, bool is_there, float rate, float* gradient);
  float* Output(int32_t word, int side);
  std::vector<uint64_t> Signature() const;

  const RawText& text_;
  SkipGramOptions options_;
  Random random_;
  Table words_, pieces_, outputs_;
  std::vector<float> keep_;         // by word: the share of its tokens that are read
  std::vector<int32_t> negatives_;  // drawn from evenly
  std::vector<float> logistic_;
  std::vector<uint32_t> order_;  // of this epoch's paragraphs
  int epoch_ = 0;
  uint64_t next_ = 0;  // in order_
  uint64_t tokens_read_ = 0;
  double loss_ = 0;
  uint64_t pairs_ = 0;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_VECTORS_SKIP_GRAM_H_
