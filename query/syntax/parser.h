// From a query's text to its tree.
//
//   Outcome<Query> query = ParseQuery("MATCH (n) RETURN n.name AS name");
//   if (!query.ok()) std::cerr << Render(query.error(), text);
//
// Only the grammar is checked here: which names are in scope, types and the like are the checker's.
#ifndef NORN_QUERY_SYNTAX_PARSER_H_
#define NORN_QUERY_SYNTAX_PARSER_H_

#include "absl/strings/string_view.h"
#include "query/diagnostics/diagnostic.h"
#include "query/syntax/ast.h"

namespace norn::query {

struct ParseLimits {
  size_t max_bytes = 1 << 20;  // of the text
  int max_nesting = 200;       // of brackets, sub-queries, CASE, …
  uint32_t max_tree_depth =
      1000;  // of an expression's tree: 1 + 1 + … + 1 is as deep as it is long
};

Outcome<Query> ParseQuery(absl::string_view text, const ParseLimits& limits = {});
Outcome<Expr> ParseExpression(absl::string_view text, const ParseLimits& limits = {});

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_PARSER_H_
