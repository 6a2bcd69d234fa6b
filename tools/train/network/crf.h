// A linear-chain conditional random field (Lafferty et al., 2001) over name tags: which tags follow
// each other counts, and what cannot (O, then I-PER) never does.
//
//   float loss = CrfLoss(scores, transitions, gold, score_gradient, transition_gradient);
#ifndef NORN_TOOLS_TRAIN_NETWORK_CRF_H_
#define NORN_TOOLS_TRAIN_NETWORK_CRF_H_

#include <vector>

#include "tools/train/network/parameter.h"

namespace norn::train {

// `scores`: a column a token, a row a tag. `transitions`: row = tag before, column = tag behind;
// its last row holds the scores of tags that a sentence begins with. Returns the negative
// log-likelihood of `gold` and adds its gradients, times `weight`.
float CrfLoss(const Eigen::Ref<const Matrix>& scores, const Matrix& transitions,
              const std::vector<int>& gold, float weight, Eigen::Ref<Matrix> score_gradient,
              Matrix& transition_gradient);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_NETWORK_CRF_H_
