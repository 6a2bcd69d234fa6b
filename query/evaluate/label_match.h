// Which node groups and which edge types a label expression (A&!B, A|B, %) stands for.
#ifndef NORN_QUERY_EVALUATE_LABEL_MATCH_H_
#define NORN_QUERY_EVALUATE_LABEL_MATCH_H_

#include <cstdint>
#include <vector>

#include "graph/view/view.h"
#include "query/syntax/ast.h"

namespace norn::query {

// One entry for each of the view's node groups: whether its nodes match.
std::vector<char> GroupsMatching(const graph::View& view, const LabelExpr& labels);

// The edge types that match, ascending.
std::vector<graph::EdgeTypeId> TypesMatching(const graph::View& view, const LabelExpr& types);

}  // namespace norn::query

#endif  // NORN_QUERY_EVALUATE_LABEL_MATCH_H_
