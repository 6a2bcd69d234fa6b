// Why a node or an edge is there: the articles, their sentences, the rules that read them, and what
// weighed most with the scorers.
//
//   ArticleReasons reasons(graph);
//   absl::Status status = ExplainInView(view, {"Jens Stoltenberg"}, &reasons, streams.out);
#ifndef NORN_TOOLS_ASK_EXPLANATION_H_
#define NORN_TOOLS_ASK_EXPLANATION_H_

#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "graph/view/view.h"
#include "tools/ask/article_reasons.h"

namespace norn::tools {

// `what` is a node's id or name, or an edge as FROM TYPE TO, the ends by id or name. kNotFound if
// the graph has no such node or edge, kInvalidArgument if a name is that of several nodes.
// `reasons` is of the view's graph; null: the graph is not stored.
absl::Status ExplainInView(const graph::View& view, const std::vector<std::string>& what,
                           ArticleReasons* reasons, std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_ASK_EXPLANATION_H_
