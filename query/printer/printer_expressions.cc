// Expressions. Every operator stands in parentheses, so that precedence needs no thought.
#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "query/printer/printer.h"
#include "query/printer/printer_impl.h"
#include "query/syntax/lexer.h"
#include "query/values/value_text.h"

namespace norn::query {

namespace {

// Words that a variable of that name would be mistaken for.
constexpr absl::string_view kWords[] = {"null",         "true",
                                        "false",        "case",
                                        "not",          "nan",
                                        "inf",          "infinity",
                                        "exists",       "all",
                                        "any",          "none",
                                        "single",       "reduce",
                                        "where",        "as",
                                        "in",           "distinct",
                                        "union",        "on",
                                        "is",           "and",
                                        "or",           "xor",
                                        "when",         "then",
                                        "else",         "end",
                                        "shortest",     "starts",
                                        "ends",         "contains",
                                        "shortestpath", "allshortestpaths"};

const char* OperatorText(ExprKind kind) {
  static constexpr std::pair<ExprKind, const char*> kTexts[] = {
      {ExprKind::kAnd, "AND"},
      {ExprKind::kOr, "OR"},
      {ExprKind::kXor, "XOR"},
      {ExprKind::kAdd, "+"},
      {ExprKind::kSubtract, "-"},
      {ExprKind::kMultiply, "*"},
      {ExprKind::kDivide, "/"},
      {ExprKind::kModulo, "%"},
      {ExprKind::kPower, "^"},
      {ExprKind::kConcat, "||"},
      {ExprKind::kEqual, "="},
      {ExprKind::kNotEqual, "<>"},
      {ExprKind::kLess, "<"},
      {ExprKind::kLessOrEqual, "<="},
      {ExprKind::kGreater, ">"},
      {ExprKind::kGreaterOrEqual, ">="},
      {ExprKind::kIn, "IN"},
      {ExprKind::kStartsWith, "STARTS WITH"},
      {ExprKind::kEndsWith, "ENDS WITH"},
      {ExprKind::kContains, "CONTAINS"},
      {ExprKind::kMatches, "=~"}};
  for (const auto& [k, text] : kTexts) {
    if (k == kind) return text;
  }
  return nullptr;
}

// An expression that a dot or a bracket can follow.
std::string Base(const Expr& expr) {
  bool number = expr.kind == ExprKind::kInteger || expr.kind == ExprKind::kFloat;
  bool sign = expr.kind == ExprKind::kNegate || expr.kind == ExprKind::kPlus;
  std::string text = Print(expr);
  return number || sign || expr.kind == ExprKind::kNot ? absl::StrCat("(", text, ")") : text;
}

// What a sign can stand before. A variable in parentheses would be a node where "--" follows.
std::string Signed(const Expr& expr) {
  const std::string text = Print(expr);
  return expr.kind == ExprKind::kVariable ? text : absl::StrCat("(", text, ")");
}

std::string JoinExprs(const std::vector<Expr>& exprs) {
  return absl::StrJoin(exprs, ", ", [](std::string* out, const Expr& e) { out->append(Print(e)); });
}

std::string PrintMap(const Expr& expr) {
  std::string out = "{";
  for (size_t i = 0; i < expr.names.size(); ++i) {
    absl::StrAppend(&out, i > 0 ? ", " : "", PrintName(expr.names[i]), ": ",
                    Print(expr.children[i]));
  }
  return out + "}";
}

std::string PrintCase(const Expr& expr) {
  size_t i = expr.has_subject ? 1 : 0;
  std::string out = expr.has_subject ? absl::StrCat("CASE ", Print(expr.children[0])) : "CASE";
  size_t end = expr.children.size() - (expr.has_else ? 1 : 0);
  for (; i < end; i += 2) {
    absl::StrAppend(&out, " WHEN ", Print(expr.children[i]), " THEN ", Print(expr.children[i + 1]));
  }
  if (expr.has_else) absl::StrAppend(&out, " ELSE ", Print(expr.children.back()));
  return out + " END";
}

std::string PrintLoop(const Expr& expr) {
  const char* quantifier = expr.kind == ExprKind::kAll    ? "all"
                           : expr.kind == ExprKind::kAny  ? "any"
                           : expr.kind == ExprKind::kNone ? "none"
                                                          : "single";
  std::string element = absl::StrCat(PrintName(expr.text), " IN ");
  if (expr.kind == ExprKind::kReduce) {
    return absl::StrCat("reduce(", PrintName(expr.names[0]), " = ", Print(expr.children[0]), ", ",
                        element, Print(expr.children[1]), " | ", Print(expr.children[2]), ")");
  }
  if (expr.kind == ExprKind::kListComprehension) {
    std::string out = absl::StrCat("[", element, Print(expr.children[0]));
    if (expr.has_subject) absl::StrAppend(&out, " WHERE (", Print(expr.children[1]), ")");
    if (expr.has_else) absl::StrAppend(&out, " | ", Print(expr.children[2]));
    return out + "]";
  }
  return absl::StrCat(quantifier, "(", element, Print(expr.children[0]), " WHERE ",
                      Print(expr.children[1]), ")");
}

std::string PrintMapProjection(const Expr& expr) {
  std::string out = absl::StrCat(Print(expr.children[0]), "{");
  for (size_t i = 0; i < expr.names.size(); ++i) {
    if (i > 0) out += ", ";
    if (expr.names[i] == "*") {
      out += ".*";
    } else {
      absl::StrAppend(&out, PrintName(expr.names[i]), ": ", Print(expr.children[i + 1]));
    }
  }
  return out + "}";
}

std::string PrintAccess(const Expr& expr) {
  std::string base = Base(expr.children[0]);
  switch (expr.kind) {
    case ExprKind::kProperty:
      return absl::StrCat(base, ".", PrintName(expr.text));
    case ExprKind::kIndex:
      return absl::StrCat(base, "[", Print(expr.children[1]), "]");
    case ExprKind::kSlice:
      return absl::StrCat(base, "[", expr.has_subject ? Print(expr.children[1]) : "", "..",
                          expr.has_else ? Print(expr.children[2]) : "", "]");
    default:
      return absl::StrCat("(", base, ":", PrintLabels(*expr.labels), ")");
  }
}

}  // namespace

std::string PrintName(absl::string_view name) {
  bool word = std::any_of(std::begin(kWords), std::end(kWords),
                          [name](absl::string_view w) { return absl::EqualsIgnoreCase(w, name); });
  if (!word && IsPlainName(name)) return std::string(name);
  std::string out = "`";
  for (char c : name) out += c == '`' ? "``" : std::string(1, c);
  return out + "`";
}

std::string PrintString(absl::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\\' || c == '\'') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppend(&out, absl::StrFormat("\\u%04x", static_cast<unsigned>(c)));
    } else {
      out.push_back(c);
    }
  }
  return out + "'";
}

