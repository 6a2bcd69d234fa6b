// The parser's operators, from OR (which binds loosest) to subscripts.
#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

namespace {

struct BinaryOperator {
  const char* symbol;  // a symbol or a keyword
  bool word;
  int level;
  ExprKind kind;
};

constexpr int kOrLevel = 0;
constexpr int kAndLevel = 2;
constexpr int kAddLevel = 3;
constexpr int kPowerLevel = 5;

constexpr BinaryOperator kOperators[] = {
    {"OR", true, kOrLevel, ExprKind::kOr},        {"XOR", true, 1, ExprKind::kXor},
    {"AND", true, kAndLevel, ExprKind::kAnd},     {"+", false, kAddLevel, ExprKind::kAdd},
    {"-", false, kAddLevel, ExprKind::kSubtract}, {"||", false, kAddLevel, ExprKind::kConcat},
    {"*", false, 4, ExprKind::kMultiply},         {"/", false, 4, ExprKind::kDivide},
    {"%", false, 4, ExprKind::kModulo},           {"^", false, kPowerLevel, ExprKind::kPower},
};

constexpr BinaryOperator kComparisons[] = {
    {"=", false, 0, ExprKind::kEqual},   {"<>", false, 0, ExprKind::kNotEqual},
    {"<", false, 0, ExprKind::kLess},    {"<=", false, 0, ExprKind::kLessOrEqual},
    {">", false, 0, ExprKind::kGreater}, {">=", false, 0, ExprKind::kGreaterOrEqual},
};

}  // namespace

Expr Parser::ParseExpr() {
  Nested nested(*this);
  return ParseBinary(kOrLevel);
}

// One function for all levels of left-associative operators. Between AND and + stand NOT, the
// comparisons and the predicates, which have functions of their own.
Expr Parser::ParseBinary(int level) {
  uint32_t begin = Begin();
  auto operand = [this, level] {
    if (level == kAndLevel) return ParseNot();
    return level == kPowerLevel ? ParseUnary() : ParseBinary(level + 1);
  };
  Expr left = operand();
  if (level <= kAndLevel) return ParseLogicChain(level, std::move(left), begin);
  while (!failed()) {
    const BinaryOperator* found = nullptr;
    for (const BinaryOperator& op : kOperators) {
      if (op.level == level && (op.word ? AtWord(op.symbol) : AtSymbol(op.symbol))) found = &op;
    }
    if (found == nullptr) break;
    Take();
    Expr right = operand();
    left = Node(found->kind, std::move(left), std::move(right), begin);
  }
  return left;
}

// OR, XOR and AND, whose operands may be joined in any grouping: a long chain, as programs write
// them, becomes a tree of little depth.
Expr Parser::ParseLogicChain(int level, Expr first, uint32_t begin) {
  constexpr size_t kLongChain = 100;
  const BinaryOperator& op = *std::find_if(std::begin(kOperators), std::end(kOperators),
                                           [level](const auto& o) { return o.level == level; });
  if (!AtWord(op.symbol)) return first;  // as nearly always
  std::vector<Expr> operands;
  operands.push_back(std::move(first));
  while (!failed() && TakeWord(op.symbol)) {
    operands.push_back(level == kAndLevel ? ParseNot() : ParseBinary(level + 1));
  }
  if (operands.size() > kLongChain) return JoinEvenly(op.kind, absl::MakeSpan(operands), begin);
  Expr left = std::move(operands[0]);
  for (size_t i = 1; i < operands.size(); ++i) {
    const uint32_t end = operands[i].span.end;
    left = Node(op.kind, std::move(left), std::move(operands[i]), begin);
    left.span.end = end;
  }
  return left;
}

Expr Parser::JoinEvenly(ExprKind kind, absl::Span<Expr> operands, uint32_t begin) {
  if (operands.size() == 1) return std::move(operands[0]);
  const size_t half = (operands.size() + 1) / 2;
  Expr left = JoinEvenly(kind, operands.first(half), begin);
  return Node(kind, std::move(left), JoinEvenly(kind, operands.subspan(half), begin), begin);
}

Expr Parser::ParseNot() {
  if (!AtWord("NOT")) return ParseComparison();
  Nested nested(*this);
  uint32_t begin = Begin();
  Take();
  return Node(ExprKind::kNot, ParseNot(), begin);
}

// a < b <= c stands for a < b AND b <= c.
Expr Parser::ParseComparison() {
  uint32_t begin = Begin();
  return ParseComparisonOf(ParseAdvanced(), begin);
}

Expr Parser::ParseComparisonOf(Expr left, uint32_t begin) {
  std::optional<Expr> chain;
  while (!failed()) {
    const BinaryOperator* found = nullptr;
    for (const BinaryOperator& op : kComparisons) {
      if (AtSymbol(op.symbol)) found = &op;
    }
    if (found == nullptr) break;
    Take();
    Expr right = ParseAdvanced();
    Expr pair = Node(found->kind, left, right, begin);
    chain = chain.has_value() ? Node(ExprKind::kAnd, *std::move(chain), std::move(pair), begin)
                              : std::move(pair);
    left = std::move(right);
  }
  return chain.has_value() ? *std::move(chain) : left;
}

