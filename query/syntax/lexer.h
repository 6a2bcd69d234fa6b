// From a query's text to its tokens. Never fails: what cannot be read becomes a token of kind
// kError, which the parser reports when it gets there. The last token is always kEnd.
//
//   for (const Token& token : Tokenize("RETURN 1")) …   // kName RETURN, kInteger 1, kEnd
#ifndef NORN_QUERY_SYNTAX_LEXER_H_
#define NORN_QUERY_SYNTAX_LEXER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "query/syntax/token.h"

namespace norn::query {

std::vector<Token> Tokenize(absl::string_view text);

// Whether `name` can stand in a query without backquotes.
bool IsPlainName(absl::string_view name);

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_LEXER_H_
