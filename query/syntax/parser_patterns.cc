// The parser's patterns: (a:Actor {name: $n})-[r:SPOKE_WITH*1..3]->(b).
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

PathPattern Parser::ParsePath() {
  Nested nested(*this);
  PathPattern path;
  uint32_t begin = Begin();
  std::string variable;
  if (AtName() && AtSymbol("=", 1)) {
    variable = Take().text;
    Take();
  }
  PathPattern prefix;
  TakePathPrefix(prefix);
  const PathRestrictor restrictor = TakePathRestrictor();
  if (TakeWord("shortestPath")) {
    path = ParseShortest(PathMode::kShortest);
  } else if (TakeWord("allShortestPaths")) {
    path = ParseShortest(PathMode::kAllShortest);
  } else {
    ParsePathParts(path);
  }
  if (prefix.mode != PathMode::kAll) {
    path.mode = prefix.mode;
    path.count = prefix.count;
    path.chosen_first = true;
  }
  path.restrictor = restrictor;
  path.variable = std::move(variable);
  path.span = From(begin);
  return path;
}

// ALL SHORTEST, ANY SHORTEST, SHORTEST 3, SHORTEST 2 GROUPS, ANY, ALL, with an optional PATH or
// PATHS.
void Parser::TakePathPrefix(PathPattern& path) {
  const bool is_pattern = AtSymbol("(", 1) || AtSymbol("=", 1);
  if (TakeWords("ALL", "SHORTEST")) {
    path.mode = PathMode::kAllShortest;
  } else if (TakeWords("ANY", "SHORTEST")) {
    path.mode = PathMode::kShortest;
  } else if ((AtWord("SHORTEST") || AtWord("ANY")) && Peek(1).kind == TokenKind::kInteger) {
    Take();
    path.count = ParseBound().value_or(1);
    path.mode = PathMode::kShortest;
    if (path.count < 1) {
      Fail(ErrorCode::kUnexpectedSyntax, From(previous_end_ - 1), "at least 1 path is asked for");
    }
  } else if (AtWord("ANY") && (is_pattern || AtWord("PATH", 1) || AtWord("PATHS", 1))) {
    Take();  // any one will do: a shortest is found first
    path.mode = PathMode::kShortest;
  } else if (AtWord("ALL") && (is_pattern || AtWord("PATH", 1) || AtWord("PATHS", 1))) {
    Take();
  } else if (AtWord("SHORTEST") && AtWord("GROUP", 1)) {
    Take();
    path.mode = PathMode::kAllShortest;
  } else {
    return;
  }
  if (!TakeWord("PATHS")) TakeWord("PATH");
  if (TakeWord("GROUPS") || TakeWord("GROUP")) path.mode = PathMode::kAllShortest;
}

// TRAIL, ACYCLIC or WALK, with an optional PATH or PATHS.
PathRestrictor Parser::TakePathRestrictor() {
  PathRestrictor restrictor = PathRestrictor::kTrail;
  if (TakeWord("ACYCLIC")) {
    restrictor = PathRestrictor::kAcyclic;
  } else if (TakeWord("WALK")) {
    restrictor = PathRestrictor::kWalk;
  } else if (!TakeWord("TRAIL")) {
    return restrictor;
  }
  if (!TakeWord("PATHS")) TakeWord("PATH");
  return restrictor;
}

PathPattern Parser::ParseShortest(PathMode mode) {
  PathPattern path;
  path.mode = mode;
  uint32_t begin = Begin();
  NeedSymbol("(", "after shortestPath");
  ParsePathElements(path);
  NeedSymbol(")", "after shortestPath's pattern");
  path.span = From(begin);
  if (path.relationships.size() != 1) {
    Fail(ErrorCode::kUnexpectedSyntax, path.span,
         "a shortest path needs a pattern of one relationship between two nodes");
  }
  return path;
}

// Whether $(…), $all(…) or $any(…) stands so many tokens ahead.
bool Parser::AtDynamicLabel(size_t ahead) const {
  const Token& token = Peek(ahead);
  const bool named =
      token.kind == TokenKind::kParameter && (token.text == "any" || token.text == "all");
  return (AtSymbol("$", ahead) || named) && AtSymbol("(", ahead + 1);
}

