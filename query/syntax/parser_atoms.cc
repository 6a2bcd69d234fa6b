// The parser's atoms: literals, variables, calls, comprehensions, CASE and the like.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

namespace {

// Digits of the given base as a magnitude; false if it does not fit into 64 bits.
bool ParseMagnitude(absl::string_view digits, uint64_t base, uint64_t* out) {
  uint64_t value = 0;
  for (char c : digits) {
    uint64_t digit = static_cast<uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    if (value > (UINT64_MAX - digit) / base) return false;
    value = value * base + digit;
  }
  *out = value;
  return true;
}

}  // namespace

Expr Parser::ParseNumber(bool negative) {
  uint32_t begin = Begin();
  Token token = Take();
  if (token.kind == TokenKind::kFloat) {
    double real = std::strtod(token.text.c_str(), nullptr);
    if (std::isinf(real)) {
      Fail(ErrorCode::kFloatingPointOverflow, token.span, "this number is too large for a float");
    }
    Expr expr = Leaf(ExprKind::kFloat, "", begin);
    expr.real = negative ? -real : real;
    return expr;
  }
  absl::string_view digits = token.text;
  uint64_t base = absl::StartsWith(digits, "0x") ? 16 : (absl::StartsWith(digits, "0o") ? 8 : 10);
  if (base != 10) digits.remove_prefix(2);
  uint64_t magnitude = 0;
  constexpr uint64_t kLargest = static_cast<uint64_t>(INT64_MAX);
  for (char c : digits) {
    if (base == 8 && c > '7') {
      Fail(ErrorCode::kInvalidNumberLiteral, token.span, "an octal number has digits 0 to 7");
    }
  }
  if (!ParseMagnitude(digits, base, &magnitude) || magnitude > kLargest + (negative ? 1 : 0)) {
    Fail(ErrorCode::kIntegerOverflow, token.span, "this number does not fit into 64 bits");
  }
  Expr expr = Leaf(ExprKind::kInteger, "", begin);
  expr.integer = static_cast<int64_t>(negative ? 0 - magnitude : magnitude);
  return expr;
}

Expr Parser::ParseAtom() {
  uint32_t begin = Begin();
  switch (Peek().kind) {
    case TokenKind::kInteger:
    case TokenKind::kFloat:
      return ParseNumber(false);
    case TokenKind::kString: {
      std::string text = Take().text;
      return Leaf(ExprKind::kString, std::move(text), begin);
    }
    case TokenKind::kParameter: {
      std::string name = Take().text;
      return Leaf(ExprKind::kParameter, std::move(name), begin);
    }
    case TokenKind::kName:
      return ParseNameAtom();
    case TokenKind::kQuotedName: {
      if (AtFunction()) return ParseFunction();
      std::string name = Take().text;
      Expr variable = Leaf(ExprKind::kVariable, std::move(name), begin);
      return AtSymbol("{") ? ParseMapProjection(std::move(variable), begin) : variable;
    }
    default:
      break;
  }
  if (AtSymbol("(")) return ParseParenthesized();
  if (AtSymbol("[")) return ParseBracket();
  if (AtSymbol("{")) return ParseMap();
  Unexpected("an expression");
  return Expr();
}