std::string Print(const Expr& expr) {
  if (const char* text = OperatorText(expr.kind)) {
    return absl::StrCat("(", Print(expr.children[0]), " ", text, " ", Print(expr.children[1]), ")");
  }
  switch (expr.kind) {
    case ExprKind::kNull:
      return "null";
    case ExprKind::kBool:
      return expr.boolean ? "true" : "false";
    case ExprKind::kInteger:
      return absl::StrCat(expr.integer);
    case ExprKind::kFloat:
      return FloatText(expr.real);
    case ExprKind::kString:
      return PrintString(expr.text);
    case ExprKind::kParameter:
      return absl::StrCat("$", IsPlainName(expr.text) ? expr.text : PrintName(expr.text));
    case ExprKind::kVariable:
      return PrintName(expr.text);
    case ExprKind::kList:
      return absl::StrCat("[", JoinExprs(expr.children), "]");
    case ExprKind::kMap:
      return PrintMap(expr);
    case ExprKind::kNot:
      return absl::StrCat("(NOT (", Print(expr.children[0]), "))");
    case ExprKind::kNegate:
      return absl::StrCat("-", Signed(expr.children[0]));
    case ExprKind::kPlus:
      return absl::StrCat("+", Signed(expr.children[0]));
    case ExprKind::kIsNull:
      return absl::StrCat("(", Print(expr.children[0]), " IS NULL)");
    case ExprKind::kIsNotNull:
      return absl::StrCat("(", Print(expr.children[0]), " IS NOT NULL)");
    case ExprKind::kCase:
      return PrintCase(expr);
    case ExprKind::kFunction:
      return absl::StrCat(expr.text, "(", expr.boolean ? "DISTINCT " : "", JoinExprs(expr.children),
                          ")");
    case ExprKind::kCountStar:
      return "count(*)";
    case ExprKind::kPatternComprehension:
      return absl::StrCat(
          "[", Print(*expr.pattern),
          expr.has_subject ? absl::StrCat(" WHERE (", Print(expr.children[0]), ")") : "", " | ",
          Print(expr.children[1]), "]");
    case ExprKind::kPatternPredicate:
    case ExprKind::kShortestPath:
      return Print(*expr.pattern);
    case ExprKind::kExists:
      return absl::StrCat("EXISTS { ", Print(*expr.query), " }");
    case ExprKind::kCountQuery:
      return absl::StrCat("COUNT { ", Print(*expr.query), " }");
    case ExprKind::kCollectQuery:
      return absl::StrCat("COLLECT { ", Print(*expr.query), " }");
    case ExprKind::kIsTyped:
      return absl::StrCat("(", Print(expr.children[0]),
                          expr.boolean ? " IS NOT :: " : " IS :: ", expr.text, ")");
    case ExprKind::kMapProjection:
      return PrintMapProjection(expr);
    case ExprKind::kProperty:
    case ExprKind::kIndex:
    case ExprKind::kSlice:
    case ExprKind::kHasLabels:
      return PrintAccess(expr);
    default:
      return PrintLoop(expr);
  }
}

}  // namespace norn::query
