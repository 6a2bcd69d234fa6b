// Clauses that are short for others (LET, FILTER, FINISH, FOR, SHOW, a page without WITH), and
// queries made of queries: subqueries, NEXT, WHEN.
#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/syntax/instead_of.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

namespace {

ProjectionClause WithStar() {
  ProjectionClause clause;
  clause.star = true;
  return clause;
}

Expr Call(const char* function, std::vector<Expr> arguments) {
  Expr expr;
  expr.kind = ExprKind::kFunction;
  expr.text = function;
  expr.children = std::move(arguments);
  return expr;
}

Expr Bool(bool truth) {
  Expr expr;
  expr.kind = ExprKind::kBool;
  expr.boolean = truth;
  return expr;
}

}  // namespace

bool Parser::ParseShortClause(SingleQuery& query) {
  auto add = [&query](auto clause) { query.clauses.push_back(Clause{std::move(clause), {}}); };
  if (AtWord("LET") && AtName(1) && AtSymbol("=", 2)) {
    Take();
    do {
      ProjectionClause let = WithStar();
      let.is_let = true;
      ProjectionItem item;
      item.name = NeedName("a variable's name");
      item.has_alias = true;
      NeedSymbol("=", "after LET's variable");
      item.expr = ParseExpr();
      let.items.push_back(std::move(item));
      add(std::move(let));
    } while (TakeSymbol(","));
  } else if (TakeWord("FILTER")) {
    TakeWord("WHERE");
    ProjectionClause filter = WithStar();
    filter.where = ParseExpr();
    add(std::move(filter));
  } else if (TakeWord("FINISH")) {
    ProjectionClause finish;
    finish.is_return = finish.is_finish = true;
    add(std::move(finish));
  } else if (AtWord("FOR") && AtName(1) && AtWord("IN", 2)) {
    Take();
    UnwindClause unwind;
    unwind.variable = Take().text;
    Take();
    unwind.list = ParseExpr();
    add(std::move(unwind));
  } else if (!query.clauses.empty() &&
             (AtWord("ORDER") || AtWord("SKIP") || AtWord("OFFSET") || AtWord("LIMIT"))) {
    ProjectionClause page = WithStar();
    ParseOrderAndPage(page);
    add(std::move(page));
  } else if (query.clauses.empty() && TakeWord("SHOW")) {
    add(ParseShow());
  } else {
    return false;
  }
  return true;
}

// SHOW FUNCTIONS and SHOW PROCEDURES are calls of the procedures that list them.
CallClause Parser::ParseShow() {
  CallClause call;
  call.has_arguments = true;
  while (TakeWord("ALL") || TakeWord("BUILT") || TakeWord("IN") || TakeWord("USER") ||
         TakeWord("DEFINED")) {
  }
  const Token& what = Peek();
  if (TakeWord("FUNCTION") || TakeWord("FUNCTIONS")) {
    call.procedure = "db.functions";
  } else if (TakeWord("PROCEDURE") || TakeWord("PROCEDURES")) {
    call.procedure = "db.procedures";
  } else {
    const absl::string_view instead = InsteadOfShow(what.text);
    Fail(ErrorCode::kUnexpectedSyntax, what.span, "SHOW is followed by FUNCTIONS or PROCEDURES",
         std::string(instead));
    return call;
  }
  if (TakeWord("EXECUTABLE") && !TakeWords("BY", "CURRENT")) NeedWord("BY", "after EXECUTABLE");
  TakeWord("USER");
  const bool is_where = AtWord("WHERE");
  if (TakeWord("YIELD")) {
    ParseYield(call);
  } else if (is_where) {
    Take();
    call.has_yield = true;
    call.yields.push_back({"name", "name", From(Begin())});
    call.where = ParseExpr();
  }
  for (YieldItem& item : call.yields) {
    if (item.field == "description") item.field = "help";
  }
  return call;
}

// CREATE INDEX and the like: nothing of the schema is made by hand.
bool Parser::RefusesSchema() {
  static constexpr absl::string_view kThings[] = {"INDEX",    "CONSTRAINT", "FULLTEXT", "VECTOR",
                                                  "RANGE",    "LOOKUP",     "POINT",    "TEXT",
                                                  "DATABASE", "USER",       "ROLE",     "ALIAS"};
  if (!AtName(1) || AtSymbol("=", 2)) return false;
  const bool is_thing = std::any_of(std::begin(kThings), std::end(kThings),
                                    [this](absl::string_view thing) { return AtWord(thing, 1); });
  if (!is_thing) return false;
  Fail(ErrorCode::kUnexpectedSyntax, Peek(1).span,
       absl::StrCat("norn has no CREATE ", Peek(1).text),
       "labels, ids, names and dates are indexed in every graph, without being asked");
  return true;
}

