// The recursive-descent parser behind parser.h, shared by its source files; nobody else includes
// it.
//
// The first error is kept and all tokens after it are hidden (the parser sees the text's end from
// then on), so that every loop ends and no function needs to hand errors on.
#ifndef NORN_QUERY_SYNTAX_PARSER_IMPL_H_
#define NORN_QUERY_SYNTAX_PARSER_IMPL_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "query/syntax/ast.h"
#include "query/syntax/parser.h"
#include "query/syntax/token.h"

namespace norn::query {

class Parser {
 public:
  Parser(absl::string_view text, const ParseLimits& limits);

  Outcome<Query> RunQuery();
  Outcome<Expr> RunExpression();

 private:
  // Tokens (parser.cc).
  const Token& Peek(size_t ahead = 0) const;
  const Token& Take();
  bool AtSymbol(absl::string_view symbol, size_t ahead = 0) const;
  bool AtWord(absl::string_view word, size_t ahead = 0) const;  // a keyword, in any case
  bool AtName(size_t ahead = 0) const;
  bool TakeSymbol(absl::string_view symbol);
  bool TakeWord(absl::string_view word);
  bool TakeWords(absl::string_view first, absl::string_view second);
  void NeedSymbol(absl::string_view symbol, absl::string_view after);
  void NeedWord(absl::string_view word, absl::string_view after);
  std::string NeedName(absl::string_view what);
  uint32_t Begin() const { return Peek().span.begin; }
  Span From(uint32_t begin) const { return {begin, previous_end_}; }
  bool failed() const { return error_.has_value(); }
  void Fail(ErrorCode code, Span span, std::string message, std::string suggestion = "");
  void Unexpected(absl::string_view wanted);

  // Clauses (parser_clauses.cc).
  void TakeLanguagePrefix();
  Query ParseUnion();
  SingleQuery ParseSingle();
  bool ParseClause(SingleQuery& query);
  void RefuseClause(const Token& token);
  bool TakeMatchMode();
  MatchClause ParseMatch(bool optional);
  UnwindClause ParseUnwind();
  ProjectionClause ParseProjection(bool is_return);
  void ParseProjectionItem(ProjectionClause& clause);
  void ParseOrderAndPage(ProjectionClause& clause);
  CallClause ParseCall();
  void ParseYield(CallClause& call);
  CreateClause ParseCreate();
  MergeClause ParseMerge();
  SetClause ParseSet(bool remove);
  SetItem ParseSetItem(bool remove);
  DeleteClause ParseDelete(bool detach);
  std::string ParseDottedName(absl::string_view what);

  // What is short for other clauses, and queries of queries (parser_composite.cc).
  bool ParseShortClause(SingleQuery& query);
  CallClause ParseShow();
  bool RefusesSchema();
  SubqueryClause ParseSubquery(bool optional);
  Query ParseBracedQuery(absl::string_view after);
  Query ParseComposite();
  Query HandOn(Query first, Query second, Span span);
  Query ParseConditional();

  // Patterns (parser_patterns.cc, parser_groups.cc).
  PathPattern ParsePath();
  void ParsePathParts(PathPattern& path);
  bool AtGroup() const;
  void ParseGroup(PathPattern& path, bool may_be_whole);
  bool TakeWholeGroup(PathPattern& path);
  PathPattern ParseShortest(PathMode mode);
  void ParsePathElements(PathPattern& path);
  bool AtQuantifier() const;
  bool AtDynamicLabel(size_t ahead) const;
  Expr TakeDynamicLabel(std::string& variable, bool is_node);
  void AddCondition(std::optional<Expr> condition, Box<Expr>& where);
  NodePattern ParseNode();
  RelationshipPattern ParseRelationship();
  void ParseRelationshipDetail(RelationshipPattern& pattern);
  void ParseLength(RelationshipPattern& pattern);
  void ParseQuantifier(RelationshipPattern& pattern);
  std::optional<int64_t> ParseBound();
  Box<Expr> ParsePatternProperties();
  bool AtRelationship() const;
  void TakePathPrefix(PathPattern& path);
  PathRestrictor TakePathRestrictor();
  LabelExpr ParseLabels(bool pipes);
  LabelExpr ParseLabelTerm();
  LabelExpr ParseLabelFactor();

  // Expressions (parser_expressions.cc, parser_atoms.cc).
  Expr ParseExpr();
  Expr ParseBinary(int level);
  Expr ParseLogicChain(int level, Expr first, uint32_t begin);
  Expr JoinEvenly(ExprKind kind, absl::Span<Expr> operands, uint32_t begin);
  Expr ParseNot();
  Expr ParseComparison();
  Expr ParseComparisonOf(Expr left, uint32_t begin);
  Expr ParseAdvanced();
  Expr ParseAdvancedOf(Expr left, uint32_t begin);
  bool AtOperatorOfWhen() const;
  Expr ParseUnary();
  Expr ParsePostfix();
  Expr ParseSubscript(Expr base, uint32_t begin);
  Expr ParseAtom();
  Expr ParseNameAtom();
  Expr ParseNumber(bool negative);
  Expr ParseParenthesized();
  std::optional<Expr> TryPatternPredicate();
  Expr ParseBracket();
  std::optional<Expr> TryPatternComprehension();
  Expr ParseListComprehension(uint32_t begin);
  Expr ParseMap();
  Expr ParseCase();
  Expr ParseIs(Expr left, uint32_t begin);
  Expr ParseTyped(Expr left, bool negated, uint32_t begin);
  TypeName ParseTypeName();
  TypeName ParseOneType();
  Expr ParseTrim();
  Expr ParseFunction();
  Expr ParseQuantified(ExprKind kind);
  Expr ParseReduce();
  Expr ParseQueryAtom(ExprKind kind);
  Expr ParseMapProjection(Expr base, uint32_t begin);
  bool AtFunction() const;

  Expr Node(ExprKind kind, std::vector<Expr> children, uint32_t begin);
  // Trees are moved, not copied: a braced list would copy them, once for each level.
  Expr Node(ExprKind kind, Expr child, uint32_t begin);
  Expr Node(ExprKind kind, Expr left, Expr right, uint32_t begin);
  Expr Leaf(ExprKind kind, std::string text, uint32_t begin);
  void Seal(Expr& expr, uint32_t begin);  // sets its place and depth

  // Counts nesting for as long as it lives; see ParseLimits::max_nesting.
  class Nested {
   public:
    explicit Nested(Parser& parser);
    ~Nested() { --parser_.nesting_; }

   private:
    Parser& parser_;
  };

  absl::string_view text_;
  ParseLimits limits_;
  std::vector<Token> tokens_;
  size_t at_ = 0;
  uint32_t previous_end_ = 0;
  int nesting_ = 0;
  uint32_t deepest_ = 0;  // of the trees sealed so far, within the innermost pattern or sub-query
  uint32_t braced_depth_ = 0;  // of the sub-query that was read last
  bool pipe_ends_ = false;     // in a comprehension's WHERE, where | does not join labels
  bool in_branch_ = false;     // of WHEN … THEN, which another WHEN or ELSE ends
  int hidden_names_ = 0;       // given to patterns that need one
  std::optional<Diagnostic> error_;
  absl::flat_hash_set<size_t> no_pattern_;  // tokens at which no pattern predicate stands
};

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_PARSER_IMPL_H_
