#include "tools/train/network/analysis_network.h"

#include <cmath>
#include <utility>

#include "tools/train/network/crf.h"
#include "tools/train/network/exact_math.h"
#include "tools/train/network/matrix_product.h"

namespace norn::train {
namespace {

constexpr float kFeatureWeight = 0.5F;
// Few tokens are of names, and few sentences with trees have them.
constexpr float kNameWeight = 2.0F;

Matrix Relu(const Matrix& x) { return x.cwiseMax(0); }
// The gradient of what went into Relu, from that of what came out.
Matrix ReluBack(const Matrix& out, const Matrix& gradient) {
  return (out.array() > 0).select(gradient, 0.0F);
}

// Columns of logits against their labels (-1: none); the gradient replaces the logits.
float SoftmaxLoss(Matrix& logits, const std::vector<int>& labels, float weight) {
  double loss = 0;
  for (int c = 0; c < logits.cols(); ++c) {
    if (labels[c] < 0) {
      logits.col(c).setZero();
      continue;
    }
    const float largest = logits.col(c).maxCoeff();
    for (float& logit : logits.col(c)) logit = Exp(logit - largest);
    const float sum = logits.col(c).sum();
    loss -= Log(logits(labels[c], c) / sum + 1e-30F);
    logits.col(c) *= weight / sum;
    logits(labels[c], c) -= weight;
  }
  return static_cast<float>(loss) * weight;
}

// out = weights * in + bias, and back.
Matrix Affine(const Parameter& weights, const Parameter& bias, const Matrix& in) {
  Matrix out = Product(weights.value, in);
  out.colwise() += bias.value.col(0);
  return out;
}
Matrix AffineBack(Parameter& weights, Parameter& bias, const Matrix& in, const Matrix& gradient) {
  AddProduct(gradient, in.transpose(), weights.gradient);
  bias.gradient += gradient.rowwise().sum();
  return Product(weights.value.transpose(), gradient);
}

}  // namespace

// What one batch's way forth leaves for its way back.
struct AnalysisNetwork::Pass {
  explicit Pass(const std::vector<int>& lengths) : packing(lengths) {}
  Packing packing;
  std::vector<char> knows_word;                // by column: the word's own vector was used
  Matrix input_mask, mask1, mask2, name_mask;  // empty outside training
  Matrix vectors;                              // from outside; zero where there is none
  Matrix input, state1, state2;
  Matrix gradient;  // of state2
  float weight = 1;
};

AnalysisNetwork::AnalysisNetwork(const NetworkShape& s, std::vector<const Matrix*> vectors,
                                 uint64_t seed)
    : layer1([&] {
        Random random(seed);
        return Lstm(s.input, s.units1, random);
      }()),
      layer2([&] {
        Random random(seed + 1);
        return Lstm(2 * s.units1, s.units2, random);
      }()),
      name_layer([&] {
        Random random(seed + 3);
        return Lstm(2 * s.units2, s.name_units, random);
      }()),
      shape_(s),
      vectors_(std::move(vectors)) {
  Random random(seed + 2);
  const int states = 2 * s.units2;
  words = Parameter::Table(s.input, s.words, random);
  pieces = Parameter::Table(s.input, s.pieces, random);
  shapes = Parameter::Table(s.input, s.shapes, random);
  languages = Parameter::Table(s.input, s.languages, random);
  lexicon = Parameter::Table(s.input, s.lexicon_bits, random);
  projection = Parameter(s.input, s.vector, random);
  hidden_word = Parameter::Zero(s.input, 1);
  const auto layer = [&](int rows, int columns, Parameter& weights, Parameter& bias) {
    weights = Parameter(rows, columns, random);
    bias = Parameter::Zero(rows, 1);
  };
  layer(s.tags, states, tag, tag_bias);
  layer(s.narrow, states, feature_hidden, feature_hidden_bias);
  layer(s.features, s.narrow, feature, feature_bias);
  layer(s.narrow, 2 * s.name_units, name_hidden, name_hidden_bias);
  for (const int tags : s.name_tags) {
    layer(tags, s.narrow, name.emplace_back(), name_bias.emplace_back());
    name_transitions.push_back(Parameter::Zero(tags + 1, tags));
  }
  root = Parameter(states, 1, random);
  layer(s.arc, states, arc_dependent, arc_dependent_bias);
  layer(s.arc, states, arc_head, arc_head_bias);
  arc = Parameter(s.arc, s.arc, random, 0.5F);
  arc_prior = Parameter::Zero(s.arc, 1);
  relation_dependent = Parameter(s.relation, states, random);
  relation_head = Parameter(s.relation, states, random);
  relation_hidden_bias = Parameter::Zero(s.relation, 1);
  layer(s.relations, s.relation, relation, relation_bias);
}

std::vector<Parameter*> AnalysisNetwork::encoder_parameters() {
  std::vector<Parameter*> all = {&words,   &pieces,     &shapes,     &languages,
                                 &lexicon, &projection, &hidden_word};
  for (Lstm* layer : {&layer1, &layer2}) {
    for (Parameter* p : layer->parameters()) all.push_back(p);
  }
  return all;
}

std::vector<Parameter*> AnalysisNetwork::parameters() {
  std::vector<Parameter*> all = encoder_parameters();
  for (Parameter* p : name_layer.parameters()) all.push_back(p);
  for (Parameter* p : {&tag,
                       &tag_bias,
                       &feature_hidden,
                       &feature_hidden_bias,
                       &feature,
                       &feature_bias,
                       &name_hidden,
                       &name_hidden_bias,
                       &root,
                       &arc_dependent,
                       &arc_dependent_bias,
                       &arc_head,
                       &arc_head_bias,
                       &arc,
                       &arc_prior,
                       &relation_dependent,
                       &relation_head,
                       &relation_hidden_bias,
                       &relation,
                       &relation_bias}) {
    all.push_back(p);
  }
  for (size_t i = 0; i < name.size(); ++i) {
    for (Parameter* p : {&name[i], &name_bias[i], &name_transitions[i]}) all.push_back(p);
  }
  return all;
}

// One mask a sentence, the same at all its tokens (Gal and Ghahramani, 2016).
Matrix AnalysisNetwork::Mask(const Packing& packing, int rows, float rate, Random& random) const {
  const int sentences = static_cast<int>(packing.lengths.size());
  Matrix of_sentence(rows, sentences);
  for (float& x : of_sentence.reshaped()) x = random.Uniform() < rate ? 0 : 1 / (1 - rate);
  Matrix mask(rows, packing.columns);
  for (size_t step = 0; step < packing.begin.size(); ++step) {
    mask.middleCols(packing.begin[step], packing.count[step]) =
        of_sentence.leftCols(packing.count[step]);
  }
  return mask;
}

void AnalysisNetwork::LookUp(const EncodedToken& token, Eigen::Ref<Vector> into) const {
  Eigen::Index row = 0;
  for (size_t i = 0; i < vectors_.size(); ++i) {
    const Eigen::Index size = vectors_[i]->rows();
    if (token.vectors[i] >= 0) into.segment(row, size) = vectors_[i]->col(token.vectors[i]);
    row += size;
  }
}

void AnalysisNetwork::Embed(const Batch& batch, Pass& pass, Random* random) {
  pass.input.setZero(shape_.input, pass.packing.columns);
  pass.vectors.setZero(shape_.vector, pass.packing.columns);
  pass.knows_word.assign(pass.packing.columns, 0);
  for (size_t i = 0; i < batch.size(); ++i) {
    for (size_t t = 0; t < batch[i]->tokens.size(); ++t) {
      const EncodedToken& token = batch[i]->tokens[t];
      const int column = pass.packing.column(static_cast<int>(i), static_cast<int>(t));
      auto x = pass.input.col(column);
      if (token.hidden_word >= 0) {
        x = hidden_word.value.col(0) + languages.value.col(batch[i]->language);
        continue;
      }
      const float forget = random == nullptr ? 0 : 0.1F + 0.5F / (1 + 0.5F * token.word_count);
      const bool knows = token.word > 0 && (random == nullptr || random->Uniform() >= forget);
      pass.knows_word[column] = knows;
      x += words.value.col(knows ? token.word : 0);
      const float share = 1.0F / static_cast<float>(std::max<size_t>(1, token.pieces.size()));
      for (const int piece : token.pieces) x += share * pieces.value.col(piece);
      x += shapes.value.col(token.shape) + languages.value.col(batch[i]->language);
      for (int bit = 0; bit < shape_.lexicon_bits; ++bit) {
        if (token.lexicon >> bit & 1) x += lexicon.value.col(bit);
      }
      LookUp(token, pass.vectors.col(column));
    }
  }
  if (shape_.vector > 0) AddProduct(projection.value, pass.vectors, pass.input);
}

void AnalysisNetwork::EmbedBack(const Batch& batch, const Pass& pass, const Matrix& gradient) {
  const auto add = [](Parameter& table, int column, const auto& g, float share) {
    table.Touch(column);
    table.gradient.col(column) += share * g;
  };
  for (size_t i = 0; i < batch.size(); ++i) {
    for (size_t t = 0; t < batch[i]->tokens.size(); ++t) {
      const EncodedToken& token = batch[i]->tokens[t];
      const int column = pass.packing.column(static_cast<int>(i), static_cast<int>(t));
      const auto g = gradient.col(column);
      add(languages, batch[i]->language, g, 1);
      if (token.hidden_word >= 0) {
        hidden_word.gradient += g;
        continue;
      }
      add(words, pass.knows_word[column] ? token.word : 0, g, 1);
      const float share = 1.0F / static_cast<float>(std::max<size_t>(1, token.pieces.size()));
      for (const int piece : token.pieces) add(pieces, piece, g, share);
      add(shapes, token.shape, g, 1);
      for (int bit = 0; bit < shape_.lexicon_bits; ++bit) {
        if (token.lexicon >> bit & 1) add(lexicon, bit, g, 1);
      }
    }
  }
  if (shape_.vector > 0) AddProduct(gradient, pass.vectors.transpose(), projection.gradient);
}

void AnalysisNetwork::Read(const Batch& batch, Pass& pass, Random* random) {
  Embed(batch, pass, random);
  if (random != nullptr) {
    pass.input_mask = Mask(pass.packing, shape_.input, shape_.input_dropout, *random);
    pass.mask1 = Mask(pass.packing, 2 * shape_.units1, shape_.dropout, *random);
    pass.mask2 = Mask(pass.packing, 2 * shape_.units2, shape_.dropout, *random);
    pass.name_mask = Mask(pass.packing, 2 * shape_.name_units, shape_.dropout, *random);
    pass.input.array() *= pass.input_mask.array();
  }
  pass.state1 = layer1.Forward(pass.packing, pass.input);
  if (random != nullptr) pass.state1.array() *= pass.mask1.array();
  pass.state2 = layer2.Forward(pass.packing, pass.state1);
  if (random != nullptr) pass.state2.array() *= pass.mask2.array();
}

float AnalysisNetwork::Train(const Batch& batch, Random& random) {
  std::vector<int> lengths;
  for (const EncodedSentence* s : batch) lengths.push_back(static_cast<int>(s->tokens.size()));
  Pass pass(lengths);
  Read(batch, pass, &random);
  pass.gradient.setZero(2 * shape_.units2, pass.packing.columns);
  pass.weight = 1.0F / static_cast<float>(pass.packing.columns);
  float loss = TagLoss(batch, pass) + FeatureLoss(batch, pass) + NameLoss(batch, pass);
  for (size_t i = 0; i < batch.size(); ++i) {
    if (batch[i]->has_tree) loss += TreeLoss(*batch[i], static_cast<int>(i), pass);
  }
  ReadBack(batch, pass);
  return loss;
}

void AnalysisNetwork::ReadBack(const Batch& batch, Pass& pass) {
  pass.gradient.array() *= pass.mask2.array();
  Matrix gradient = layer2.Backward(pass.packing, pass.state1, pass.gradient);
  gradient.array() *= pass.mask1.array();
  gradient = layer1.Backward(pass.packing, pass.input, gradient);
  gradient.array() *= pass.input_mask.array();
  EmbedBack(batch, pass, gradient);
}

float AnalysisNetwork::TrainOnHiddenWords(const Batch& batch, WordPrediction& prediction,
                                          Random& random) {
  std::vector<int> lengths;
  std::vector<HiddenWord> hidden;
  for (const EncodedSentence* s : batch) lengths.push_back(static_cast<int>(s->tokens.size()));
  Pass pass(lengths);
  for (size_t i = 0; i < batch.size(); ++i) {
    for (size_t t = 0; t < batch[i]->tokens.size(); ++t) {
      const int word = batch[i]->tokens[t].hidden_word;
      const int column = pass.packing.column(static_cast<int>(i), static_cast<int>(t));
      if (word >= 0) hidden.push_back({column, word});
    }
  }
  Read(batch, pass, &random);
  pass.gradient.setZero(2 * shape_.units2, pass.packing.columns);
  const float loss = prediction.Train(pass.state2, hidden, pass.gradient, random);
  ReadBack(batch, pass);
  return loss;
}

namespace {

template <typename Label>
std::vector<int> Labels(const std::vector<const EncodedSentence*>& batch, const Packing& packing,
                        Label label) {
  std::vector<int> labels(packing.columns, -1);
  for (size_t i = 0; i < batch.size(); ++i) {
    for (size_t t = 0; t < batch[i]->tokens.size(); ++t) {
      labels[packing.column(static_cast<int>(i), static_cast<int>(t))] = label(batch[i]->tokens[t]);
    }
  }
  return labels;
}

}  // namespace

float AnalysisNetwork::TagLoss(const Batch& batch, Pass& pass) {
  Matrix logits = Affine(tag, tag_bias, pass.state2);
  const float loss =
      SoftmaxLoss(logits, Labels(batch, pass.packing, [](const EncodedToken& t) { return t.tag; }),
                  pass.weight);
  pass.gradient += AffineBack(tag, tag_bias, pass.state2, logits);
  return loss;
}

float AnalysisNetwork::FeatureLoss(const Batch& batch, Pass& pass) {
  const Matrix hidden = Relu(Affine(feature_hidden, feature_hidden_bias, pass.state2));
  Matrix logits = Affine(feature, feature_bias, hidden);
  const float loss = SoftmaxLoss(
      logits, Labels(batch, pass.packing, [](const EncodedToken& t) { return t.feature; }),
      pass.weight * kFeatureWeight);
  const Matrix back = ReluBack(hidden, AffineBack(feature, feature_bias, hidden, logits));
  pass.gradient += AffineBack(feature_hidden, feature_hidden_bias, pass.state2, back);
  return loss;
}

float AnalysisNetwork::NameLoss(const Batch& batch, Pass& pass) {
  const Matrix state = name_layer.Forward(pass.packing, pass.state2).cwiseProduct(pass.name_mask);
  const Matrix hidden = Relu(Affine(name_hidden, name_hidden_bias, state));
  Matrix back = Matrix::Zero(hidden.rows(), hidden.cols());
  float loss = 0;
  for (size_t i = 0; i < batch.size(); ++i) {
    const EncodedSentence& sentence = *batch[i];
    if (!sentence.has_names) continue;
    const int scheme = sentence.scheme;
    const int n = static_cast<int>(sentence.tokens.size());
    Matrix own(hidden.rows(), n);
    std::vector<int> gold;
    for (int t = 0; t < n; ++t) {
      own.col(t) = hidden.col(pass.packing.column(static_cast<int>(i), t));
      gold.push_back(sentence.tokens[t].name);
    }
    const Matrix scores = Affine(name[scheme], name_bias[scheme], own);
    Matrix gradient = Matrix::Zero(scores.rows(), n);
    loss += CrfLoss(scores, name_transitions[scheme].value, gold, pass.weight * kNameWeight,
                    gradient, name_transitions[scheme].gradient);
    const Matrix own_back = AffineBack(name[scheme], name_bias[scheme], own, gradient);
    for (int t = 0; t < n; ++t) {
      back.col(pass.packing.column(static_cast<int>(i), t)) = own_back.col(t);
    }
  }
  back = ReluBack(hidden, back);
  const Matrix state_back =
      AffineBack(name_hidden, name_hidden_bias, state, back).cwiseProduct(pass.name_mask);
  pass.gradient += name_layer.Backward(pass.packing, pass.state2, state_back);
  return loss;
}

float AnalysisNetwork::TreeLoss(const EncodedSentence& sentence, int index, Pass& pass) {
  const int n = static_cast<int>(sentence.tokens.size());
  const int states = 2 * shape_.units2;
  Matrix with_root(states, n + 1);  // column 0: the root
  with_root.col(0) = root.value.col(0);
  std::vector<int> heads(n);
  std::vector<int> relations(n);
  for (int t = 0; t < n; ++t) {
    with_root.col(t + 1) = pass.state2.col(pass.packing.column(index, t));
    heads[t] = sentence.tokens[t].head;
    relations[t] = sentence.tokens[t].relation;
  }
  const Matrix tokens = with_root.rightCols(n);
  Matrix back = Matrix::Zero(states, n + 1);

  const Matrix dependents = Relu(Affine(arc_dependent, arc_dependent_bias, tokens));
  const Matrix head_vectors = Relu(Affine(arc_head, arc_head_bias, with_root));
  Matrix wanted = Product(arc.value, dependents);
  wanted.colwise() += arc_prior.value.col(0);
  Matrix scores = Product(head_vectors.transpose(), wanted);
  float loss = SoftmaxLoss(scores, heads, pass.weight);
  const Matrix wanted_back = Product(head_vectors, scores);
  AddProduct(wanted_back, dependents.transpose(), arc.gradient);
  arc_prior.gradient += wanted_back.rowwise().sum();
  back.rightCols(n) +=
      AffineBack(arc_dependent, arc_dependent_bias, tokens,
                 ReluBack(dependents, Product(arc.value.transpose(), wanted_back)));
  back += AffineBack(arc_head, arc_head_bias, with_root,
                     ReluBack(head_vectors, Product(wanted, scores.transpose())));

  Matrix gold_heads(states, n);
  for (int t = 0; t < n; ++t) gold_heads.col(t) = with_root.col(heads[t]);
  Matrix hidden = Product(relation_dependent.value, tokens);
  AddProduct(relation_head.value, gold_heads, hidden);
  hidden.colwise() += relation_hidden_bias.value.col(0);
  hidden = Relu(hidden);
  Matrix logits = Affine(relation, relation_bias, hidden);
  loss += SoftmaxLoss(logits, relations, pass.weight);
  const Matrix hidden_back = ReluBack(hidden, AffineBack(relation, relation_bias, hidden, logits));
  back.rightCols(n) += AffineBack(relation_dependent, relation_hidden_bias, tokens, hidden_back);
  AddProduct(hidden_back, gold_heads.transpose(), relation_head.gradient);
  const Matrix heads_back = Product(relation_head.value.transpose(), hidden_back);
  for (int t = 0; t < n; ++t) back.col(heads[t]) += heads_back.col(t);

  root.gradient.col(0) += back.col(0);
  for (int t = 0; t < n; ++t) {
    pass.gradient.col(pass.packing.column(index, t)) += back.col(t + 1);
  }
  return loss;
}

Scores AnalysisNetwork::Score(const EncodedSentence& sentence) {
  const int n = static_cast<int>(sentence.tokens.size());
  Pass pass({n});
  Read({&sentence}, pass, nullptr);
  const Matrix& x = pass.state2;
  Matrix with_root(x.rows(), n + 1);
  with_root << root.value.col(0), x;
  Scores scores;
  scores.tags = Affine(tag, tag_bias, x);
  scores.features =
      Affine(feature, feature_bias, Relu(Affine(feature_hidden, feature_hidden_bias, x)));
  scores.names =
      Affine(name[sentence.scheme], name_bias[sentence.scheme],
             Relu(Affine(name_hidden, name_hidden_bias, name_layer.Forward(pass.packing, x))));
  Matrix wanted = Product(arc.value, Relu(Affine(arc_dependent, arc_dependent_bias, x)));
  wanted.colwise() += arc_prior.value.col(0);
  scores.arcs = Product(Relu(Affine(arc_head, arc_head_bias, with_root)).transpose(), wanted);
  scores.dependents = Affine(relation_dependent, relation_hidden_bias, x);
  scores.heads = Product(relation_head.value, with_root);
  return scores;
}

Vector AnalysisNetwork::RelationScores(const Scores& scores, int dependent, int head) const {
  const Vector hidden = (scores.dependents.col(dependent) + scores.heads.col(head)).cwiseMax(0);
  return Product(relation.value, hidden) + relation_bias.value;
}

}  // namespace norn::train
