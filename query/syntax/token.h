// The words of a query's text, as the lexer hands them to the parser.
#ifndef NORN_QUERY_SYNTAX_TOKEN_H_
#define NORN_QUERY_SYNTAX_TOKEN_H_

#include <cstdint>
#include <string>

#include "query/diagnostics/diagnostic.h"

namespace norn::query {

enum class TokenKind : uint8_t {
  kEnd,
  kName,        // an identifier or a keyword: no word is reserved
  kQuotedName,  // `…`: never a keyword
  kInteger,     // text without underscores; may be 0x… or 0o…
  kFloat,
  kString,     // text is what it stands for, escapes resolved
  kParameter,  // text is without the dollar sign
  kSymbol,     // text is one of ( ) [ ] { } , : ; . .. + - * / % ^ = <> < > <= >= =~ += | & ! ||
  kError,      // text is the message, code the error
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;
  Span span;
  ErrorCode code = ErrorCode::kUnexpectedSyntax;  // of kError
};

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_TOKEN_H_