// A name, which may be a keyword here: literal, CASE, all(…), function, variable.
Expr Parser::ParseNameAtom() {
  uint32_t begin = Begin();
  if (AtSymbol("(", 1)) {
    bool element = AtName(2) && AtWord("IN", 3);
    if (element && AtWord("all")) return ParseQuantified(ExprKind::kAll);
    if (element && AtWord("any")) return ParseQuantified(ExprKind::kAny);
    if (element && AtWord("none")) return ParseQuantified(ExprKind::kNone);
    if (element && AtWord("single")) return ParseQuantified(ExprKind::kSingle);
    if (AtWord("reduce")) return ParseReduce();
    if (AtWord("shortestPath") || AtWord("allShortestPaths")) {
      Expr expr;
      expr.kind = ExprKind::kShortestPath;
      expr.pattern = ParsePath();
      Seal(expr, begin);
      return expr;
    }
  }
  if (AtSymbol("{", 1)) {
    if (AtWord("exists")) return ParseQueryAtom(ExprKind::kExists);
    // count{.name} and count{a: 1} are maps made of a variable.
    const bool is_query = AtSymbol("(", 2) || (AtName(2) && !AtSymbol(":", 3) &&
                                               !AtSymbol(",", 3) && !AtSymbol("}", 3));
    if (is_query && AtWord("count")) return ParseQueryAtom(ExprKind::kCountQuery);
    if (is_query && AtWord("collect")) return ParseQueryAtom(ExprKind::kCollectQuery);
  }
  if (AtWord("trim") && AtSymbol("(", 1) && !AtSymbol(")", 2)) return ParseTrim();
  if (AtFunction()) return ParseFunction();
  if (TakeWord("true") || AtWord("false")) {
    bool truth = previous_end_ > begin;
    if (!truth) Take();
    Expr expr = Leaf(ExprKind::kBool, "", begin);
    expr.boolean = truth;
    return expr;
  }
  if (TakeWord("null")) return Leaf(ExprKind::kNull, "", begin);
  if (AtWord("CASE")) return ParseCase();
  if (AtWord("NaN") || AtWord("Inf") || AtWord("Infinity")) {
    bool nan = AtWord("NaN");
    Take();
    Expr expr = Leaf(ExprKind::kFloat, "", begin);
    expr.real = nan ? std::nan("") : HUGE_VAL;
    return expr;
  }
  std::string name = Take().text;
  Expr variable = Leaf(ExprKind::kVariable, std::move(name), begin);
  return AtSymbol("{") ? ParseMapProjection(std::move(variable), begin) : variable;
}

Expr Parser::ParseParenthesized() {
  if (std::optional<Expr> pattern = TryPatternPredicate()) return *std::move(pattern);
  Take();
  bool pipe_ends = std::exchange(pipe_ends_, false);
  Expr inner = ParseExpr();
  pipe_ends_ = pipe_ends;
  NeedSymbol(")", "after the expression");
  return inner;
}

// (a)-[:T]->(b) and (a) - b begin alike: reads a path, and goes back if it is none.
std::optional<Expr> Parser::TryPatternPredicate() {
  if (no_pattern_.contains(at_)) return std::nullopt;
  size_t start = at_;
  uint32_t begin = Begin();
  uint32_t end = previous_end_;
  uint32_t deepest = std::exchange(deepest_, 0);
  PathPattern path;
  ParsePathElements(path);
  if (failed() || path.relationships.empty()) {
    bool limit = failed() && ClassOf(error_->code) == ErrorClass::kLimit;
    if (!limit) error_.reset();
    at_ = start;
    previous_end_ = end;
    deepest_ = deepest;
    no_pattern_.insert(start);
    return std::nullopt;
  }
  Expr expr;
  expr.kind = ExprKind::kPatternPredicate;
  path.span = From(begin);
  expr.pattern = std::move(path);
  expr.depth = deepest_ + 1;
  deepest_ = deepest;
  Seal(expr, begin);
  return expr;
}

// A list, a list comprehension or a pattern comprehension.
Expr Parser::ParseBracket() {
  uint32_t begin = Begin();
  Take();
  if (AtName() && AtWord("IN", 1)) return ParseListComprehension(begin);
  if (AtSymbol("(") || (AtName() && AtSymbol("=", 1) && AtSymbol("(", 2))) {
    if (std::optional<Expr> pattern = TryPatternComprehension()) {
      pattern->span = From(begin);
      return *std::move(pattern);
    }
  }
  bool pipe_ends = std::exchange(pipe_ends_, false);
  std::vector<Expr> items;
  if (!AtSymbol("]")) {
    do {
      items.push_back(ParseExpr());
    } while (TakeSymbol(","));
  }
  pipe_ends_ = pipe_ends;
  NeedSymbol("]", "after the list");
  return Node(ExprKind::kList, std::move(items), begin);
}

