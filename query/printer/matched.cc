#include "query/printer/matched.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "query/printer/printer.h"
#include "query/syntax/ast.h"
#include "query/syntax/parser.h"

namespace norn::query {

std::string QueryOfMatched(absl::string_view text) {
  Outcome<Query> parsed = ParseQuery(text);
  if (!parsed.ok() || parsed.value().parts.size() != 1) return "";
  Query query = std::move(parsed.value());
  std::vector<Clause>& clauses = query.parts[0].clauses;
  const auto end = std::find_if(clauses.begin(), clauses.end(), [](const Clause& clause) {
    return std::holds_alternative<ProjectionClause>(clause.body);
  });
  clauses.erase(end, clauses.end());
  size_t paths = 0;
  for (Clause& clause : clauses) {
    auto* const match = std::get_if<MatchClause>(&clause.body);
    if (match == nullptr) continue;
    for (PathPattern& path : match->paths) {
      // A name with a blank, which nobody's own variable has.
      ++paths;
      if (path.variable.empty()) path.variable = absl::StrCat("matched ", paths);
    }
  }
  if (paths == 0) return "";
  ProjectionClause all;
  all.is_return = true;
  all.star = true;
  clauses.push_back({std::move(all), {}});
  query.mode = QueryMode::kRun;
  return Print(query);
}

}  // namespace norn::query
