#include "query/engine.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "query/literal.h"
#include "query/plan/runner.h"
#include "query/runtime/graph_access.h"
#include "query/semantics/checker.h"
#include "query/syntax/ast_walk.h"
#include "query/syntax/lexer.h"
#include "query/syntax/parser.h"

namespace norn::query {

namespace {

Diagnostic Located(Diagnostic error, absl::string_view text) {
  Locate(error, text);
  return error;
}

Outcome<Query> ParseWith(absl::string_view text, const QueryOptions& options) {
  ParseLimits limits;
  limits.max_bytes = options.max_query_bytes;
  limits.max_nesting = options.max_depth;
  return ParseQuery(text, limits);
}

// The first writing clause of a query, as an error that says what to do instead.
std::optional<Diagnostic> RefuseWriting(const Query& query) {
  for (const SingleQuery& part : query.parts) {
    for (const Clause& clause : part.clauses) {
      if (!IsWriting(clause)) continue;
      return MakeError(ErrorCode::kReadOnly, clause.span,
                       "a stored graph is only read: it is made from articles, and a change by "
                       "hand would be gone with the next build",
                       "add an article with `norn add`, or correct the lexicons and build anew");
    }
  }
  return std::nullopt;
}

// Parses and checks; `result` gets the warnings.
Outcome<Query> Prepare(const GraphAccess& graph, absl::string_view text,
                       const QueryOptions& options, Result& result) {
  Outcome<Query> query = ParseWith(text, options);
  if (!query.ok()) return query;
  if (std::optional<Diagnostic> refused = RefuseWriting(*query)) return Located(*refused, text);
  Outcome<CheckResult> checked = CheckTree(*query, graph, ProceduresOf(options), options);
  if (!checked.ok()) return Located(checked.error(), text);
  result.warnings = std::move(checked->warnings);
  for (Diagnostic& warning : result.warnings) Locate(warning, text);
  return query;
}

Outcome<Result> Run(const graph::View& view, absl::string_view text, const QueryOptions& options,
                    const RowSink* sink) {
  GraphAccess graph(view, false);
  Result prepared;
  Outcome<Query> query = Prepare(graph, text, options, prepared);
  if (!query.ok()) return query.error();
  Outcome<Result> result = RunReading(*query, graph, options, sink);
  if (!result.ok()) return Located(result.error(), text);
  result->warnings = std::move(prepared.warnings);
  return result;
}

}  // namespace

Outcome<Result> RunQuery(const graph::View& view, absl::string_view text,
                         const QueryOptions& options) {
  return Run(view, text, options, nullptr);
}

Outcome<Result> StreamQuery(const graph::View& view, absl::string_view text,
                            const QueryOptions& options, const RowSink& sink) {
  return Run(view, text, options, &sink);
}

Outcome<Result> CheckQuery(const graph::View& view, absl::string_view text,
                           const QueryOptions& options) {
  GraphAccess graph(view, false);
  Result result;
  Outcome<Query> query = Prepare(graph, text, options, result);
  if (!query.ok()) return query.error();
  return result;
}

bool IsCompleteQuery(absl::string_view text) {
  std::vector<Token> tokens = Tokenize(text);
  if (tokens.size() < 2) return false;
  const Token& last = tokens[tokens.size() - 2];
  return last.kind == TokenKind::kSymbol && last.text == ";";
}

std::vector<absl::string_view> SplitStatements(absl::string_view text) {
  std::vector<absl::string_view> statements;
  size_t begin = 0;
  bool is_empty = true;
  for (const Token& token : Tokenize(text)) {
    const bool is_semicolon = token.kind == TokenKind::kSymbol && token.text == ";";
    if (!is_semicolon && token.kind != TokenKind::kEnd) {
      is_empty = false;
      continue;
    }
    if (!is_empty) {
      statements.push_back(
          absl::StripAsciiWhitespace(text.substr(begin, token.span.begin - begin)));
    }
    begin = token.span.end;
    is_empty = true;
  }
  return statements;
}

absl::StatusOr<std::pair<std::string, Value>> ParseParameterLiteral(absl::string_view argument) {
  size_t equals = argument.find('=');
  if (equals == absl::string_view::npos || equals == 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("a parameter is written name=value, not \"", argument, "\""));
  }
  absl::string_view text = argument.substr(equals + 1);
  std::optional<Value> value = ParseLiteral(text);
  return std::make_pair(std::string(argument.substr(0, equals)),
                        value.has_value() ? *value : Value::String(std::string(text)));
}

std::optional<Diagnostic> MistakenBeginning(absl::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == absl::string_view::npos || !absl::ascii_isalpha(text[first])) return std::nullopt;
  // A line may end within a clause's name.
  for (const absl::string_view half : {"OPTIONAL", "DETACH", "NODETACH"}) {
    if (absl::EqualsIgnoreCase(absl::StripAsciiWhitespace(text), half)) return std::nullopt;
  }
  const Outcome<Query> parsed = ParseQuery(text);
  if (parsed.ok() || parsed.error().code != ErrorCode::kUnexpectedSyntax) return std::nullopt;
  if (parsed.error().span.begin != first) return std::nullopt;
  return parsed.error();
}

}  // namespace norn::query