void Parser::AddCondition(std::optional<Expr> condition, Box<Expr>& where) {
  if (!condition.has_value()) return;
  const uint32_t begin = condition->span.begin;
  where = where ? Node(ExprKind::kAnd, *std::move(condition), std::move(*where), begin)
                : *std::move(condition);
}

bool Parser::AtRelationship() const {
  size_t dash = AtSymbol("<") ? 1 : 0;
  return AtSymbol("-", dash) && (AtSymbol("-", dash + 1) || AtSymbol("[", dash + 1));
}

void Parser::ParsePathElements(PathPattern& path) {
  path.nodes.push_back(ParseNode());
  while (!failed() && AtRelationship()) {
    path.relationships.push_back(ParseRelationship());
    path.nodes.push_back(ParseNode());
  }
}

// :$(expression), :$all(list) or :$any(list) in the place of a label or type: the condition that it
// stands for. Gives the pattern a name where it has none.
Expr Parser::TakeDynamicLabel(std::string& variable, bool is_node) {
  const uint32_t begin = Begin();
  Take();
  const bool any = Take().text == "any";
  NeedSymbol("(", "after the dollar sign");
  Expr names = ParseExpr();
  NeedSymbol(")", "after the label's expression");
  if (variable.empty()) variable = absl::StrCat("\x01d", hidden_names_++);
  Expr owner = Leaf(ExprKind::kVariable, variable, begin);
  Expr call;
  call.kind = ExprKind::kFunction;
  call.text = is_node ? "norn.hasLabels" : "norn.hasType";
  call.children.push_back(std::move(owner));
  call.children.push_back(std::move(names));
  Expr any_will_do = Leaf(ExprKind::kBool, "", begin);
  any_will_do.boolean = any;
  call.children.push_back(std::move(any_will_do));
  Seal(call, begin);
  return call;
}

NodePattern Parser::ParseNode() {
  NodePattern node;
  uint32_t begin = Begin();
  NeedSymbol("(", "of a node");
  if (AtName() && !(AtWord("WHERE") && !AtSymbol(")", 1) && !AtSymbol(":", 1))) {
    node.variable = Take().text;
  }
  std::optional<Expr> dynamic;
  if ((AtSymbol(":") || AtWord("IS")) && AtDynamicLabel(1)) {
    dynamic = TakeDynamicLabel(node.variable, true);
  } else if (AtSymbol(":") || AtWord("IS")) {
    Take();
    node.labels = ParseLabels(true);
  }
  node.properties = ParsePatternProperties();
  if (TakeWord("WHERE")) node.where = ParseExpr();
  AddCondition(std::move(dynamic), node.where);
  NeedSymbol(")", "after the node");
  node.span = From(begin);
  return node;
}

Box<Expr> Parser::ParsePatternProperties() {
  if (AtSymbol("{")) return ParseMap();
  if (Peek().kind == TokenKind::kParameter) {
    uint32_t begin = Begin();
    std::string name = Take().text;
    return Leaf(ExprKind::kParameter, std::move(name), begin);
  }
  return {};
}

RelationshipPattern Parser::ParseRelationship() {
  RelationshipPattern pattern;
  uint32_t begin = Begin();
  bool left = TakeSymbol("<");
  NeedSymbol("-", "of a relationship");
  if (TakeSymbol("[")) {
    ParseRelationshipDetail(pattern);
    NeedSymbol("]", "after the relationship");
  }
  NeedSymbol("-", "after the relationship");
  bool right = TakeSymbol(">");
  if (left != right) pattern.direction = left ? Direction::kIn : Direction::kOut;
  ParseQuantifier(pattern);
  pattern.span = From(begin);
  return pattern;
}

bool Parser::AtQuantifier() const {
  return AtSymbol("+") || AtSymbol("*") ||
         (AtSymbol("{") && (Peek(1).kind == TokenKind::kInteger || AtSymbol(",", 1)));
}

