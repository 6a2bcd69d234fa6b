// The network that tags, names and parses, as training knows it: two layers that read a sentence
// both ways over vectors of words and their pieces, and a head for each question.
//
// - Tags and features: a linear layer; features through a narrow hidden layer.
// - Names: a third, narrower layer, which other questions do not share, and a conditional random
//   field a scheme of annotation (corpora differ in their types).
// - Hidden words, where running text is read before the treebanks are: word_prediction.h.
// - Trees: a biaffine score for each pair of head and dependent and a small layer for the
//   relation, after Dozat and Manning (2017), "Deep Biaffine Attention for Neural Dependency
//   Parsing", narrower, and with the relation's bilinear form replaced by a sum.
//
//   AnalysisNetwork network(shape, seed);
//   float loss = network.Train(batch, random);   // gradients are in parameters()
#ifndef NORN_TOOLS_TRAIN_NETWORK_ANALYSIS_NETWORK_H_
#define NORN_TOOLS_TRAIN_NETWORK_ANALYSIS_NETWORK_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tools/train/network/lstm.h"
#include "tools/train/network/parameter.h"
#include "tools/train/network/word_prediction.h"

namespace norn::train {

struct NetworkShape {
  int words = 0;  // 0 is the unknown word
  int pieces = 0;
  int shapes = 0;
  int languages = 0;
  int lexicon_bits = 0;
  int vector = 0;  // length of the vectors that come from outside, all tables' together
  int tags = 0;
  int features = 0;
  int relations = 0;
  std::vector<int> name_tags;  // one a scheme

  int input = 128;   // of a token's vector
  int units1 = 128;  // of each direction
  int units2 = 128;
  int name_units = 64;
  int narrow = 64;  // hidden layers of features and names
  int arc = 96;
  int relation = 96;

  float input_dropout = 0.2F;
  float dropout = 0.35F;
};

// A sentence in numbers. Labels of -1 are unknown.
struct EncodedToken {
  int word = 0;
  int word_count = 0;  // in the training text: rare words are taken for unknown more often
  std::vector<int> pieces;
  int shape = 0;
  uint32_t lexicon = 0;      // bits: what the word lists know of it
  std::vector<int> vectors;  // a column of each table that comes from outside, or -1
  int tag = -1;
  int feature = -1;
  int name = -1;
  int head = -1;  // 0: the root; else 1-based
  int relation = -1;
  int hidden_word = -1;  // of WordPrediction: the network sees only that a word stands here
};

struct EncodedSentence {
  int language = 0;
  int scheme = 0;  // of its names
  std::vector<EncodedToken> tokens;
  bool has_tags = false;
  bool has_tree = false;
  bool has_names = false;
};

// What the network says of one sentence: a column a token.
struct Scores {
  Matrix tags;
  Matrix features;
  Matrix names;       // by the scheme asked for
  Matrix arcs;        // row: head (0: the root)
  Matrix dependents;  // hidden parts of relations: dependents as columns
  Matrix heads;       // with the root as column 0
};

class AnalysisNetwork {
 public:
  // `vectors` are tables that are not learned; they outlive the network.
  AnalysisNetwork(const NetworkShape& shape, std::vector<const Matrix*> vectors, uint64_t seed);

  // One pass forth and back over a batch, sorted with the longest sentence first. Returns the loss
  // for each token.
  float Train(const std::vector<const EncodedSentence*>& batch, Random& random);
  // Likewise for sentences of which some words are hidden: nothing is learned but the two layers,
  // what they read, and `prediction`. Returns the loss for each hidden word.
  float TrainOnHiddenWords(const std::vector<const EncodedSentence*>& batch,
                           WordPrediction& prediction, Random& random);
  Scores Score(const EncodedSentence& sentence);
  // The scores of relations between a dependent (a column of Scores::dependents) and a head.
  Vector RelationScores(const Scores& scores, int dependent, int head) const;

  std::vector<Parameter*> parameters();
  // Those that TrainOnHiddenWords improves.
  std::vector<Parameter*> encoder_parameters();
  const NetworkShape& shape() const { return shape_; }

  // Named for the model's file.
  Parameter words, pieces, shapes, languages, lexicon;
  Parameter hidden_word;  // stands for a word that is not shown; in no file
  Parameter projection;   // brings outside vectors to the input's length
  Lstm layer1, layer2, name_layer;
  Parameter tag, tag_bias;
  Parameter feature_hidden, feature_hidden_bias, feature, feature_bias;
  Parameter name_hidden, name_hidden_bias;
  std::vector<Parameter> name, name_bias, name_transitions;
  Parameter root;  // stands for the head of the sentence's head
  Parameter arc_dependent, arc_dependent_bias, arc_head, arc_head_bias, arc, arc_prior;
  Parameter relation_dependent, relation_head, relation_hidden_bias, relation, relation_bias;

 private:
  struct Pass;
  using Batch = std::vector<const EncodedSentence*>;

  // The token's columns of the tables, one below the other; zero where a table has none.
  void LookUp(const EncodedToken& token, Eigen::Ref<Vector> into) const;
  void Embed(const Batch& batch, Pass& pass, Random* random);
  void EmbedBack(const Batch& batch, const Pass& pass, const Matrix& gradient);
  void Read(const Batch& batch, Pass& pass, Random* random);
  // From the gradient of state2 to those of all that it was made of.
  void ReadBack(const Batch& batch, Pass& pass);
  float TagLoss(const Batch& batch, Pass& pass);
  float FeatureLoss(const Batch& batch, Pass& pass);
  float NameLoss(const Batch& batch, Pass& pass);
  float TreeLoss(const EncodedSentence& sentence, int index, Pass& pass);
  Matrix Mask(const Packing& packing, int rows, float rate, Random& random) const;

  NetworkShape shape_;
  std::vector<const Matrix*> vectors_;
};

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_ANALYSIS_NETWORK_H_
