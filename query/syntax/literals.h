// Numbers as a query's text writes them, and what stands behind a backslash in its strings.
//
//   TextCursor cursor("0x1F)");
//   const std::optional<NumberLiteral> number = ReadNumber(cursor);   // "0x1F", cursor before ")"
#ifndef NORN_QUERY_SYNTAX_LITERALS_H_
#define NORN_QUERY_SYNTAX_LITERALS_H_

#include <optional>
#include <string>

#include "query/diagnostics/diagnostic.h"
#include "query/syntax/text_cursor.h"

namespace norn::query {

struct NumberLiteral {
  bool is_float = false;
  std::string text;  // without underscores; 0x… and 0o… as they are
};

// Nothing if what begins like a number is none; the cursor stands somewhere in it then.
std::optional<NumberLiteral> ReadNumber(TextCursor& cursor);

struct EscapeError {
  ErrorCode code;
  std::string message;
};

// The cursor stands before a backslash, and behind the escape when it was understood.
std::optional<EscapeError> ReadEscape(TextCursor& cursor, std::string& out);

}  // namespace norn::query

#endif  // NORN_QUERY_SYNTAX_LITERALS_H_