void Parser::ParseRelationshipDetail(RelationshipPattern& pattern) {
  if (AtName() && !(AtWord("WHERE") && AtName(1))) pattern.variable = Take().text;
  std::optional<Expr> dynamic;
  if ((AtSymbol(":") || AtWord("IS")) && AtDynamicLabel(1)) {
    dynamic = TakeDynamicLabel(pattern.variable, false);
  } else if (AtSymbol(":") || AtWord("IS")) {
    Take();
    pattern.types = ParseLabels(true);
  }
  if (AtSymbol("*")) ParseLength(pattern);
  pattern.properties = ParsePatternProperties();
  if (TakeWord("WHERE")) pattern.where = ParseExpr();
  AddCondition(std::move(dynamic), pattern.where);
  if (AtSymbol("..") || Peek().kind == TokenKind::kInteger || AtSymbol("-")) {
    Fail(ErrorCode::kInvalidRelationshipPattern, Peek().span,
         "a path's length is written *, *2, *1..3, *..3 or *2..");
  }
}

std::optional<int64_t> Parser::ParseBound() {
  if (Peek().kind != TokenKind::kInteger) return std::nullopt;
  int64_t bound = 0;
  if (!absl::SimpleAtoi(Peek().text, &bound)) {
    Fail(ErrorCode::kIntegerOverflow, Peek().span, "this length is too large");
  }
  Take();
  return bound;
}

void Parser::ParseLength(RelationshipPattern& pattern) {
  Take();
  pattern.variable_length = true;
  pattern.min = ParseBound();
  if (TakeSymbol("..")) {
    pattern.max = ParseBound();
  } else {
    pattern.max = pattern.min;
  }
}

// -[:T]->+, -[:T]->{2}, -[:T]->{1,3}: the other way to write a length.
void Parser::ParseQuantifier(RelationshipPattern& pattern) {
  if (pattern.variable_length) return;
  if (TakeSymbol("+")) {
    pattern.variable_length = true;
  } else if (AtSymbol("*")) {
    Take();
    pattern.variable_length = true;
    pattern.min = 0;
  } else if (TakeSymbol("{")) {
    pattern.variable_length = true;
    pattern.min = ParseBound();
    if (TakeSymbol(",")) {
      if (!pattern.min.has_value()) pattern.min = 0;
      pattern.max = ParseBound();
    } else {
      pattern.max = pattern.min;
    }
    NeedSymbol("}", "after the quantifier");
  }
}

// After the colon. `pipes`: | joins alternatives here.
LabelExpr Parser::ParseLabels(bool pipes) {
  Nested nested(*this);
  uint32_t begin = Begin();
  LabelExpr first = ParseLabelTerm();
  if (!pipes || !AtSymbol("|")) return first;
  LabelExpr either;
  either.kind = LabelExpr::Kind::kOr;
  either.children.push_back(std::move(first));
  while (TakeSymbol("|")) {
    TakeSymbol(":");
    either.children.push_back(ParseLabelTerm());
  }
  either.span = From(begin);
  return either;
}

LabelExpr Parser::ParseLabelTerm() {
  uint32_t begin = Begin();
  LabelExpr first = ParseLabelFactor();
  if (!AtSymbol("&") && !AtSymbol(":")) return first;
  LabelExpr both;
  both.kind = LabelExpr::Kind::kAnd;
  both.children.push_back(std::move(first));
  while (TakeSymbol("&") || TakeSymbol(":")) both.children.push_back(ParseLabelFactor());
  both.span = From(begin);
  return both;
}

LabelExpr Parser::ParseLabelFactor() {
  Nested nested(*this);
  LabelExpr label;
  uint32_t begin = Begin();
  if (TakeSymbol("!")) {
    label.kind = LabelExpr::Kind::kNot;
    label.children.push_back(ParseLabelFactor());
  } else if (TakeSymbol("(")) {
    label = ParseLabels(true);
    NeedSymbol(")", "after the labels");
  } else if (TakeSymbol("%")) {
    label.kind = LabelExpr::Kind::kAny;
  } else {
    label.name = NeedName("a label or type");
  }
  label.span = From(begin);
  return label;
}

}  // namespace norn::query