// After the bracket. Goes back, and gives nothing, if what follows is the item of a list.
std::optional<Expr> Parser::TryPatternComprehension() {
  if (no_pattern_.contains(at_)) return std::nullopt;
  size_t start = at_;
  uint32_t begin = Begin();
  uint32_t end = previous_end_;
  uint32_t deepest = std::exchange(deepest_, 0);
  PathPattern path = ParsePath();
  if (failed() || path.relationships.empty() || !(AtWord("WHERE") || AtSymbol("|"))) {
    bool limit = failed() && ClassOf(error_->code) == ErrorClass::kLimit;
    if (!limit) error_.reset();
    at_ = start;
    previous_end_ = end;
    deepest_ = deepest;
    return std::nullopt;
  }
  Expr expr;
  expr.kind = ExprKind::kPatternComprehension;
  expr.pattern = std::move(path);
  bool pipe_ends = std::exchange(pipe_ends_, true);
  expr.has_subject = TakeWord("WHERE");
  expr.children.push_back(expr.has_subject ? ParseExpr() : Expr());
  pipe_ends_ = false;
  NeedSymbol("|", "before the comprehension's expression");
  expr.children.push_back(ParseExpr());
  pipe_ends_ = pipe_ends;
  NeedSymbol("]", "after the comprehension");
  expr.depth = deepest_ + 1;
  deepest_ = deepest;
  Seal(expr, begin);
  return expr;
}

Expr Parser::ParseListComprehension(uint32_t begin) {
  Expr expr;
  expr.kind = ExprKind::kListComprehension;
  expr.text = Take().text;
  Take();
  bool pipe_ends = std::exchange(pipe_ends_, true);
  expr.children.push_back(ParseExpr());
  expr.has_subject = TakeWord("WHERE");
  expr.children.push_back(expr.has_subject ? ParseExpr() : Expr());
  pipe_ends_ = false;
  expr.has_else = TakeSymbol("|");
  expr.children.push_back(expr.has_else ? ParseExpr() : Expr());
  pipe_ends_ = pipe_ends;
  NeedSymbol("]", "after the comprehension");
  Seal(expr, begin);
  return expr;
}

Expr Parser::ParseMap() {
  Expr expr;
  expr.kind = ExprKind::kMap;
  uint32_t begin = Begin();
  NeedSymbol("{", "of a map");
  bool pipe_ends = std::exchange(pipe_ends_, false);
  if (!AtSymbol("}")) {
    do {
      if (Peek().kind == TokenKind::kError) {
        Fail(ErrorCode::kUnexpectedSyntax, Peek().span, "a key of a map is a name");
      }
      expr.names.push_back(NeedName("a key of the map"));
      NeedSymbol(":", "after the key");
      expr.children.push_back(ParseExpr());
    } while (TakeSymbol(","));
  }
  pipe_ends_ = pipe_ends;
  NeedSymbol("}", "after the map");
  Seal(expr, begin);
  return expr;
}

// variable{.name, .*, other, key: expression}
Expr Parser::ParseMapProjection(Expr base, uint32_t begin) {
  Expr expr;
  expr.kind = ExprKind::kMapProjection;
  std::string owner = base.text;
  expr.children.push_back(std::move(base));
  Take();
  if (!AtSymbol("}")) {
    do {
      uint32_t item = Begin();
      if (TakeSymbol(".")) {
        if (TakeSymbol("*")) {
          expr.names.push_back("*");
          expr.children.emplace_back();
        } else {
          expr.names.push_back(NeedName("a property's name"));
          Expr property = Node(ExprKind::kProperty, Leaf(ExprKind::kVariable, owner, item), item);
          property.text = expr.names.back();
          expr.children.push_back(std::move(property));
        }
        continue;
      }
      expr.names.push_back(NeedName("a key, .property, .* or a variable"));
      expr.children.push_back(TakeSymbol(":") ? ParseExpr()
                                              : Leaf(ExprKind::kVariable, expr.names.back(), item));
    } while (TakeSymbol(","));
  }
  NeedSymbol("}", "after the map");
  Seal(expr, begin);
  return expr;
}

