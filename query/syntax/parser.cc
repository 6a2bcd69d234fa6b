#include "query/syntax/parser.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/syntax/lexer.h"
#include "query/syntax/parser_impl.h"

namespace norn::query {

namespace {

std::string Describe(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd:
      return "the end of the query";
    case TokenKind::kString:
      return "a text";
    case TokenKind::kParameter:
      return absl::StrCat("`$", token.text, "`");
    default:
      return absl::StrCat("`", token.text, "`");
  }
}

}  // namespace

Parser::Parser(absl::string_view text, const ParseLimits& limits) : text_(text), limits_(limits) {
  if (text.size() > limits.max_bytes) {
    tokens_.push_back(Token{});
    Fail(ErrorCode::kSizeLimit, {},
         absl::StrCat("the query is longer than ", limits.max_bytes, " bytes"));
    return;
  }
  tokens_ = Tokenize(text);
}

const Token& Parser::Peek(size_t ahead) const {
  return failed() ? tokens_.back() : tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& Parser::Take() {
  const Token& token = Peek();
  previous_end_ = token.span.end;
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool Parser::AtSymbol(absl::string_view symbol, size_t ahead) const {
  const Token& token = Peek(ahead);
  return token.kind == TokenKind::kSymbol && token.text == symbol;
}

bool Parser::AtWord(absl::string_view word, size_t ahead) const {
  const Token& token = Peek(ahead);
  return token.kind == TokenKind::kName && absl::EqualsIgnoreCase(token.text, word);
}

bool Parser::AtName(size_t ahead) const {
  TokenKind kind = Peek(ahead).kind;
  return kind == TokenKind::kName || kind == TokenKind::kQuotedName;
}

bool Parser::TakeSymbol(absl::string_view symbol) {
  if (!AtSymbol(symbol)) return false;
  Take();
  return true;
}

bool Parser::TakeWord(absl::string_view word) {
  if (!AtWord(word)) return false;
  Take();
  return true;
}

bool Parser::TakeWords(absl::string_view first, absl::string_view second) {
  if (!AtWord(first) || !AtWord(second, 1)) return false;
  Take();
  Take();
  return true;
}

void Parser::NeedSymbol(absl::string_view symbol, absl::string_view after) {
  if (!TakeSymbol(symbol)) Unexpected(absl::StrCat("`", symbol, "` ", after));
}

void Parser::NeedWord(absl::string_view word, absl::string_view after) {
  if (TakeWord(word)) return;
  const Token& token = Peek();
  std::string suggestion;
  if (token.kind == TokenKind::kName) suggestion = DidYouMean(token.text, {std::string(word)});
  if (suggestion.empty()) {
    Unexpected(absl::StrCat(word, " ", after));
  } else {
    Fail(ErrorCode::kUnexpectedSyntax, token.span,
         absl::StrCat("expected ", word, " ", after, ", not ", Describe(token)), suggestion);
  }
}

std::string Parser::NeedName(absl::string_view what) {
  if (!AtName()) {
    Unexpected(what);
    return "";
  }
  return Take().text;
}

void Parser::Fail(ErrorCode code, Span span, std::string message, std::string suggestion) {
  if (!failed()) error_ = MakeError(code, span, std::move(message), std::move(suggestion));
}

void Parser::Unexpected(absl::string_view wanted) {
  if (failed()) return;
  const Token& token = Peek();
  if (token.kind == TokenKind::kError) {
    Fail(token.code, token.span, token.text);
  } else {
    Fail(ErrorCode::kUnexpectedSyntax, token.span,
         absl::StrCat("expected ", wanted, ", not ", Describe(token)));
  }
}

Parser::Nested::Nested(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ > parser_.limits_.max_nesting) {
    parser_.Fail(
        ErrorCode::kDepthLimit, parser_.Peek().span,
        absl::StrCat("the query is nested deeper than ", parser_.limits_.max_nesting, " levels"));
  }
}

void Parser::Seal(Expr& expr, uint32_t begin) {
  expr.span = From(begin);
  for (const Expr& child : expr.children) expr.depth = std::max(expr.depth, child.depth + 1);
  deepest_ = std::max(deepest_, expr.depth);
  if (expr.depth > limits_.max_tree_depth) {
    Fail(ErrorCode::kDepthLimit, expr.span,
         absl::StrCat("the expression's tree is deeper than ", limits_.max_tree_depth,
                      " levels; split it with WITH"));
  }
}

Expr Parser::Node(ExprKind kind, std::vector<Expr> children, uint32_t begin) {
  Expr expr;
  expr.kind = kind;
  expr.children = std::move(children);
  Seal(expr, begin);
  return expr;
}

Expr Parser::Node(ExprKind kind, Expr child, uint32_t begin) {
  std::vector<Expr> children;
  children.push_back(std::move(child));
  return Node(kind, std::move(children), begin);
}

Expr Parser::Node(ExprKind kind, Expr left, Expr right, uint32_t begin) {
  std::vector<Expr> children;
  children.push_back(std::move(left));
  children.push_back(std::move(right));
  return Node(kind, std::move(children), begin);
}

Expr Parser::Leaf(ExprKind kind, std::string text, uint32_t begin) {
  Expr expr;
  expr.kind = kind;
  expr.text = std::move(text);
  Seal(expr, begin);
  return expr;
}

// CYPHER 5, CYPHER 25, CYPHER runtime=parallel: one language is understood, whatever is written.
void Parser::TakeLanguagePrefix() {
  if (!AtWord("CYPHER")) return;
  Take();
  if (Peek().kind == TokenKind::kInteger) {
    if (Peek().text != "5" && Peek().text != "25") Unexpected("5 or 25 after CYPHER");
    Take();
  }
  while (AtName() && AtSymbol("=", 1) && !failed()) {
    Take();
    Take();
    Take();
  }
}

Outcome<Query> Parser::RunQuery() {
  QueryMode mode = QueryMode::kRun;
  TakeLanguagePrefix();
  if (TakeWord("EXPLAIN")) {
    mode = QueryMode::kExplain;
  } else if (TakeWord("PROFILE")) {
    mode = QueryMode::kProfile;
  }
  TakeLanguagePrefix();
  Query query = ParseComposite();
  query.mode = mode;
  TakeSymbol(";");
  if (Peek().kind != TokenKind::kEnd) Unexpected("the end of the query");
  if (failed()) {
    Locate(*error_, text_);
    return *std::move(error_);
  }
  return query;
}

Outcome<Expr> Parser::RunExpression() {
  Expr expr = ParseExpr();
  if (Peek().kind != TokenKind::kEnd) Unexpected("the end of the expression");
  if (failed()) {
    Locate(*error_, text_);
    return *std::move(error_);
  }
  return expr;
}

Outcome<Query> ParseQuery(absl::string_view text, const ParseLimits& limits) {
  return Parser(text, limits).RunQuery();
}

Outcome<Expr> ParseExpression(absl::string_view text, const ParseLimits& limits) {
  return Parser(text, limits).RunExpression();
}

}  // namespace norn::query