// After CALL: { … } or (a, b) { … }.
SubqueryClause Parser::ParseSubquery(bool optional) {
  Nested nested(*this);
  SubqueryClause call;
  call.optional = optional;
  if (TakeSymbol("(")) {
    call.has_scope = true;
    if (TakeSymbol("*")) {
      call.scope_star = true;
    } else if (!AtSymbol(")")) {
      do {
        call.scope.push_back(NeedName("a variable that the subquery sees"));
      } while (TakeSymbol(","));
    }
    NeedSymbol(")", "after the subquery's variables");
  }
  NeedSymbol("{", "before the subquery");
  call.query = ParseBracedQuery("after the subquery");
  if (AtWord("IN") && (AtWord("TRANSACTIONS", 1) || AtWord("CONCURRENT", 1) ||
                       Peek(1).kind == TokenKind::kInteger)) {
    Fail(ErrorCode::kUnexpectedSyntax, Peek().span, "norn has no transactions",
         "leave IN TRANSACTIONS out: a query that only reads needs none");
  }
  return call;
}

// After the brace, which it takes too. Depths are those of the query's own expressions.
Query Parser::ParseBracedQuery(absl::string_view after) {
  const uint32_t deepest = std::exchange(deepest_, 0);
  const bool pipe_ends = std::exchange(pipe_ends_, false);
  const bool in_branch = std::exchange(in_branch_, false);
  Query query = ParseComposite();
  pipe_ends_ = pipe_ends;
  in_branch_ = in_branch;
  NeedSymbol("}", after);
  braced_depth_ = deepest_;
  deepest_ = deepest;
  return query;
}

// Queries one after the other: NEXT hands the rows of the one to the next.
Query Parser::ParseComposite() {
  Query query = AtWord("WHEN") ? ParseConditional() : ParseUnion();
  while (!failed() && AtWord("NEXT")) {
    const Span span = Take().span;
    Query next = AtWord("WHEN") ? ParseConditional() : ParseUnion();
    if (!failed()) query = HandOn(std::move(query), std::move(next), span);
  }
  return query;
}

// The first query's clauses before each side of the second, its RETURN as a WITH.
Query Parser::HandOn(Query first, Query second, Span span) {
  constexpr size_t kMostSides = 20;
  if (second.parts.size() > kMostSides) {
    Fail(ErrorCode::kSizeLimit, span,
         absl::StrCat("what follows NEXT has at most ", kMostSides, " sides"));
    return second;
  }
  std::vector<Clause> before;
  if (first.parts.size() > 1) {
    SubqueryClause call;
    call.has_scope = true;
    call.query = std::move(first);
    before.push_back(Clause{std::move(call), span});
  } else {
    before = std::move(first.parts[0].clauses);
    auto* last = before.empty() ? nullptr : std::get_if<ProjectionClause>(&before.back().body);
    if (last == nullptr || !last->is_return || last->is_finish) {
      Fail(ErrorCode::kInvalidClauseComposition, span, "before NEXT stands RETURN",
           "NEXT goes on with the rows that the query before it returns");
      return second;
    }
    last->is_return = false;
    for (ProjectionItem& item : last->items) item.has_alias = true;
  }
  for (SingleQuery& side : second.parts) {
    side.clauses.insert(side.clauses.begin(), before.begin(), before.end());
  }
  return second;
}

// WHEN … THEN … ELSE …: sides of a UNION ALL, each behind its condition and behind the negation of
// those before it.
Query Parser::ParseConditional() {
  constexpr size_t kMostBranches = 20;
  Nested nested(*this);
  const bool in_branch = std::exchange(in_branch_, true);
  Query query;
  query.union_all = true;
  std::vector<Expr> earlier;
  while (!failed()) {
    const uint32_t begin = Begin();
    const bool is_else = !TakeWord("WHEN");
    if (is_else) NeedWord("ELSE", "or WHEN");
    Expr condition = is_else ? Bool(true) : ParseExpr();
    if (!is_else) NeedWord("THEN", "after WHEN's condition");
    Query branch;
    if (TakeSymbol("{")) {
      branch = ParseBracedQuery("after the branch");
    } else {
      branch.parts.push_back(ParseSingle());
    }
    if (branch.parts.size() != 1 || query.parts.size() == kMostBranches) {
      Fail(ErrorCode::kInvalidClauseComposition, From(begin),
           absl::StrCat("WHEN has at most ", kMostBranches, " branches, without UNION in them"));
      break;
    }
    ProjectionClause filter = WithStar();
    Expr chosen = Call("coalesce", {std::move(condition), Bool(false)});
    Seal(chosen, begin);
    const Expr alone = chosen;
    for (const Expr& before : earlier) {
      Expr otherwise = Node(ExprKind::kNot, before, begin);
      chosen = Node(ExprKind::kAnd, std::move(otherwise), std::move(chosen), begin);
    }
    filter.where = std::move(chosen);
    earlier.push_back(alone);
    SingleQuery side = std::move(branch.parts[0]);
    side.clauses.insert(side.clauses.begin(), Clause{std::move(filter), From(begin)});
    query.parts.push_back(std::move(side));
    if (is_else || (!AtWord("WHEN") && !AtWord("ELSE"))) break;
  }
  in_branch_ = in_branch;
  return query;
}

}  // namespace norn::query