// CASE x WHEN 1, 2 THEN …; CASE x WHEN < 3 THEN …; CASE WHEN … THEN …
Expr Parser::ParseCase() {
  Expr expr;
  expr.kind = ExprKind::kCase;
  uint32_t begin = Begin();
  Take();
  Expr subject;
  const size_t subject_begin = at_;
  if (!AtWord("WHEN")) {
    expr.has_subject = true;
    subject = ParseExpr();
  }
  const size_t subject_tokens = at_ - subject_begin;
  NeedWord("WHEN", "in CASE");
  std::vector<Expr> whens;
  std::vector<bool> is_condition;
  std::vector<Expr> thens;
  do {
    const size_t first = whens.size();
    do {
      const uint32_t when = Begin();
      is_condition.push_back(expr.has_subject && AtOperatorOfWhen());
      whens.push_back(is_condition.back() ? ParseComparisonOf(ParseAdvancedOf(subject, when), when)
                                          : ParseExpr());
      // Each condition holds a copy of what is compared.
      constexpr size_t kMostTokens = 100'000;
      if (is_condition.back() && subject_tokens * whens.size() > kMostTokens) {
        Fail(ErrorCode::kSizeLimit, From(begin),
             "CASE compares too long an expression too often; compute it in a WITH before");
      }
    } while (expr.has_subject && TakeSymbol(","));
    NeedWord("THEN", "after WHEN's condition");
    thens.resize(first, Expr());
    thens.resize(whens.size(), ParseExpr());
  } while (TakeWord("WHEN"));
  const bool as_conditions =
      std::find(is_condition.begin(), is_condition.end(), true) != is_condition.end();
  if (expr.has_subject && !as_conditions) expr.children.push_back(subject);
  for (size_t i = 0; i < whens.size(); ++i) {
    if (as_conditions && !is_condition[i]) {
      whens[i] = Node(ExprKind::kEqual, subject, std::move(whens[i]), begin);
    }
    expr.children.push_back(std::move(whens[i]));
    expr.children.push_back(std::move(thens[i]));
  }
  expr.has_subject = expr.has_subject && !as_conditions;
  if (TakeWord("ELSE")) {
    expr.has_else = true;
    expr.children.push_back(ParseExpr());
  }
  NeedWord("END", "after CASE");
  Seal(expr, begin);
  return expr;
}

// trim(x), trim(BOTH 'x' FROM y), trim(LEADING FROM y): the function that does it.
Expr Parser::ParseTrim() {
  Expr expr;
  expr.kind = ExprKind::kFunction;
  expr.text = "trim";
  uint32_t begin = Begin();
  Take();
  Take();
  bool pipe_ends = std::exchange(pipe_ends_, false);
  const bool side = !AtSymbol(")", 1) && !AtSymbol(",", 1) && !AtSymbol(".", 1);
  if (side && TakeWord("BOTH")) {
    expr.text = "btrim";
  } else if (side && TakeWord("LEADING")) {
    expr.text = "lTrim";
  } else if (side && TakeWord("TRAILING")) {
    expr.text = "rTrim";
  }
  if (!AtWord("FROM")) expr.children.push_back(ParseExpr());
  if (TakeWord("FROM")) {
    if (expr.text == "trim") expr.text = "btrim";
    expr.children.insert(expr.children.begin(), ParseExpr());
  }
  pipe_ends_ = pipe_ends;
  NeedSymbol(")", "after the function's arguments");
  Seal(expr, begin);
  return expr;
}

