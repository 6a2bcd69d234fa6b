#include "tools/train/network/crf.h"

#include "tools/train/network/exact_math.h"

namespace norn::train {
namespace {

float LogSumExp(const Eigen::Ref<const Vector>& x) {
  const float largest = x.maxCoeff();
  return largest + Log((x.array() - largest).unaryExpr(&Exp).sum());
}

}  // namespace

float CrfLoss(const Eigen::Ref<const Matrix>& scores, const Matrix& transitions,
              const std::vector<int>& gold, float weight, Eigen::Ref<Matrix> score_gradient,
              Matrix& transition_gradient) {
  const int tags = static_cast<int>(scores.rows());
  const int tokens = static_cast<int>(scores.cols());
  // In logarithms: all paths that end in a tag here, and all that go on from it.
  Matrix ahead(tags, tokens);
  Matrix behind(tags, tokens);
  ahead.col(0) = scores.col(0) + transitions.row(tags).transpose();
  for (int t = 1; t < tokens; ++t) {
    for (int tag = 0; tag < tags; ++tag) {
      const Vector paths = ahead.col(t - 1) + transitions.col(tag).head(tags);
      ahead(tag, t) = LogSumExp(paths) + scores(tag, t);
    }
  }
  behind.col(tokens - 1).setZero();
  for (int t = tokens - 2; t >= 0; --t) {
    const Vector next = behind.col(t + 1) + scores.col(t + 1);
    for (int tag = 0; tag < tags; ++tag) {
      const Vector paths = next + transitions.row(tag).transpose();
      behind(tag, t) = LogSumExp(paths);
    }
  }
  const float all = LogSumExp(ahead.col(tokens - 1));
  float of_gold = 0;
  for (int t = 0; t < tokens; ++t) {
    const int before = t == 0 ? tags : gold[t - 1];
    of_gold += scores(gold[t], t) + transitions(before, gold[t]);
    score_gradient.col(t).array() +=
        weight * (ahead.col(t).array() + behind.col(t).array() - all).unaryExpr(&Exp);
    score_gradient(gold[t], t) -= weight;
    transition_gradient(before, gold[t]) -= weight;
    if (t == 0) {
      transition_gradient.row(tags).array() +=
          weight * ((ahead.col(0) + behind.col(0)).transpose().array() - all).unaryExpr(&Exp);
      continue;
    }
    const Vector next = behind.col(t) + scores.col(t);
    for (int tag = 0; tag < tags; ++tag) {
      transition_gradient.col(tag).head(tags).array() +=
          weight *
          (ahead.col(t - 1).array() + transitions.col(tag).head(tags).array() + next(tag) - all)
              .unaryExpr(&Exp);
    }
  }
  return weight * (all - of_gold);
}

}  // namespace norn::train