// IN, STARTS WITH, ENDS WITH, CONTAINS, =~, IS …, :: TYPE, :Label.
Expr Parser::ParseAdvanced() {
  uint32_t begin = Begin();
  return ParseAdvancedOf(ParseBinary(kAddLevel), begin);
}

Expr Parser::ParseAdvancedOf(Expr left, uint32_t begin) {
  while (!failed()) {
    ExprKind kind = ExprKind::kNull;
    if (TakeWord("IN")) {
      kind = ExprKind::kIn;
    } else if (TakeWords("STARTS", "WITH")) {
      kind = ExprKind::kStartsWith;
    } else if (TakeWords("ENDS", "WITH")) {
      kind = ExprKind::kEndsWith;
    } else if (TakeWord("CONTAINS")) {
      kind = ExprKind::kContains;
    } else if (TakeSymbol("=~")) {
      kind = ExprKind::kMatches;
    } else if (TakeWord("IS")) {
      left = ParseIs(std::move(left), begin);
      continue;
    } else if (AtSymbol(":") && AtSymbol(":", 1)) {
      Take();
      Take();
      left = ParseTyped(std::move(left), false, begin);
      continue;
    } else if (AtSymbol(":") && AtDynamicLabel(1) && left.kind == ExprKind::kVariable) {
      std::string variable = left.text;
      left = TakeDynamicLabel(variable, true);
      continue;
    } else if (AtSymbol(":")) {
      Take();
      Box<LabelExpr> labels = ParseLabels(!pipe_ends_);
      left = Node(ExprKind::kHasLabels, std::move(left), begin);
      left.labels = std::move(labels);
      continue;
    } else {
      return left;
    }
    Expr right = ParseBinary(kAddLevel);
    left = Node(kind, std::move(left), std::move(right), begin);
  }
  return left;
}

// Whether what follows goes on with an operand that was left out: WHEN < 3, WHEN IS NULL.
bool Parser::AtOperatorOfWhen() const {
  const bool is_comparison =
      std::any_of(std::begin(kComparisons), std::end(kComparisons),
                  [this](const BinaryOperator& op) { return AtSymbol(op.symbol); });
  if (is_comparison || AtSymbol("=~") || (AtSymbol(":") && AtSymbol(":", 1))) return true;
  if (AtSymbol(",", 1) || AtWord("THEN", 1)) return false;  // a variable of such a name
  return AtWord("IS") || AtWord("IN") || AtWord("CONTAINS") ||
         ((AtWord("STARTS") || AtWord("ENDS")) && AtWord("WITH", 1));
}

Expr Parser::ParseUnary() {
  bool minus = AtSymbol("-");
  if (!minus && !AtSymbol("+")) return ParsePostfix();
  Nested nested(*this);
  uint32_t begin = Begin();
  Take();
  TokenKind next = Peek().kind;
  // A number with its sign is one literal: the smallest integer has no positive counterpart.
  if (minus && (next == TokenKind::kInteger || next == TokenKind::kFloat)) {
    Expr number = ParseNumber(true);
    number.span = From(begin);
    return number;
  }
  return Node(minus ? ExprKind::kNegate : ExprKind::kPlus, ParseUnary(), begin);
}

Expr Parser::ParsePostfix() {
  uint32_t begin = Begin();
  Expr base = ParseAtom();
  while (!failed()) {
    if (TakeSymbol(".")) {
      Expr property = Node(ExprKind::kProperty, std::move(base), begin);
      property.text = NeedName("a property's name after the dot");
      property.span = From(begin);
      base = std::move(property);
    } else if (TakeSymbol("[")) {
      base = ParseSubscript(std::move(base), begin);
    } else {
      break;
    }
  }
  return base;
}

// After the bracket: base[i], base[i..j], base[..j], base[i..], base[..].
Expr Parser::ParseSubscript(Expr base, uint32_t begin) {
  std::vector<Expr> children;
  children.push_back(std::move(base));
  bool slice = AtSymbol("..");
  bool has_from = !slice;
  if (slice) {
    children.emplace_back();
  } else {
    children.push_back(ParseExpr());
    slice = AtSymbol("..");
  }
  if (slice) {
    Take();
    bool has_to = !AtSymbol("]");
    children.push_back(has_to ? ParseExpr() : Expr());
    NeedSymbol("]", "after the slice");
    Expr sliced = Node(ExprKind::kSlice, std::move(children), begin);
    sliced.has_subject = has_from;
    sliced.has_else = has_to;
    return sliced;
  }
  NeedSymbol("]", "after the index");
  return Node(ExprKind::kIndex, std::move(children), begin);
}

}  // namespace norn::query