bool Parser::AtFunction() const {
  size_t ahead = 0;
  while (AtName(ahead) && AtSymbol(".", ahead + 1)) ahead += 2;
  return AtName(ahead) && AtSymbol("(", ahead + 1);
}

Expr Parser::ParseFunction() {
  Expr expr;
  expr.kind = ExprKind::kFunction;
  uint32_t begin = Begin();
  expr.text = ParseDottedName("a function's name");
  NeedSymbol("(", "after the function's name");
  bool pipe_ends = std::exchange(pipe_ends_, false);
  if (absl::EqualsIgnoreCase(expr.text, "count") && TakeSymbol("*")) {
    expr.kind = ExprKind::kCountStar;
    expr.text.clear();
  } else if (!AtSymbol(")")) {
    if (AtWord("DISTINCT") && !AtSymbol(")", 1) && !AtSymbol(",", 1)) {
      Take();
      expr.boolean = true;
    } else if (AtWord("ALL") && AtName(1)) {
      Take();  // count(ALL x): as where nothing is said
    }
    do {
      expr.children.push_back(ParseExpr());
    } while (TakeSymbol(","));
  }
  pipe_ends_ = pipe_ends;
  NeedSymbol(")", "after the function's arguments");
  Seal(expr, begin);
  return expr;
}

Expr Parser::ParseQuantified(ExprKind kind) {
  Expr expr;
  expr.kind = kind;
  uint32_t begin = Begin();
  Take();
  Take();
  expr.text = Take().text;
  Take();
  bool pipe_ends = std::exchange(pipe_ends_, false);
  expr.children.push_back(ParseExpr());
  NeedWord("WHERE", "in the quantifier");
  expr.children.push_back(ParseExpr());
  pipe_ends_ = pipe_ends;
  NeedSymbol(")", "after the quantifier");
  Seal(expr, begin);
  return expr;
}

Expr Parser::ParseReduce() {
  Expr expr;
  expr.kind = ExprKind::kReduce;
  uint32_t begin = Begin();
  Take();
  Take();
  expr.names.push_back(NeedName("the accumulator's name"));
  NeedSymbol("=", "after the accumulator");
  bool pipe_ends = std::exchange(pipe_ends_, true);
  expr.children.push_back(ParseExpr());
  NeedSymbol(",", "after the accumulator's start");
  expr.text = NeedName("a variable's name");
  NeedWord("IN", "after the variable");
  expr.children.push_back(ParseExpr());
  pipe_ends_ = false;
  NeedSymbol("|", "before the step");
  expr.children.push_back(ParseExpr());
  pipe_ends_ = pipe_ends;
  NeedSymbol(")", "after reduce");
  Seal(expr, begin);
  return expr;
}

// EXISTS { pattern WHERE … } is short for EXISTS { MATCH pattern WHERE … }; COUNT alike.
Expr Parser::ParseQueryAtom(ExprKind kind) {
  Nested nested(*this);
  Expr expr;
  expr.kind = kind;
  uint32_t begin = Begin();
  Take();
  Take();
  const bool is_pattern =
      AtSymbol("(") || (AtName() && AtSymbol("=", 1) && !AtWord("LET")) || AtWord("SHORTEST");
  if (is_pattern && kind != ExprKind::kCollectQuery) {
    uint32_t deepest = std::exchange(deepest_, 0);
    bool pipe_ends = std::exchange(pipe_ends_, false);
    uint32_t match = Begin();
    Query query;
    query.parts.emplace_back();
    query.parts[0].clauses.push_back(Clause{ParseMatch(false), {}});
    query.parts[0].clauses[0].span = From(match);
    expr.query = std::move(query);
    pipe_ends_ = pipe_ends;
    NeedSymbol("}", "after the pattern");
    braced_depth_ = deepest_;
    deepest_ = deepest;
  } else {
    expr.query = ParseBracedQuery("after the query");
  }
  expr.depth = braced_depth_ + 1;
  Seal(expr, begin);
  return expr;
}

}  // namespace norn::query
