// The parser's clauses: MATCH, WITH, RETURN, …
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/syntax/instead_of.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

namespace {

const std::vector<std::string>& ClauseWords() {
  static const auto* words = new std::vector<std::string>{
      "MATCH",  "OPTIONAL", "UNWIND", "WITH",   "RETURN", "CALL",     "CREATE", "MERGE",
      "SET",    "REMOVE",   "DELETE", "DETACH", "UNION",  "WHERE",    "ORDER",  "SKIP",
      "LIMIT",  "OFFSET",   "YIELD",  "ON",     "AS",     "DISTINCT", "LET",    "FILTER",
      "FINISH", "FOR",      "NEXT",   "WHEN",   "ELSE",   "SHOW"};
  return *words;
}

}  // namespace

Query Parser::ParseUnion() {
  Nested nested(*this);
  Query query;
  query.parts.push_back(ParseSingle());
  while (AtWord("UNION")) {
    Span span = Take().span;
    bool all = TakeWord("ALL");
    if (!all) TakeWord("DISTINCT");
    if (query.parts.size() > 1 && all != query.union_all) {
      Fail(ErrorCode::kInvalidClauseComposition, span,
           "UNION and UNION ALL cannot be mixed in one query");
    }
    query.union_all = all;
    query.parts.push_back(ParseSingle());
  }
  return query;
}

void Parser::RefuseClause(const Token& token) {
  const absl::string_view instead = InsteadOfClause(token.text);
  Fail(ErrorCode::kUnexpectedSyntax, token.span,
       absl::StrCat("`", token.text, "` begins no clause"),
       instead.empty() ? DidYouMean(token.text, ClauseWords()) : std::string(instead));
}

SingleQuery Parser::ParseSingle() {
  SingleQuery query;
  while (!failed()) {
    uint32_t begin = Begin();
    const size_t before = query.clauses.size();
    if (!ParseClause(query)) break;
    for (size_t i = before; i < query.clauses.size(); ++i) query.clauses[i].span = From(begin);
  }
  const Token& token = Peek();
  if (!query.clauses.empty()) {
    if (token.kind == TokenKind::kName && !AtWord("UNION") && !AtWord("NEXT") &&
        !(in_branch_ && (AtWord("WHEN") || AtWord("ELSE")))) {
      RefuseClause(token);
    }
    return query;
  }
  if (token.kind == TokenKind::kName) {
    RefuseClause(token);
  } else {
    Unexpected("a clause, such as MATCH or RETURN");
  }
  return query;
}

bool Parser::ParseClause(SingleQuery& query) {
  auto add = [&query](auto clause) { query.clauses.push_back(Clause{std::move(clause), {}}); };
  if (TakeWords("OPTIONAL", "MATCH")) {
    add(ParseMatch(true));
  } else if (TakeWord("MATCH")) {
    add(ParseMatch(false));
  } else if (TakeWord("UNWIND")) {
    add(ParseUnwind());
  } else if (TakeWord("WITH")) {
    add(ParseProjection(false));
  } else if (TakeWord("RETURN")) {
    add(ParseProjection(true));
  } else if (TakeWords("OPTIONAL", "CALL")) {
    add(ParseSubquery(true));
  } else if (AtWord("CALL") && (AtSymbol("{", 1) || AtSymbol("(", 1))) {
    Take();
    add(ParseSubquery(false));
  } else if (TakeWord("CALL")) {
    add(ParseCall());
  } else if (AtWord("CREATE") && !RefusesSchema()) {
    Take();
    add(ParseCreate());
  } else if (TakeWord("MERGE")) {
    add(ParseMerge());
  } else if (TakeWord("SET")) {
    add(ParseSet(false));
  } else if (TakeWord("REMOVE")) {
    add(ParseSet(true));
  } else if (TakeWords("DETACH", "DELETE")) {
    add(ParseDelete(true));
  } else if (TakeWord("DELETE") || TakeWords("NODETACH", "DELETE")) {
    add(ParseDelete(false));
  } else {
    return ParseShortClause(query);
  }
  return true;
}

// REPEATABLE ELEMENTS, of which all may recur, or DIFFERENT RELATIONSHIPS, as where nothing is
// said.
bool Parser::TakeMatchMode() {
  if (AtWord("REPEATABLE") && (AtWord("ELEMENTS", 1) || AtWord("ELEMENT", 1))) {
    Take();
    Take();
    TakeWord("BINDINGS");
    return true;
  }
  if (AtWord("DIFFERENT") && (AtWord("RELATIONSHIPS", 1) || AtWord("RELATIONSHIP", 1) ||
                              AtWord("EDGES", 1) || AtWord("EDGE", 1))) {
    Take();
    Take();
    TakeWord("BINDINGS");
  }
  return false;
}

MatchClause Parser::ParseMatch(bool optional) {
  MatchClause clause;
  clause.optional = optional;
  const bool repeatable = TakeMatchMode();
  do {
    clause.paths.push_back(ParsePath());
    clause.paths.back().repeatable = repeatable;
    if (repeatable) clause.paths.back().restrictor = PathRestrictor::kWalk;
  } while (TakeSymbol(","));
  if (TakeWord("WHERE")) clause.where = ParseExpr();
  return clause;
}

UnwindClause Parser::ParseUnwind() {
  UnwindClause clause;
  clause.list = ParseExpr();
  NeedWord("AS", "and a variable after UNWIND's list");
  clause.variable = NeedName("a variable's name");
  return clause;
}

void Parser::ParseProjectionItem(ProjectionClause& clause) {
  if (AtSymbol("*")) {
    if (clause.star || !clause.items.empty()) Unexpected("an expression");
    Take();
    clause.star = true;
    return;
  }
  ProjectionItem item;
  uint32_t begin = Begin();
  item.expr = ParseExpr();
  Span span = From(begin);  // with the parentheses, if there are any
  if (TakeWord("AS")) {
    item.has_alias = true;
    item.name = NeedName("a column's name");
  } else if (item.expr.kind == ExprKind::kVariable) {
    item.name = item.expr.text;
  } else {
    item.name = std::string(text_.substr(span.begin, span.end - span.begin));
  }
  clause.items.push_back(std::move(item));
}

ProjectionClause Parser::ParseProjection(bool is_return) {
  ProjectionClause clause;
  clause.is_return = is_return;
  clause.distinct = TakeWord("DISTINCT");
  do {
    ParseProjectionItem(clause);
  } while (TakeSymbol(","));
  ParseOrderAndPage(clause);
  if (!is_return && TakeWord("WHERE")) clause.where = ParseExpr();
  return clause;
}

void Parser::ParseOrderAndPage(ProjectionClause& clause) {
  if (TakeWord("ORDER")) {
    NeedWord("BY", "after ORDER");
    do {
      SortItem item;
      item.expr = ParseExpr();
      if (TakeWord("DESC") || TakeWord("DESCENDING")) {
        item.descending = true;
      } else if (!TakeWord("ASC")) {
        TakeWord("ASCENDING");
      }
      clause.order.push_back(std::move(item));
    } while (TakeSymbol(","));
  }
  if (TakeWord("SKIP") || TakeWord("OFFSET")) clause.skip = ParseExpr();
  if (TakeWord("LIMIT")) clause.limit = ParseExpr();
}

std::string Parser::ParseDottedName(absl::string_view what) {
  std::string name = NeedName(what);
  while (TakeSymbol(".")) absl::StrAppend(&name, ".", NeedName(what));
  return name;
}

CallClause Parser::ParseCall() {
  CallClause call;
  call.procedure = ParseDottedName("a procedure's name");
  if (TakeSymbol("(")) {
    call.has_arguments = true;
    if (!AtSymbol(")")) {
      do {
        call.arguments.push_back(ParseExpr());
      } while (TakeSymbol(","));
    }
    NeedSymbol(")", "after the procedure's arguments");
  }
  if (TakeWord("YIELD")) ParseYield(call);
  return call;
}

void Parser::ParseYield(CallClause& call) {
  call.has_yield = true;
  if (TakeSymbol("*")) {
    call.yield_star = true;
    return;
  }
  // YIELD - stands for no field at all.
  if (TakeSymbol("-")) return;
  do {
    YieldItem item;
    uint32_t begin = Begin();
    item.field = NeedName("a field of the procedure");
    item.variable = TakeWord("AS") ? NeedName("a variable's name") : item.field;
    item.span = From(begin);
    call.yields.push_back(std::move(item));
  } while (TakeSymbol(","));
  if (TakeWord("WHERE")) call.where = ParseExpr();
}

CreateClause Parser::ParseCreate() {
  CreateClause clause;
  do {
    clause.paths.push_back(ParsePath());
  } while (TakeSymbol(","));
  return clause;
}

MergeClause Parser::ParseMerge() {
  MergeClause clause;
  clause.path = ParsePath();
  while (TakeWord("ON")) {
    bool create = AtWord("CREATE");
    if (!create && !AtWord("MATCH")) return Unexpected("CREATE or MATCH after ON"), clause;
    Take();
    NeedWord("SET", create ? "after ON CREATE" : "after ON MATCH");
    SetClause set = ParseSet(false);
    std::vector<SetItem>& items = create ? clause.on_create : clause.on_match;
    for (SetItem& item : set.items) items.push_back(std::move(item));
  }
  return clause;
}

SetClause Parser::ParseSet(bool remove) {
  SetClause clause;
  clause.remove = remove;
  do {
    clause.items.push_back(ParseSetItem(remove));
  } while (TakeSymbol(","));
  return clause;
}

SetItem Parser::ParseSetItem(bool remove) {
  SetItem item;
  item.target = ParsePostfix();
  if (AtSymbol(":")) {
    item.kind = SetItem::Kind::kLabels;
    while (TakeSymbol(":")) item.labels.push_back(NeedName("a label"));
    return item;
  }
  bool property = item.target.kind == ExprKind::kProperty || item.target.kind == ExprKind::kIndex;
  if (remove) {
    if (!property) Unexpected("a label or a property to remove");
    return item;
  }
  if (!property && TakeSymbol("+=")) {
    item.kind = SetItem::Kind::kMerge;
  } else {
    item.kind = property ? SetItem::Kind::kProperty : SetItem::Kind::kReplace;
    NeedSymbol("=", "in SET");
  }
  item.value = ParseExpr();
  return item;
}

DeleteClause Parser::ParseDelete(bool detach) {
  DeleteClause clause;
  clause.detach = detach;
  do {
    clause.targets.push_back(ParseExpr());
  } while (TakeSymbol(","));
  return clause;
}

}  // namespace norn::query
